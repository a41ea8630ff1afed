import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { shred } from '#compose/index.ts';
import { newId } from '#kernel/index.ts';
import { createKeyFile } from '#vault/index.ts';
import { createInstallation, type Installation } from '#test/support/installation.ts';
import { revrx } from '#test/support/revrx-command.ts';

let installation: Installation;
let tenantId: string;

beforeAll(async () => {
  installation = await createInstallation();
  await using services = await installation.open();
  tenantId = await services.sites.addTenant('Harbor Health');
  await services.vault.seal({ tenantId, table: 'note', rowId: newId(), purpose: 'test' }, Buffer.from('sealed'));
});
afterAll(async () => {
  await installation[Symbol.asyncDispose]();
});

const doctor = async (): Promise<string> => (await revrx(['doctor'], installation.environment)).stdout;

describe('an installation whose key file is missing', () => {
  it('starts no more, and puts no other file in its place', async () => {
    const { keyFile } = installation;
    await rename(keyFile, `${keyFile}.away`);
    await expect(installation.open()).rejects.toMatchObject({
      code: 'config-invalid',
      publicMessage: expect.stringMatching(/is missing.*Restore it from your backup/),
    });
    expect(existsSync(keyFile)).toBe(false);
    expect(await doctor()).toMatch(
      /^FAIL keys: .*keys.json cannot be used: it cannot be read. Restore it from your backup/m,
    );
    await rename(`${keyFile}.away`, keyFile);
    expect(await doctor()).toMatch(/^ok {3}keys: 1 key in /m);
  });

  it('has the doctor say that the file there is another one', async () => {
    const { keyFile } = installation;
    const right = await readFile(keyFile);
    await rename(keyFile, `${keyFile}.away`);
    await createKeyFile(keyFile);
    expect(await doctor()).toMatch(/^FAIL keys: .* lacks a key that data keys need \(local:.*Restore/m);
    await writeFile(keyFile, right);
    expect(await doctor()).toMatch(/^ok {3}keys: /m);
  });

  it('says how an organization that was shredded is taken up again, also to who opens something of its own', async () => {
    await using services = await installation.open();
    const where = { tenantId, table: 'note', rowId: newId(), purpose: 'test' };
    const sealed = await services.vault.seal(where, Buffer.from('sealed'));
    await shred(services, { tenantId });
    await using later = await installation.open();
    await expect(later.vault.open(where, sealed)).rejects.toMatchObject({
      code: 'erased',
      publicMessage: expect.stringContaining('revrx keys reopen'),
    });
  });
});
