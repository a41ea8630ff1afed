import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { listAuditEvents, type AuditEvent } from '#audit/index.ts';
import { createOnParked, createSteps, pullSite, startMetrics, verifyAuditLogs } from '#compose/index.ts';
import { reviewView } from '#http/index.ts';
import { silentLog, type LogFields } from '#kernel/index.ts';
import { toPgOptions } from '#persistence/index.ts';
import { createDeidentifyStep, redrive, runSteps } from '#pipeline/index.ts';
import { deidentifyChart } from '#deidentify/index.ts';
import { freePort } from '#test/support/free-port.ts';
import { launchFrom } from '#test/support/launched.ts';
import { askForReview, reviewIn, reviewsOf, until } from '#test/support/reviews.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';

const ENCOUNTER = 'enc-im-03';
let app: RunningApp;

async function eventsOf({ services, site }: RunningApp): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  for await (const event of listAuditEvents(services.database, site)) events.push(event);
  return events;
}

async function asOwner({ superuser }: RunningApp, ...statements: string[]): Promise<void> {
  const client = new pg.Client(toPgOptions(superuser));
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

describe('what people and machines do', () => {
  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
  });

  it('is accounted for from the launch to the write-back, with ids and without anything of the chart', async () => {
    const launch = await launchFrom(app, ENCOUNTER);
    const review = await reviewIn(app, ENCOUNTER, 'published');
    await launch.get('');
    const { findings } = reviewView.parse(await (await launch.get('/review')).json());
    await launch.post(`/findings/${findings[0]?.id ?? ''}/disposition`, {
      decision: 'accepted',
      note: 'Agreed with it.',
    });
    await reviewIn(app, ENCOUNTER, 'published');
    await launch.post('/sign-out');
    const events = await eventsOf(app);
    const told = events
      .filter(({ action }) => action !== 'site.added')
      .map(({ action, actor, subjectType }) => `${action} ${subjectType} ${actor.split('/')[0] ?? ''}`);
    expect(told.toSorted()).toEqual(
      [
        'launch.opened launch user:Practitioner',
        'review.written-back review schedule',
        'chart.viewed review user:Practitioner',
        'review.viewed review user:Practitioner',
        'finding.decided finding user:Practitioner',
        'review.written-back review schedule',
        'launch.signed-out launch user:Practitioner',
      ].toSorted(),
    );
    expect(new Set(events.flatMap(({ reviewId }) => (typeof reviewId === 'string' ? [reviewId] : [])))).toEqual(
      new Set([review.id]),
    );
    const text = JSON.stringify(events);
    const patient = app.sandbox.store.get('Patient', review.patientId ?? '');
    expect(patient?.name?.[0]?.family).toBeDefined();
    for (const secret of [review.patientId, patient?.name?.[0]?.family, ENCOUNTER, 'Agreed with it']) {
      expect(text).not.toContain(secret);
    }
  });

  it('is accounted for when an administrator pulls, and when a pull fails', async () => {
    const { tenantId, id: siteId } = app.site;
    await pullSite(app.services, { tenantId, siteId, requestedBy: 'command' });
    app.sandbox.faults.add({ kind: 'forbidden', path: '/fhir/Encounter' });
    await expect(pullSite(app.services, { tenantId, siteId, requestedBy: 'nightly' })).rejects.toThrow();
    app.sandbox.faults.clear();
    const pulls = (await eventsOf(app)).filter(({ action }) => action === 'pull.done');
    expect(pulls.map(({ outcome, actor }) => `${outcome} ${actor.slice(0, 4)}`)).toEqual([
      'success cli:',
      'failure sche',
    ]);
    expect(pulls.at(-1)?.details).toEqual({ code: expect.any(String) });
  });

  it('shows nothing of a chart to anyone while it cannot be accounted for', async () => {
    const launch = await launchFrom(app, ENCOUNTER);
    await reviewIn(app, ENCOUNTER, 'published');
    await asOwner(app, 'revoke insert on audit_event from revrx_app');
    try {
      for (const path of ['', '/review']) {
        const answer = await launch.get(path);
        expect(answer.status).toBe(500);
        expect(Object.keys((await answer.json()) as object)).toEqual(['error']);
      }
    } finally {
      await asOwner(app, 'grant insert on audit_event to revrx_app');
    }
    expect((await launch.get('/review')).status).toBe(200);
  });

  it('raises an alert when the log of it was changed', async () => {
    const alerts: [string, LogFields | undefined][] = [];
    const services = {
      ...app.services,
      alerts: { raise: (...alert: [string, LogFields?]) => void alerts.push([alert[0], alert[1]]) },
    };
    await verifyAuditLogs(services);
    expect(alerts).toEqual([]);
    await asOwner(app, `update audit_event set actor = 'cli:nobody' where position = 2`);
    await verifyAuditLogs(services);
    const { tenantId } = app.site;
    expect(alerts).toEqual([['audit-chain-broken', { tenantId, reason: 'changed', position: 2 }]]);
  });
});

describe('a hit of the leak gate', () => {
  it('holds the review and raises an alert with kinds and counts; sending it again is accounted for', async () => {
    const lines: [string, LogFields][] = [];
    const log = {
      ...silentLog,
      error: (message: string, fields: LogFields = {}) => void lines.push([message, fields]),
    };
    await using held = await startApp({ works: false, log });
    const { services, site } = held;
    const leaky = createDeidentifyStep({
      ...services,
      deidentify: async (chart) => ({
        ...(await deidentifyChart(chart)),
        gate: { clear: false, hits: [{ kind: 'known-name', count: 2 }] },
      }),
    });
    const [chart] = createSteps(services);
    if (chart === undefined) throw new RangeError('there is no first step');
    await runSteps({ ...services, steps: [chart, leaky], workers: 1, onParked: createOnParked(services) });
    await askForReview(held, ENCOUNTER);
    const review = await until(async () => (await reviewsOf(held, ENCOUNTER)).find(({ state }) => state === 'parked'));
    expect(lines).toContainEqual([
      'security alert',
      {
        event: 'leak-gate-hit',
        tenantId: site.tenantId,
        reviewId: review.id,
        step: 'deidentify',
        detail: 'known-name=2',
      },
    ]);
    expect(await redrive(services, { tenantId: site.tenantId, reviewId: review.id, actor: 'cli:ops' })).toBe(1);
    const told = (await eventsOf(held)).map(({ action, actor }) => `${action} ${actor}`);
    expect(told).toEqual(expect.arrayContaining(['review.parked schedule', 'review.redriven cli:ops']));
  });
});

describe('the metrics', () => {
  it('tell of reviews, queues, alerts and answers, and name nobody', async () => {
    const port = await freePort();
    await using measured = await startApp({ settings: { METRICS_PORT: String(port) } });
    await using _metrics = await startMetrics(measured.services);
    const launch = await launchFrom(measured, ENCOUNTER);
    const review = await reviewIn(measured, ENCOUNTER, 'published');
    measured.services.alerts.raise('leak-gate-hit', { reviewId: review.id });
    const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
    expect(text).toContain('revrx_reviews{state="published"} 1');
    expect(text).toContain('revrx_queue_jobs{queue="chart",state="waiting"} 0');
    expect(text).toContain('revrx_security_alerts_total{kind="leak-gate-hit"} 1');
    expect(text).toMatch(/revrx_http_request_seconds_count\{method="GET",status="3xx"\} [1-9]/);
    for (const id of [review.id, launch.launchId, review.tenantId, measured.site.id]) expect(text).not.toContain(id);
  });
});
