import { z } from 'zod';
import { Secret } from '#kernel/index.ts';

const port = z.coerce.number({ error: 'must be a port number' }).int().min(0).max(65_535);
const flag = z.enum(['true', 'false'], { error: 'must be "true" or "false"' }).transform((text) => text === 'true');
const secret = z.string().transform((text) => new Secret(text));

function httpUrl(text: string): boolean {
  return URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
}

function postgresUrl(text: string): boolean {
  return URL.canParse(text) && ['postgres:', 'postgresql:'].includes(new URL(text).protocol);
}

const databaseUrl = z
  .string()
  .refine(postgresUrl, { error: 'must be a URL such as postgres://user:password@host:5432/revrx' })
  .transform((text) => new Secret(text));

const prices = z
  .string()
  .regex(/^\d+(?:\.\d+)?(?:,\d+(?:\.\d+)?){2}$/, { error: 'must be three amounts such as 1.25,0.125,10' })
  .transform((text) => {
    const [input = 0, cachedInput = 0, output = 0] = text.split(',').map(Number);
    return { input, cachedInput, output };
  });

/**
 * Every environment variable that RevRx reads, with what it means: the one list that `.env.example` is written from. No
 * other file reads the environment. Secrets leave here as `Secret`.
 */
export const environmentSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'])
    .default('development')
    .describe('"production" refuses everything that is only safe on one developer\'s machine.'),
  PORT: port.default(3000).describe('Port that RevRx listens on.'),
  PUBLIC_URL: z
    .string()
    .refine(httpUrl, { error: 'must be a URL such as https://revrx.example.org' })
    .optional()
    .describe('How browsers and EHRs reach RevRx. https in production. Default: http://localhost:PORT.'),
  TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(5)
    .default(0)
    .describe('Number of reverse proxies in front of RevRx whose X-Forwarded headers are believed.'),
  DATABASE_URL: databaseUrl
    .optional()
    .describe('PostgreSQL 13 or newer, as the application role. Default: an embedded server in REVRX_HOME.'),
  MIGRATION_DATABASE_URL: databaseUrl
    .optional()
    .describe(
      'The same database as the role that owns the tables. Default: DATABASE_URL, whose sessions then take on revrx_app.',
    ),
  REVRX_HOME: z
    .string()
    .min(1)
    .default('.revrx')
    .describe('Folder for the embedded database, local keys and code tables.'),
  REVRX_KEY_FILE: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Key file of the local vault ("revrx keys init" makes one). Default: REVRX_HOME/keys.json, made at the first start.',
    ),
  KMS_KEY_ID: z
    .string()
    .min(1)
    .optional()
    .describe(
      'AWS KMS key (ARN, id or alias) that wraps the data keys, instead of a key file. AWS_REGION and credentials as the AWS SDK finds them. Set later: "revrx keys rotate" moves what the key file wraps, which has to stay until then.',
    ),
  REVRX_CODES_DIR: z.string().min(1).optional().describe('Folder of imported code tables. Default: REVRX_HOME/codes.'),
  SESSION_SECRET: secret
    .refine((value) => value.reveal().length >= 32, { error: 'must have at least 32 characters' })
    .optional()
    .describe('Signs session cookies; the same in all processes. Default outside production: made at the first start.'),
  SANDBOX: flag
    .optional()
    .describe('Whether "revrx start" runs the synthetic EHR too. Default: true, in production false and refused.'),
  SANDBOX_PORT: port.default(4000).describe('Port of the sandbox EHR.'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error']).default('info').describe('Least severe level that is logged.'),
  LOG_FORMAT: z.enum(['text', 'json']).optional().describe('Default: text on a terminal, json otherwise.'),
  ALERT_WEBHOOK_URL: secret
    .refine((value) => httpUrl(value.reveal()), {
      error: 'must be a URL such as https://mail-gateway.example.org/revrx',
    })
    .optional()
    .describe(
      'Where security alerts are posted as JSON, without PHI: an e-mail gateway, a chat, a pager. https in production. Default: alerts are log lines and metrics only.',
    ),
  METRICS_PORT: port
    .optional()
    .describe('Port of /metrics in the text format of Prometheus, apart from PORT. Default: metrics are not served.'),
  METRICS_HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .describe('Address that /metrics is served on. Any but a loopback address needs METRICS_TOKEN.'),
  METRICS_TOKEN: secret
    .refine((value) => value.reveal().length >= 16, { error: 'must have at least 16 characters' })
    .optional()
    .describe('What who reads /metrics must send: "Authorization: Bearer TOKEN".'),
  EHR_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(100)
    .max(600_000)
    .default(30_000)
    .describe('How long one FHIR request to an EHR may take, in milliseconds, its answer included.'),
  OPENAI_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Language model (or Azure deployment) that reads de-identified charts. Default: none, rules alone review.',
    ),
  OPENAI_API_KEY: secret.optional().describe('Key for the model. A server on the premises may need none.'),
  OPENAI_BASE_URL: z
    .string()
    .refine(httpUrl, { error: 'must be a URL such as https://api.openai.com/v1' })
    .default('https://api.openai.com/v1')
    .describe(
      'Where the Responses API is: OpenAI, Azure (https://NAME.openai.azure.com/openai/v1) or a compatible server.',
    ),
  OPENAI_TIMEOUT_MS: z.coerce
    .number()
    .int()
    .min(1_000)
    .max(600_000)
    .default(180_000)
    .describe('How long one request to the model may take, in milliseconds, its answer included.'),
  OPENAI_MAX_RETRIES: z.coerce
    .number()
    .int()
    .min(0)
    .max(10)
    .default(3)
    .describe('Further tries when the model is busy or out of reach, before rules alone finish the review.'),
  OPENAI_PRICES: prices
    .optional()
    .describe(
      'Dollars for a million tokens: input, cached input, output, such as 1.25,0.125,10. Default: cost is not computed.',
    ),
  OPENAI_BATCH: z
    .enum(['off', 'nightly'])
    .default('off')
    .describe(
      'nightly: reviews that a pull asks for are sent to the Batch API, at half the price and within a day. A person who opens such a chart need not wait. Not every compatible server has it.',
    ),
  OPENAI_BATCH_LOOK_SECONDS: z.coerce
    .number()
    .int()
    .min(1)
    .max(3_600)
    .default(300)
    .describe('How long reviews gather before they make a batch, and how long between two looks at a batch.'),
  MODEL_TOKENS_PER_SITE_DAY: z.coerce
    .number()
    .int()
    .min(0)
    .optional()
    .describe(
      'Tokens that the charts of one site may use in a day (UTC); rules alone review the rest. Default: no limit.',
    ),
  DEIDENTIFY_WITH: z
    .enum(['local', 'comprehend', 'both', 'adaptive'])
    .default('local')
    .describe(
      'Who looks for identifiers: our detectors (local), Amazon Comprehend Medical beside the record (comprehend), both, or both with only the sentences sent in which ours are unsure (adaptive). AWS_REGION and credentials as the AWS SDK finds them.',
    ),
  COMPREHEND_REQUESTS_PER_SECOND: z.coerce
    .number()
    .positive()
    .default(40)
    .describe('What all processes together may ask of Comprehend Medical.'),
  COMPREHEND_CHARACTERS_PER_SECOND: z.coerce
    .number()
    .positive()
    .default(40_000)
    .describe('The same in characters; the quota of AWS binds here first.'),
  WORKERS: z.coerce
    .number()
    .int()
    .min(1)
    .max(64)
    .default(2)
    .describe('Batches of one step that a process works on at once.'),
});

export type Environment = z.infer<typeof environmentSchema>;
