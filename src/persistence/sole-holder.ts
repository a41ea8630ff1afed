import pg from 'pg';
import { toPgOptions, type ConnectionSettings } from './connection.ts';

/**
 * Takes a lock that one process at a time can have, and that ends with it however it dies: an advisory lock of a session.
 * Undefined when another process has it.
 *
 * @param key any number that the processes agree on
 */
export async function becomeSoleHolder(
  connection: ConnectionSettings,
  key: number,
): Promise<AsyncDisposable | undefined> {
  const client = new pg.Client({ ...toPgOptions(connection, 'revrx-lock'), keepAlive: true });
  // A server that stops takes the lock with it; who uses the database otherwise will hear of that.
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [key]);
  if (rows[0]?.taken === true) return { [Symbol.asyncDispose]: () => client.end().catch(() => undefined) };
  await client.end();
  return undefined;
}
