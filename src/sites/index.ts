export { isAllowedAddress, type AddressPolicy } from './address-guard.ts';
export {
  createGuardedFetch,
  createSiteFetch,
  isLoopbackHttp,
  type FetchGuard,
  type GuardedFetch,
  type GuardedRequest,
} from './guarded-fetch.ts';
export { ASSERTION_LIFETIME_S, JWKS_MAX_AGE_S } from './key-rotation.ts';
export { type Signer } from './signer.ts';
export { DEFAULT_BACKEND_SCOPE, DEFAULT_LAUNCH_SCOPE, type SiteInput } from './site-input.ts';
export { createSiteService, type SiteService } from './site-service.ts';
export {
  AUTH_METHODS,
  SIGNING_ALGORITHMS,
  type AuthMethod,
  type SigningAlgorithm,
  type Site,
  type SiteQuirks,
} from './site.ts';
