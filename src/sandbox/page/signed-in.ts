import type { Request } from 'express';
import type { Practitioner } from 'fhir/r4.js';
import type { FhirStore } from '../store.ts';

/** Not `__Host-`: the sandbox speaks http. Cookies of one host are shared by its ports, hence the name. */
export const USER_COOKIE = 'kestrel_user';

/** The practitioner who is signed in to the EHR page: as chosen, else the first. Undefined when there is none at all. */
export function findSignedIn(store: FhirStore, request: Request): Practitioner | undefined {
  const chosen = readCookie(request.headers.cookie, USER_COOKIE);
  const known = chosen === undefined ? undefined : store.get('Practitioner', chosen);
  return known ?? store.list('Practitioner')[0];
}

function readCookie(header: string | undefined, name: string): string | undefined {
  for (const pair of header?.split(';') ?? []) {
    const [key, value] = pair.trim().split('=');
    if (key === name && value !== undefined) return value;
  }
  return undefined;
}
