import { importJWK, type JWK } from 'jose';
import type { SigningAlgorithm } from './site.ts';

/** Signs with a key that the caller never sees: a local key now, a KMS key where an administrator wants one. */
export interface Signer {
  readonly algorithm: SigningAlgorithm;
  /** Key id in the published key set. */
  readonly kid: string;
  /** JWS signature (for ES384 `r || s`, as JOSE wants it) over the bytes. */
  sign(data: Uint8Array): Promise<Uint8Array>;
}

const WEB_CRYPTO = {
  RS384: { name: 'RSASSA-PKCS1-v1_5' },
  ES384: { name: 'ECDSA', hash: 'SHA-384' },
} as const;

/** A signer over a private JWK in memory. */
export async function createLocalSigner(privateJwk: JWK, kid: string, algorithm: SigningAlgorithm): Promise<Signer> {
  const key = await importJWK(privateJwk, algorithm);
  if (!(key instanceof CryptoKey)) throw new TypeError('not an asymmetric key');
  return {
    algorithm,
    kid,
    async sign(data) {
      return new Uint8Array(await crypto.subtle.sign(WEB_CRYPTO[algorithm], key, Uint8Array.from(data)));
    },
  };
}
