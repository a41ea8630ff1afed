import { createHash } from 'node:crypto';

/** SHA-256, base64url: what is stored of a random value that must be recognized but not read. */
export function hashOf(value: string): string {
  return createHash('sha256').update(value).digest('base64url');
}
