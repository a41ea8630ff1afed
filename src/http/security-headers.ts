import helmet from 'helmet';
import type { RequestHandler } from 'express';

/**
 * Headers of every answer: nothing but our own scripts, styles, pictures and connections; framed by nobody until a route
 * knows whose EHR it answers (`allowFraming`); no referrer, as launch ids stand in paths; nothing cached.
 */
export function securityHeaders({ https }: { readonly https: boolean }): RequestHandler[] {
  return [
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'"],
          styleSrc: ["'self'"],
          // React and Mantine set style attributes for positions and sizes; style elements stay forbidden.
          styleSrcAttr: ["'unsafe-inline'"],
          imgSrc: ["'self'", 'data:'],
          fontSrc: ["'self'"],
          connectSrc: ["'self'"],
          baseUri: ["'none'"],
          formAction: ["'none'"],
          frameAncestors: ["'none'"],
          ...(https ? { upgradeInsecureRequests: [] } : {}),
        },
      },
      xFrameOptions: { action: 'deny' },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: https ? { maxAge: 63_072_000, includeSubDomains: true } : false,
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      crossOriginResourcePolicy: { policy: 'same-origin' },
    }),
    (_request, response, next) => {
      response.set('cache-control', 'no-store');
      response.set('permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=()');
      next();
    },
  ];
}
