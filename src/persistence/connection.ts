import { Secret } from '#kernel/index.ts';

/** How to reach one database as one role. */
export interface ConnectionSettings {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: Secret<string> | undefined;
  readonly ssl: boolean;
  /** A role to take on at the start of each session (`SET ROLE`), where the login role is not the application's own. */
  readonly assumeRole?: string;
}

/** Parses `postgres://user:password@host:port/database?sslmode=require`. Throws TypeError when it is no such URL. */
export function parseConnectionUrl(url: string): ConnectionSettings {
  const parsed = new URL(url);
  if (!['postgres:', 'postgresql:'].includes(parsed.protocol)) throw new TypeError('not a postgres:// URL');
  const sslmode = parsed.searchParams.get('sslmode');
  return {
    host: parsed.hostname || 'localhost',
    port: parsed.port === '' ? 5432 : Number(parsed.port),
    database: decodeURIComponent(parsed.pathname.slice(1)) || 'revrx',
    user: decodeURIComponent(parsed.username) || 'postgres',
    password: parsed.password === '' ? undefined : new Secret(decodeURIComponent(parsed.password)),
    ssl: sslmode !== null && sslmode !== 'disable' && sslmode !== 'prefer',
  };
}

/** What node-postgres' `Pool` and `Client` (and pg-boss) take. */
export interface PgOptions {
  host: string;
  port: number;
  database: string;
  user: string;
  password?: string;
  ssl?: boolean;
  options?: string;
  connectionTimeoutMillis: number;
  application_name: string;
}

export function toPgOptions(settings: ConnectionSettings, applicationName = 'revrx'): PgOptions {
  return {
    host: settings.host,
    port: settings.port,
    database: settings.database,
    user: settings.user,
    ...(settings.password === undefined ? {} : { password: settings.password.reveal() }),
    ...(settings.ssl ? { ssl: true } : {}),
    ...(settings.assumeRole === undefined ? {} : { options: `-c role=${settings.assumeRole}` }),
    connectionTimeoutMillis: 10_000,
    application_name: applicationName,
  };
}
