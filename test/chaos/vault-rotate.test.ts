import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '#kernel/index.ts';
import type { Services } from '#compose/index.ts';
import { countKeyUsage, readKeyFile, type SealContext } from '#vault/index.ts';
import { createInstallation, type Installation } from '#test/support/installation.ts';
import { startKmsServer, type KmsServer } from '#test/support/kms-server.ts';
import { until } from '#test/support/reviews.ts';
import { RevrxCommand, revrx, type CommandEnd } from '#test/support/revrx-command.ts';

const REVIEWS = 300;
const plaintext = Buffer.from('The chart of Orla Vandersteen');

let kms: KmsServer;
let installation: Installation;
let running: Services;
let sealed: { readonly context: SealContext; readonly bytes: Buffer }[];

beforeAll(async () => {
  kms = await startKmsServer();
  // For the vaults that this process opens; the commands get it as their environment.
  Object.assign(process.env, kms.environment);
  installation = await createInstallation(kms.environment);
  running = await installation.open();
  const tenants = [newId(), newId(), newId()];
  sealed = [];
  for (let at = 0; at < REVIEWS; at += 1) {
    const reviewId = newId();
    const tenantId = tenants[at % tenants.length] ?? '';
    const context = { tenantId, table: 'chart_version', rowId: reviewId, purpose: 'chart', reviewId };
    sealed.push({ context, bytes: await running.vault.seal(context, plaintext) });
  }
}, 120_000);
afterAll(async () => {
  await running[Symbol.asyncDispose]();
  await installation[Symbol.asyncDispose]();
  for (const name of Object.keys(kms.environment)) delete process.env[name];
  await kms[Symbol.asyncDispose]();
});

/** As a process that starts now would: nothing cached. */
async function expectAllReadable(settings: Readonly<Record<string, string>> = {}): Promise<void> {
  await using fresh = installation.openKeys(settings);
  const opened = await Promise.all(sealed.map(({ context, bytes }) => fresh.vault.open(context, bytes)));
  expect(opened.filter((bytes) => bytes.equals(plaintext))).toHaveLength(REVIEWS);
}

async function wrappedBy(name: RegExp): Promise<number> {
  const usage = await countKeyUsage(running.database);
  return usage.filter((each) => name.test(each.wrappedBy)).reduce((sum, { dataKeys }) => sum + dataKeys, 0);
}

/** Runs a rotation until `isTime`, then ends it so. */
async function endRotation(
  signal: 'SIGKILL' | 'SIGINT',
  { settings, isTime }: { settings: Readonly<Record<string, string>>; isTime: () => Promise<boolean> },
): Promise<CommandEnd> {
  const command = new RevrxCommand(['keys', 'rotate'], { ...installation.environment, ...settings });
  let over = false;
  void command.ended.then(() => (over = true));
  await until(async () => (over || (await isTime()) ? true : undefined));
  command.process.kill(signal);
  return command.ended;
}

describe('a rotation that is killed', () => {
  it('loses nothing with a key file, wherever it was, and is taken up by the next', async () => {
    const before = (await readKeyFile(installation.keyFile)).keys[0].id;
    for (const share of [0, 0.3, 0.7]) {
      // A rotation that is unfinished is gone on with, so that they all move to one new key.
      await endRotation('SIGKILL', {
        settings: {},
        isTime: async () => {
          const [newest] = (await readKeyFile(installation.keyFile)).keys;
          return newest.id !== before && (await wrappedBy(new RegExp(newest.id))) >= share * REVIEWS;
        },
      });
      await expectAllReadable();
    }
    // One more, as the last may have come to its end before it was killed.
    const { code, stdout } = await revrx(['keys', 'rotate', '--json', '--prune'], installation.environment);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ left: 0, unopened: [], stopped: false });
    const { keys } = await readKeyFile(installation.keyFile);
    expect(keys).toHaveLength(1);
    expect(await wrappedBy(new RegExp(keys[0].id))).toBe(REVIEWS);
    await expectAllReadable();
  }, 120_000);

  it('loses nothing on the way to KMS, at the first request and in the middle', async () => {
    const settings = { KMS_KEY_ID: kms.createKey() };
    for (const at of [1, 120]) {
      let requests = 0;
      let isTime = false;
      kms.onRequest = ({ operation }) => {
        if (operation === 'Encrypt') requests += 1;
        isTime ||= requests >= at;
        // What is asked after that is never answered: the process is killed while it waits.
        return isTime ? 'no-answer' : undefined;
      };
      const { code } = await endRotation('SIGKILL', { settings, isTime: async () => isTime });
      expect(code).toBeNull();
      kms.onRequest = undefined;
      await expectAllReadable(settings);
    }
    expect(await wrappedBy(/^kms:/)).toBeLessThan(REVIEWS);
    const { code } = await revrx(['keys', 'rotate'], { ...installation.environment, ...settings });
    expect(code).toBe(0);
    expect(await wrappedBy(/^kms:/)).toBe(REVIEWS);
    await expectAllReadable(settings);
  }, 120_000);

  it('ends between two batches when it is interrupted, and says how to go on', async () => {
    // Back to the key file: what KMS wraps is unwrapped by it, although it is not configured any more.
    let asked = 0;
    kms.onRequest = () => void (asked += 1);
    const { code, stdout } = await endRotation('SIGINT', { settings: {}, isTime: async () => asked > 20 });
    kms.onRequest = undefined;
    expect([code, stdout]).toEqual([
      1,
      expect.stringMatching(/^Stopped\. \d+ data keys left: run "revrx keys rotate" again/m),
    ]);
    await expectAllReadable();
    expect(await revrx(['keys', 'rotate'], installation.environment)).toMatchObject({ code: 0 });
    expect(await wrappedBy(/^local:/)).toBe(REVIEWS);
    await expectAllReadable();
  }, 120_000);
});
