import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '#kernel/index.ts';

/** Node's five seconds close idle connections just when a busy machine's client takes them up again. */
const KEEP_ALIVE_MS = 60_000;

export interface Listening {
  readonly port: number;
  close: () => Promise<void>;
}

/** How often the system is asked for a port that both families have free. */
const ATTEMPTS = 5;

/**
 * Listens on the host that was given, or on both loopback addresses: `localhost` may mean either.
 * @throws AppError config-invalid when the port is taken
 */
export async function listen(
  app: RequestListener,
  { port, listenHost }: { readonly port: number; readonly listenHost?: string },
): Promise<Listening> {
  try {
    if (listenHost !== undefined) return toListening([await open(app, port, listenHost)]);
    const attempts = port === 0 ? ATTEMPTS : 1;
    for (let attempt = 1; attempt < attempts; attempt += 1) {
      const listening = await listenOnLoopback(app, port).catch(tryAgain);
      if (listening !== undefined) return listening;
    }
    return await listenOnLoopback(app, port);
  } catch (cause) {
    if (!isCode(cause, 'EADDRINUSE')) throw cause;
    const publicMessage = `The sandbox EHR cannot listen on port ${port}: it is taken. Set SANDBOX_PORT to another.`;
    throw new AppError('config-invalid', { publicMessage, cause });
  }
}

/** The system gave a port that is free for one family of addresses and taken for the other. */
function tryAgain(error: unknown): undefined {
  if (!isCode(error, 'EADDRINUSE')) throw error;
}

/** Both families, because browsers and Node differ in which they take `localhost` for; one, where the machine has no other. */
async function listenOnLoopback(app: RequestListener, port: number): Promise<Listening> {
  const first = await open(app, port, '127.0.0.1');
  try {
    return toListening([first, await open(app, portOf(first), '::1')]);
  } catch (error) {
    if (isCode(error, 'EADDRNOTAVAIL') || isCode(error, 'EAFNOSUPPORT')) return toListening([first]);
    await close(first);
    throw error;
  }
}

async function open(app: RequestListener, port: number, host: string): Promise<Server> {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, app);
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host }, () => resolve(server));
  });
}

const isCode = (error: unknown, code: string): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === code;

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
