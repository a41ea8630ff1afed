/** Fields of a log line. Ids, codes, counts, durations in milliseconds: never text of a chart, never a secret. */
export type LogFields = Readonly<Record<string, string | number | boolean | undefined>>;

/** Where a room writes what happened. The implementation is chosen in the composition root. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
  /** A log whose lines carry these fields too. */
  with(fields: LogFields): Log;
}

/** For pure uses (command line, tests) that want no log. */
export const silentLog: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => silentLog,
};
