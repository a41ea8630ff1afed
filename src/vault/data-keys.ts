import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from '@aws-crypto/client-node';
import { AppError, newId, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { DataKey } from './data-key.entity.ts';
import { KEY_BYTES } from './key-file.ts';
import { ensureTenantVault, holdKeysTogether } from './key-lock.ts';
import { erased, nothingIsSealed } from './erased.ts';
import { createMessageCipher, openFailed, type MessageCipher } from './message.ts';
import { SameKeys } from './same-keys.ts';
import type { WrappedKey, Wrapping } from './wrapping.ts';

export interface DataKeyDependencies {
  readonly database: Database;
  readonly wrapping: Wrapping;
  readonly clock: Clock;
}

/** What a data key is used for. */
interface DataKeyCipher extends MessageCipher {
  /** A keyed hash, see `Vault.pseudonym`. */
  pseudonym(value: string): string;
}

interface CachedCipher {
  readonly at: number;
  readonly cipher: Promise<DataKeyCipher>;
}

/** Unwrapped keys in memory: so many, for so long. Shredding and a disabled KMS key take effect within it. */
const MAX_CACHED = 2_000;
const MAX_AGE_MS = 5 * 60_000;

/** 128 bits. */
const PSEUDONYM_LENGTH = 32;

/** How often a key is wrapped anew because the key that wrapped it was taken out of use meanwhile. */
const ATTEMPTS = 3;

/** The scope of what belongs to a tenant and to no review: tokens, site keys. */
export const TENANT_SCOPE = 'tenant';

/** The data keys of all tenants: made when first needed, unwrapped at most once in five minutes. */
export class DataKeys {
  readonly #deps: DataKeyDependencies;
  readonly #sameKeys: SameKeys;
  readonly #cache = new Map<string, CachedCipher>();

  constructor(deps: DataKeyDependencies) {
    this.#deps = deps;
    this.#sameKeys = new SameKeys(deps);
  }

  /** The cipher of a scope; its key is made when there is none. Throws AppError `erased` once it was shredded. */
  forSealing(tenantId: string, scope: string): Promise<DataKeyCipher> {
    return this.#cached(tenantId, scope, async () => {
      const known = await this.#find(tenantId, scope);
      return this.#unwrap(known ?? (await this.#make(tenantId, scope)));
    });
  }

  /** The cipher of a scope that has sealed something. Throws AppError `erased` or `vault-open-failed`. */
  forOpening(tenantId: string, scope: string): Promise<DataKeyCipher> {
    return this.#cached(tenantId, scope, async () => {
      const known = await this.#find(tenantId, scope);
      if (known === null) throw openFailed('there is no key for it');
      return this.#unwrap(known);
    });
  }

  /** Whether a key that was shredded sealed this message: each message names its key. */
  async wasShredded(tenantId: string, sealed: Uint8Array): Promise<boolean> {
    const shredded = await this.#deps.database.inTenant(tenantId, (em) =>
      em.find(DataKey, { tenantId, scope: { $like: `${TENANT_SCOPE}%` }, wrapped: null }),
    );
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    return shredded.some(({ id }) => bytes.includes(id));
  }

  /** Drops a key from memory: after shredding it, or to see whether it still unwraps. */
  forget(tenantId: string, scope: string): void {
    this.#cache.delete(`${tenantId} ${scope}`);
  }

  async #cached(tenantId: string, scope: string, load: () => Promise<DataKeyCipher>): Promise<DataKeyCipher> {
    const name = `${tenantId} ${scope}`;
    const now = this.#deps.clock.now().getTime();
    const cached = this.#cache.get(name);
    if (cached !== undefined && now - cached.at < MAX_AGE_MS) return cached.cipher;
    const entry = { at: now, cipher: load() };
    this.#cache.delete(name);
    this.#cache.set(name, entry);
    // Maps keep the order of insertion: the first is the oldest.
    for (const [oldest] of this.#cache) {
      if (this.#cache.size <= MAX_CACHED) break;
      this.#cache.delete(oldest);
    }
    entry.cipher.catch(() => {
      if (this.#cache.get(name) === entry) this.#cache.delete(name);
    });
    return entry.cipher;
  }

  #find(tenantId: string, scope: string): Promise<DataKey | null> {
    return this.#deps.database.inTenant(tenantId, (em) => em.findOne(DataKey, { tenantId, scope }));
  }

  async #make(tenantId: string, scope: string): Promise<DataKey> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      await this.#sameKeys.require(tenantId);
      const id = newId();
      const wrapped = await this.#deps.wrapping.wrap({ tenantId, dataKeyId: id }, randomBytes(KEY_BYTES));
      const stored = await this.#store({ id, tenantId, scope, ...wrapped });
      if (stored !== undefined) return stored;
    }
    throw new AppError('vault-seal-failed', {
      publicMessage: 'The keys change at this moment, so nothing was stored. The work is tried again.',
    });
  }

  /** The key of the scope as it stands then; undefined when the key that wrapped it was taken out of use meanwhile. */
  #store({ id, tenantId, scope, wrapped, wrappedBy }: NewDataKey): Promise<DataKey | undefined> {
    const { database, wrapping, clock } = this.#deps;
    return database.inTenant(tenantId, async (em) => {
      await holdKeysTogether(em);
      if (!(await wrapping.stillHolds(wrappedBy))) return undefined;
      const { shreddedAt } = await ensureTenantVault(em, tenantId);
      if (shreddedAt instanceof Date) throw nothingIsSealed();
      const row = { id, tenantId, scope, wrapped, wrappedBy, createdAt: clock.now(), shreddedAt: null };
      // Another process may have made it at the same moment: the first stands, and both use it.
      await em.createQueryBuilder(DataKey).insert(row).onConflict(['tenantId', 'scope']).ignore().execute();
      return em.findOneOrFail(DataKey, { tenantId, scope });
    });
  }

  async #unwrap({ id, tenantId, scope, wrapped, wrappedBy }: DataKey): Promise<DataKeyCipher> {
    // A tenant's own key is gone only while the tenant is shut; reopening puts it aside.
    if (wrapped === null || wrapped === undefined) throw scope === TENANT_SCOPE ? nothingIsSealed() : erased();
    const dataKey = await this.#deps.wrapping.unwrap({ tenantId, dataKeyId: id }, { wrapped, wrappedBy });
    const keyring = new RawAesKeyringNode({
      keyNamespace: 'revrx-data-key',
      keyName: id,
      unencryptedMasterKey: new Uint8Array(dataKey),
      wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
    });
    // A key of its own for hashing: the data key itself only ever encrypts.
    const hashKey = Buffer.from(hkdfSync('sha256', dataKey, '', 'revrx pseudonym', KEY_BYTES));
    return {
      ...createMessageCipher(keyring, id),
      pseudonym: (value) => createHmac('sha256', hashKey).update(value).digest('hex').slice(0, PSEUDONYM_LENGTH),
    };
  }
}

interface NewDataKey extends WrappedKey {
  readonly id: string;
  readonly tenantId: string;
  readonly scope: string;
}
