import type { AdapterPayload } from 'oidc-provider';
import type { ClientRegistration } from '../options.ts';

/** A registration in the words of OpenID Connect Dynamic Client Registration. */
export function toClientMetadata(client: ClientRegistration): AdapterPayload {
  const interactive = client.grantTypes.includes('authorization_code');
  return {
    client_id: client.clientId,
    client_name: client.name ?? client.clientId,
    application_type: 'web',
    grant_types: [...client.grantTypes],
    response_types: interactive ? ['code'] : [],
    redirect_uris: [...client.redirectUris],
    ...(client.clientSecret === undefined
      ? { token_endpoint_auth_method: 'private_key_jwt' }
      : { token_endpoint_auth_method: 'client_secret_basic', client_secret: client.clientSecret }),
    id_token_signed_response_alg: 'RS256',
    ...(client.jwks === undefined ? {} : { jwks: { keys: client.jwks.keys.map((key) => ({ ...key })) } }),
    ...(client.jwksUri === undefined ? {} : { jwks_uri: client.jwksUri }),
  };
}
