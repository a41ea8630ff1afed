import type { EntityManager } from '@mikro-orm/postgresql';
import { AppError } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { DataKey } from './data-key.entity.ts';
import { nothingIsSealed } from './erased.ts';
import { openFailed } from './message.ts';
import { TenantVault } from './tenant-vault.entity.ts';
import type { Wrapping } from './wrapping.ts';

/** Other tenants whose keys are looked for when a tenant has none of its own yet. */
const OTHERS = 20;

/**
 * A wrong key file (or KMS key) must not go unnoticed until something is opened: what was sealed meanwhile would be lost
 * once the right one is back. So before a key wraps a tenant's first data key in this process, it, or what came with it,
 * must unwrap one that the tenant has; for a new tenant, one that another has from the same kind of key.
 */
export class SameKeys {
  readonly #database: Database;
  readonly #wrapping: Wrapping;
  /** Tenants and wrapping keys that are known to belong together. */
  readonly #proven = new Set<string>();

  constructor({ database, wrapping }: { readonly database: Database; readonly wrapping: Wrapping }) {
    this.#database = database;
    this.#wrapping = wrapping;
  }

  /** Throws AppError `vault-open-failed`, `vault-unavailable`, or `erased` for a tenant that was shredded. */
  async require(tenantId: string): Promise<void> {
    const current = await this.#wrapping.currentKeyId(tenantId);
    const name = `${tenantId} ${current}`;
    if (this.#proven.has(name)) return;
    const earlier = await this.#findEarlier(tenantId, current);
    if (earlier !== undefined) await this.#prove(earlier);
    this.#proven.add(name);
  }

  async #findEarlier(tenantId: string, current: string): Promise<DataKey | undefined> {
    const own = await this.#database.inTenant(tenantId, async (em) => {
      const vault = await em.findOne(TenantVault, { tenantId });
      if (vault?.shreddedAt instanceof Date) throw nothingIsSealed();
      return (await newestOf(em, { tenantId, wrappedBy: current })) ?? newestOf(em, { tenantId });
    });
    if (own !== null) return own;
    const others = await this.#database.withoutTenant((em) =>
      em.find(TenantVault, { tenantId: { $ne: tenantId }, kmsKeyId: null, shreddedAt: null }, { limit: OTHERS }),
    );
    for (const other of others) {
      const found = await this.#database.inTenant(other.tenantId, (em) => newestOf(em, { tenantId: other.tenantId }));
      // Of another kind, it proves nothing: its key may be out of reach for good reason.
      if (found !== null && kindOf(found.wrappedBy) === kindOf(current)) return found;
    }
    return undefined;
  }

  async #prove({ id, tenantId, wrapped, wrappedBy }: DataKey): Promise<void> {
    if (wrapped === null || wrapped === undefined) return;
    await this.#wrapping.unwrap({ tenantId, dataKeyId: id }, { wrapped, wrappedBy }).catch((cause: unknown) => {
      if (!(cause instanceof AppError) || cause.code !== 'vault-open-failed') throw cause;
      throw openFailed(
        `the present key does not open the data keys that there are, so it seals nothing: ${cause.detail ?? wrappedBy}`,
        cause,
      );
    });
  }
}

function newestOf(em: EntityManager, where: { tenantId: string; wrappedBy?: string }): Promise<DataKey | null> {
  return em.findOne(DataKey, { ...where, wrapped: { $ne: null } }, { orderBy: { id: 'desc' } });
}

function kindOf(wrappedBy: string): string {
  return wrappedBy.slice(0, wrappedBy.indexOf(':'));
}
