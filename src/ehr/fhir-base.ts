import { EhrError } from './ehr-error.ts';

/**
 * The address of an EHR's FHIR API and the guard over it: an access token goes nowhere else. References, `next` links and
 * attachment addresses come from data, and data must not be able to send the token to another server or another tenant's base.
 */
export class FhirBase {
  readonly #origin: string;
  /** Without a slash at the end. */
  readonly #path: string;

  constructor(baseUrl: string) {
    const url = new URL(baseUrl);
    this.#origin = url.origin;
    this.#path = url.pathname.replace(/\/+$/, '');
  }

  toString(): string {
    return this.#origin + this.#path;
  }

  /**
   * The absolute address of something under the base; relative ones are relative to the base (RFC 3986).
   *
   * @throws EhrError `ehr-foreign-origin` for an address elsewhere
   */
  resolve(address: string): URL {
    // Transactions go to the base itself, which has no slash at its end.
    const url = address === '' ? new URL(String(this)) : URL.parse(address, `${this.#origin}${this.#path}/`);
    if (url === null || !this.#holds(url)) {
      throw new EhrError('ehr-foreign-origin', {
        publicMessage:
          'The EHR named an address outside its own FHIR API. RevRx did not follow it, to keep its access token safe.',
        detail: `host ${url === null ? 'unreadable' : url.host.slice(0, 100)}`,
      });
    }
    return url;
  }

  /** The path below the base, for messages and the log: without query. */
  pathOf(url: URL): string {
    return url.pathname.slice(this.#path.length + 1);
  }

  #holds(url: URL): boolean {
    if (url.origin !== this.#origin || url.username !== '' || url.password !== '') return false;
    // A server that decodes %2f or %5c before it looks up the path could be led out of the base by them.
    if (/%2e|%2f|%5c/i.test(url.pathname)) return false;
    return url.pathname === this.#path || url.pathname.startsWith(`${this.#path}/`);
  }
}
