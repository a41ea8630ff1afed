import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { TENANT_SETTING } from '#persistence/index.ts';

const OWN_ROW = `tenant_id = nullif(current_setting('${TENANT_SETTING}', true), '')::uuid`;

/**
 * Which tenant and site an issuer belongs to: what a launch has to know before there is a tenant. Anyone may read it (it
 * holds neither PHI nor secrets), but a tenant writes only its own rows, so none can take over another's issuer.
 */
export const SiteDirectoryEntry = defineEntity({
  name: 'SiteDirectoryEntry',
  tableName: 'site_directory',
  rowLevelSecurity: 'force',
  policies: [
    { name: 'anyone_reads', command: 'select', using: 'true' },
    { name: 'tenant_inserts', command: 'insert', check: OWN_ROW },
    { name: 'tenant_updates', command: 'update', using: OWN_ROW, check: OWN_ROW },
    { name: 'tenant_deletes', command: 'delete', using: OWN_ROW },
  ],
  properties: {
    siteId: p.uuid().primary(),
    tenantId: p.uuid().index(),
    /** The FHIR base exactly as the EHR sends it as `iss`. */
    issuer: p.text().unique('site_directory_issuer_unique'),
  },
});
export type SiteDirectoryEntry = InferEntity<typeof SiteDirectoryEntry>;
