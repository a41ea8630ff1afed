import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { listAuditEvents } from '#audit/index.ts';
import { newId } from '#kernel/index.ts';
import { rotateKeys, useKmsKey, type KeysRotated, type Services } from '#compose/index.ts';
import { becomeSoleHolder } from '#persistence/index.ts';
import { addKey, readKeyFile, type SealContext } from '#vault/index.ts';
import { createInstallation, type Installation } from '#test/support/installation.ts';
import { startKmsServer, type KmsServer } from '#test/support/kms-server.ts';
import { revrx, RevrxCommand, type CommandEnd } from '#test/support/revrx-command.ts';

const plaintext = Buffer.from('The chart of Orla Vandersteen');

let kms: KmsServer;
let installation: Installation;
let running: Services;
let sealed: { readonly context: SealContext; readonly bytes: Buffer };
let tenantId: string;

beforeAll(async () => {
  kms = await startKmsServer();
  Object.assign(process.env, kms.environment);
  installation = await createInstallation(kms.environment);
  running = await installation.open();
  tenantId = await running.sites.addTenant('Harbor Health');
  const reviewId = newId();
  const context = { tenantId, table: 'chart_version', rowId: reviewId, purpose: 'chart', reviewId };
  sealed = { context, bytes: await running.vault.seal(context, plaintext) };
});
afterAll(async () => {
  await running[Symbol.asyncDispose]();
  await installation[Symbol.asyncDispose]();
  for (const name of Object.keys(kms.environment)) delete process.env[name];
  await kms[Symbol.asyncDispose]();
});

function keys(args: readonly string[], settings: Readonly<Record<string, string>> = {}): Promise<CommandEnd> {
  return revrx(['keys', ...args], { ...installation.environment, ...settings });
}

interface Listed {
  readonly keys: readonly { readonly key: string; readonly state: string; readonly dataKeys: number }[];
  readonly organizations: readonly {
    readonly name: string;
    readonly key: string;
    readonly due: number;
    readonly shreddedAt?: string;
  }[];
}

async function list(settings: Readonly<Record<string, string>> = {}): Promise<Listed> {
  const { code, stdout, stderr } = await keys(['list', '--json'], settings);
  expect([code, stderr]).toEqual([0, '']);
  return JSON.parse(stdout) as Listed;
}

async function expectReadable(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  await using fresh = installation.openKeys(settings);
  expect(await fresh.vault.open(sealed.context, sealed.bytes)).toEqual(plaintext);
}

/** A rotation by a process that starts with these settings. */
async function rotation(settings: Readonly<Record<string, string>> = {}): Promise<KeysRotated> {
  await using services = installation.openKeys(settings);
  const signal = new AbortController().signal;
  return rotateKeys(services, { prune: false, onTotal: () => undefined, onRewrapped: () => undefined, signal });
}

async function auditActions(): Promise<string[]> {
  const actions: string[] = [];
  for await (const { action } of listAuditEvents(running.database, { tenantId })) actions.push(action);
  return actions;
}

describe('revrx keys rotate', () => {
  it('puts a new key into the key file, moves the data keys, and takes the old one out when asked', async () => {
    const [before] = (await readKeyFile(installation.keyFile)).keys;
    const done = await keys(['rotate', '--prune']);
    expect(done).toMatchObject({ code: 0, stderr: '' });
    expect(done.stdout).toMatch(/Put a new key into .*keys\.json\. Back the file up\.\n1 data key wrapped again\./);
    expect(done.stdout).toMatch(/Took 1 old key out/);
    const after = (await readKeyFile(installation.keyFile)).keys;
    expect(after).toHaveLength(1);
    expect(after[0].id).not.toBe(before.id);
    expect(await running.vault.open(sealed.context, sealed.bytes)).toEqual(plaintext);
    await expectReadable();
    expect(await auditActions()).toEqual(['keys.rotated']);
  });

  it('finishes a rotation that was begun, instead of beginning another', async () => {
    const file = await addKey(installation.keyFile);
    expect(await list()).toMatchObject({ organizations: [{ name: 'Harbor Health', due: 1 }] });
    expect(await rotation()).toMatchObject({ rewrapped: 1, newKey: false, left: 0 });
    expect((await readKeyFile(installation.keyFile)).keys[0].id).toBe(file.keys[0].id);
    expect((await list()).keys.map(({ state, dataKeys }) => [state, dataKeys])).toEqual([
      ['current', 1],
      ['unused', 0],
    ]);
  });

  it('says so while another process rotates', async () => {
    await using _other = await becomeSoleHolder(running.access.application, 727_379_021);
    expect(await keys(['rotate'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Another process rotates the keys at this moment'),
    });
  });

  it('moves everything to KMS and back, and both open in between', async () => {
    const settings = { KMS_KEY_ID: kms.createKey() };
    await expectReadable(settings);
    expect(await list(settings)).toMatchObject({ organizations: [{ key: `kms:${settings.KMS_KEY_ID}`, due: 1 }] });
    expect(await rotation(settings)).toMatchObject({ rewrapped: 1, newKey: false, left: 0 });
    await expectReadable(settings);
    await expectReadable();
    expect(await rotation(settings)).toMatchObject({ rewrapped: 0, newKey: false });
    expect(await rotation()).toMatchObject({ rewrapped: 1, newKey: false });
    await expectReadable();
  });

  it('says when data keys did not open, and leaves them', async () => {
    const kmsKey = kms.createKey();
    expect(await rotation({ KMS_KEY_ID: kmsKey })).toMatchObject({ rewrapped: 1 });
    kms.setState(kmsKey, 'Disabled');
    const failed = await keys(['rotate']);
    expect([failed.code, failed.stdout]).toEqual([
      1,
      expect.stringMatching(/1 data key did not open and stayed as before/),
    ]);
    kms.setState(kmsKey, 'Enabled');
    expect(await rotation()).toMatchObject({ rewrapped: 1, unopened: [] });
    await expectReadable();
  });

  it('moves nothing to a key that KMS refuses', async () => {
    const kmsKey = kms.createKey();
    kms.setState(kmsKey, 'Disabled');
    await expect(rotation({ KMS_KEY_ID: kmsKey })).rejects.toMatchObject({
      code: 'vault-open-failed',
      detail: 'DisabledException',
    });
    await expectReadable();
  });
});

describe('revrx keys list', () => {
  it('ends when nobody reads what it says', async () => {
    const command = new RevrxCommand(['keys', 'list'], installation.environment);
    command.process.stdout?.destroy();
    expect(await command.ended).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('revrx keys use', () => {
  it('has a KMS key of its own wrap the keys of an organization, and the key file again', async () => {
    const own = kms.createKey();
    expect((await keys(['use', '--tenant', 'harbor health', '--kms-key', own])).stdout).toMatch(
      /wrapped by arn:aws:kms.*\n1 data key to be moved: run "revrx keys rotate"/,
    );
    expect(await rotation()).toMatchObject({ rewrapped: 1, newKey: false });
    const listed = await list();
    expect(listed.organizations).toMatchObject([{ key: `kms:${own}`, due: 0 }]);
    expect(listed.keys).toContainEqual({ key: `kms:${own}`, state: 'current', dataKeys: 1 });
    await expectReadable();
    expect(await useKmsKey(running, { tenantId, kmsKeyId: undefined })).toBe(1);
    expect(await rotation()).toMatchObject({ rewrapped: 1 });
    expect(await running.wrapping.currentKeyId(tenantId)).toMatch(/^local:/);
    expect(await auditActions()).toContain('keys.changed');
  });

  it('changes nothing when the key cannot be used', async () => {
    const disabled = kms.createKey();
    kms.setState(disabled, 'Disabled');
    await expect(useKmsKey(running, { tenantId, kmsKeyId: disabled })).rejects.toMatchObject({
      detail: 'DisabledException',
    });
    expect(await running.wrapping.currentKeyId(tenantId)).toMatch(/^local:/);
  });
});

describe('a command about keys', () => {
  it.each([
    [['use', '--tenant', 'Nobody', '--default'], /There is no organization "Nobody"/],
    [['use', '--tenant', 'Harbor Health'], /Give either --kms-key or --default/],
    [['shred'], /Give either --tenant or --review/],
    [['shred', '--review', 'x'], /That is no review id/],
    [['shred', '--review', '0193a000-0000-7000-8000-000000000001'], /There is no review/],
    [['shred', '--tenant', 'Harbor Health'], /Nothing was shredded: there is no terminal/],
    [['reopen', '--tenant', 'Harbor Health'], /was not shredded/],
  ])('says what is wrong with %j', async (args, sentence) => {
    const { code, stderr } = await keys(args);
    expect([code, stderr]).toEqual([1, expect.stringMatching(sentence)]);
  });
});

describe('revrx keys shred --tenant', () => {
  it('makes everything unreadable until the organization is taken up again', async () => {
    const shredded = await keys(['shred', '--tenant', 'Harbor Health', '--yes']);
    expect(shredded).toMatchObject({ code: 0, stderr: '' });
    expect(shredded.stdout).toMatch(/everything of Harbor Health unreadable for good/);
    await using fresh = installation.openKeys();
    const anew = { ...sealed.context, reviewId: newId() };
    await expect(fresh.vault.open(sealed.context, sealed.bytes)).rejects.toMatchObject({ code: 'erased' });
    await expect(fresh.vault.seal(anew, plaintext)).rejects.toMatchObject({
      code: 'erased',
      publicMessage: expect.stringContaining('"revrx keys reopen"'),
    });
    expect((await list()).organizations).toMatchObject([{ shreddedAt: expect.any(String) }]);
    expect((await keys(['reopen', '--tenant', 'Harbor Health'])).code).toBe(0);
    expect(await fresh.vault.open(anew, await fresh.vault.seal(anew, plaintext))).toEqual(plaintext);
    await expect(fresh.vault.open(sealed.context, sealed.bytes)).rejects.toMatchObject({ code: 'erased' });
    expect((await auditActions()).slice(-2)).toEqual(['keys.shredded', 'keys.reopened']);
  });
});
