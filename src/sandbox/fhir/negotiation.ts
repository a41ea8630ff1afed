import type { Request } from 'express';
import { requireJson } from '../search/query.ts';
import { FhirError } from './fhir-error.ts';

export const FHIR_JSON = 'application/fhir+json';

/** @throws FhirError 406 when the client takes no FHIR JSON */
export function requireAcceptable(request: Request): void {
  const format = request.query['_format'];
  if (typeof format === 'string') return requireJson(format);
  if (request.accepts([FHIR_JSON, 'application/json']) === false) {
    throw new FhirError(406, 'not-supported', 'this server speaks application/fhir+json only');
  }
}

/** @throws FhirError 415 when the body is not declared as FHIR JSON (`application/json` is not) */
export function requireFhirBody(request: Request): void {
  if (mediaType(request) !== FHIR_JSON) {
    throw new FhirError(415, 'not-supported', `the body must be ${FHIR_JSON}, and its Content-Type must say so`);
  }
}

/** @throws FhirError 415 */
export function requireFormBody(request: Request): void {
  if (mediaType(request) !== 'application/x-www-form-urlencoded') {
    throw new FhirError(415, 'not-supported', 'the body of a search must be application/x-www-form-urlencoded');
  }
}

const mediaType = (request: Request): string | undefined =>
  request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();

/** The query of the request as it was sent: repeated parameters stay apart. */
export function queryOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://sandbox.invalid').searchParams;
}
