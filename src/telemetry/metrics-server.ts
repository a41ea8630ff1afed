import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError, type Secret } from '#kernel/index.ts';
import type { Metrics } from './metrics.ts';

export interface MetricsServerOptions {
  readonly metrics: Metrics;
  /** 127.0.0.1 unless an administrator says otherwise. */
  readonly host: string;
  /** 0: whatever is free. */
  readonly port: number;
  /** Asked for as `Authorization: Bearer …` where it is set. */
  readonly token: Secret<string> | undefined;
}

/** Serves `/metrics` on a port of its own, apart from what browsers and EHRs reach. Throws AppError `config-invalid`. */
export async function serveMetrics(
  options: MetricsServerOptions,
): Promise<AsyncDisposable & { readonly port: number }> {
  const server = createServer((request, response) => void answer(request, response, options));
  const { port } = await listen(server, options);
  return {
    port,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, { host, port }: MetricsServerOptions): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) =>
      reject(
        new AppError('config-invalid', {
          publicMessage: `Metrics cannot be served on ${host}:${port}. Set METRICS_PORT to a free port.`,
          cause,
        }),
      ),
    );
    server.listen(port, host, () => {
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new RangeError('no port'));
      else resolve(address);
    });
  });
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { metrics, token }: MetricsServerOptions,
): Promise<void> {
  if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
  if (token !== undefined && !isSame(request.headers.authorization ?? '', `Bearer ${token.reveal()}`)) {
    return void response.writeHead(401, { 'www-authenticate': 'Bearer' }).end();
  }
  const text = await metrics.render();
  response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text);
}

/** In constant time: the answer must not tell how much of a guess was right. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(wanted));
}
