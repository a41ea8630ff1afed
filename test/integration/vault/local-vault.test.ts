import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId, systemClock } from '#kernel/index.ts';
import { openDatabase, type Database } from '#persistence/index.ts';
import {
  addKey,
  createEnvelopeVault,
  createKeyFile,
  createLocalWrapping,
  rotate,
  shred,
  type EnvelopeVault,
  type SealContext,
} from '#vault/index.ts';
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
  keyFile = join(folder, 'keys.json');
  await createKeyFile(keyFile);
  access = await createTestDatabase();
  database = openDatabase({ connection: access.application, entities });
  vault = await openVault(keyFile);
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await access[Symbol.asyncDispose]();
});

/** As a process that starts now: nothing cached. */
async function openVault(file: string): Promise<EnvelopeVault> {
  return createEnvelopeVault({ database, wrapping: await createLocalWrapping({ keyFile: file }), clock: systemClock });
}

describe('the local vault', () => {
  it('opens what it sealed, and the sealed bytes do not show it', async () => {
    const sealed = await vault.seal(context, plaintext);
    expect(sealed.includes(plaintext)).toBe(false);
    expect(await vault.open(context, sealed)).toEqual(plaintext);
  });

  it.each(['tenantId', 'table', 'rowId', 'purpose'] as const)(
    'does not open a value moved to another %s',
    async (key) => {
      const sealed = await vault.seal(context, plaintext);
      await expect(vault.open({ ...context, [key]: newId() }, sealed)).rejects.toMatchObject({
        code: 'vault-open-failed',
      });
    },
  );

  it('does not open a value with one bit turned', async () => {
    const sealed = await vault.seal(context, plaintext);
    sealed[sealed.length - 20] = (sealed[sealed.length - 20] ?? 0) ^ 1;
    await expect(vault.open(context, sealed)).rejects.toMatchObject({ code: 'vault-open-failed' });
  });

  it('does not open with another key, and opens again once the key is back', async () => {
    const sealed = await vault.seal(context, plaintext);
    const other = join(folder, 'other.json');
    await createKeyFile(other);
    const stranger = await openVault(other);
    await expect(stranger.open(context, sealed)).rejects.toMatchObject({ code: 'vault-open-failed' });
    expect(await (await openVault(keyFile)).open(context, sealed)).toEqual(plaintext);
  });

  it('wraps its keys again after a rotation, without touching what is sealed and without a restart', async () => {
    const tenantId = newId();
    const own = { ...context, tenantId };
    const rotated = join(folder, 'rotated.json');
    await createKeyFile(rotated);
    const wrapping = await createLocalWrapping({ keyFile: rotated });
    const running = createEnvelopeVault({ database, wrapping, clock: systemClock });
    const sealed = await running.seal(own, plaintext);
    await addKey(rotated);
    let total = 0;
    expect(await rotate({ database, wrapping, tenantIds: [tenantId], onTotal: (due) => (total = due) })).toBe(1);
    expect(total).toBe(1);
    expect(await rotate({ database, wrapping, tenantIds: [tenantId] })).toBe(0);
    expect(await running.open(own, sealed)).toEqual(plaintext);
    expect(await (await openVault(rotated)).open(own, sealed)).toEqual(plaintext);
  });

  it('shreds one review and leaves the others readable', async () => {
    const tenantId = newId();
    const [gone, kept] = [newId(), newId()];
    const of = (reviewId: string): SealContext => ({ ...context, tenantId, rowId: reviewId, reviewId });
    const [first, second] = [await vault.seal(of(gone), plaintext), await vault.seal(of(kept), plaintext)];
    expect(await shred({ database, clock: systemClock, tenantId, scope: gone })).toBe(1);
    vault.dataKeys.forget(tenantId, gone);
    await expect(vault.open(of(gone), first)).rejects.toMatchObject({ code: 'erased' });
    await expect(vault.seal(of(gone), plaintext)).rejects.toMatchObject({ code: 'erased' });
    expect(await vault.open(of(kept), second)).toEqual(plaintext);
  });

  it('gives two processes that begin at the same moment the same key', async () => {
    const own = { ...context, tenantId: newId() };
    const [one, two] = [await openVault(keyFile), await openVault(keyFile)];
    const [a, b] = await Promise.all([one.seal(own, plaintext), two.seal(own, plaintext)]);
    expect(await two.open(own, a)).toEqual(plaintext);
    expect(await one.open(own, b)).toEqual(plaintext);
  });

  it('makes its key file readable by its owner alone, never overwrites one, and refuses one that others may read', async () => {
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    await expect(createKeyFile(keyFile)).rejects.toMatchObject({ code: 'conflict' });
    const open = join(folder, 'open.json');
    await createKeyFile(open);
    await chmod(open, 0o644);
    await expect(openVault(open)).rejects.toThrow(/chmod 600/);
  });

  it('says what to do about a damaged key file', async () => {
    const damaged = join(folder, 'damaged.json');
    await writeFile(damaged, '{"revrxKeyFile": 1', { mode: 0o600 });
    await expect(openVault(damaged)).rejects.toThrow(/Restore it from your backup/);
  });
});
