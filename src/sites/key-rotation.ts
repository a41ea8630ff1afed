/** `next` is published but does not sign yet; `retired` does not sign any more but is still published for a while. */
export const KEY_STATES = ['next', 'active', 'retired'] as const;
export type KeyState = (typeof KEY_STATES)[number];

/** How long an EHR may keep our key set (Cache-Control max-age of the answer), seconds. */
export const JWKS_MAX_AGE_S = 600;
/** An assertion's life is at most this, seconds. */
export const ASSERTION_LIFETIME_S = 120;
const MARGIN_MS = 5 * 60_000;

/** A new key signs only after every cache has seen it. */
export const PUBLISH_BEFORE_USE_MS = JWKS_MAX_AGE_S * 1000 + MARGIN_MS;
/** An old key stays published until what it signed has expired and no cache is needed for it. */
export const PUBLISH_AFTER_USE_MS = (JWKS_MAX_AGE_S + ASSERTION_LIFETIME_S) * 1000 + MARGIN_MS;

export interface RotatingKey {
  readonly id: string;
  readonly state: KeyState;
  readonly publishedAt: Date;
  readonly retiredAt?: Date | null | undefined;
}

export interface RotationPlan {
  /** A `next` key must be made and published. */
  readonly make: boolean;
  /** This `next` key becomes active, and the active one retires. */
  readonly activate: string | undefined;
  /** Retired keys that nobody can need any more. */
  readonly remove: readonly string[];
}

/**
 * The next step of a rotation of one site's keys of one algorithm. `begin` asks for a new key; calling again later (any
 * number of times) carries an open rotation on when its time has come.
 */
export function planRotation(keys: readonly RotatingKey[], now: Date, begin: boolean): RotationPlan {
  const next = keys.find(({ state }) => state === 'next');
  const due = next !== undefined && now.getTime() - next.publishedAt.getTime() >= PUBLISH_BEFORE_USE_MS;
  const over = keys.filter(
    ({ state, retiredAt }) =>
      state === 'retired' && retiredAt instanceof Date && now.getTime() - retiredAt.getTime() >= PUBLISH_AFTER_USE_MS,
  );
  return { make: begin && next === undefined, activate: due ? next.id : undefined, remove: over.map(({ id }) => id) };
}
