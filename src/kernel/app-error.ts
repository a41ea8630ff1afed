import type { ErrorCode } from './error-codes.ts';

interface AppErrorOptions {
  /** One sentence or two that a user may read: what happened, to what, and what to do. Never PHI, never a secret. */
  readonly publicMessage: string;
  /** For the log only. Still never PHI: ids, statuses, counts. */
  readonly detail?: string;
  readonly cause?: unknown;
  /** When the other side asked for a pause (Retry-After): milliseconds, already bounded by the adapter. */
  readonly retryAfterMs?: number;
}

/** Every failure that RevRx raises on purpose. Adapters translate the errors of their SDK to it at their edge. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly publicMessage: string;
  readonly detail: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, { publicMessage, detail, cause, retryAfterMs }: AppErrorOptions) {
    super(detail === undefined ? publicMessage : `${publicMessage} (${detail})`, cause === undefined ? {} : { cause });
    this.name = 'AppError';
    this.code = code;
    this.publicMessage = publicMessage;
    this.detail = detail;
    this.retryAfterMs = retryAfterMs;
  }
}

/** The error as an AppError: itself, or wrapped as `internal` with a message that gives nothing away. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  return new AppError('internal', {
    publicMessage: 'Something went wrong inside RevRx. It has been logged; try again.',
    detail: error instanceof Error ? error.name : typeof error,
    cause: error,
  });
}
