import type { Request, Response } from 'express';
import { createHmac } from 'node:crypto';
import { newToken, type Clock } from '#kernel/index.ts';
import type { LaunchUser } from './launch.ts';
import { ATTEMPT_TTL_MS } from './login-attempts.ts';
import { hashOf } from './hash.ts';

/** Says no more than that the browser keeps our cookies; the same for everyone. */
const PROBE = '__Host-revrx-probe';
/** One for each sign-in that is under way, named for its `state`. */
const LOGIN = '__Host-revrx-login-';

/** More sign-ins than anybody has under way: begun, and never come back. */
const MOST_LOGINS = 20;

const OPTIONS = { path: '/', httpOnly: true, secure: true, sameSite: 'none', partitioned: true } as const;

export function setProbe(response: Response): void {
  response.cookie(PROBE, '1', { ...OPTIONS, maxAge: ATTEMPT_TTL_MS });
}

export function hasProbe(request: Request): boolean {
  return cookiesOf(request).has(PROBE);
}

/**
 * Binds a sign-in to this browser: a secret in a cookie of its own, so that sign-ins which run beside each other cannot take each
 * other's away. Gives the secret.
 */
export function bindLogin(request: Request, response: Response, state: string, clock: Clock): string {
  const begun = loginsOf(request);
  if (begun.length >= MOST_LOGINS) for (const { name } of begun) response.clearCookie(name, OPTIONS);
  const secret = `${clock.now().getTime()}.${newToken()}`;
  response.cookie(nameOf(state), secret, { ...OPTIONS, maxAge: ATTEMPT_TTL_MS });
  return secret;
}

/** The secret of the sign-in with this `state`, if this browser began it. */
export function secretOf(request: Request, state: string): string | undefined {
  return cookiesOf(request).get(nameOf(state));
}

export function forgetLogin(response: Response, state: string): void {
  response.clearCookie(nameOf(state), OPTIONS);
}

export function forgetAllLogins(request: Request, response: Response): void {
  for (const { name } of loginsOf(request)) response.clearCookie(name, OPTIONS);
}

/**
 * The key of a session that begins with this request. Sign-ins that come back at the same moment, before the browser has a session
 * cookie, bring the same cookies along: from the oldest they get the same key. Another person gets another.
 */
export function keyOfNewSession(request: Request, { issuer, subject }: LaunchUser): string {
  const [oldest] = loginsOf(request).toSorted((a, b) => begunAt(a.secret) - begunAt(b.secret));
  if (oldest === undefined) return newToken();
  return createHmac('sha256', oldest.secret)
    .update(JSON.stringify([issuer, subject]))
    .digest('base64url');
}

function loginsOf(request: Request): { readonly name: string; readonly secret: string }[] {
  return [...cookiesOf(request)].flatMap(([name, secret]) => (name.startsWith(LOGIN) ? [{ name, secret }] : []));
}

function begunAt(secret: string): number {
  return Number.parseInt(secret, 10);
}

function nameOf(state: string): string {
  return `${LOGIN}${hashOf(state).slice(0, 16)}`;
}

/** All values here are of our making: none is quoted or encoded. */
function cookiesOf({ headers }: Request): Map<string, string> {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.split('='));
  return new Map(pairs.map(([name = '', ...value]) => [name.trim(), value.join('=').trim()]));
}
