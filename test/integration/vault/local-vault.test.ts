import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, systemClock } from '#kernel/index.ts';
import { openDatabase, type Database } from '#persistence/index.ts';
import {
  addKey,
  countDue,
  createEnvelopeVault,
  createKeyFile,
  createLocalWrapping,
  pruneUnusedKeys,
  readKeyFile,
  reopenTenantVault,
  rotate,
  shredKeys,
  type EnvelopeVault,
  type SealContext,
} from '#vault/index.ts';
import { DataKey } from '#vault/data-key.entity.ts';
import { createTestDatabase, type TestDatabase } from '#test/support/postgres.ts';
import { entities } from '../../../src/entities.ts';

let folder: string;
let keyFile: string;
let vault: EnvelopeVault;
let access: TestDatabase;
let database: Database;
const context: SealContext = { tenantId: newId(), table: 'chart_version', rowId: newId(), purpose: 'chart' };
const plaintext = Buffer.from('The chart of Orla Vandersteen');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'revrx-vault-'));
  keyFile = await newKeyFile();
  access = await createTestDatabase();
  database = openDatabase({ connection: access.application, entities });
  vault = openVault(keyFile);
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await access[Symbol.asyncDispose]();
});

async function newKeyFile(): Promise<string> {
  const path = join(folder, `${newId()}.json`);
  await createKeyFile(path);
  return path;
}

/** As a process that starts now: nothing cached. */
function openVault(file: string, on = database): EnvelopeVault {
  return createEnvelopeVault({ database: on, wrapping: createLocalWrapping({ keyFile: file }), clock: systemClock });
}

/** An installation of its own, so that other tests' keys prove nothing. */
async function withOwnDatabase(work: (own: Database) => Promise<void>): Promise<void> {
  await using ownAccess = await createTestDatabase();
  await using own = openDatabase({ connection: ownAccess.application, entities });
  await work(own);
}

function dataKeysOf(tenantId: string): Promise<DataKey[]> {
  return database.inTenant(tenantId, (em) => em.find(DataKey, { tenantId }, { orderBy: { id: 'asc' } }));
}

const refused = { code: 'vault-open-failed' };

describe('a sealed value', () => {
  it('opens where it was sealed, and its bytes do not show what it is', async () => {
    const sealed = await vault.seal(context, plaintext);
    expect(sealed.includes(plaintext)).toBe(false);
    expect(await vault.open(context, sealed)).toEqual(plaintext);
  });

  it.each(['tenantId', 'table', 'rowId', 'purpose', 'reviewId'] as const)(
    'does not open when it is moved to another %s',
    async (key) => {
      const sealed = await vault.seal(context, plaintext);
      const elsewhere = { ...context, [key]: newId() };
      await expect(vault.open(elsewhere, sealed)).rejects.toMatchObject(refused);
      // There is a key at the other place too.
      await vault.seal(elsewhere, plaintext);
      await expect(vault.open(elsewhere, sealed)).rejects.toMatchObject(refused);
    },
  );

  it('does not open with any one byte changed, and is not changed by the attempt', async () => {
    const sealed = await vault.seal(context, plaintext);
    for (let at = 0; at < sealed.length; at += 1) {
      const corrupt = Buffer.from(sealed);
      corrupt[at] = (corrupt[at] ?? 0) ^ 1;
      const before = Buffer.from(corrupt);
      await expect(vault.open(context, corrupt)).rejects.toMatchObject(refused);
      expect(corrupt.equals(before)).toBe(true);
    }
    expect(await vault.open(context, sealed)).toEqual(plaintext);
  });

  it('does not open when it is cut off, empty, or no sealed value', async () => {
    const sealed = await vault.seal(context, plaintext);
    for (const bytes of [sealed.subarray(0, -1), sealed.subarray(0, 40), Buffer.alloc(0), plaintext]) {
      await expect(vault.open(context, bytes)).rejects.toMatchObject(refused);
    }
  });

  it('opens in two processes that began at the same moment', async () => {
    const own = { ...context, tenantId: newId() };
    const [one, two] = [openVault(keyFile), openVault(keyFile)];
    const [a, b] = await Promise.all([one.seal(own, plaintext), two.seal(own, plaintext)]);
    expect(await two.open(own, a)).toEqual(plaintext);
    expect(await one.open(own, b)).toEqual(plaintext);
  });
});

describe('a key file that is not the right one', () => {
  it('opens nothing, seals nothing new, and harms nothing: with the right one back, work goes on', async () => {
    const own = { ...context, tenantId: newId() };
    const sealed = await vault.seal(own, plaintext);
    const stranger = openVault(await newKeyFile());
    const newReview = { ...own, reviewId: newId() };
    await expect(stranger.open(own, sealed)).rejects.toMatchObject(refused);
    await expect(stranger.seal(own, plaintext)).rejects.toMatchObject(refused);
    await expect(stranger.seal(newReview, plaintext)).rejects.toMatchObject(refused);
    expect(await dataKeysOf(own.tenantId)).toHaveLength(1);
    const back = openVault(keyFile);
    expect(await back.open(own, sealed)).toEqual(plaintext);
    expect(await back.open(newReview, await back.seal(newReview, plaintext))).toEqual(plaintext);
  });

  it('seals nothing for a new organization either', () =>
    withOwnDatabase(async (own) => {
      const right = await newKeyFile();
      await openVault(right, own).seal(context, plaintext);
      const newcomer = { ...context, tenantId: newId() };
      await expect(openVault(await newKeyFile(), own).seal(newcomer, plaintext)).rejects.toMatchObject(refused);
      expect(await openVault(right, own).seal(newcomer, plaintext)).toBeInstanceOf(Buffer);
    }));

  it('is noticed when it is exchanged under a running process, and taken up when it is put back', async () => {
    const path = await newKeyFile();
    const [right, wrong] = [join(folder, 'right.json'), await newKeyFile()];
    await copyFile(path, right);
    await withOwnDatabase(async (database_) => {
      const running = openVault(path, database_);
      const of = (): SealContext => ({ ...context, reviewId: newId() });
      await running.seal(of(), plaintext);
      await copyFile(wrong, path);
      await expect(running.seal(of(), plaintext)).rejects.toMatchObject(refused);
      await copyFile(right, path);
      const after = of();
      expect(await running.open(after, await running.seal(after, plaintext))).toEqual(plaintext);
    });
  });

  it('does not name its path to who asked, only to the log', async () => {
    const path = await newKeyFile();
    const running = openVault(path);
    const own = { ...context, tenantId: newId(), reviewId: newId() };
    await chmod(path, 0o644);
    const error: unknown = await running.seal(own, plaintext).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ ...refused, publicMessage: expect.not.stringContaining(folder) });
    expect(error).toMatchObject({ detail: expect.stringContaining(`chmod 600 ${path}`) });
  });
});

describe('rotation', () => {
  it('wraps the keys again, without touching what is sealed and without a restart', async () => {
    const own = { ...context, tenantId: newId() };
    await withOwnDatabase(async (ownDatabase) => {
      const path = await newKeyFile();
      const wrapping = createLocalWrapping({ keyFile: path });
      const running = createEnvelopeVault({ database: ownDatabase, wrapping, clock: systemClock });
      const sealed = await running.seal(own, plaintext);
      await addKey(path);
      let total = 0;
      const options = { database: ownDatabase, wrapping, tenantIds: [own.tenantId] };
      expect(await rotate({ ...options, onTotal: (due) => (total = due) })).toMatchObject({ rewrapped: 1 });
      expect(total).toBe(1);
      expect(await rotate(options)).toEqual({ rewrapped: 0, unopened: [], stopped: false });
      expect(await running.open(own, sealed)).toEqual(plaintext);
      expect(await openVault(path, ownDatabase).open(own, sealed)).toEqual(plaintext);
    });
  });

  it('leaves nothing that the old key alone could open', () =>
    withOwnDatabase(async (own) => {
      const path = await newKeyFile();
      const oldOnly = join(folder, `${newId()}-old.json`);
      await copyFile(path, oldOnly);
      const sealed = await openVault(path, own).seal(context, plaintext);
      await addKey(path);
      const wrapping = createLocalWrapping({ keyFile: path });
      await rotate({ database: own, wrapping, tenantIds: [context.tenantId] });
      await expect(openVault(oldOnly, own).open(context, sealed)).rejects.toMatchObject(refused);
    }));

  it('ends although the current key changes with every look at it', () =>
    withOwnDatabase(async (own) => {
      const path = await newKeyFile();
      const wrapping = createLocalWrapping({ keyFile: path });
      const reviews = Array.from({ length: 120 }, () => newId());
      const busy = openVault(path, own);
      for (const reviewId of reviews) await busy.seal({ ...context, reviewId }, plaintext);
      const restless = {
        ...wrapping,
        currentKeyId: async (tenantId: string) => {
          await addKey(path);
          return wrapping.currentKeyId(tenantId);
        },
      };
      const outcome = await rotate({ database: own, wrapping: restless, tenantIds: [context.tenantId] });
      expect(outcome).toMatchObject({ rewrapped: reviews.length, unopened: [] });
      expect(await countDue({ database: own, wrapping, tenantIds: [context.tenantId] })).toBeGreaterThan(0);
    }));

  it('moves the others when one key does not open, and leaves that one as it is', () =>
    withOwnDatabase(async (own) => {
      const path = await newKeyFile();
      const running = openVault(path, own);
      const { tenantId } = context;
      for (let at = 0; at < 3; at += 1) await running.seal({ ...context, reviewId: newId() }, plaintext);
      const [first] = await own.inTenant(tenantId, (em) => em.find(DataKey, {}, { orderBy: { id: 'asc' } }));
      const broken = Buffer.from('no wrapped key');
      await own.inTenant(tenantId, (em) => em.nativeUpdate(DataKey, { id: first?.id ?? '' }, { wrapped: broken }));
      await addKey(path);
      const wrapping = createLocalWrapping({ keyFile: path });
      const outcome = await rotate({ database: own, wrapping, tenantIds: [tenantId] });
      expect(outcome).toEqual({ rewrapped: 2, unopened: [first?.id], stopped: false });
      const after = await own.inTenant(tenantId, (em) => em.findOneOrFail(DataKey, { id: first?.id ?? '' }));
      expect(Buffer.from(after.wrapped ?? [])).toEqual(broken);
    }));

  it('stops between two batches when it is asked to, and the next run goes on', () =>
    withOwnDatabase(async (own) => {
      const path = await newKeyFile();
      const running = openVault(path, own);
      for (let at = 0; at < 60; at += 1) await running.seal({ ...context, reviewId: newId() }, plaintext);
      await addKey(path);
      const stop = new AbortController();
      const options = {
        database: own,
        wrapping: createLocalWrapping({ keyFile: path }),
        tenantIds: [context.tenantId],
      };
      const first = await rotate({ ...options, signal: stop.signal, onRewrapped: () => stop.abort() });
      expect(first).toMatchObject({ rewrapped: 50, stopped: true });
      expect(await rotate(options)).toMatchObject({ rewrapped: 10, stopped: false });
    }));

  it('lets old keys be taken out of the file only when nothing needs them, however much is sealed meanwhile', () =>
    withOwnDatabase(async (own) => {
      const path = await newKeyFile();
      const running = openVault(path, own);
      const sealed: [SealContext, Buffer][] = [];
      const rotated = new AbortController();
      const sealing = (async () => {
        while (!rotated.signal.aborted || sealed.length < 40) {
          const next = { ...context, reviewId: newId() };
          sealed.push([next, await running.seal(next, plaintext)]);
        }
      })();
      const wrapping = createLocalWrapping({ keyFile: path });
      for (let round = 0; round < 5; round += 1) {
        await addKey(path);
        await pruneUnusedKeys(own, path);
        await rotate({ database: own, wrapping, tenantIds: [context.tenantId] });
        await pruneUnusedKeys(own, path);
      }
      rotated.abort();
      await sealing;
      const fresh = openVault(path, own);
      for (const [where, bytes] of sealed) expect(await fresh.open(where, bytes)).toEqual(plaintext);
      await rotate({ database: own, wrapping, tenantIds: [context.tenantId] });
      await pruneUnusedKeys(own, path);
      expect((await readKeyFile(path)).keys).toHaveLength(1);
    }));
});

describe('a pseudonym', () => {
  it('is the same in every process and after a rotation, and another for another value or tenant', () =>
    withOwnDatabase(async (own) => {
      const path = await newKeyFile();
      const [one, two] = [newId(), newId()];
      const name = await openVault(path, own).pseudonym(one, 'E11.9');
      expect(name).toMatch(/^[0-9a-f]{32}$/);
      await addKey(path);
      await rotate({ database: own, wrapping: createLocalWrapping({ keyFile: path }), tenantIds: [one] });
      const later = openVault(path, own);
      expect(await later.pseudonym(one, 'E11.9')).toBe(name);
      expect(await later.pseudonym(one, 'E11.8')).not.toBe(name);
      expect(await later.pseudonym(two, 'E11.9')).not.toBe(name);
      await own.inTenant(one, (em) => shredKeys(em, { tenantId: one, at: new Date() }));
      await expect(openVault(path, own).pseudonym(one, 'E11.9')).rejects.toMatchObject({ code: 'erased' });
    }));
});

describe('shredding', () => {
  it('takes one review away and leaves the others readable', async () => {
    const tenantId = newId();
    const [gone, kept] = [newId(), newId()];
    const of = (reviewId: string): SealContext => ({ ...context, tenantId, rowId: reviewId, reviewId });
    const [first, second] = [await vault.seal(of(gone), plaintext), await vault.seal(of(kept), plaintext)];
    const shredded = await database.inTenant(tenantId, (em) =>
      shredKeys(em, { tenantId, reviewId: gone, at: new Date() }),
    );
    expect(shredded).toBe(1);
    vault.dataKeys.forget(tenantId, gone);
    await expect(vault.open(of(gone), first)).rejects.toMatchObject({ code: 'erased' });
    await expect(vault.seal(of(gone), plaintext)).rejects.toMatchObject({ code: 'erased' });
    expect(await vault.open(of(kept), second)).toEqual(plaintext);
  });

  it('takes all of a tenant away, and seals nothing for it until it is taken up again', async () => {
    const own: SealContext = { ...context, tenantId: newId() };
    const { tenantId } = own;
    const ofReview = { ...own, reviewId: newId() };
    const [old, oldReview] = [await vault.seal(own, plaintext), await vault.seal(ofReview, plaintext)];
    expect(await database.inTenant(tenantId, (em) => shredKeys(em, { tenantId, at: new Date() }))).toBe(2);
    const later = openVault(keyFile);
    for (const where of [own, { ...own, reviewId: newId() }]) {
      await expect(later.seal(where, plaintext)).rejects.toMatchObject({ code: 'erased' });
    }
    expect(await database.inTenant(tenantId, (em) => reopenTenantVault(em, tenantId))).toBe(true);
    expect(await database.inTenant(tenantId, (em) => reopenTenantVault(em, tenantId))).toBe(false);
    const anew = openVault(keyFile);
    await expect(anew.open(own, old)).rejects.toMatchObject({ code: 'erased' });
    expect(await anew.open(own, await anew.seal(own, plaintext))).toEqual(plaintext);
    await expect(anew.open(own, old)).rejects.toMatchObject({ code: 'erased' });
    await expect(anew.open(ofReview, oldReview)).rejects.toMatchObject({ code: 'erased' });
  });

  it('seals nothing for a tenant that was shredded before it had a key', async () => {
    const own: SealContext = { ...context, tenantId: newId() };
    const { tenantId } = own;
    expect(await database.inTenant(tenantId, (em) => shredKeys(em, { tenantId, at: new Date() }))).toBe(0);
    await expect(openVault(keyFile).seal(own, plaintext)).rejects.toMatchObject({ code: 'erased' });
  });
});
