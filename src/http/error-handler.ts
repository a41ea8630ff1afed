import type { ErrorRequestHandler, Request, RequestHandler } from 'express';
import { AppError, isAlertKind, reactionTo, toAppError, type Alerts, type Log } from '#kernel/index.ts';
import { translateDatabaseError } from '#persistence/index.ts';
import { renderPage } from '#smart/index.ts';
import type { ProblemView } from './contract.ts';
import { requestIdOf } from './request-log.ts';

/** Turns errors into answers: a page for a person who navigated, JSON for a program; the rest goes to the log. */
export function errorHandler(log: Log, alerts: Alerts): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const problem = toProblem(error);
    const { httpStatus } = reactionTo(problem.code);
    const requestId = requestIdOf(request);
    report(log, { problem, requestId, httpStatus });
    if (isAlertKind(problem.code)) alerts.raise(problem.code, { requestId, detail: problem.detail });
    if (response.headersSent) {
      next(error);
      return;
    }
    response.status(httpStatus);
    if (wantsPage(request)) {
      response.type('html').send(
        renderPage({
          title: titleOf(httpStatus),
          paragraphs: [problem.publicMessage, `If you ask for help, quote: ${requestId}`],
        }),
      );
      return;
    }
    const view: ProblemView = { error: { code: problem.code, message: problem.publicMessage, id: requestId } };
    response.json(view);
  };
}

/** The answer to a path that nothing serves. */
export const notFound: RequestHandler = () => {
  throw new AppError('not-found', { publicMessage: 'There is nothing at this address.' });
};

interface Report {
  readonly problem: AppError;
  readonly requestId: string;
  readonly httpStatus: number;
}

function report(log: Log, { problem, requestId, httpStatus }: Report): void {
  const fields = {
    requestId,
    code: problem.code,
    status: httpStatus,
    ...(problem.detail === undefined ? {} : { detail: problem.detail }),
    ...(problem.code === 'internal' ? { cause: causeOf(problem) } : {}),
  };
  if (httpStatus >= 500) log.error('request failed', fields);
  else log.warn('request refused', fields);
}

/** Kind and place of an unexpected error, without its message: messages of drivers can quote values. */
function causeOf({ cause }: AppError): string {
  if (!(cause instanceof Error)) return typeof cause;
  const frames = (cause.stack ?? '').split('\n').filter((line) => line.trimStart().startsWith('at '));
  const places = frames.slice(0, 4).map((line) => line.trim().replace(/\(?file:\/\/.*\/(src|node_modules)\//, '($1/'));
  return [cause.name, ...places].join(' ');
}

/** Express and its body parser throw errors with a status: those that are the client's fault keep it, by meaning. */
function toProblem(error: unknown): AppError {
  const translated = translateDatabaseError(error);
  if (translated instanceof AppError) return translated;
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  if (status === 404) return new AppError('not-found', { publicMessage: 'There is nothing at this address.' });
  if (status >= 400 && status < 500) {
    const publicMessage =
      status === 413 ? 'The request is too large.' : 'The request could not be read. Check its form.';
    return new AppError('input-invalid', { publicMessage, detail: `status ${status}` });
  }
  return toAppError(translated);
}

/** A navigation asks for HTML; the app and other programs ask for something else, or for anything. */
function wantsPage(request: Request): boolean {
  return (
    request.method === 'GET' && !request.originalUrl.startsWith('/api/') && request.accepts(['json', 'html']) === 'html'
  );
}

function titleOf(httpStatus: number): string {
  if (httpStatus === 404) return 'There is nothing here';
  if (httpStatus === 429) return 'Too many requests';
  if (httpStatus < 500) return 'RevRx could not be opened';
  return 'RevRx has a problem';
}
