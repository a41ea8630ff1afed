import { createLogger, format, transports, type Logger } from 'winston';
import type { Log, LogFields } from '#kernel/index.ts';

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly format: 'text' | 'json';
}

const text = format.printf(({ timestamp, level, message, ...fields }) => {
  const tail = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${String(value)}`)
    .join(' ');
  return `${String(timestamp)} ${level.padEnd(5)} ${String(message)}${tail === '' ? '' : `  ${tail}`}`;
});

/** Writes log lines to stderr, so that stdout stays for what a command answers. */
export function createLog({ level, format: shape }: LogOptions): Log {
  const logger = createLogger({
    level,
    format: format.combine(format.timestamp(), shape === 'json' ? format.json() : text),
    transports: [new transports.Console({ stderrLevels: ['error', 'warn', 'info', 'debug'] })],
  });
  return toLog(logger, {});
}

function toLog(logger: Logger, fields: LogFields): Log {
  const write =
    (level: 'debug' | 'info' | 'warn' | 'error') =>
    (message: string, more: LogFields = {}): void =>
      void logger.log({ ...fields, ...more, level, message });
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    with: (more) => toLog(logger, { ...fields, ...more }),
  };
}
