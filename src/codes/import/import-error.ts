import { AppError } from '#kernel/index.ts';

/** The one error of importers: what is wrong, in which file (and line), and what to do. */
export function importError(publicMessage: string, cause?: unknown): AppError {
  return new AppError('codes-import-failed', { publicMessage, ...(cause === undefined ? {} : { cause }) });
}
