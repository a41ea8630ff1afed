import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareEmbeddedDatabase, startEmbeddedPostgres, type EmbeddedPostgres } from '#persistence/index.ts';

/** A PostgreSQL server of a test's own that can be stopped and started again under one address. */
export interface StoppablePostgres extends AsyncDisposable {
  /** Environment of a RevRx that uses it. */
  readonly settings: Readonly<Record<string, string>>;
  /** Stops the server as its operator would; connections end, new ones are refused. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

export async function startStoppablePostgres(): Promise<StoppablePostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'revrx-stoppable-'));
  let server: EmbeddedPostgres | undefined = await startEmbeddedPostgres({ directory });
  const access = await prepareEmbeddedDatabase(server.superuser, directory);
  // The server gets another port at each start; who asks sees one address.
  const door = new Door();
  const port = await door.open(server.superuser.port);
  const url = ({ user, password, database }: typeof access.application): string =>
    `postgres://${user}:${password?.reveal() ?? ''}@127.0.0.1:${port}/${database}`;
  const stop = async (): Promise<void> => {
    await door.close();
    await server?.[Symbol.asyncDispose]();
    server = undefined;
  };
  return {
    settings: { DATABASE_URL: url(access.application), MIGRATION_DATABASE_URL: url(access.migrator) },
    stop,
    async start() {
      server = await startEmbeddedPostgres({ directory });
      await door.open(server.superuser.port, port);
    },
    async [Symbol.asyncDispose]() {
      await stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** Hands connections on to a port of this machine. */
class Door {
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;

  async open(target: number, port = 0): Promise<number> {
    const server = createServer((outer) => {
      const inner = connect(target, '127.0.0.1');
      for (const [socket, other] of [
        [outer, inner],
        [inner, outer],
      ] as const) {
        this.#sockets.add(socket);
        socket
          .on('error', () => undefined)
          .once('close', () => {
            this.#sockets.delete(socket);
            other.destroy();
          });
        socket.pipe(other);
      }
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new TypeError('no port was given');
    return address.port;
  }

  async close(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    this.#server = undefined;
    const closed = new Promise((resolve) => server.close(resolve));
    for (const socket of this.#sockets) socket.destroy();
    await closed;
  }
}
