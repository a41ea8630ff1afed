import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity, TENANT_SETTING } from '#persistence/index.ts';

/** One launch from one chart: who, which patient, which encounter, and the tokens. Ids in plain, credentials sealed. */
export const LaunchRecord = defineEntity({
  name: 'LaunchRecord',
  tableName: 'launch',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    siteId: p.uuid(),
    /** SHA-256 of the browser session's key. */
    sessionHash: p.string().index(),
    /** `iss` and `sub` of the id_token: together they name the user. */
    userIssuer: p.text(),
    userSubject: p.string(),
    fhirUser: p.text().nullable(),
    patientId: p.string(),
    encounterId: p.string(),
    needPatientBanner: p.boolean(),
    intent: p.string().nullable(),
    grantedScope: p.text(),
    /** Access and refresh token, JSON. Null once the EHR has ended the sign-in. */
    sealedTokens: p.blob().nullable(),
    tokenExpiresAt: p.datetime(),
    /** Until when the launch can be used at all. */
    expiresAt: p.datetime(),
    createdAt: p.datetime(),
    lastSeenAt: p.datetime(),
  },
});
export type LaunchRecord = InferEntity<typeof LaunchRecord>;

const OWN_ROW = `tenant_id = nullif(current_setting('${TENANT_SETTING}', true), '')::uuid`;

/**
 * Which tenant a launch belongs to, asked before there is a tenant. Ids and a hash only; anyone may read it, but a tenant
 * writes only its own rows.
 */
export const LaunchDirectoryEntry = defineEntity({
  name: 'LaunchDirectoryEntry',
  tableName: 'launch_directory',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'anyone_reads', command: 'select', using: 'true' },
    { name: 'tenant_inserts', command: 'insert', check: OWN_ROW },
    { name: 'tenant_deletes', command: 'delete', using: OWN_ROW },
  ],
  properties: {
    launchId: p.uuid().primary(),
    tenantId: p.uuid().index(),
    sessionHash: p.string().index(),
  },
});
export type LaunchDirectoryEntry = InferEntity<typeof LaunchDirectoryEntry>;
