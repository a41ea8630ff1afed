import { beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { addKey, createKeyFile, readKeyFile } from '#vault/index.ts';

let folder: string;
let keyFile: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'revrx-key-file-'));
  keyFile = join(folder, 'keys.json');
  await createKeyFile(keyFile);
});

describe('a key file', () => {
  it('is readable by its owner alone, also after a key was added', async () => {
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
    await addKey(keyFile);
    expect((await stat(keyFile)).mode & 0o777).toBe(0o600);
  });

  it('is never overwritten by a new one', async () => {
    const before = await readFile(keyFile, 'utf8');
    await expect(createKeyFile(keyFile)).rejects.toMatchObject({
      code: 'conflict',
      publicMessage: expect.stringContaining('it exists already'),
    });
    expect(await readFile(keyFile, 'utf8')).toBe(before);
  });

  it('is refused when others may read it', async () => {
    const open = join(folder, 'open.json');
    await createKeyFile(open);
    for (const mode of [0o644, 0o640, 0o604, 0o620]) {
      await chmod(open, mode);
      await expect(readKeyFile(open)).rejects.toThrow(/chmod 600/);
    }
  });

  it.each([
    '',
    '{"revrxKeyFile": 1',
    '{"revrxKeyFile":1,"keys":[]}',
    '{"revrxKeyFile":1,"keys":[{"id":"a","createdAt":"","key":"AAAA"}]}',
  ])('that holds %j is damaged, and it says what to do', async (text) => {
    const damaged = join(folder, 'damaged.json');
    await writeFile(damaged, text, { mode: 0o600 });
    await expect(readKeyFile(damaged)).rejects.toThrow(/Restore it from your backup/);
    await expect(addKey(damaged)).rejects.toThrow(/Restore it from your backup/);
    expect(await readFile(damaged, 'utf8')).toBe(text);
  });

  it('keeps every key when many are added at once', async () => {
    const path = join(folder, 'busy.json');
    await createKeyFile(path);
    const added = await Promise.all(Array.from({ length: 12 }, () => addKey(path)));
    const ids = (await readKeyFile(path)).keys.map(({ id }) => id);
    expect(new Set(ids).size).toBe(13);
    for (const { keys } of added) expect(ids).toContain(keys[0].id);
  });

  it('leaves nothing beside it', async () => {
    expect((await readdir(folder)).filter((name) => /\.(?:new|lock)/.test(name))).toEqual([]);
  });

  it('is not kept locked by a process that was killed while it changed the file', async () => {
    const path = join(folder, 'killed.json');
    await createKeyFile(path);
    const killed = spawn(process.execPath, ['--eval', '']);
    await once(killed, 'exit');
    await writeFile(`${path}.lock`, JSON.stringify({ host: hostname(), pid: killed.pid, token: 'left-behind' }));
    const added = await Promise.all([addKey(path), addKey(path), addKey(path)]);
    expect((await readKeyFile(path)).keys).toHaveLength(1 + added.length);
  });
});
