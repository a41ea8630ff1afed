import type { Request, RequestHandler } from 'express';
import { AppError } from '#kernel/index.ts';
import { REQUEST_HEADER } from './contract.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Against requests that another page makes with the user's cookie (which is SameSite=None, as it must be in a frame): what
 * changes something has to come from our own origin, as JSON, with a header that no form can send (ASVS 3.5.1 to 3.5.3).
 * Throws AppError `forbidden`, or `input-invalid` for another content type.
 */
export function requestGuard(publicUrl: string): RequestHandler {
  const { origin } = new URL(publicUrl);
  return (request, _response, next) => {
    if (isForeign(request, origin)) throw refused();
    if (SAFE_METHODS.has(request.method)) return next();
    if (request.get(REQUEST_HEADER) === undefined || request.get('origin') !== origin) throw refused();
    if (hasBody(request) && request.is('application/json') !== 'application/json') {
      throw new AppError('input-invalid', { publicMessage: 'Send JSON (content-type application/json).' });
    }
    next();
  };
}

/** Browsers say where a request comes from; other clients say nothing, and have no cookie of a user either. */
function isForeign(request: Request, origin: string): boolean {
  const site = request.get('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const from = request.get('origin');
  return from !== undefined && from !== origin;
}

function hasBody(request: Request): boolean {
  return request.get('transfer-encoding') !== undefined || Number(request.get('content-length') ?? 0) > 0;
}

function refused(): AppError {
  return new AppError('forbidden', {
    publicMessage: "This request did not come from RevRx's own page, so it was refused.",
  });
}
