import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError, Secret } from '#kernel/index.ts';
import { environmentSchema, type Environment } from './environment.ts';

/** The configuration of a process, checked. */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  /** No trailing slash. */
  readonly publicUrl: string;
  readonly trustProxy: number;
  readonly database: DatabaseConfig;
  /** Absolute. */
  readonly home: string;
  readonly codesDirectory: string;
  readonly vault: VaultConfig;
  /** Undefined: make one in `home` (never in production). */
  readonly sessionSecret: Secret<string> | undefined;
  readonly sandbox: { readonly port: number } | undefined;
  readonly log: { readonly level: Environment['LOG_LEVEL']; readonly format: 'text' | 'json' };
  /** Where security alerts go besides the log. */
  readonly alertWebhook: Secret<string> | undefined;
  /** Undefined: not served. */
  readonly metrics: MetricsConfig | undefined;
  readonly workers: number;
  readonly deidentify: {
    readonly with: Environment['DEIDENTIFY_WITH'];
    readonly requestsPerSecond: number;
    readonly charactersPerSecond: number;
  };
  /** Undefined: rules alone review. */
  readonly model: ModelConfig | undefined;
  /** For one FHIR request, its answer included. */
  readonly ehrTimeoutMs: number;
}

export type DatabaseConfig =
  | { readonly kind: 'embedded'; readonly directory: string }
  | { readonly kind: 'server'; readonly application: Secret<string>; readonly migration: Secret<string> | undefined };

export interface MetricsConfig {
  readonly host: string;
  readonly port: number;
  readonly token: Secret<string> | undefined;
}

/** A language model behind the Responses API. */
export interface ModelConfig {
  readonly name: string;
  readonly apiKey: Secret<string>;
  readonly baseUrl: string;
  readonly timeoutMs: number;
  readonly maxRetries: number;
  /** Dollars for a million tokens. */
  readonly prices: Environment['OPENAI_PRICES'];
  readonly tokensPerSiteDay: number | undefined;
  /** Undefined: every review asks by itself. */
  readonly batch: { readonly lookAfterSeconds: number } | undefined;
}

/** `make`: a missing key file is made at the first start, which production forbids. */
export interface VaultConfig {
  readonly keyFile: string;
  readonly make: boolean;
  /** Set: KMS wraps the data keys. A key file, where there is one, opens what it wrapped before. */
  readonly kmsKeyId: string | undefined;
}

/**
 * Checks the environment. Throws one AppError `config-invalid` that names every mistake and what to do about it.
 * `env` is what `process.env` holds; empty strings count as not set.
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) {
    throw mistakes(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`));
  }
  const wrong = [...unsafeInProduction(parsed.data), ...modelMistakes(parsed.data), ...openMetrics(parsed.data)];
  if (wrong.length > 0) throw mistakes(wrong);
  return toConfig(parsed.data);
}

function toConfig(env: Environment): Config {
  const production = env.NODE_ENV === 'production';
  const home = resolve(env.REVRX_HOME);
  return {
    production,
    port: env.PORT,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ''),
    trustProxy: env.TRUST_PROXY,
    database:
      env.DATABASE_URL === undefined
        ? { kind: 'embedded', directory: join(home, 'postgres') }
        : { kind: 'server', application: env.DATABASE_URL, migration: env.MIGRATION_DATABASE_URL },
    home,
    codesDirectory: resolve(env.REVRX_CODES_DIR ?? join(home, 'codes')),
    vault: {
      keyFile: resolve(env.REVRX_KEY_FILE ?? join(home, 'keys.json')),
      make: !production,
      kmsKeyId: env.KMS_KEY_ID,
    },
    sessionSecret: env.SESSION_SECRET,
    sandbox: (env.SANDBOX ?? !production) ? { port: env.SANDBOX_PORT } : undefined,
    log: { level: env.LOG_LEVEL, format: env.LOG_FORMAT ?? (process.stdout.isTTY ? 'text' : 'json') },
    alertWebhook: env.ALERT_WEBHOOK_URL,
    metrics:
      env.METRICS_PORT === undefined
        ? undefined
        : { host: env.METRICS_HOST, port: env.METRICS_PORT, token: env.METRICS_TOKEN },
    workers: env.WORKERS,
    deidentify: {
      with: env.DEIDENTIFY_WITH,
      requestsPerSecond: env.COMPREHEND_REQUESTS_PER_SECOND,
      charactersPerSecond: env.COMPREHEND_CHARACTERS_PER_SECOND,
    },
    model: toModel(env),
    ehrTimeoutMs: env.EHR_TIMEOUT_MS,
  };
}

/** Whether a connection is encrypted, or does not leave this machine. */
function isEncrypted(databaseUrl: string): boolean {
  const { hostname, searchParams } = new URL(databaseUrl);
  const local = ['localhost', '127.0.0.1', '[::1]', ''].includes(hostname);
  return local || ['require', 'verify-ca', 'verify-full'].includes(searchParams.get('sslmode') ?? '');
}

/** Whether what is sent there is encrypted, or does not leave this machine. */
function isPrivate(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || LOOPBACK.has(hostname);
}

const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

function openMetrics(env: Environment): string[] {
  if (env.METRICS_PORT === undefined || LOOPBACK.has(env.METRICS_HOST) || env.METRICS_TOKEN !== undefined) return [];
  return ['METRICS_TOKEN must be set where METRICS_HOST is no loopback address: anyone could read the metrics.'];
}

function unsafeInProduction(env: Environment): string[] {
  if (env.NODE_ENV !== 'production') return [];
  const found: string[] = [];
  if (env.SANDBOX === true) found.push('SANDBOX must not be "true": the synthetic EHR is not for production.');
  if (env.REVRX_KEY_FILE === undefined && env.KMS_KEY_ID === undefined) {
    found.push(
      'REVRX_KEY_FILE (or KMS_KEY_ID) must be set. REVRX_KEY_FILE names a key file: make one with "revrx keys init --file PATH" and back it up.',
    );
  }
  if (env.PUBLIC_URL === undefined || !env.PUBLIC_URL.startsWith('https://')) {
    found.push('PUBLIC_URL must be an https:// URL: browsers keep the session cookie only then.');
  }
  if (env.SESSION_SECRET === undefined) found.push('SESSION_SECRET must be set: at least 32 random characters.');
  if ([env.DATABASE_URL, env.MIGRATION_DATABASE_URL].some((url) => url !== undefined && !isEncrypted(url.reveal()))) {
    found.push('DATABASE_URL must say sslmode=require (or verify-full): data of patients crosses the network.');
  }
  if (env.ALERT_WEBHOOK_URL !== undefined && !isPrivate(env.ALERT_WEBHOOK_URL.reveal())) {
    found.push('ALERT_WEBHOOK_URL must be https: alerts tell how to find what is wrong.');
  }
  if (env.DATABASE_URL === undefined) {
    found.push('DATABASE_URL must be set: the embedded PostgreSQL is for trying RevRx, not for patients.');
  }
  return found;
}

function toModel(env: Environment): ModelConfig | undefined {
  if (env.OPENAI_MODEL === undefined) return undefined;
  return {
    name: env.OPENAI_MODEL,
    // The SDK wants a key; a server on the premises that needs none ignores it.
    apiKey: env.OPENAI_API_KEY ?? new Secret('none'),
    baseUrl: env.OPENAI_BASE_URL.replace(/\/+$/, ''),
    timeoutMs: env.OPENAI_TIMEOUT_MS,
    maxRetries: env.OPENAI_MAX_RETRIES,
    prices: env.OPENAI_PRICES,
    tokensPerSiteDay: env.MODEL_TOKENS_PER_SITE_DAY,
    batch: env.OPENAI_BATCH === 'nightly' ? { lookAfterSeconds: env.OPENAI_BATCH_LOOK_SECONDS } : undefined,
  };
}

function modelMistakes(env: Environment): string[] {
  const found: string[] = [];
  const { hostname, protocol } = new URL(env.OPENAI_BASE_URL);
  if (env.OPENAI_API_KEY !== undefined && env.OPENAI_MODEL === undefined) {
    found.push('OPENAI_MODEL must name the model that OPENAI_API_KEY is for.');
  }
  if (env.OPENAI_MODEL !== undefined && env.OPENAI_API_KEY === undefined && hostname === 'api.openai.com') {
    found.push('OPENAI_API_KEY must be set for api.openai.com; or set OPENAI_BASE_URL to a server of your own.');
  }
  if (env.OPENAI_BATCH === 'nightly' && env.OPENAI_MODEL === undefined) {
    found.push('OPENAI_MODEL must name the model that OPENAI_BATCH is for.');
  }
  const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  if (env.NODE_ENV === 'production' && env.OPENAI_MODEL !== undefined && protocol !== 'https:' && !isLocal) {
    found.push('OPENAI_BASE_URL must be https: charts without names are still charts.');
  }
  return found;
}

function mistakes(list: readonly string[]): AppError {
  const lines = list.map((line) => `  - ${line}`).join('\n');
  return new AppError('config-invalid', {
    publicMessage: `The configuration has ${list.length === 1 ? 'a mistake' : `${list.length} mistakes`}:\n${lines}\nSee .env.example for every setting.`,
  });
}

/** The text of `.env.example`, from the schema. */
export function renderEnvExample(): string {
  const parts = Object.entries(environmentSchema.shape).map(([name, field]) => {
    const inner: unknown = field instanceof z.ZodDefault ? field.def.defaultValue : undefined;
    return `# ${field.description ?? ''}\n${inner === undefined ? `#${name}=` : `#${name}=${JSON.stringify(inner).replaceAll('"', '')}`}\n`;
  });
  return `# Settings of RevRx. Written by "npm run generate" from src/config/environment.ts: change them there.\n# Copy to .env and take the "#" away from what you set.\n\n${parts.join('\n')}`;
}
