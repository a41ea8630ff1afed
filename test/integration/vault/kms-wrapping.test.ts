import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createKmsWrapping, type Wrapping } from '#vault/index.ts';

/** What KMS does with the next requests instead of answering. */
type Fault = { readonly status: number; readonly type: string };

let server: Server;
let wrapping: Wrapping;
let faults: Fault[] = [];
const targets: string[] = [];

/** KMS as its SDK speaks to it (AWS JSON 1.1): ciphertexts carry their key, context and plaintext. */
beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const target = String(request.headers['x-amz-target']);
      targets.push(target);
      const fault = faults.shift();
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
      const [status, answer] =
        fault === undefined
          ? answerTo(target, body)
          : [fault.status, { __type: fault.type, message: 'arn:aws:kms:key/secret-name' }];
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  wrapping = createKmsWrapping({
    keyId: 'alias/revrx',
    client: {
      region: 'us-east-1',
      endpoint: `http://127.0.0.1:${port}`,
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    },
  });
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  faults = [];
});

function answerTo(target: string, body: Record<string, unknown>): [number, object] {
  if (target === 'TrentService.Encrypt') {
    return [200, { KeyId: body['KeyId'], CiphertextBlob: Buffer.from(JSON.stringify(body)).toString('base64') }];
  }
  const sealed = JSON.parse(Buffer.from(String(body['CiphertextBlob']), 'base64').toString('utf8')) as Record<
    string,
    unknown
  >;
  const fits = JSON.stringify(sealed['EncryptionContext']) === JSON.stringify(body['EncryptionContext']);
  return fits ? [200, { Plaintext: sealed['Plaintext'] }] : [400, { __type: 'InvalidCiphertextException' }];
}

const owner = { tenantId: '0193a000-0000-7000-8000-000000000001', dataKeyId: '0193a000-0000-7000-8000-000000000002' };
const dataKey = Buffer.alloc(32, 7);

describe('wrapping with KMS', () => {
  it('unwraps what it wrapped, under the context of its owner alone', async () => {
    const wrapped = await wrapping.wrap(owner, dataKey);
    expect(await wrapping.unwrap(owner, wrapped)).toEqual(dataKey);
    const stranger = { ...owner, tenantId: '0193a000-0000-7000-8000-000000000009' };
    await expect(wrapping.unwrap(stranger, wrapped)).rejects.toMatchObject({ code: 'vault-open-failed' });
    expect(await wrapping.currentKeyId(owner.tenantId)).toBe('kms:alias/revrx');
  });

  it.each([
    { status: 400, type: 'ThrottlingException' },
    { status: 500, type: 'KMSInternalException' },
  ])('tries again when KMS answers $type', async (fault) => {
    faults = [fault];
    expect(await wrapping.wrap(owner, dataKey)).toBeInstanceOf(Buffer);
  });

  it.each(['AccessDeniedException', 'DisabledException', 'NotFoundException', 'IncorrectKeyException'])(
    'does not open when KMS answers %s, and names neither key nor account',
    async (type) => {
      const wrapped = await wrapping.wrap(owner, dataKey);
      faults = [{ status: 400, type }];
      const error: unknown = await wrapping.unwrap(owner, wrapped).catch((caught: unknown) => caught);
      expect(error).toMatchObject({ code: 'vault-open-failed', detail: type });
      expect(String(error)).not.toContain('secret-name');
    },
  );

  it('does not seal when KMS refuses for good', async () => {
    faults = [{ status: 400, type: 'DisabledException' }];
    await expect(wrapping.wrap(owner, dataKey)).rejects.toMatchObject({ code: 'vault-seal-failed' });
  });
});
