import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';

/** A sign-in that has been sent to the EHR and has not come back. Deleted when it does: a `state` is good once. */
export const LoginAttempt = defineEntity({
  name: 'LoginAttempt',
  tableName: 'login_attempt',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    siteId: p.uuid(),
    /** SHA-256 of the `state` parameter. */
    stateHash: p.string().unique('login_attempt_state_unique'),
    /** SHA-256 of what the browser that began it keeps in a cookie. */
    sessionHash: p.string(),
    /** Nonce and PKCE verifier. */
    sealedSecrets: p.blob(),
    expiresAt: p.datetime().index(),
  },
});
export type LoginAttempt = InferEntity<typeof LoginAttempt>;
