/** What can be made to go wrong, so that a client can be tried against it. */
export const FAULT_KINDS = [
  'unauthorized',
  'forbidden',
  'throttled',
  'server-error',
  'unavailable',
  'time-out',
  'truncated-body',
  'slow',
  'drip',
  'html-answer',
  'expired-paging',
  'write-then-504',
  'connection-reset',
  'wrong-content',
  'bad-id-token-audience',
  'bad-id-token-issuer',
  'bad-id-token-nonce',
  'bad-id-token-signature',
] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** The first rule that matches a request and is due acts on it. */
export interface FaultRule {
  readonly kind: FaultKind;
  /** HTTP method; any when left out. */
  readonly method?: string;
  /**
   * Path from the origin (`/fhir/Encounter`), `*` for anything: `/fhir/*`, `*token`. Any path under /fhir and
   * /oauth when left out. A `next` link and a Bundle go to `/fhir` itself.
   */
  readonly path?: string;
  /** The first matching call that it acts on, counted from 1. Default 1. */
  readonly nth?: number;
  /** On how many matching calls from there it acts. Default: all. */
  readonly count?: number;
  /** `throttled`, `unavailable`: the Retry-After header, sent as it is (`2`, an HTTP date, `999999999`, `soon`). */
  readonly retryAfter?: string;
  /** `slow`: before the answer; `drip`: between pieces of the body. Milliseconds. */
  readonly delayMs?: number;
}

export interface ActiveFault extends FaultRule {
  readonly id: string;
  /** Matching calls seen so far, and on how many of them it acted. */
  readonly seen: number;
  readonly acted: number;
}

/** The fault panel, in process. The same over HTTP: GET, POST and DELETE /faults. */
export interface Faults {
  add(rule: FaultRule): ActiveFault;
  list(): readonly ActiveFault[];
  /** False when there is none of that id. */
  remove(id: string): boolean;
  clear(): void;
}
