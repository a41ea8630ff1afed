import { p } from '@mikro-orm/core';

/** The session variable that row level security compares with `tenant_id`. */
export const TENANT_SETTING = 'app.tenant';

/** The comment of a table whose rows the application may add and read, and neither change nor take away. */
export const APPEND_ONLY = 'append-only';

/** The comment of a table whose rows the application may not take away. */
export const NEVER_DELETED = 'never-deleted';

/** Columns that every tenant table begins with. */
export const tenantColumns = {
  /** UUID version 7. */
  id: p.uuid().primary(),
  tenantId: p.uuid().index(),
} as const;

/**
 * Row level security of a tenant table: forced, so that the owner too sees only the rows of the session's tenant, and
 * nothing when no tenant is set (an unset variable is '' or null, which equals no id).
 */
export const tenantRowSecurity = {
  rowLevelSecurity: 'force' as const,
  policies: [
    {
      name: 'tenant_only',
      using: `tenant_id = nullif(current_setting('${TENANT_SETTING}', true), '')::uuid`,
      check: `tenant_id = nullif(current_setting('${TENANT_SETTING}', true), '')::uuid`,
    },
  ],
};
