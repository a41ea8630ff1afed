import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';
import { AUTH_METHODS, SIGNING_ALGORITHMS, type AuthMethod, type SigningAlgorithm, type SiteQuirks } from './site.ts';

/** One connection to an EHR. Secrets in it are sealed; the private keys stand in `signing_key`. */
export const SiteRecord = defineEntity({
  name: 'SiteRecord',
  tableName: 'site',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    name: p.string(),
    fhirBaseUrl: p.text(),
    clientId: p.string(),
    backendClientId: p.string().nullable(),
    authMethod: p.enum(() => [...AUTH_METHODS]).$type<AuthMethod>(),
    signingAlgorithm: p.enum(() => [...SIGNING_ALGORITHMS]).$type<SigningAlgorithm>(),
    sealedClientSecret: p.blob().nullable(),
    oidcIssuer: p.text().nullable(),
    pinnedHosts: p.json().$type<readonly string[]>(),
    frameAncestors: p.json().$type<readonly string[]>(),
    launchScope: p.text(),
    backendScope: p.text(),
    timeZone: p.string(),
    nightlySchedule: p.string(),
    nightlyEnabled: p.boolean(),
    /** Days after which what a review keeps of a chart is removed; null: never. */
    retentionDays: p.integer().nullable(),
    revenueCycleUsers: p.json().$type<readonly string[]>(),
    feeLocality: p.string().nullable(),
    quirks: p.json().$type<SiteQuirks>(),
    lastSuccessfulPull: p.datetime().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export type SiteRecord = InferEntity<typeof SiteRecord>;
