import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareEmbeddedDatabase, startEmbeddedPostgres, type DatabaseAccess } from '#persistence/index.ts';

/** A PostgreSQL for one bench: with the durable settings of `revrx start`, and a home folder. */
export interface BenchServer extends AsyncDisposable {
  readonly access: DatabaseAccess;
  readonly home: string;
}

export async function startBenchServer(): Promise<BenchServer> {
  const cluster = await mkdtemp(join(tmpdir(), 'revrx-bench-postgres-'));
  const home = await mkdtemp(join(tmpdir(), 'revrx-bench-home-'));
  const server = await startEmbeddedPostgres({ directory: cluster });
  const access = await prepareEmbeddedDatabase(server.superuser, cluster);
  return {
    access,
    home,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await Promise.all([cluster, home].map((folder) => rm(folder, { recursive: true, force: true })));
    },
  };
}
