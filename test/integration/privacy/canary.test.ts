import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { startMetrics } from '#compose/index.ts';
import type { Log, LogFields } from '#kernel/index.ts';
import { toPgOptions } from '#persistence/index.ts';
import { canaryPopulation } from '#test/support/canary-population.ts';
import { Canaries } from '#test/support/canaries.ts';
import { entitiesFor, startComprehendServer, type ComprehendServer } from '#test/support/comprehend-server.ts';
import { freePort } from '#test/support/free-port.ts';
import { launchFrom } from '#test/support/launched.ts';
import { startResponsesServer, type ResponsesServer, type Turn } from '#test/support/responses-server.ts';
import { askForReview, reviewIn, reviewsOf, until } from '#test/support/reviews.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';
import { startScriptedServer, type ScriptedServer } from '#test/support/scripted-server.ts';

const MAY_TAKE_MS = 120_000;
/** One encounter for each way that a review can end or be held up. */
const ENCOUNTERS = {
  ends: 'enc-ends',
  unreadable: 'enc-unreadable-chart',
  undetected: 'enc-comprehend-down',
  misunderstood: 'enc-model-fails',
  unstored: 'enc-database-refuses',
  unwritten: 'enc-ehr-refuses',
  unopened: 'enc-bytes-corrupt',
} as const;

const canaries = new Canaries();
const lines: string[] = [];
let comprehend: ComprehendServer;
let comprehendWorks = true;
let model: ResponsesServer;
let alerts: ScriptedServer;
let metrics: AsyncDisposable;
let metricsPort: number;
let app: RunningApp;
const answers: string[] = [];
const environment = { ...process.env };
const writeToStderr = process.stderr.write.bind(process.stderr);

/** Keeps every line of every level, as the service hands it to its log. */
function keepingLog(fields: LogFields = {}): Log {
  const write =
    (level: string) =>
    (message: string, more: LogFields = {}): void =>
      void lines.push(JSON.stringify({ level, message, ...fields, ...more }));
  return {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    with: (more) => keepingLog({ ...fields, ...more }),
  };
}

/** Repeats what it was sent, where a careless service would log it. */
const parrot: Turn = { kind: 'text', text: ({ input }) => `I cannot answer that: ${input}` };

beforeAll(async () => {
  process.stderr.write = (chunk: string | Uint8Array): boolean => lines.push(String(chunk)) > 0;
  comprehend = await startComprehendServer((text) =>
    comprehendWorks
      ? { entities: entitiesFor(text, 'Fluids', 'NAME') }
      : { status: 400, error: 'AccessDeniedException' },
  );
  model = await startResponsesServer([parrot]);
  alerts = await startScriptedServer({ '/alerts': (_, response) => response.writeHead(204).end() });
  metricsPort = await freePort();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_COMPREHENDMEDICAL: comprehend.endpoint,
    AWS_REGION: 'us-east-1',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
  });
  app = await startApp({
    log: keepingLog(),
    population: canaryPopulation(canaries, Object.values(ENCOUNTERS)),
    settings: {
      DEIDENTIFY_WITH: 'both',
      OPENAI_MODEL: 'tester',
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_MAX_RETRIES: '0',
      ALERT_WEBHOOK_URL: `${alerts.url}/alerts`,
      METRICS_PORT: String(metricsPort),
    },
  });
  metrics = await startMetrics(app.services);
}, MAY_TAKE_MS);
afterAll(async () => {
  process.stderr.write = writeToStderr;
  await metrics[Symbol.asyncDispose]();
  await app[Symbol.asyncDispose]();
  await alerts[Symbol.asyncDispose]();
  await model[Symbol.asyncDispose]();
  await comprehend[Symbol.asyncDispose]();
  process.env = environment;
}, MAY_TAKE_MS);

async function asSuperuser<T extends pg.QueryResultRow>(statement: string): Promise<T[]> {
  const client = new pg.Client(toPgOptions(app.superuser));
  await client.connect();
  try {
    return (await client.query<T>(statement)).rows;
  } finally {
    await client.end();
  }
}

/** Every row of every table, pg-boss's too, as text; bytes as hexadecimal digits. */
async function dump(): Promise<Map<string, string>> {
  const tables = await asSuperuser<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname not in ('pg_catalog', 'information_schema')`,
  );
  const rows = new Map<string, string>();
  for (const { name } of tables) {
    const found = await asSuperuser<{ row: string }>(`select row_to_json(whole)::text as row from ${name} as whole`);
    rows.set(name, found.map(({ row }) => row).join('\n'));
  }
  return rows;
}

function isTrouble(line: string): boolean {
  return /"level":"(?:warn|error)"/.test(line);
}

function found(text: string): string[] {
  return canaries.findIn(Buffer.from(text, 'utf8'));
}

describe('a chart in which everything that identifies is a canary', () => {
  it(
    'goes all the way, and through failures of every step',
    async () => {
      await askForReview(app, ENCOUNTERS.ends);
      await reviewIn(app, ENCOUNTERS.ends, 'published');

      const unreadable = app.sandbox.faults.add({ kind: 'truncated-body', path: '/fhir/*', count: 6 });
      await askForReview(app, ENCOUNTERS.unreadable);
      await until(() => (app.sandbox.faults.list().some(({ acted }) => acted > 0) ? true : undefined));
      app.sandbox.faults.remove(unreadable.id);

      comprehendWorks = false;
      const before = comprehend.texts.length;
      await askForReview(app, ENCOUNTERS.undetected);
      await until(() => (comprehend.texts.length > before ? true : undefined));
      comprehendWorks = true;

      await asSuperuser(`alter table finding add constraint refuses check (false) not valid`);
      await askForReview(app, ENCOUNTERS.unstored);
      await until(() => (lines.some((line) => line.includes('ConstraintViolation')) ? true : undefined));
      await asSuperuser(`alter table finding drop constraint refuses`);

      app.sandbox.faults.add({ kind: 'forbidden', method: 'POST', path: '/fhir*' });
      await askForReview(app, ENCOUNTERS.unwritten);
      await until(async () => {
        const [review] = await reviewsOf(app, ENCOUNTERS.unwritten);
        return review?.state === 'failed' ? review : undefined;
      });
      app.sandbox.faults.clear();
    },
    MAY_TAKE_MS,
  );

  it('answers with an error that names nobody when stored bytes are corrupt', async () => {
    await askForReview(app, ENCOUNTERS.unopened);
    const { id } = await reviewIn(app, ENCOUNTERS.unopened, 'published');
    await asSuperuser(
      `update finding set sealed_content = '\\x${randomBytes(64).toString('hex')}' where review_id = '${id}'`,
    );
    const launch = await launchFrom(app, ENCOUNTERS.unopened);
    const answer = await launch.get('/review');
    expect(answer.status).toBe(500);
    answers.push(await answer.text());
  });

  it('shows outsiders pages that name nobody', async () => {
    for (const path of ['/', '/launch', '/launch?iss=x&launch=y', '/callback?state=x&code=y', '/nothing', '/readyz']) {
      const answer = await fetch(app.url + path, { redirect: 'manual' });
      answers.push(`${JSON.stringify([...answer.headers])}${await answer.text()}`);
    }
    const launch = await launchFrom(app, ENCOUNTERS.ends);
    const stranger = await fetch(`${app.url}/api/launches/${launch.launchId}/review`);
    expect(stranger.status).toBeGreaterThanOrEqual(400);
    answers.push(await stranger.text());
    expect(found(answers.join('\n'))).toEqual([]);
  });

  it('leaves no canary in the database, whatever the encoding', async () => {
    const tables = await dump();
    expect([...tables.keys()].filter((name) => name.startsWith('revrx_queue.')).length).toBeGreaterThan(2);
    expect(tables.get('public.deidentification')?.length).toBeGreaterThan(1000);
    const leaks = [...tables]
      .map(([name, rows]) => [name, found(rows)] as const)
      .filter(([, { length }]) => length > 0);
    expect(leaks).toEqual([]);
  });

  it('leaves none in the logs, at any level', () => {
    expect(lines.filter((line) => line.includes('"level":"debug"')).length).toBeGreaterThan(0);
    expect(lines.filter((line) => isTrouble(line)).length).toBeGreaterThan(3);
    expect(lines.map((line) => [found(line), line] as const).filter(([{ length }]) => length > 0)).toEqual([]);
  });

  it('sends none to the model, nor to Comprehend Medical', () => {
    expect(model.requests.length).toBeGreaterThan(0);
    expect(comprehend.texts.length).toBeGreaterThan(0);
    expect(
      found(model.requests.map(({ body, headers, path }) => JSON.stringify([path, headers, body])).join('\n')),
    ).toEqual([]);
    expect(found(comprehend.texts.join('\n'))).toEqual([]);
  });

  it('puts none into metrics or alerts', async () => {
    const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
    expect(text).toMatch(/revrx_reviews\{state="published"\} [1-9]/);
    expect(found(text)).toEqual([]);
    await until(() => (alerts.requests.length > 0 ? true : undefined));
    expect(found(JSON.stringify(alerts.requests))).toEqual([]);
  });

  it('would have found them: they stand in the EHR, and on the screen of the person who may see them', async () => {
    const stored = app.sandbox.store
      .list('Patient')
      .map((patient) => JSON.stringify(patient))
      .join('\n');
    expect(found(stored).length).toBeGreaterThan(10);
    expect(found(Buffer.from(stored).toString('base64')).length).toBeGreaterThan(10);
    expect(found(Buffer.from(stored).toString('hex')).length).toBeGreaterThan(10);
    const launch = await launchFrom(app, ENCOUNTERS.ends);
    expect(found(await (await launch.get('/review')).text()).length).toBeGreaterThan(0);
  });
});
