import express, { Router } from 'express';
import { rewriteQuery } from './rewrite-query.ts';

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
      rewriteQuery(request, new URLSearchParams(body));
      next();
    },
  );
  router.get(path, (request, _response, next) => {
    const params = new URL(request.url, 'http://sandbox.invalid').searchParams;
    const offline = params.get('scope')?.split(' ').includes('offline_access') ?? false;
    if (offline && !params.has('prompt')) {
      params.set('prompt', 'consent');
      rewriteQuery(request, params);
    }
    next();
  });
  return router;
}
