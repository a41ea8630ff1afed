import { MikroORM, type EntityManager, type EntitySchema } from '@mikro-orm/postgresql';
import { AppError, settleWithin } from '#kernel/index.ts';
import { toPgOptions, type ConnectionSettings } from './connection.ts';
import { TENANT_SETTING } from './tenant-table.ts';

/** A unit of work inside one tenant's walls. */
export type TenantWork<T> = (em: EntityManager) => Promise<T>;

/** The database as the application sees it: through one tenant's eyes, or through nobody's. */
export class Database implements AsyncDisposable {
  readonly connection: ConnectionSettings;
  readonly #orm: MikroORM;

  constructor(orm: MikroORM, connection: ConnectionSettings) {
    this.#orm = orm;
    this.connection = connection;
  }

  /**
   * Runs `work` in one transaction in which only this tenant's rows exist; commits when it returns, rolls back when it
   * throws. Keep it short: no call to anything outside the database in it.
   */
  async inTenant<T>(tenantId: string, work: TenantWork<T>): Promise<T> {
    const em = this.#orm.em.fork({ session: { variables: { [TENANT_SETTING]: tenantId } } });
    return translated(em.transactional((tx) => work(tx)));
  }

  /** Runs `work` in one transaction with no tenant: tenant tables look empty, shared tables (site directory) do not. */
  async withoutTenant<T>(work: TenantWork<T>): Promise<T> {
    return translated(this.#orm.em.fork().transactional((tx) => work(tx)));
  }

  /** For migrations and tests of the schema. */
  get orm(): MikroORM {
    return this.#orm;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await settleWithin(LONGEST_CLOSE_MS, this.#orm.close(true));
  }
}

export interface OpenDatabaseOptions {
  readonly connection: ConnectionSettings;
  readonly entities: readonly EntitySchema[];
  /** Connections kept at most; default 10. */
  readonly poolSize?: number;
}

/** Opens the pool. Connects lazily: a stopped server shows at the first use, as `database-unavailable`. */
export function openDatabase({ connection, entities, poolSize = 10 }: OpenDatabaseOptions): Database {
  const { host, port, database, user, password, ...driverOptions } = toPgOptions(connection);
  const orm = new MikroORM({
    entities: [...entities],
    host,
    port,
    dbName: database,
    user,
    ...(password === undefined ? {} : { password }),
    driverOptions,
    pool: { min: 0, max: poolSize },
    discovery: { warnWhenNoEntities: false },
    debug: false,
    allowGlobalContext: false,
  });
  return new Database(orm, connection);
}

const UNAVAILABLE = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08006',
  '08003',
]);
const DISK_FULL = '53100';
/** A query that a lost server never answers does not hold up the end of the process. */
const LONGEST_CLOSE_MS = 10_000;

async function translated<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw translateDatabaseError(error);
  }
}

/** Driver errors that mean "the server is away" or "its disk is full" become AppErrors; others stay as they are. */
export function translateDatabaseError(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const code = errorCode(error);
  if (code === DISK_FULL) {
    return new AppError('disk-full', {
      publicMessage: 'The disk of the database is full. Free some space; work goes on by itself then.',
      cause: error,
    });
  }
  const ended =
    error instanceof Error && /connection terminated|timeout exceeded when trying to connect/i.test(error.message);
  if (ended || (code !== undefined && UNAVAILABLE.has(code))) {
    return new AppError('database-unavailable', {
      publicMessage:
        'The database cannot be reached. Check that PostgreSQL is running; nothing was lost, work goes on by itself.',
      detail: code ?? 'connection ended',
      cause: error,
    });
  }
  return error;
}

function errorCode(error: unknown): string | undefined {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    if (at instanceof AggregateError && at.errors.length > 0) return errorCode(at.errors[0]);
  }
  return undefined;
}
