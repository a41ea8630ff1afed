import type { Request } from 'express';
import { Access, type Grant } from './access.ts';
import { FhirError } from './fhir-error.ts';

const BEARER = /^Bearer ([\w.~+/=-]+)$/;

/** Reads the Authorization header and nothing else: a token in a URL or a body is no token. */
export function createAuthenticate(
  findGrant: (token: string) => Promise<Grant | undefined>,
): (request: Request) => Promise<Access> {
  return async (request) => {
    const token = BEARER.exec(request.get('Authorization') ?? '')?.[1];
    const grant = token === undefined ? undefined : await findGrant(token);
    if (grant !== undefined) return new Access(grant);
    const challenge = token === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
    throw new FhirError(401, 'login', 'a valid bearer token is needed', { 'WWW-Authenticate': challenge });
  };
}
