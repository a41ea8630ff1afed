import type { Response } from 'express';

const NOBODY = "frame-ancestors 'none'";

/**
 * Lets these origins frame the answer. Answers are made with `frame-ancestors 'none'` and `X-Frame-Options: DENY`; only
 * what was made for a known site is opened, and for that site's EHR alone.
 */
export function allowFraming(response: Response, frameAncestors: readonly string[]): void {
  const policy = response.getHeader('content-security-policy');
  if (typeof policy !== 'string' || frameAncestors.length === 0) return;
  response.setHeader('content-security-policy', policy.replace(NOBODY, `frame-ancestors ${frameAncestors.join(' ')}`));
  response.removeHeader('x-frame-options');
}
