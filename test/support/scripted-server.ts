import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** A server on loopback that a test scripts, and that remembers what it was asked. */
export interface ScriptedServer extends AsyncDisposable {
  /** `http://localhost:PORT` */
  readonly url: string;
  readonly host: string;
  readonly requests: {
    method: string;
    path: string;
    headers: Record<string, string | string[] | undefined>;
    body: string;
  }[];
}

export type Script = (request: IncomingMessage, response: ServerResponse) => void;

/** `script` answers by path; what it has nothing for is 404. */
export async function startScriptedServer(script: Readonly<Record<string, Script>>): Promise<ScriptedServer> {
  const requests: ScriptedServer['requests'] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const [path = ''] = (request.url ?? '').split('?');
      const body = Buffer.concat(chunks).toString('utf8');
      requests.push({ method: request.method ?? '', path, headers: request.headers, body });
      const answer = script[path];
      if (answer === undefined) response.writeHead(404).end();
      else answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('no port');
  const host = `localhost:${address.port}`;
  return {
    url: `http://${host}`,
    host,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with this value as JSON. */
export const json =
  (value: () => object): Script =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value()));
  };
