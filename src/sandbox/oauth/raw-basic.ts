import type { RequestHandler } from 'express';

/**
 * SMART's HTTP Basic is over the raw `id:secret` (client-confidential-symmetric), RFC 6749's over both percent-encoded, which
 * oidc-provider decodes. The raw pair is encoded for it; a pair that came encoded is then encoded twice, and is nobody's.
 */
export const takeRawBasic: RequestHandler = (request, _response, next) => {
  const [, encoded] = /^Basic ([A-Za-z0-9+/]+={0,2})$/i.exec(request.headers.authorization ?? '') ?? [];
  const pair = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = pair.indexOf(':');
  if (colon > 0) {
    const forProvider = `${encodeURIComponent(pair.slice(0, colon))}:${encodeURIComponent(pair.slice(colon + 1))}`;
    request.headers.authorization = `Basic ${Buffer.from(forProvider).toString('base64')}`;
  }
  next();
};
