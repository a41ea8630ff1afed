import { AppError, newToken, type Clock } from '#kernel/index.ts';
import { ASSERTION_LIFETIME_S, type Signer, type SiteService, type Site } from '#sites/index.ts';
import type * as client from 'openid-client';

const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

interface Dependencies {
  readonly sites: Pick<SiteService, 'signer' | 'clientSecret'>;
  readonly clock: Clock;
}

/** A ClientAuth that takes its time, which the library waits for (keys are opened, or signed with at KMS). */
type AsyncClientAuth = (...parameters: Parameters<client.ClientAuth>) => Promise<void>;

/** How RevRx proves itself to the token endpoint of a site: as its administrator registered it. */
export function createClientAuthentication(site: Site, { sites, clock }: Dependencies): AsyncClientAuth {
  if (site.authMethod === 'client_secret_basic') {
    // SMART encodes the raw pair; RFC 6749 (and openid-client's own Basic) would percent-encode it first.
    return async (_server, { client_id: clientId }, _body, headers) => {
      const secret = await sites.clientSecret(site);
      headers.set('authorization', rawBasic(clientId, secret.reveal()));
    };
  }
  // A ClientAuth of our own, because keys rotate under a kept configuration and a KMS key can only sign.
  return async (server, { client_id: clientId }, body) => {
    if (server.token_endpoint === undefined) throw noTokenEndpoint();
    const assertion = await signAssertion(await sites.signer(site), {
      clientId,
      tokenEndpoint: server.token_endpoint,
      now: clock.now(),
    });
    body.set('client_assertion_type', ASSERTION_TYPE);
    body.set('client_assertion', assertion);
  };
}

interface Assertion {
  readonly clientId: string;
  readonly tokenEndpoint: string;
  readonly now: Date;
}

/**
 * The assertion of SMART App Launch 2.2, "client-confidential-asymmetric": `typ` JWT, `aud` the token endpoint as one
 * string, a `jti` that is never used again, and no client_id in the body.
 */
export async function signAssertion(signer: Signer, { clientId, tokenEndpoint, now }: Assertion): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  const header = { alg: signer.algorithm, kid: signer.kid, typ: 'JWT' };
  const payload = {
    iss: clientId,
    sub: clientId,
    aud: tokenEndpoint,
    iat: issuedAt,
    exp: issuedAt + ASSERTION_LIFETIME_S,
    jti: newToken(),
  };
  const input = `${toBase64url(header)}.${toBase64url(payload)}`;
  const signature = await signer.sign(Buffer.from(input));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}

/** HTTP Basic over the unencoded `id:secret`. */
export function rawBasic(clientId: string, secret: string): string {
  return `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`;
}

function toBase64url(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function noTokenEndpoint(): AppError {
  return new AppError('oauth-discovery-failed', { publicMessage: 'The EHR names no token endpoint.' });
}
