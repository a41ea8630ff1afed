import type { EntityManager } from '@mikro-orm/postgresql';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { recordAuditEvent, SCHEDULE } from '#audit/index.ts';
import { AppError, newId, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { SealContext, Vault } from '#vault/index.ts';
import { planRotation } from './key-rotation.ts';
import { createLocalSigner, type Signer } from './signer.ts';
import { SigningKeyRecord } from './signing-key.entity.ts';
import { SIGNING_ALGORITHMS, type Site, type SigningAlgorithm } from './site.ts';

export interface KeyDependencies {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
}

type SiteRef = Pick<Site, 'tenantId' | 'id'>;

/** Makes the first pair of keys of a site (RSA and EC: what an EHR takes is known only later); they sign at once. */
export async function makeFirstKeys(deps: KeyDependencies, site: SiteRef): Promise<SigningKeyRecordInput[]> {
  const now = deps.clock.now();
  return Promise.all(
    SIGNING_ALGORITHMS.map(async (algorithm) => ({
      ...(await makeKey(deps, site, algorithm)),
      state: 'active' as const,
      activatedAt: now,
    })),
  );
}

/** New keys that sign at once in place of all that there are: those can be opened no more. */
export async function replaceKeys(deps: KeyDependencies, site: SiteRef): Promise<void> {
  const keys = await makeFirstKeys(deps, site);
  await deps.database.inTenant(site.tenantId, async (em) => {
    await em.nativeDelete(SigningKeyRecord, { tenantId: site.tenantId, siteId: site.id });
    await em.insertMany(SigningKeyRecord, keys);
  });
}

/** The keys that the EHR may see signatures of: next, active and retired. */
export async function publishedKeys({ database }: KeyDependencies, site: SiteRef): Promise<JWK[]> {
  const keys = await database.inTenant(site.tenantId, (em) =>
    em.find(SigningKeyRecord, { tenantId: site.tenantId, siteId: site.id }, { orderBy: { id: 'asc' } }),
  );
  return keys.map(({ publicJwk }) => publicJwk);
}

/** The key that signs now. Throws AppError `oauth-token-failed` when the site has none. */
export async function activeSigner(
  { database, vault }: KeyDependencies,
  site: Pick<Site, 'tenantId' | 'id' | 'signingAlgorithm'>,
): Promise<Signer> {
  const { tenantId, id: siteId, signingAlgorithm: algorithm } = site;
  const key = await database.inTenant(tenantId, (em) =>
    em.findOne(SigningKeyRecord, { tenantId, siteId, algorithm, state: 'active' }),
  );
  if (key === null) {
    throw new AppError('oauth-token-failed', {
      publicMessage: `This EHR connection has no active ${algorithm} signing key. An administrator has to add one.`,
      detail: `site ${siteId}`,
    });
  }
  const privateJwk = await vault.open(sealContext(tenantId, key.id), key.sealedPrivateJwk);
  return createLocalSigner(JSON.parse(privateJwk.toString('utf8')) as JWK, key.id, algorithm);
}

/** Since when the oldest key that signs has done so; undefined without keys. */
export async function signingSince({ database }: KeyDependencies, site: SiteRef): Promise<Date | undefined> {
  const where = { tenantId: site.tenantId, siteId: site.id, state: 'active' as const };
  const [oldest] = await database.inTenant(site.tenantId, (em) =>
    em.find(SigningKeyRecord, where, { orderBy: { activatedAt: 'asc' }, limit: 1 }),
  );
  return oldest?.activatedAt ?? undefined;
}

/**
 * Carries the rotation of a site's keys one step on; with `begin`, starts one. Safe to call as often as wanted: a key
 * signs only after it has been published long enough, and goes only after nobody can need it.
 */
export async function rotateKeys(deps: KeyDependencies, site: SiteRef, begin: boolean): Promise<void> {
  for (const algorithm of SIGNING_ALGORITHMS) {
    const spare = begin ? await makeKey(deps, site, algorithm) : undefined;
    await deps.database.inTenant(site.tenantId, (em) =>
      rotateOne(em, { site, algorithm, spare, now: deps.clock.now() }),
    );
  }
}

interface OneRotation {
  readonly site: SiteRef;
  readonly algorithm: SigningAlgorithm;
  readonly spare: SigningKeyRecordInput | undefined;
  readonly now: Date;
}

async function rotateOne(em: EntityManager, { site, algorithm, spare, now }: OneRotation): Promise<void> {
  const where = { tenantId: site.tenantId, siteId: site.id, algorithm };
  // One rotation at a time: two processes must not make two next keys.
  await em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`rotate ${site.id} ${algorithm}`]);
  const keys = await em.find(SigningKeyRecord, where);
  const plan = planRotation(keys, now, spare !== undefined);
  if (plan.activate !== undefined) {
    await em.nativeUpdate(SigningKeyRecord, { ...where, state: 'active' }, { state: 'retired', retiredAt: now });
    await em.nativeUpdate(SigningKeyRecord, { ...where, id: plan.activate }, { state: 'active', activatedAt: now });
  }
  if (plan.remove.length > 0) await em.nativeDelete(SigningKeyRecord, { ...where, id: { $in: [...plan.remove] } });
  if (plan.make && spare !== undefined) await em.insert(SigningKeyRecord, spare);
  if (plan.activate !== undefined) {
    const subject = { type: 'site', id: site.id } as const;
    const details = { signingKey: plan.activate, algorithm };
    const event = {
      tenantId: site.tenantId,
      at: now,
      action: 'keys.rotated',
      actor: SCHEDULE,
      subject,
      details,
    } as const;
    await recordAuditEvent(em, event);
  }
}

type SigningKeyRecordInput = Pick<
  SigningKeyRecord,
  | 'id'
  | 'tenantId'
  | 'siteId'
  | 'algorithm'
  | 'state'
  | 'publicJwk'
  | 'sealedPrivateJwk'
  | 'publishedAt'
  | 'activatedAt'
  | 'retiredAt'
>;

async function makeKey(
  { vault, clock }: KeyDependencies,
  site: SiteRef,
  algorithm: SigningAlgorithm,
): Promise<SigningKeyRecordInput> {
  const id = newId();
  const { publicKey, privateKey } = await generateKeyPair(algorithm, { extractable: true, modulusLength: 3072 });
  const privateJwk = Buffer.from(JSON.stringify(await exportJWK(privateKey)));
  return {
    id,
    tenantId: site.tenantId,
    siteId: site.id,
    algorithm,
    state: 'next',
    publicJwk: { ...(await exportJWK(publicKey)), kid: id, alg: algorithm, use: 'sig' },
    sealedPrivateJwk: await vault.seal(sealContext(site.tenantId, id), privateJwk),
    publishedAt: clock.now(),
    activatedAt: null,
    retiredAt: null,
  };
}

function sealContext(tenantId: string, rowId: string): SealContext {
  return { tenantId, table: 'signing_key', rowId, purpose: 'private-jwk' };
}
