import { AppError } from '#kernel/index.ts';
import { isRecord } from './fhir/fields.ts';
import { EhrError, describe, type RequestLabel } from './ehr-error.ts';

/** Failures before a connection stood: the request was certainly not received. */
const NOT_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** What `fetch` threw, as ours. Of its message nothing is kept: it may hold the address with its query. */
export function errorWithoutAnswer(error: unknown, ranOut: boolean, label: RequestLabel): EhrError {
  // The fetch that a site brings along has guards and time limits of its own.
  const own = error instanceof AppError ? error : undefined;
  const timedOut = ranOut || own?.code === 'ehr-timeout';
  if (own !== undefined && own.code !== 'ehr-unreachable' && !timedOut) {
    return new EhrError(own.code, {
      publicMessage: own.publicMessage,
      detail: own.detail ?? describe(label),
      cause: own,
    });
  }
  const code = systemCodeOf(error);
  const detail = `${describe(label)}: ${code ?? 'connection failed'}`;
  if (timedOut) {
    return new EhrError('ehr-timeout', {
      publicMessage: 'The EHR took too long to answer. RevRx will try again.',
      detail: `${describe(label)}: timed out`,
    });
  }
  return new EhrError('ehr-unreachable', {
    publicMessage: 'RevRx could not reach the EHR. It will try again.',
    detail,
    cause: code !== undefined && NOT_SENT.has(code) ? new RequestNotSent() : undefined,
  });
}

/** Marks an error of a request that was certainly not received, so that even a write may be sent again. */
export class RequestNotSent extends Error {
  override readonly name = 'RequestNotSent';
}

function systemCodeOf(error: unknown): string | undefined {
  let cause = error;
  for (let depth = 0; isRecord(cause) && depth < 6; depth++) {
    const { code } = cause;
    if (typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code)) return code;
    cause = cause['cause'];
  }
  return undefined;
}
