import type { JWK } from 'jose';
import type { AdapterPayload } from 'oidc-provider';
import type { ClientRegistration } from '../options.ts';

/**
 * A registration in the words of OpenID Connect Dynamic Client Registration.
 * @param keys of a client that proves itself by private_key_jwt
 */
export function toClientMetadata(client: ClientRegistration, keys: readonly JWK[]): AdapterPayload {
  const interactive = client.grantTypes.includes('authorization_code');
  return {
    client_id: client.clientId,
    client_name: client.name ?? client.clientId,
    application_type: 'web',
    grant_types: [...client.grantTypes],
    response_types: interactive ? ['code'] : [],
    redirect_uris: [...client.redirectUris],
    ...(client.clientSecret === undefined
      ? { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: keys.map((key) => ({ ...key })) } }
      : { token_endpoint_auth_method: 'client_secret_basic', client_secret: client.clientSecret }),
    id_token_signed_response_alg: 'RS256',
  };
}
