import { createServer } from 'node:http';

interface Answer {
  readonly status?: number;
  /** Error name, as awsJson1_1 names it in `__type`. */
  readonly error?: string;
  /** Sent as it is. */
  readonly raw?: string;
  readonly entities?: readonly object[];
  /** The answer never comes. */
  readonly hang?: boolean;
}

/** Comprehend Medical as the SDK meets it: awsJson1_1 over HTTP, one POST, the operation in a header. */
export interface ComprehendServer extends AsyncDisposable {
  readonly endpoint: string;
  /** Texts it was asked about. */
  readonly texts: string[];
  readonly targets: string[];
}

/** Answers each request with what `script` says for its text and number (from 1). */
export async function startComprehendServer(
  script: (text: string, number: number) => Answer,
): Promise<ComprehendServer> {
  const texts: string[] = [];
  const targets: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { Text: text }: { Text: string } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
      texts.push(text);
      targets.push(String(request.headers['x-amz-target']));
      const { status = 200, error, raw, entities = [], hang = false } = script(text, texts.length);
      if (hang) return;
      const body =
        raw ??
        JSON.stringify(
          error === undefined
            ? { Entities: entities }
            : { __type: `com.amazonaws.comprehendmedical#${error}`, Message: 'scripted' },
        );
      response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  return {
    endpoint: `http://127.0.0.1:${address.port}`,
    texts,
    targets,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An entity for each occurrence of some words, with offsets in code points, as the service counts. */
export function entitiesFor(text: string, words: string, Type: string, Score = 0.99): object[] {
  const found: object[] = [];
  for (let at = text.indexOf(words); at !== -1; at = text.indexOf(words, at + 1)) {
    const BeginOffset = Array.from(text.slice(0, at)).length;
    found.push({
      Id: found.length,
      BeginOffset,
      EndOffset: BeginOffset + Array.from(words).length,
      Score,
      Text: words,
      Category: 'PROTECTED_HEALTH_INFORMATION',
      Type,
      Traits: [],
    });
  }
  return found;
}
