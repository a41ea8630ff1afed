import { rename } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createSteps, resumeHeld, work, type Services } from '#compose/index.ts';
import { problemView } from '#http/index.ts';
import type { Log, LogFields } from '#kernel/index.ts';
import { runSteps } from '#pipeline/index.ts';
import { startKmsServer, type KmsServer } from '#test/support/kms-server.ts';
import { launchFrom } from '#test/support/launched.ts';
import { askForReview, reviewIn, reviewsOf, until } from '#test/support/reviews.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';

const [FIRST, SECOND, THIRD] = ['enc-im-03', 'enc-im-04', 'enc-im-05'] as const;

interface Line {
  readonly level: string;
  readonly message: string;
  readonly fields: LogFields;
}

function collectingLog(lines: Line[]): Log {
  const write =
    (level: string) =>
    (message: string, fields: LogFields = {}): void =>
      void lines.push({ level, message, fields });
  const log: Log = {
    debug: write('debug'),
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    with: () => log,
  };
  return log;
}

/** As if the process had been started anew: no key is in memory. */
function forgetKeys({ vault }: Services, { tenantId }: RunningApp['site'], ...scopes: string[]): void {
  for (const scope of ['tenant', ...scopes]) vault.dataKeys.forget(tenantId, scope);
}

/** Pulls the charts of both encounters and goes no further. */
async function pullCharts(app: RunningApp): Promise<string[]> {
  const { services } = app;
  const ids: string[] = [];
  const [chart] = createSteps(services);
  if (chart === undefined) throw new RangeError('there is no first step');
  await runSteps({ ...services, steps: [chart], workers: 1 });
  for (const encounter of [FIRST, SECOND]) {
    await askForReview(app, encounter);
    ids.push((await reviewIn(app, encounter, 'charted')).id);
  }
  return ids;
}

async function held(app: RunningApp, encounterId: string) {
  return until(async () => {
    const newest = (await reviewsOf(app, encounterId)).at(-1);
    return newest?.state === 'parked' ? newest : undefined;
  });
}

async function sealedBytes({ services, site }: RunningApp, reviewId: string): Promise<string> {
  const [row] = await services.database.inTenant(site.tenantId, (em) =>
    em.execute<{ digest: string }[]>(
      `select encode(sha256(c.sealed_chart), 'hex') || encode(sha256(k.wrapped), 'hex') as digest
       from chart_version c join data_key k on k.scope = c.id::text where c.id = ?`,
      [reviewId],
    ),
  );
  return row?.digest ?? '';
}

/** Takes messages about alerts. */
async function startReceiver(): Promise<{ url: string; server: Server; bodies: { kind?: string }[] }> {
  const bodies: { kind?: string }[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      bodies.push(JSON.parse(text) as { kind?: string });
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server, bodies };
}

interface Way {
  readonly take: () => Promise<void>;
  readonly giveBack: () => Promise<void>;
}

/** The key goes away before de-identification, and comes back later: what is seen of it. */
async function seeTheKeyGoAndComeBack(app: RunningApp, lines: readonly Line[], key: Way): Promise<void> {
  const { services, site } = app;
  const ids = await pullCharts(app);
  const before = await Promise.all(ids.map((id) => sealedBytes(app, id)));
  await key.take();
  forgetKeys(services, site, ...ids);
  await work(services);
  for (const encounter of [FIRST, SECOND]) {
    expect(await held(app, encounter)).toMatchObject({ failedStep: 'deidentify', errorCode: 'vault-open-failed' });
  }
  expect(await Promise.all(ids.map((id) => sealedBytes(app, id)))).toEqual(before);
  const alerts = lines.filter(({ message }) => message === 'security alert');
  expect(new Set(alerts.map(({ level, fields }) => `${level} ${fields['event']} ${fields['reviewId']}`))).toEqual(
    new Set(ids.map((id) => `error vault-open-failed ${id}`)),
  );
  expect(await services.metrics.render()).toContain('revrx_security_alerts_total{kind="vault-open-failed"} 2');

  expect(await resumeHeld(services)).toEqual({ resumed: 0, waiting: 2 });
  expect((await held(app, FIRST)).errorCode).toBe('vault-open-failed');

  await key.giveBack();
  expect(await resumeHeld(services)).toEqual({ resumed: 2, waiting: 0 });
  for (const encounter of [FIRST, SECOND]) await reviewIn(app, encounter, 'published');
  expect(await resumeHeld(services)).toEqual({ resumed: 0, waiting: 0 });
}

const lines: Line[] = [];
afterEach(() => void lines.splice(0));

describe('reviews whose key file is moved away and back', () => {
  let app: RunningApp;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;

  beforeAll(async () => {
    receiver = await startReceiver();
    app = await startApp({ works: false, log: collectingLog(lines), settings: { ALERT_WEBHOOK_URL: receiver.url } });
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    receiver.server.closeAllConnections();
    await new Promise((resolve) => receiver.server.close(resolve));
  });

  it('are held with an alert, keep their bytes, and go on by themselves', async () => {
    const { keyFile } = app.config.vault;
    await seeTheKeyGoAndComeBack(app, lines, {
      take: () => rename(keyFile, `${keyFile}.away`),
      giveBack: () => rename(`${keyFile}.away`, keyFile),
    });
    expect(receiver.bodies[0]).toMatchObject({ event: 'security-alert', kind: 'vault-open-failed', alerts: 1 });
  });

  it('are not hidden by one whose bytes are damaged', async () => {
    const { services, site } = app;
    const [damaged, whole] = [(await reviewsOf(app, FIRST))[0], (await reviewsOf(app, SECOND))[0]];
    const hold = (id: string, change: string): Promise<unknown> =>
      services.database.inTenant(site.tenantId, async (em) => {
        await em.execute(
          `update review set state = 'parked', failed_step = 'review', error_code = 'vault-open-failed' where id = ?`,
          [id],
        );
        if (change !== '') await em.execute(change, [id]);
      });
    await hold(
      damaged?.id ?? '',
      `update chart_version set sealed_chart = substring(sealed_chart from 2) where id = ?`,
    );
    await hold(whole?.id ?? '', '');
    expect(await resumeHeld(services)).toEqual({ resumed: 1, waiting: 1 });
    await reviewIn(app, SECOND, 'published');
    expect((await held(app, FIRST)).id).toBe(damaged?.id);
  });

  it('are looked at again when they stand published, and only the look at their chart failed', async () => {
    const { services, site } = app;
    const { id } = await reviewIn(app, SECOND, 'published');
    await services.database.inTenant(site.tenantId, (em) =>
      em.execute(`update review set failed_step = 'chart', error_code = 'vault-open-failed' where id = ?`, [id]),
    );
    expect(await resumeHeld(services)).toEqual({ resumed: 1, waiting: 1 });
    await until(async () => ((await reviewsOf(app, SECOND)).at(-1)?.errorCode === null ? true : undefined));
    expect((await reviewIn(app, SECOND, 'published')).id).toBe(id);
  });

  it('answer the app with an id to quote and an alert, not with what is wrong inside', async () => {
    const launch = await launchFrom(app, FIRST);
    const answer = await launch.get('/review');
    expect(answer.status).toBe(500);
    const { error } = problemView.parse(await answer.json());
    expect(error).toMatchObject({ code: 'vault-open-failed', message: expect.stringMatching(/^Data integrity error/) });
    expect(error.id).toBe(answer.headers.get('x-request-id'));
    expect(lines).toContainEqual({
      level: 'error',
      message: 'security alert',
      fields: expect.objectContaining({ event: 'vault-open-failed', requestId: error.id }),
    });
  });
});

describe('reviews whose KMS key is disabled and enabled', () => {
  let kms: KmsServer;
  let app: RunningApp;
  let key: string;
  const saved = { ...process.env };

  beforeAll(async () => {
    kms = await startKmsServer();
    key = kms.createKey();
    Object.assign(process.env, kms.environment);
    app = await startApp({ works: false, log: collectingLog(lines), settings: { KMS_KEY_ID: key } });
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await kms[Symbol.asyncDispose]();
    process.env = saved;
  });

  it('are held with an alert, keep their bytes, and go on by themselves', async () => {
    await seeTheKeyGoAndComeBack(app, lines, {
      take: async () => kms.setState(key, 'Disabled'),
      giveBack: async () => kms.setState(key, 'Enabled'),
    });
  });

  it('are held too where the key opens and does not seal, and are not sent in vain', async () => {
    const { services } = app;
    kms.onRequest = ({ operation }) =>
      operation === 'Encrypt' ? { status: 400, type: 'AccessDeniedException' } : undefined;
    await askForReview(app, THIRD);
    expect(await held(app, THIRD)).toMatchObject({ failedStep: 'chart', errorCode: 'vault-open-failed' });
    expect(await resumeHeld(services)).toEqual({ resumed: 0, waiting: 1 });
    kms.onRequest = undefined;
    expect(await resumeHeld(services)).toEqual({ resumed: 1, waiting: 0 });
    await reviewIn(app, THIRD, 'published');
  });
});
