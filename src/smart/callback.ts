import * as client from 'openid-client';
import { recordAuditEvent, UNKNOWN_ACTOR, userActor } from '#audit/index.ts';
import { AppError, newToken, toAppError } from '#kernel/index.ts';
import type { Site } from '#sites/index.ts';
import type { AuthorizeDependencies } from './authorize.ts';
import { chooseEncounter } from './encounter-choice.ts';
import { storeLaunch } from './launch-store.ts';
import type { Launch, LaunchUser } from './launch.ts';
import { takeAttempt, type AttemptSecrets } from './login-attempts.ts';
import { translateOauthError } from './oauth-errors.ts';
import type { SiteConnection } from './openid-configurations.ts';
import { closeLaunchesOf, hasAnotherUser } from './session-launches.ts';
import { parseLaunchContext, tokenExpiry, toTokens, type LaunchContext } from './token-response.ts';

/** With a refresh token a launch lasts a working day; without, as long as its token. */
const LAUNCH_LIMIT_MS = 12 * 60 * 60_000;

export interface CallbackRequest {
  readonly site: Site;
  readonly state: string;
  /** The query as the EHR sent it. */
  readonly query: URLSearchParams;
  /** What the browser that began the sign-in keeps in a cookie. */
  readonly browserSecret: string;
  /** The key of the browser's session, where it has one. */
  readonly sessionKey: string | undefined;
  /** The key of a session that begins now. */
  readonly newSessionKey: (user: LaunchUser) => string;
}

export interface CompletedLaunch {
  readonly launch: Launch;
  /** Of the session that owns it. */
  readonly sessionKey: string;
  /** Another person had used the browser's session: sign-ins that they began must not end in the session of this one. */
  readonly displaced: boolean;
}

/**
 * Takes the EHR's answer: state first, then error, then code. The code is exchanged and the id_token checked (signature,
 * issuer, audience, nonce, times); what comes out is one launch of one patient. Throws AppErrors.
 */
export async function completeLaunch(deps: AuthorizeDependencies, request: CallbackRequest): Promise<CompletedLaunch> {
  const { site, state, browserSecret } = request;
  const attempt = await takeAttempt(deps, site, { state, browserSecret });
  // Not accounted for: anyone on the network can send such an answer, as often as they like.
  if (attempt === undefined) throw stateMismatch();
  try {
    return await signIn(deps, request, attempt);
  } catch (error) {
    await recordRefusal(deps, site, toAppError(error).code);
    throw error;
  }
}

async function signIn(
  deps: AuthorizeDependencies,
  request: CallbackRequest,
  attempt: AttemptSecrets,
): Promise<CompletedLaunch> {
  const { site, state, query } = request;
  const connection = await deps.connections.connect(site);
  const response = await exchangeCode(connection, { attempt, state, query, redirectUri: deps.redirectUri });
  const context = parseLaunchContext(response);
  const now = deps.clock.now();
  const tokenExpiresAt = tokenExpiry(response, now);
  const tokens = toTokens(response);
  const lasting = tokens.refreshToken !== undefined;
  const user = toUser(response);
  const chart = await requireChart(connection, context, response.access_token);
  const sessionKey = await sessionOf(deps, request, user);
  const launch = await storeLaunch(deps, {
    tenantId: site.tenantId,
    siteId: site.id,
    ...chart,
    user,
    needPatientBanner: context.needPatientBanner,
    intent: context.intent,
    grantedScope: response.scope ?? '',
    expiresAt: lasting ? new Date(now.getTime() + LAUNCH_LIMIT_MS) : tokenExpiresAt,
    sessionKey,
    tokens,
    tokenExpiresAt,
  });
  return { launch, sessionKey, displaced: request.sessionKey !== undefined && request.sessionKey !== sessionKey };
}

/**
 * A browser session belongs to one person. Where another one signs in (a shared workstation), the launches that are open
 * in it are closed, and a new session begins.
 */
async function sessionOf(
  deps: AuthorizeDependencies,
  { sessionKey, newSessionKey }: CallbackRequest,
  user: LaunchUser,
): Promise<string> {
  if (sessionKey === undefined) return newSessionKey(user);
  if (!(await hasAnotherUser(deps, { sessionKey, user }))) return sessionKey;
  await closeLaunchesOf(deps, { sessionKey, action: 'launch.displaced', actor: userActor(user) });
  return newToken();
}

async function recordRefusal(
  { database, clock }: AuthorizeDependencies,
  { tenantId, id }: Site,
  code: string,
): Promise<void> {
  await database.inTenant(tenantId, (em) =>
    recordAuditEvent(em, {
      tenantId,
      at: clock.now(),
      action: 'launch.refused',
      outcome: 'failure',
      actor: UNKNOWN_ACTOR,
      subject: { type: 'site', id },
      details: { code },
    }),
  );
}

type CodeResponse = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

interface CodeExchange {
  readonly attempt: AttemptSecrets;
  readonly state: string;
  readonly query: URLSearchParams;
  readonly redirectUri: string;
}

async function exchangeCode(
  { site, launchClient }: SiteConnection,
  { attempt, state, query, redirectUri }: CodeExchange,
): Promise<CodeResponse> {
  const currentUrl = new URL(redirectUri);
  currentUrl.search = query.toString();
  try {
    const checks = { expectedState: state, pkceCodeVerifier: attempt.codeVerifier, idTokenExpected: true };
    const nonce = site.quirks.nonceNotEchoed === true ? {} : { expectedNonce: attempt.nonce };
    return await client.authorizationCodeGrant(launchClient, currentUrl, { ...checks, ...nonce });
  } catch (error) {
    throw translateOauthError(error);
  }
}

async function requireChart(
  connection: SiteConnection,
  { patientId, encounterId }: LaunchContext,
  accessToken: string,
): Promise<{ patientId: string; encounterId: string }> {
  if (patientId === undefined) {
    throw new AppError('launch-invalid', {
      publicMessage: "The EHR opened RevRx without a patient. Open it from a patient's chart.",
    });
  }
  if (encounterId !== undefined) return { patientId, encounterId };
  return { patientId, encounterId: await chooseEncounter(connection, { patientId, accessToken }) };
}

function toUser(response: CodeResponse): LaunchUser {
  const claims = response.claims();
  if (claims === undefined)
    throw new AppError('oauth-token-failed', { publicMessage: 'The EHR did not say who is signed in.' });
  const fhirUser = claims['fhirUser'];
  return { issuer: claims.iss, subject: claims.sub, fhirUser: typeof fhirUser === 'string' ? fhirUser : undefined };
}

export function stateMismatch(): AppError {
  return new AppError('launch-state-mismatch', {
    publicMessage:
      'This sign-in was used already, has expired, or was begun in another window. Open RevRx again from the chart.',
  });
}
