import { decodeJwt, generateKeyPair, importJWK, SignJWT, type JWK, type JWTPayload } from 'jose';
import type { FaultKind } from '../faults/fault.ts';

const ID_TOKEN_FAULTS = [
  'bad-id-token-audience',
  'bad-id-token-issuer',
  'bad-id-token-nonce',
  'bad-id-token-signature',
] as const satisfies readonly FaultKind[];

export type IdTokenFault = (typeof ID_TOKEN_FAULTS)[number];

export const isIdTokenFault = (kind: FaultKind): kind is IdTokenFault => ID_TOKEN_FAULTS.some((one) => one === kind);

/** The id_token with one thing wrong; its signature is good except where that is the fault (a key of somebody else's). */
export async function spoilIdToken(idToken: string, fault: IdTokenFault, signingKey: JWK): Promise<string> {
  const claims = decodeJwt(idToken);
  const key =
    fault === 'bad-id-token-signature'
      ? (await generateKeyPair('RS256')).privateKey
      : await importJWK(signingKey, 'RS256');
  return new SignJWT({ ...claims, ...changes(fault) })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', ...(signingKey.kid === undefined ? {} : { kid: signingKey.kid }) })
    .sign(key);
}

function changes(fault: IdTokenFault): JWTPayload {
  if (fault === 'bad-id-token-audience') return { aud: 'somebody-else' };
  if (fault === 'bad-id-token-issuer') return { iss: 'https://evil.example' };
  return fault === 'bad-id-token-nonce' ? { nonce: 'not-the-nonce-that-was-sent' } : {};
}
