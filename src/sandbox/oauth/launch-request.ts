import express, { Router, type Request } from 'express';

/**
 * Prepares an authorization request for oidc-provider: a POSTed form becomes the same request by GET, and offline_access
 * gets the `prompt=consent` without which oidc-provider takes it away (OpenID Connect Core, section 11; SMART does not ask for it).
 */
export function prepareAuthorization(path: string): Router {
  const router = Router();
  router.post(
    path,
    express.text({ type: 'application/x-www-form-urlencoded', limit: '64kb' }),
    (request, _response, next) => {
      const body: unknown = request.body;
      if (typeof body !== 'string') return next();
      request.method = 'GET';
      rewrite(request, new URLSearchParams(body));
      next();
    },
  );
  router.get(path, (request, _response, next) => {
    const params = new URL(request.url, 'http://sandbox.invalid').searchParams;
    const offline = params.get('scope')?.split(' ').includes('offline_access') ?? false;
    if (offline && !params.has('prompt')) {
      params.set('prompt', 'consent');
      rewrite(request, params);
    }
    next();
  });
  return router;
}

/** oidc-provider takes its mount path from the difference of the two URLs, so both change alike. */
function rewrite(request: Request, params: URLSearchParams): void {
  const query = `?${params.toString()}`;
  request.url = `${request.url.split('?')[0] ?? ''}${query}`;
  request.originalUrl = `${request.originalUrl.split('?')[0] ?? ''}${query}`;
}
