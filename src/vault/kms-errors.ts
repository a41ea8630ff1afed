import { AppError } from '#kernel/index.ts';
import { openFailed } from './message.ts';

/** Errors after which the same request may succeed: KMS throttles, or is not well. Names of the SDK and of KMS's API. */
const PASSING = new Set([
  'ThrottlingException',
  'ThrottledException',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'LimitExceededException',
  'KMSInternalException',
  'KeyUnavailableException',
  'DependencyTimeoutException',
  'InternalFailure',
  'InternalServerError',
  'ServiceUnavailable',
  'ServiceUnavailableException',
  'RequestTimeout',
  'RequestTimeoutException',
  'TimeoutError',
  // Credentials of a role that were not fetched, or have run out, are fetched anew by the SDK.
  'CredentialsProviderError',
  'ExpiredTokenException',
  // An answer that is no answer of KMS: a proxy in between.
  'SyntaxError',
]);

/**
 * What an error of the SDK on Encrypt means: KMS is away for a while, or refuses the key, and then what waits for it is held
 * until the key is back. The name of the error's class is all that is kept: messages name keys and accounts.
 */
export function kmsSealError(cause: unknown): AppError {
  if (isPassing(cause)) return kmsUnavailable(nameOf(cause), cause);
  return new AppError('vault-open-failed', {
    publicMessage:
      'Data could not be sealed, because KMS refuses the key for it. Nothing was stored; an administrator has been alerted.',
    detail: nameOf(cause),
    cause,
  });
}

/** What an error of the SDK on Decrypt means: KMS is away for a while, or the key cannot be used. */
export function kmsOpenError(cause: unknown): AppError {
  return isPassing(cause) ? kmsUnavailable(nameOf(cause), cause) : openFailed(nameOf(cause), cause);
}

/** KMS throttles, is not well, or cannot be reached: the same request may succeed later. */
export function kmsUnavailable(detail: string, cause?: unknown): AppError {
  return new AppError('vault-unavailable', {
    publicMessage: 'The key service (KMS) does not answer. Nothing is lost; the work is tried again.',
    detail,
    ...(cause === undefined ? {} : { cause }),
  });
}

function isPassing(cause: unknown): boolean {
  if (PASSING.has(nameOf(cause))) return true;
  const status = statusOf(cause);
  // Without a status, the answer never came: the connection was refused, reset or timed out.
  return status === undefined ? hasSystemCode(cause) : status >= 500 || status === 429;
}

function statusOf(cause: unknown): number | undefined {
  if (typeof cause !== 'object' || cause === null || !('$metadata' in cause)) return undefined;
  const { $metadata: metadata } = cause;
  if (typeof metadata !== 'object' || metadata === null || !('httpStatusCode' in metadata)) return undefined;
  return typeof metadata.httpStatusCode === 'number' ? metadata.httpStatusCode : undefined;
}

/** `ECONNREFUSED`, `ECONNRESET`, `ENOTFOUND`, `ETIMEDOUT`, `EPIPE` ... */
function hasSystemCode(cause: unknown): boolean {
  return (
    typeof cause === 'object' &&
    cause !== null &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    /^E[A-Z]+$/.test(cause.code)
  );
}

function nameOf(cause: unknown): string {
  if (cause instanceof Error && cause.message === 'Region is missing') return 'AWS_REGION is not set';
  const named = typeof cause === 'object' && cause !== null && 'name' in cause ? cause.name : undefined;
  return typeof named === 'string' && /^[A-Za-z.]{1,80}$/.test(named) ? named : 'unknown';
}
