import fhirclient from 'fhirclient/lib/FhirClient.js';
import type { Exchange } from './exchange.ts';
import { malformed } from './fhir-answer.ts';

type RequestOptions = Parameters<InstanceType<typeof fhirclient.default>['fhirRequest']>[1];

/**
 * fhirclient's data layer (paging, references, resources) over our own transport: it sends its access token to any address
 * that it is given, and knows neither time limits nor retries.
 */
export class GuardedFhirClient extends fhirclient.default {
  readonly #exchange: Exchange;

  constructor(baseUrl: string, exchange: Exchange) {
    super(baseUrl);
    this.#exchange = exchange;
  }

  /** A GET. Writes go through `writes.ts`, which knows what must not be sent twice. */
  override async fhirRequest<T>(uri: string | URL, options: RequestOptions = {}): Promise<T> {
    if (options?.method !== undefined && options.method !== 'GET')
      throw new TypeError('Only reads go through fhirRequest.');
    const answer = await this.#exchange.send({
      method: 'GET',
      address: String(uri),
      headers: Object.fromEntries(new Headers(options?.headers ?? {})),
    });
    try {
      return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.body));
    } catch {
      throw malformed(answer, 'no JSON');
    }
  }
}
