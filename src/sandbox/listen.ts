import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '#kernel/index.ts';

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** How often an address of the other family is tried again when the system's port for the first is taken there. */
const ATTEMPTS = 5;

/**
 * Listens on the host that was given, or on both loopback addresses: `localhost` may mean either.
 * @throws AppError config-invalid when the port is taken
 */
export async function listen(
  app: RequestListener,
  options: { readonly port: number; readonly listenHost?: string },
): Promise<Listening> {
  const { port, listenHost } = options;
  if (listenHost !== undefined) return toListening([await open(app, port, listenHost)]);
  for (let attempt = 1; ; attempt += 1) {
    const first = await open(app, port, '127.0.0.1');
    try {
      return toListening([first, await open(app, portOf(first), '::1')]);
    } catch (error) {
      if (isCode(error, 'EADDRNOTAVAIL') || isCode(error, 'EAFNOSUPPORT')) return toListening([first]);
      await close(first);
      if (port !== 0 || attempt === ATTEMPTS) throw taken(port, error);
    }
  }
}

async function open(app: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer(app);
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(isCode(error, 'EADDRINUSE') && host === '127.0.0.1' ? taken(port, error) : error),
    );
    server.listen({ port, host }, () => resolve(server));
  });
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;

const taken = (port: number, cause: unknown): AppError =>
  new AppError('config-invalid', {
    publicMessage: `The sandbox EHR cannot listen on port ${port}: it is taken. Set SANDBOX_PORT to another.`,
    cause,
  });

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new RangeError('the server listens on no port');
  return address.port;
}

function toListening(servers: readonly [Server, ...Server[]]): Listening {
  let closing: Promise<void> | undefined;
  return {
    port: portOf(servers[0]),
    close: () => (closing ??= Promise.all(servers.map(close)).then(() => undefined)),
  };
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
