import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createKmsWrapping, type Wrapping } from '#vault/index.ts';
import { startKmsServer, type KmsFault, type KmsServer } from '#test/support/kms-server.ts';

let kms: KmsServer;
let key: string;
let wrapping: Wrapping;

beforeAll(async () => {
  kms = await startKmsServer();
  key = kms.createKey();
  wrapping = wrappingWith(key);
});
afterAll(async () => {
  await kms[Symbol.asyncDispose]();
});
beforeEach(() => {
  kms.faults = [];
  kms.requests.length = 0;
});

function wrappingWith(keyId: string, server = kms): Wrapping {
  // Time limits of a test: a server that does not answer is given up soon.
  const requestHandler = { requestTimeout: 300, connectionTimeout: 300, throwOnRequestTimeout: true };
  return createKmsWrapping({
    keyIdOf: async () => keyId,
    client: { ...server.client, requestHandler, maxAttempts: 3 },
  });
}

const owner = { tenantId: '0193a000-0000-7000-8000-000000000001', dataKeyId: '0193a000-0000-7000-8000-000000000002' };
const dataKey = Buffer.alloc(32, 7);
const threeTimes = (fault: KmsFault): KmsFault[] => [fault, fault, fault];

describe('wrapping with KMS', () => {
  it('unwraps what it wrapped, and says which key that was', async () => {
    const wrapped = await wrapping.wrap(owner, dataKey);
    expect(wrapped.wrappedBy).toBe(`kms:${key}`);
    expect(await wrapping.currentKeyId(owner.tenantId)).toBe(`kms:${key}`);
    expect(await wrapping.unwrap(owner, wrapped)).toEqual(dataKey);
    expect(kms.requests[0]?.context).toEqual({
      tenant: owner.tenantId,
      table: 'data_key',
      row: owner.dataKeyId,
      purpose: 'data-key',
    });
  });

  it.each(['tenantId', 'dataKeyId'] as const)('does not unwrap for another %s', async (which) => {
    const wrapped = await wrapping.wrap(owner, dataKey);
    const stranger = { ...owner, [which]: '0193a000-0000-7000-8000-000000000009' };
    await expect(wrapping.unwrap(stranger, wrapped)).rejects.toMatchObject({ code: 'vault-open-failed' });
  });

  it('names the key behind an alias, so that a new key behind it makes the old ones due', async () => {
    const [first, second] = [kms.createKey(), kms.createKey()];
    kms.setAlias('alias/revrx', first);
    const old = await wrappingWith('alias/revrx').wrap(owner, dataKey);
    expect(old.wrappedBy).toBe(`kms:${first}`);
    kms.setAlias('alias/revrx', second);
    const later = wrappingWith('alias/revrx');
    expect(await later.currentKeyId(owner.tenantId)).toBe(`kms:${second}`);
    expect(await later.unwrap(owner, old)).toEqual(dataKey);
  });

  it('uses the alias itself where it may not ask for the key behind it', async () => {
    kms.setAlias('alias/quiet', key);
    kms.faults = [{ status: 400, type: 'AccessDeniedException' }];
    const quiet = wrappingWith('alias/quiet');
    const wrapped = await quiet.wrap(owner, dataKey);
    expect(wrapped.wrappedBy).toBe('kms:alias/quiet');
    expect(await quiet.unwrap(owner, wrapped)).toEqual(dataKey);
  });

  it('takes no data key from another KMS key than the row names', async () => {
    const planted = await wrappingWith(kms.createKey()).wrap(owner, dataKey);
    const row = { ...planted, wrappedBy: `kms:${key}` };
    await expect(wrapping.unwrap(owner, row)).rejects.toMatchObject({ code: 'vault-open-failed' });
  });
});

const PASSING: readonly (readonly [string, KmsFault])[] = [
  ['throttling', { status: 400, type: 'ThrottlingException' }],
  ['an error of its own', { status: 500, type: 'KMSInternalException' }],
  ['unavailability', { status: 503, type: 'ServiceUnavailableException' }],
  ['an unavailable key', { status: 500, type: 'KeyUnavailableException' }],
  ['a dependency that timed out', { status: 500, type: 'DependencyTimeoutException' }],
  ['nothing', 'no-answer'],
  ['a broken connection', 'hang-up'],
  ['something that is no JSON', { body: '<html>Bad gateway</html>' }],
  ['JSON that is cut off', { body: '{"Plaintext": "AAA' }],
  ['an answer without what was asked for', { body: '{}' }],
];

describe('KMS that is away for a while', () => {
  it.each(PASSING.slice(0, 7))('is asked again after %s', async (_, fault) => {
    const wrapped = await wrapping.wrap(owner, dataKey);
    kms.faults = [fault];
    expect(await wrapping.unwrap(owner, wrapped)).toEqual(dataKey);
    kms.faults = [fault];
    expect((await wrapping.wrap(owner, dataKey)).wrappedBy).toBe(`kms:${key}`);
  });

  it.each(PASSING)(
    'is given up for now after %s three times, so that the work is tried again later',
    async (_, fault) => {
      const wrapped = await wrapping.wrap(owner, dataKey);
      kms.faults = threeTimes(fault);
      kms.requests.length = 0;
      await expect(wrapping.unwrap(owner, wrapped)).rejects.toMatchObject({ code: 'vault-unavailable' });
      expect(kms.requests.length).toBeLessThanOrEqual(3);
      kms.faults = threeTimes(fault);
      await expect(wrapping.wrap(owner, dataKey)).rejects.toMatchObject({ code: 'vault-unavailable' });
    },
  );

  it('may be out of reach altogether', async () => {
    const gone = await startKmsServer();
    const wrapped = await wrapping.wrap(owner, dataKey);
    const unreachable = wrappingWith(key, gone);
    await gone[Symbol.asyncDispose]();
    await expect(unreachable.unwrap(owner, wrapped)).rejects.toMatchObject({ code: 'vault-unavailable' });
  });
});

describe('KMS that refuses', () => {
  it.each([
    'AccessDeniedException',
    'DisabledException',
    'NotFoundException',
    'IncorrectKeyException',
    'InvalidCiphertextException',
    'KMSInvalidStateException',
    'InvalidGrantTokenException',
  ])('with %s opens nothing, and neither key nor account is named', async (type) => {
    const wrapped = await wrapping.wrap(owner, dataKey);
    kms.faults = [{ status: 400, type }];
    const error: unknown = await wrapping.unwrap(owner, wrapped).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: 'vault-open-failed', detail: type });
    expect(String(error)).not.toContain('named-here');
  });

  it('opens nothing with a disabled key, seals nothing with it, and goes on once it is enabled', async () => {
    const own = kms.createKey();
    const disabled = wrappingWith(own);
    const wrapped = await disabled.wrap(owner, dataKey);
    kms.setState(own, 'Disabled');
    await expect(disabled.unwrap(owner, wrapped)).rejects.toMatchObject({ code: 'vault-open-failed' });
    await expect(disabled.wrap(owner, dataKey)).rejects.toMatchObject({
      code: 'vault-open-failed',
      detail: 'DisabledException',
    });
    kms.setState(own, 'Enabled');
    expect(await disabled.unwrap(owner, wrapped)).toEqual(dataKey);
  });

  it('opens nothing in another Region', async () => {
    await using elsewhere = await startKmsServer('eu-west-1');
    const wrapped = await wrapping.wrap(owner, dataKey);
    const wrong = wrappingWith(key, elsewhere);
    await expect(wrong.unwrap(owner, wrapped)).rejects.toMatchObject({ code: 'vault-open-failed' });
    await expect(wrong.wrap(owner, dataKey)).rejects.toMatchObject({ code: 'vault-open-failed' });
  });

  it('says that the Region is missing', async () => {
    const nowhere = createKmsWrapping({ keyIdOf: async () => key, client: { ...kms.client, region: '' } });
    await expect(nowhere.wrap(owner, dataKey)).rejects.toMatchObject({ detail: 'AWS_REGION is not set' });
  });
});
