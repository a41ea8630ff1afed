import { errors } from 'oidc-provider';

const MAX_LIFETIME_SECONDS = 300;

/**
 * The SMART rules on a client's assertion that go beyond RFC 7523: `typ` JWT, a key id, the token endpoint as the one
 * audience and as a string, at most five minutes to live, and a `jti` that never comes twice.
 * Source: SMART App Launch 2.2, client-confidential-asymmetric.
 */
export class AssertionRules {
  readonly #seen = new Map<string, number>();
  readonly #audiences: ReadonlySet<string>;

  constructor(tokenEndpoint: string) {
    this.#audiences = new Set([tokenEndpoint]);
  }

  /** @throws errors.InvalidClientAuth with what is wrong */
  check(claims: Readonly<Record<string, unknown>>, header: Readonly<Record<string, unknown>>): void {
    const { aud, exp, jti, iss } = claims;
    const now = Date.now() / 1000;
    if (header['typ'] !== 'JWT') throw refused('its header has no typ JWT');
    if (typeof header['kid'] !== 'string' || header['kid'] === '') throw refused('its header has no kid');
    if (typeof aud !== 'string' || !this.#audiences.has(aud))
      throw refused('its aud is not the token endpoint, as a string');
    if (typeof exp !== 'number' || exp <= now) throw refused('it has expired');
    if (exp > now + MAX_LIFETIME_SECONDS) throw refused('it lives longer than five minutes');
    if (typeof jti !== 'string' || jti === '') throw refused('it has no jti');
    this.#useOnce(`${String(iss)} ${jti}`, exp, now);
  }

  /** In one go, so that two requests at once cannot both pass: oidc-provider looks first and writes later. */
  #useOnce(key: string, exp: number, now: number): void {
    for (const [old, expiry] of this.#seen) if (expiry < now) this.#seen.delete(old);
    if (this.#seen.has(key)) throw refused('its jti has been used before');
    this.#seen.set(key, exp);
  }
}

const refused = (reason: string): errors.InvalidClientAuth =>
  new errors.InvalidClientAuth(`client assertion refused: ${reason}`);
