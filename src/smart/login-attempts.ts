import { z } from 'zod';
import { isId, newId, newToken, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { Site } from '#sites/index.ts';
import type { SealContext, Vault } from '#vault/index.ts';
import { hashOf } from './hash.ts';
import { LoginAttempt } from './login-attempt.entity.ts';

/** How long a user may take at the EHR's sign-in. */
export const ATTEMPT_TTL_MS = 10 * 60_000;

const secretsSchema = z.object({ nonce: z.string(), codeVerifier: z.string() });
export type AttemptSecrets = z.infer<typeof secretsSchema>;

interface Dependencies {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
}

/** A `state` names its site, so that an answer can only ever count for the EHR that the question went to. */
export function newState(siteId: string): string {
  return `${siteId}.${newToken()}`;
}

/** The site that a `state` belongs to, if it is one of ours at all. */
export function siteOfState(state: unknown): string | undefined {
  if (typeof state !== 'string' || state.length > 200) return undefined;
  const [siteId] = state.split('.');
  return isId(siteId) ? siteId : undefined;
}

export interface NewAttempt extends AttemptSecrets {
  readonly state: string;
  /** What the browser that begins it keeps in a cookie. */
  readonly browserSecret: string;
}

/** Remembers a sign-in until it comes back. */
export async function storeAttempt(
  { database, vault, clock }: Dependencies,
  site: Site,
  attempt: NewAttempt,
): Promise<void> {
  const id = newId();
  const { nonce, codeVerifier } = attempt;
  const sealedSecrets = await vault.seal(
    sealContext(site.tenantId, id),
    Buffer.from(JSON.stringify({ nonce, codeVerifier })),
  );
  await database.inTenant(site.tenantId, (em) =>
    em.insert(LoginAttempt, {
      id,
      tenantId: site.tenantId,
      siteId: site.id,
      stateHash: hashOf(attempt.state),
      sessionHash: hashOf(attempt.browserSecret),
      sealedSecrets,
      expiresAt: new Date(clock.now().getTime() + ATTEMPT_TTL_MS),
    }),
  );
}

/**
 * Takes an attempt out: by its state, in the browser that began it, once. Undefined when there is none, when it has
 * expired, or when it belongs to another browser. Deleting is what makes it single use: of two callbacks one gets the row.
 */
export async function takeAttempt(
  { database, vault, clock }: Dependencies,
  site: Site,
  { state, browserSecret }: Pick<NewAttempt, 'state' | 'browserSecret'>,
): Promise<AttemptSecrets | undefined> {
  const { tenantId, id: siteId } = site;
  const attempt = await database.inTenant(tenantId, async (em) => {
    const where = { tenantId, siteId, stateHash: hashOf(state), sessionHash: hashOf(browserSecret) };
    const found = await em.findOne(LoginAttempt, where);
    return found !== null && (await em.nativeDelete(LoginAttempt, { ...where, id: found.id })) === 1
      ? found
      : undefined;
  });
  if (attempt === undefined || attempt.expiresAt <= clock.now()) return undefined;
  const opened = await vault.open(sealContext(tenantId, attempt.id), attempt.sealedSecrets);
  return secretsSchema.parse(JSON.parse(opened.toString('utf8')));
}

function sealContext(tenantId: string, rowId: string): SealContext {
  return { tenantId, table: 'login_attempt', rowId, purpose: 'oauth-login' };
}
