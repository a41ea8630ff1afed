import { createHash, createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const ACCOUNT = '111122223333';

/** What the server does with a request instead of answering it. */
export type KmsFault =
  /** An error of KMS's API: `{ status: 400, type: 'AccessDeniedException' }`. */
  | { readonly status: number; readonly type: string }
  /** These bytes with status 200. */
  | { readonly body: string }
  | 'no-answer'
  | 'hang-up';

export interface KmsRequest {
  readonly operation: string;
  readonly keyId: string | undefined;
  readonly context: Readonly<Record<string, string>> | undefined;
}

/**
 * KMS as its SDK speaks to it (AWS JSON 1.1): keys with ARNs in one Region, aliases, states; authentic ciphertexts that
 * carry their key and are bound to their encryption context.
 */
export interface KmsServer extends AsyncDisposable {
  readonly url: string;
  readonly region: string;
  readonly requests: KmsRequest[];
  /** What the SDK needs to talk to it, as options and as environment. */
  readonly client: {
    readonly region: string;
    readonly endpoint: string;
    readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
  };
  readonly environment: Readonly<Record<string, string>>;
  /** Makes a key; its ARN. */
  createKey(): string;
  setAlias(alias: string, arn: string): void;
  setState(arn: string, state: 'Enabled' | 'Disabled' | 'PendingDeletion'): void;
  /** Faults for the next requests, or by a function for each. */
  faults: KmsFault[];
  onRequest: ((request: KmsRequest) => KmsFault | undefined) | undefined;
}

interface Key {
  readonly arn: string;
  readonly secret: Buffer;
  state: string;
}

interface KmsBody {
  readonly KeyId?: string;
  readonly Plaintext?: string;
  readonly CiphertextBlob?: string;
  readonly EncryptionContext?: Record<string, string>;
}

class KmsError extends Error {
  readonly type: string;
  constructor(type: string) {
    super(type);
    this.type = type;
  }
}

class KeyStore {
  readonly #region: string;
  readonly keys = new Map<string, Key>();
  readonly aliases = new Map<string, string>();

  constructor(region: string) {
    this.#region = region;
  }

  create(): string {
    const arn = `arn:aws:kms:${this.#region}:${ACCOUNT}:key/${randomUUID()}`;
    this.keys.set(arn, { arn, secret: randomBytes(32), state: 'Enabled' });
    return arn;
  }

  find(keyId: string | undefined): Key {
    const alias = /(?:^|:)(alias\/.+)$/.exec(keyId ?? '')?.[1];
    const wanted = alias === undefined ? keyId : this.aliases.get(alias);
    const found = [...this.keys.values()].find(({ arn }) => arn === wanted || arn.endsWith(`/${wanted ?? ''}`));
    if (found === undefined) throw new KmsError('NotFoundException');
    return found;
  }

  usable(keyId: string | undefined): Key {
    const key = this.find(keyId);
    if (key.state === 'Disabled') throw new KmsError('DisabledException');
    if (key.state !== 'Enabled') throw new KmsError('KMSInvalidStateException');
    return key;
  }

  encrypt({ KeyId, Plaintext, EncryptionContext }: KmsBody): object {
    const { arn, secret } = this.usable(KeyId);
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', secret, iv).setAAD(aad(EncryptionContext));
    const sealed = Buffer.concat([cipher.update(Buffer.from(Plaintext ?? '', 'base64')), cipher.final()]);
    const blob = {
      arn,
      iv: iv.toString('hex'),
      tag: cipher.getAuthTag().toString('hex'),
      sealed: sealed.toString('hex'),
    };
    return { KeyId: arn, CiphertextBlob: Buffer.from(JSON.stringify(blob)).toString('base64') };
  }

  decrypt({ KeyId, CiphertextBlob, EncryptionContext }: KmsBody): object {
    try {
      const blob = JSON.parse(Buffer.from(CiphertextBlob ?? '', 'base64').toString('utf8')) as Record<string, string>;
      // A ciphertext of another Region is none here.
      if (!this.keys.has(blob['arn'] ?? '')) throw new KmsError('InvalidCiphertextException');
      const { arn, secret } = this.usable(blob['arn']);
      if (KeyId !== undefined && this.find(KeyId).arn !== arn) throw new KmsError('IncorrectKeyException');
      const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(blob['iv'] ?? '', 'hex'))
        .setAAD(aad(EncryptionContext))
        .setAuthTag(Buffer.from(blob['tag'] ?? '', 'hex'));
      const opened = Buffer.concat([decipher.update(Buffer.from(blob['sealed'] ?? '', 'hex')), decipher.final()]);
      return { KeyId: arn, Plaintext: opened.toString('base64'), EncryptionAlgorithm: 'SYMMETRIC_DEFAULT' };
    } catch (error) {
      if (error instanceof KmsError) throw error;
      throw new KmsError('InvalidCiphertextException');
    }
  }

  answer(operation: string, body: KmsBody): object {
    if (operation === 'Encrypt') return this.encrypt(body);
    if (operation === 'Decrypt') return this.decrypt(body);
    if (operation !== 'DescribeKey') throw new KmsError('UnknownOperationException');
    const { arn, state } = this.find(body.KeyId);
    return { KeyMetadata: { Arn: arn, KeyId: arn.split('/').at(-1), KeyState: state, Enabled: state === 'Enabled' } };
  }
}

function aad(context: Record<string, string> | undefined): Buffer {
  const sorted = Object.entries(context ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest();
}

export async function startKmsServer(region = 'us-east-1'): Promise<KmsServer> {
  const store = new KeyStore(region);
  const server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  const url = `http://127.0.0.1:${address.port}`;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  const kms: KmsServer = {
    url,
    region,
    requests: [],
    client: { region, endpoint: url, credentials },
    environment: {
      AWS_REGION: region,
      AWS_ENDPOINT_URL_KMS: url,
      AWS_ACCESS_KEY_ID: 'test',
      AWS_SECRET_ACCESS_KEY: 'test',
    },
    faults: [],
    onRequest: undefined,
    createKey: () => store.create(),
    setAlias: (alias, arn) => void store.aliases.set(alias, arn),
    setState: (arn, state) => {
      store.find(arn).state = state;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const operation = String(request.headers['x-amz-target']).replace('TrentService.', '');
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as KmsBody;
    const asked = { operation, keyId: body.KeyId, context: body.EncryptionContext };
    kms.requests.push(asked);
    const fault = kms.onRequest?.(asked) ?? kms.faults.shift();
    if (fault === 'no-answer') return;
    if (fault === 'hang-up') return void request.socket.destroy();
    const [status, answer] = fault === undefined ? outcome(operation, body) : faulty(fault);
    response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(answer);
  }

  function outcome(operation: string, body: KmsBody): [number, string] {
    try {
      return [200, JSON.stringify(store.answer(operation, body))];
    } catch (error) {
      return faulty({ status: 400, type: error instanceof KmsError ? error.type : 'ValidationException' });
    }
  }
  return kms;
}

function faulty(fault: Exclude<KmsFault, string>): [number, string] {
  if ('body' in fault) return [200, fault.body];
  return [
    fault.status,
    JSON.stringify({ __type: fault.type, message: 'arn:aws:kms:us-east-1:111122223333:key/named-here' }),
  ];
}
