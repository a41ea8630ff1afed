import { beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '#kernel/index.ts';
import { addKey, createKeyFile, createLocalVault, type SealContext, type Vault } from '#vault/index.ts';

let folder: string;
let keyFile: string;
let vault: Vault;
const context: SealContext = { tenantId: newId(), table: 'chart_version', rowId: newId(), purpose: 'chart' };
const plaintext = Buffer.from('The chart of Orla Vandersteen');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'revrx-vault-'));
  keyFile = join(folder, 'keys.json');
  await createKeyFile(keyFile);
  vault = await createLocalVault({ keyFile });
});

describe('the local vault', () => {
  it('opens what it sealed, and the sealed bytes do not show it', async () => {
    const sealed = await vault.seal(context, plaintext);
    expect(sealed.includes(plaintext)).toBe(false);
    expect(await vault.open(context, sealed)).toEqual(plaintext);
  });

  it.each(['tenantId', 'table', 'rowId', 'purpose'] as const)('does not open a value moved to another %s', async (key) => {
    const sealed = await vault.seal(context, plaintext);
    await expect(vault.open({ ...context, [key]: newId() }, sealed)).rejects.toMatchObject({ code: 'vault-open-failed' });
  });

  it('does not open a value with one bit turned', async () => {
    const sealed = await vault.seal(context, plaintext);
    sealed[sealed.length - 20] = (sealed[sealed.length - 20] ?? 0) ^ 1;
    await expect(vault.open(context, sealed)).rejects.toMatchObject({ code: 'vault-open-failed' });
  });

  it('does not open with another key, and opens again once the key is back', async () => {
    const sealed = await vault.seal(context, plaintext);
    const other = join(folder, 'other.json');
    await createKeyFile(other);
    const stranger = await createLocalVault({ keyFile: other });
    await expect(stranger.open(context, sealed)).rejects.toMatchObject({ code: 'vault-open-failed' });
    expect(await (await createLocalVault({ keyFile })).open(context, sealed)).toEqual(plaintext);
  });

  it('opens old values after a new key was added', async () => {
    const rotated = join(folder, 'rotated.json');
    await createKeyFile(rotated);
    const sealed = await (await createLocalVault({ keyFile: rotated })).seal(context, plaintext);
    await addKey(rotated);
    expect(await (await createLocalVault({ keyFile: rotated })).open(context, sealed)).toEqual(plaintext);
  });

  it('makes its key file readable by its owner alone, never overwrites one, and refuses one that others may read', async () => {
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    await expect(createKeyFile(keyFile)).rejects.toMatchObject({ code: 'conflict' });
    const open = join(folder, 'open.json');
    await createKeyFile(open);
    await chmod(open, 0o644);
    await expect(createLocalVault({ keyFile: open })).rejects.toThrow(/chmod 600/);
  });

  it('says what to do about a damaged key file', async () => {
    const damaged = join(folder, 'damaged.json');
    await writeFile(damaged, '{"revrxKeyFile": 1', { mode: 0o600 });
    await expect(createLocalVault({ keyFile: damaged })).rejects.toThrow(/Restore it from your backup/);
  });
});
