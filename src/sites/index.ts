export { isAllowedAddress } from './address-guard.ts';
export { createGuardedFetch, createSiteFetch, type FetchGuard, type GuardedFetch } from './guarded-fetch.ts';
export { ASSERTION_LIFETIME_S, JWKS_MAX_AGE_S } from './key-rotation.ts';
export { type Signer } from './signer.ts';
export { type SiteInput } from './site-input.ts';
export { createSiteService, type SiteService } from './site-service.ts';
export { AUTH_METHODS, SIGNING_ALGORITHMS, type AuthMethod, type SigningAlgorithm, type Site } from './site.ts';
