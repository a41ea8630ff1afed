import { errors, type Adapter, type AdapterPayload } from 'oidc-provider';

interface Stored {
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** What can be made to expire at once, for trying a client against it. */
type TokenModel = 'AccessToken' | 'ClientCredentials' | 'RefreshToken' | 'AuthorizationCode';

const PRUNE_EVERY = 500;

/**
 * oidc-provider's storage, in memory. A consumption is atomic: of two simultaneous requests with one code or one refresh
 * token, the second is refused and the grant is revoked.
 */
export class TokenStorage {
  readonly #models = new Map<string, Map<string, Stored>>();
  readonly #findClient: (id: string) => Promise<AdapterPayload | undefined>;
  #writes = 0;

  constructor(findClient: (id: string) => Promise<AdapterPayload | undefined>) {
    this.#findClient = findClient;
  }

  readonly adapter = (model: string): Adapter => ({
    upsert: async (id, payload, expiresIn) => this.#upsert(model, id, payload, expiresIn),
    find: async (id) => (model === 'Client' ? this.#findClient(id) : this.#model(model).get(id)?.payload),
    findByUserCode: async () => undefined,
    findByUid: async (uid) => [...this.#model(model).values()].find(({ payload }) => payload.uid === uid)?.payload,
    consume: async (id) => this.#consume(model, id),
    destroy: async (id) => void this.#model(model).delete(id),
    revokeByGrantId: async (grantId) => this.#revoke(model, grantId),
  });

  /** Everything of this kind that was issued so far is expired from now on. */
  expire(model: TokenModel): void {
    for (const { payload } of this.#model(model).values()) payload.exp = 1;
  }

  #model(name: string): Map<string, Stored> {
    const existing = this.#models.get(name);
    if (existing !== undefined) return existing;
    const made = new Map<string, Stored>();
    this.#models.set(name, made);
    return made;
  }

  #upsert(model: string, id: string, payload: AdapterPayload, expiresIn: number | undefined): void {
    this.#model(model).set(id, {
      payload,
      expiresAt: expiresIn === undefined ? Infinity : Date.now() + expiresIn * 1000,
    });
    this.#writes += 1;
    if (this.#writes % PRUNE_EVERY === 0) this.#prune();
  }

  #consume(model: string, id: string): void {
    const payload = this.#model(model).get(id)?.payload;
    if (payload === undefined || payload.consumed !== undefined) {
      const grantId = payload?.grantId;
      if (grantId !== undefined) for (const name of this.#models.keys()) this.#revoke(name, grantId);
      throw new errors.InvalidGrant('already used');
    }
    payload.consumed = Math.floor(Date.now() / 1000);
  }

  #revoke(model: string, grantId: string): void {
    const stored = this.#model(model);
    for (const [id, { payload }] of stored) if (payload.grantId === grantId) stored.delete(id);
  }

  #prune(): void {
    const now = Date.now();
    for (const stored of this.#models.values()) {
      for (const [id, { expiresAt }] of stored) if (expiresAt < now) stored.delete(id);
    }
  }
}
