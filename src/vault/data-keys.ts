import { randomBytes } from 'node:crypto';
import { RawAesKeyringNode, RawAesWrappingSuiteIdentifier } from '@aws-crypto/client-node';
import { AppError, newId, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { DataKey } from './data-key.entity.ts';
import { createMessageCipher, openFailed, type MessageCipher } from './message.ts';
import type { Wrapping } from './wrapping.ts';

export interface DataKeyDependencies {
  readonly database: Database;
  readonly wrapping: Wrapping;
  readonly clock: Clock;
}

interface CachedCipher {
  readonly at: number;
  readonly cipher: Promise<MessageCipher>;
}

const KEY_BYTES = 32;
/** Unwrapped keys in memory: so many, for so long. Shredding and a disabled KMS key take effect within it. */
const MAX_CACHED = 2_000;
const MAX_AGE_MS = 5 * 60_000;

/** The data keys of all tenants: made when first needed, unwrapped at most once in five minutes. */
export class DataKeys {
  readonly #deps: DataKeyDependencies;
  readonly #cache = new Map<string, CachedCipher>();

  constructor(deps: DataKeyDependencies) {
    this.#deps = deps;
  }

  /** The cipher of a scope; its key is made when there is none. Throws AppError `erased` once it was shredded. */
  forSealing(tenantId: string, scope: string): Promise<MessageCipher> {
    return this.#cached(tenantId, scope, async () => {
      const known = await this.#find(tenantId, scope);
      return this.#unwrap(known ?? (await this.#make(tenantId, scope)));
    });
  }

  /** The cipher of a scope that has sealed something. Throws AppError `erased` or `vault-open-failed`. */
  forOpening(tenantId: string, scope: string): Promise<MessageCipher> {
    return this.#cached(tenantId, scope, async () => {
      const known = await this.#find(tenantId, scope);
      if (known === null) throw openFailed('there is no key for it');
      return this.#unwrap(known);
    });
  }

  /** Drops a key from memory: after shredding it. */
  forget(tenantId: string, scope: string): void {
    this.#cache.delete(`${tenantId} ${scope}`);
  }

  async #cached(tenantId: string, scope: string, load: () => Promise<MessageCipher>): Promise<MessageCipher> {
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
    const { database, wrapping, clock } = this.#deps;
    const id = newId();
    const wrappedBy = await wrapping.currentKeyId(tenantId);
    const wrapped = await wrapping.wrap({ tenantId, dataKeyId: id }, randomBytes(KEY_BYTES));
    return database.inTenant(tenantId, async (em) => {
      const row = { id, tenantId, scope, wrapped, wrappedBy, createdAt: clock.now(), shreddedAt: null };
      // Another process may have made it at the same moment: the first stands, and both use it.
      await em.createQueryBuilder(DataKey).insert(row).onConflict(['tenantId', 'scope']).ignore().execute();
      return em.findOneOrFail(DataKey, { tenantId, scope });
    });
  }

  async #unwrap({ id, tenantId, wrapped }: DataKey): Promise<MessageCipher> {
    if (wrapped === null || wrapped === undefined) throw erased();
    const dataKey = await this.#deps.wrapping.unwrap({ tenantId, dataKeyId: id }, wrapped);
    const keyring = new RawAesKeyringNode({
      keyNamespace: 'revrx-data-key',
      keyName: id,
      unencryptedMasterKey: new Uint8Array(dataKey),
      wrappingSuite: RawAesWrappingSuiteIdentifier.AES256_GCM_IV12_TAG16_NO_PADDING,
    });
    return createMessageCipher(keyring, id);
  }
}

function erased(): AppError {
  return new AppError('erased', {
    publicMessage: 'This was erased for good by an administrator. Ask for a new review of the encounter.',
  });
}
