import * as client from 'openid-client';
import { AppError } from '#kernel/index.ts';

/** OAuth error codes are words of ASCII letters; anything else is not repeated. */
const ERROR_CODE = /^[a-z_]{1,60}$/;

/** An OAuth error code fit for a log line. Error texts of the other side are never repeated. */
export function safeOauthCode(code: unknown): string {
  return typeof code === 'string' && ERROR_CODE.test(code) ? code : 'unknown error';
}

/** Whether the EHR said that this grant (code, refresh token) is over, as against "not now". */
export function isGrantOver(error: unknown): boolean {
  return error instanceof client.ResponseBodyError && error.error === 'invalid_grant';
}

/** openid-client's errors as AppErrors; ours (from the guarded fetch) pass. */
export function translateOauthError(error: unknown): AppError {
  const own = findAppError(error);
  if (own !== undefined) return own;
  if (error instanceof client.AuthorizationResponseError) return refusedAtSignIn(error);
  if (error instanceof client.ResponseBodyError) return refusedAtToken(error);
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return new AppError('oauth-token-failed', {
    publicMessage:
      "The EHR's answer to the sign-in did not pass RevRx's checks, so the sign-in was stopped. Open RevRx again from the chart; if that does not help, tell your administrator.",
    detail: code ?? (error instanceof Error ? error.name : typeof error),
    cause: error,
  });
}

function refusedAtSignIn(error: client.AuthorizationResponseError): AppError {
  const code = safeOauthCode(error.error);
  return new AppError('launch-refused', {
    publicMessage: `The EHR did not allow the sign-in (${code}). Open RevRx again from the chart; if that does not help, tell your administrator.`,
    detail: code,
  });
}

function refusedAtToken(error: client.ResponseBodyError): AppError {
  const code = safeOauthCode(error.error);
  if (code === 'invalid_grant') {
    return new AppError('launch-refused', {
      publicMessage: 'This sign-in has expired or was used already. Open RevRx again from the chart.',
      detail: code,
      cause: error,
    });
  }
  return new AppError('oauth-token-failed', {
    publicMessage: `The EHR did not give RevRx access (${code}). Check the client id, keys and scopes of the connection with "revrx site test".`,
    detail: `${code} ${error.status}`,
    cause: error,
  });
}

function findAppError(error: unknown): AppError | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at instanceof AppError) return at;
  }
  return undefined;
}
