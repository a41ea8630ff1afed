import type { Request, RequestHandler } from 'express';
import { newId, type Log } from '#kernel/index.ts';

const ids = new WeakMap<Request, string>();

/** The id of a request: in its log lines, in the `x-request-id` of its answer, and the one that a user can quote. */
export function requestIdOf(request: Request): string {
  const id = ids.get(request) ?? newId();
  ids.set(request, id);
  return id;
}

/** Longest path that is logged; ours are shorter. */
const MAX_PATH = 200;

/** Told of every answer. */
export type OnAnswered = (answer: {
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}) => void;

/** One line for each answer: method, path without its query (codes and launch values stand there), status, milliseconds. */
export function requestLog(log: Log, onAnswered: OnAnswered = () => undefined): RequestHandler {
  return (request, response, next) => {
    const started = performance.now();
    const requestId = requestIdOf(request);
    response.set('x-request-id', requestId);
    response.once('close', () => {
      const ms = performance.now() - started;
      onAnswered({ method: request.method, status: response.statusCode, seconds: ms / 1_000 });
      log.info('request', {
        requestId,
        method: request.method,
        path: loggablePath(request.originalUrl),
        status: response.statusCode,
        ms: Math.round(ms),
        ...(response.writableFinished ? {} : { aborted: true }),
      });
    });
    next();
  };
}

/** The path without query and without anything that could break a log line (ASVS 16.4.1). */
export function loggablePath(url: string): string {
  const [path = ''] = url.split('?');
  return path.replace(/[^A-Za-z0-9/_.-]/g, '*').slice(0, MAX_PATH);
}
