import type { Request } from 'express';

/** Gives a request another query. oidc-provider takes its mount path from the difference of the two URLs, so both change alike. */
export function rewriteQuery(request: Request, params: URLSearchParams): void {
  const query = `?${params.toString()}`;
  request.url = `${request.url.split('?')[0] ?? ''}${query}`;
  request.originalUrl = `${request.originalUrl.split('?')[0] ?? ''}${query}`;
}
