import { createHash } from 'node:crypto';
import { userInfo } from 'node:os';

/** RevRx itself, by its clock. */
export const SCHEDULE = 'schedule';

/** Somebody of whom no more is known: a launch that was refused before anyone signed in. */
export const UNKNOWN_ACTOR = 'unknown';

/** Who runs a command: `cli:` and the name of the operating system's user. */
export function commandActor(): string {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // A container may run as a user that its passwd file does not name.
    return `cli:uid-${process.getuid?.() ?? 'unknown'}`;
  }
}

export interface SignedInUser {
  readonly issuer: string;
  readonly subject: string;
  readonly fhirUser: string | undefined;
}

/** Whoever signs in as one of these works there; any other reference could name a patient. */
const STAFF = /(?:^|\/)((?:Practitioner|PractitionerRole)\/[A-Za-z0-9.-]{1,64})$/;

/** A person who signed in through the EHR: their reference there, or a hash of issuer and subject where that is none. */
export function userActor({ issuer, subject, fhirUser }: SignedInUser): string {
  const reference = STAFF.exec(fhirUser ?? '')?.[1];
  if (reference !== undefined) return `user:${reference}`;
  return `user:${createHash('sha256').update(`${issuer} ${subject}`).digest('base64url')}`;
}
