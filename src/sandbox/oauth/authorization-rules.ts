import { errors, type Client, type KoaContextWithOIDC } from 'oidc-provider';
import type { ClientRegistration, LaunchRequest } from '../options.ts';
import type { FhirStore } from '../store.ts';
import type { Launches } from './launches.ts';
import { covers, parseResourceScope, PLAIN_SCOPES, splitScope } from './scopes.ts';

interface AuthorizationRules {
  readonly fhirBaseUrl: string;
  readonly store: FhirStore;
  readonly launches: Launches;
  client(id: string): ClientRegistration | undefined;
  /** Keeps what the launch stands for until the grant is made. */
  remember(ctx: KoaContextWithOIDC, launch: LaunchRequest): void;
}

/**
 * What SMART asks of an authorization request beyond OAuth: the exact `aud`, a `state`, known and registered scopes, and
 * a launch value that is good. The launch signs the EHR's user in: there is no login page, and no cookie is needed.
 * Source: SMART App Launch 2.2, app-launch. Runs as oidc-provider's validators of extra parameters, once the rest is checked.
 */
export function authorizationValidators(rules: AuthorizationRules) {
  return {
    aud: (ctx: KoaContextWithOIDC, aud: string | undefined): void => {
      if (aud !== rules.fhirBaseUrl) throw new errors.InvalidRequest('aud must be the FHIR base URL, exactly');
      if (typeof ctx.oidc.params?.['state'] !== 'string') throw new errors.InvalidRequest('state is missing');
      if (ctx.oidc.params['max_age'] !== undefined) throw new errors.InvalidRequest('max_age is not supported');
    },
    launch: (ctx: KoaContextWithOIDC, launch: string | undefined, { clientId }: Client): void => {
      // As it was sent: by now oidc-provider has dropped the scopes that it does not know.
      const scope = ctx.query['scope'];
      const scopes = typeof scope === 'string' ? splitScope(scope) : [];
      requireRegistered(scopes, rules.client(clientId), 'user');
      rules.remember(ctx, takeLaunch(rules, launch, scopes));
    },
  };
}

function takeLaunch(
  { launches, store }: AuthorizationRules,
  launch: string | undefined,
  scopes: readonly string[],
): LaunchRequest {
  if (launch === undefined) {
    throw new errors.CustomOIDCProviderError(
      'login_required',
      'nobody is signed in: launch from the chart, or ask for launch/patient',
    );
  }
  const taken = launches.take(launch);
  if (taken === undefined) throw new errors.InvalidRequest('the launch value is unknown, used or expired');
  const { kind, request } = taken;
  const needed = kind === 'ehr' ? 'launch' : 'launch/patient';
  if (!scopes.includes(needed)) throw new errors.InvalidScope(`this launch needs the scope "${needed}"`, needed);
  if (
    store.get('Practitioner', request.practitioner) === undefined ||
    store.get('Patient', request.patient) === undefined
  ) {
    throw new errors.AccessDenied('the launch names a user or a patient who is not in this EHR');
  }
  return request;
}

/** @throws errors.InvalidScope for a scope that is unknown, not registered, or not for this kind of client */
function requireRegistered(
  scopes: readonly string[],
  client: ClientRegistration | undefined,
  kind: 'user' | 'system',
): void {
  const registered = splitScope(client?.scope ?? '');
  if (scopes.length === 0) throw new errors.InvalidScope('scope is missing', '');
  for (const scope of scopes) {
    const resource = parseResourceScope(scope);
    const plain: readonly string[] = PLAIN_SCOPES;
    const known =
      resource === undefined
        ? kind === 'user' && plain.includes(scope)
        : (resource.context === 'system') === (kind === 'system');
    if (!known) throw new errors.InvalidScope('a scope is unknown here', scope);
    if (!covers(registered, scope)) throw new errors.InvalidScope('a scope is not registered for this client', scope);
  }
}

/**
 * A backend service must name its scopes, all of them `system/` and registered. oidc-provider itself would let others by.
 * Source: SMART App Launch 2.2, backend-services.
 */
export function checkBackendToken(ctx: KoaContextWithOIDC, client: ClientRegistration | undefined): void {
  const scope = ctx.oidc.body?.['scope'];
  requireRegistered(typeof scope === 'string' ? splitScope(scope) : [], client, 'system');
}
