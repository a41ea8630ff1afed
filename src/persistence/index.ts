export { parseConnectionUrl, toPgOptions, type ConnectionSettings, type PgOptions } from './connection.ts';
export {
  Database,
  openDatabase,
  translateDatabaseError,
  type OpenDatabaseOptions,
  type TenantWork,
} from './database.ts';
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './embedded-postgres.ts';
export { migrateDown, migrateUp, pendingMigrations, type NamedMigration } from './migrate.ts';
export { reachableFolder } from './postgres-binaries.ts';
export {
  accessFromUrls,
  APPLICATION_ROLE,
  MIGRATOR_ROLE,
  prepareEmbeddedDatabase,
  type DatabaseAccess,
} from './roles.ts';
export { APPEND_ONLY, NEVER_DELETED, TENANT_SETTING, tenantColumns, tenantRowSecurity } from './tenant-table.ts';
export { becomeSoleHolder } from './sole-holder.ts';
