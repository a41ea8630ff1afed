import type { Database } from '#persistence/index.ts';
import { holdKeysExclusively } from './key-lock.ts';
import { pruneKeyFile, readKeyFile } from './key-file.ts';
import { localKeyId } from './local-wrapping.ts';
import { listTenantVaults } from './tenant-vaults.ts';

/** What a wrapping key has to do with a tenant. */
export interface KeyUsage {
  readonly tenantId: string;
  /** `local:` or `kms:` and the id of the key. */
  readonly wrappedBy: string;
  readonly dataKeys: number;
}

/** How many data keys each wrapping key wraps, tenant by tenant. */
export async function countKeyUsage(database: Database): Promise<KeyUsage[]> {
  const usage: KeyUsage[] = [];
  for (const { tenantId } of await listTenantVaults(database)) {
    const rows = await database.inTenant(tenantId, (em) =>
      em.execute<{ wrapped_by: string; keys: number }[]>(
        'select wrapped_by, count(*)::int as keys from data_key where tenant_id = ? and wrapped is not null group by 1 order by 1',
        [tenantId],
      ),
    );
    usage.push(...rows.map(({ wrapped_by: wrappedBy, keys }) => ({ tenantId, wrappedBy, dataKeys: keys })));
  }
  return usage;
}

/** Ids of the local keys that data keys need and the key file does not hold. Throws AppError `vault-open-failed` for a broken file. */
export async function findMissingKeys(database: Database, keyFile: string): Promise<string[]> {
  const held = new Set((await readKeyFile(keyFile)).keys.map((key) => localKeyId(key)));
  const needed = new Set((await countKeyUsage(database)).map(({ wrappedBy }) => wrappedBy));
  return [...needed].filter((key) => key.startsWith('local:') && !held.has(key));
}

/**
 * Takes the keys out of a key file that wrap no data key any more; the newest stays. While it looks, no data key is made,
 * and one that was wrapped before is wrapped anew (see data-keys.ts). Returns the ids of those taken out.
 */
export async function pruneUnusedKeys(database: Database, keyFile: string): Promise<string[]> {
  return database.withoutTenant(async (em) => {
    await holdKeysExclusively(em);
    const needed = new Set((await countKeyUsage(database)).map(({ wrappedBy }) => wrappedBy));
    return pruneKeyFile(keyFile, (key) => needed.has(localKeyId(key)));
  });
}
