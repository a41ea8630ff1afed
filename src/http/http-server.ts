import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Express } from 'express';
import { AppError } from '#kernel/index.ts';

export interface RunningServer extends AsyncDisposable {
  readonly port: number;
}

export interface ListenOptions {
  readonly port: number;
  /** Address to listen on; all when left out. */
  readonly host?: string;
  /** Ends what would not end by itself, such as event streams. */
  readonly onStop?: () => void;
  /** Requests that take longer than this to finish are cut off at a stop. Default ten seconds. */
  readonly graceMs?: number;
}

/** Listens. Disposing lets requests under way finish, for a while. Throws AppError `config-invalid` when the port is taken. */
export async function listen(
  app: Express,
  { port, host, onStop, graceMs = 10_000 }: ListenOptions,
): Promise<RunningServer> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 15_000, keepAliveTimeout: 5_000 }, app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(cannotListen(port, cause)));
    server.listen({ port, ...(host === undefined ? {} : { host }) }, resolve);
  });
  const address = server.address();
  return {
    port: isAddressInfo(address) ? address.port : port,
    [Symbol.asyncDispose]: () => stop(server, graceMs, onStop),
  };
}

async function stop(server: Server, graceMs: number, onStop: (() => void) | undefined): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  onStop?.();
  server.closeIdleConnections();
  const deadline = setTimeout(() => server.closeAllConnections(), graceMs);
  await closed;
  clearTimeout(deadline);
}

function isAddressInfo(address: string | AddressInfo | null): address is AddressInfo {
  return typeof address === 'object' && address !== null;
}

function cannotListen(port: number, cause: Error): AppError {
  const taken = 'code' in cause && cause.code === 'EADDRINUSE';
  return new AppError('config-invalid', {
    publicMessage: taken
      ? `Port ${port} is in use. Stop what uses it, or set another with PORT.`
      : `RevRx cannot listen on port ${port}. Set another with PORT.`,
    cause,
  });
}
