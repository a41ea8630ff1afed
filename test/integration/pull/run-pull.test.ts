import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createEhrClient, type EhrClient } from '#ehr/index.ts';
import { AppError, newId, Secret, silentLog } from '#kernel/index.ts';
import { openDatabase, type Database } from '#persistence/index.ts';
import {
  PullRuns,
  runPull,
  SILENCE_MS,
  type FoundEncounter,
  type PullDependencies,
  type PullOptions,
} from '#pull/index.ts';
import { createTestDatabase, type TestDatabase } from '#test/support/postgres.ts';
import { json, startScriptedServer, type ScriptedServer } from '../ehr/scripted-server.ts';
import { entities } from '../../../src/entities.ts';

let access: TestDatabase;
let database: Database;
let server: ScriptedServer;
let now: Date;
let handedOn: string[];
let site: { tenantId: string; siteId: string };

beforeAll(async () => {
  access = await createTestDatabase();
  database = openDatabase({ connection: access.application, entities });
  server = await startScriptedServer();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
  await access[Symbol.asyncDispose]();
});
beforeEach(() => {
  now = new Date('2026-05-04T07:15:00Z');
  handedOn = [];
  server.seen.length = 0;
  site = { tenantId: newId(), siteId: newId() };
});

const clock = { now: () => now };

function connect(signal?: AbortSignal): EhrClient {
  return createEhrClient({
    baseUrl: `${server.url}/fhir`,
    accessToken: () => Promise.resolve(new Secret('t')),
    wait: () => Promise.resolve(),
    ...(signal === undefined ? {} : { signal }),
  });
}

const dependencies = (more: Partial<PullDependencies> = {}): PullDependencies => ({
  database,
  clock,
  log: silentLog,
  connect: (_siteId, signal) => Promise.resolve({ ehr: connect(signal) }),
  onEncounters: (_site, encounters: readonly FoundEncounter[]) => {
    handedOn.push(...encounters.map(({ encounterId, patientId }) => `${encounterId} of ${patientId ?? 'nobody'}`));
    return Promise.resolve();
  },
  ...more,
});

const pull = (more: Partial<PullOptions> = {}, deps: PullDependencies = dependencies()) =>
  runPull(deps, { ...site, requestedBy: 'nightly', ...more });
const watermark = () => new PullRuns(database, clock).watermark(site);

/** Two pages of encounters; the second can be made to fail. */
function serveTwoPages(second: { readonly status?: number; readonly more?: readonly object[] } = {}): void {
  const entry = (id: string, status = 'finished') => ({
    resource: { resourceType: 'Encounter', id, status, class: { code: 'AMB' }, subject: { reference: 'Patient/p1' } },
  });
  server.answer = ({ url }, response) => {
    if (!url.includes('page=2')) {
      const link = [{ relation: 'next', url: '?page=2' }];
      return json(response, 200, {
        resourceType: 'Bundle',
        type: 'searchset',
        link,
        entry: [entry('a'), entry('b'), entry('open', 'in-progress')],
      });
    }
    const status = second.status ?? 200;
    json(response, status, {
      resourceType: 'Bundle',
      type: 'searchset',
      entry: [entry('b'), entry('c'), ...(second.more ?? [])],
    });
  };
}

describe('a pull', () => {
  it('hands each finished encounter of the window on once and moves the watermark to the end of the window', async () => {
    serveTwoPages();
    const outcome = await pull();
    expect(handedOn).toEqual(['a of p1', 'b of p1', 'c of p1']);
    expect(outcome).toMatchObject({ kind: 'done', found: 3, watermark: new Date('2026-05-04T07:13:00Z') });
    const query = new URL(server.seen[0]?.url ?? '', server.url).searchParams;
    expect([query.get('status'), ...query.getAll('_lastUpdated')]).toEqual([
      'finished',
      'ge2026-04-27T07:13:00.000Z',
      'lt2026-05-04T07:13:00.000Z',
    ]);
  });

  it('goes on where the last one ended, with an hour twice', async () => {
    serveTwoPages();
    await pull();
    now = new Date('2026-05-05T07:15:00Z');
    server.seen.length = 0;
    await pull();
    expect(decodeURIComponent(server.seen[0]?.url ?? '')).toContain('_lastUpdated=ge2026-05-04T06:13:00.000Z');
  });

  it.each([
    ['the EHR fails on a later page', () => serveTwoPages({ status: 500 }), {}],
    [
      'the EHR says that its list is not complete',
      () =>
        serveTwoPages({
          more: [
            { resource: { resourceType: 'OperationOutcome', issue: [{ severity: 'fatal', code: 'too-costly' }] } },
          ],
        }),
      {},
    ],
    [
      'what was found cannot be stored',
      () => serveTwoPages(),
      { onEncounters: () => Promise.reject(new AppError('disk-full', { publicMessage: 'full' })) },
    ],
  ])('leaves the watermark where it is when %s, and the next one covers the time again', async (_what, serve, more) => {
    serveTwoPages();
    await pull();
    const before = await watermark();
    now = new Date('2026-05-05T07:15:00Z');
    serve();
    await expect(pull({}, dependencies(more))).rejects.toBeInstanceOf(AppError);
    expect(await watermark()).toEqual(before);
    serveTwoPages();
    expect(await pull()).toMatchObject({ kind: 'done', watermark: new Date('2026-05-05T07:13:00Z') });
  });

  it('asks again from the start when its pages expire, and hands nothing on twice', async () => {
    serveTwoPages();
    const whole = server.answer;
    let expired = false;
    server.answer = (request, response) => {
      if (!request.url.includes('page=2') || expired) return whole(request, response);
      expired = true;
      json(response, 410, { resourceType: 'OperationOutcome', issue: [] });
    };
    expect(await pull()).toMatchObject({ kind: 'done', found: 3 });
    expect(handedOn).toEqual(['a of p1', 'b of p1', 'c of p1']);
  });

  it('runs once at a time for a site, however many ask', async () => {
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    serveTwoPages();
    const whole = server.answer;
    let reached: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (reached = resolve));
    server.answer = (request, response) => {
      reached();
      void held.then(() => whole(request, response));
    };
    const first = pull();
    await underWay;
    const others = await Promise.all([pull(), pull({ requestedBy: 'command' })]);
    expect(others).toEqual([{ kind: 'busy' }, { kind: 'busy' }]);
    goOn();
    expect(await first).toMatchObject({ kind: 'done' });
  });

  it('has the lock alone when several begin at the same moment', async () => {
    const runs = new PullRuns(database, clock);
    const started = await Promise.all(Array.from({ length: 5 }, () => runs.start({ ...site, requestedBy: 'nightly' })));
    expect(started.filter((run) => run !== undefined)).toHaveLength(1);
  });

  it('takes over from a process that has died, which then cannot move the watermark', async () => {
    const runs = new PullRuns(database, clock);
    const dead = await runs.start({ ...site, requestedBy: 'nightly' });
    expect(await runs.start({ ...site, requestedBy: 'nightly' })).toBeUndefined();
    now = new Date(now.getTime() + SILENCE_MS + 1_000);
    serveTwoPages();
    expect(await pull()).toMatchObject({ kind: 'done' });
    const moved = await watermark();
    if (dead === undefined) throw new Error('the first run did not begin');
    expect(await runs.heartbeat(dead, 1)).toBe(false);
    await expect(runs.finish(dead, 1, new Date('2027-01-01T00:00:00Z'))).rejects.toMatchObject({ code: 'conflict' });
    expect(await watermark()).toEqual(moved);
  });

  it('of one site does not see another’s watermark', async () => {
    serveTwoPages();
    await pull();
    const other = { ...site, siteId: newId() };
    expect(await new PullRuns(database, clock).watermark(other)).toBeUndefined();
    expect(await new PullRuns(database, clock).watermark({ ...site, tenantId: newId() })).toBeUndefined();
  });

  it('ends when it is told to, and the watermark stays', async () => {
    serveTwoPages();
    const stop = new AbortController();
    const stopping = dependencies({
      onEncounters: () => {
        stop.abort(new Error('stopping'));
        return Promise.resolve();
      },
    });
    await expect(pull({ signal: stop.signal }, stopping)).rejects.toThrow('stopping');
    expect(await watermark()).toBeUndefined();
    expect(await pull()).toMatchObject({ kind: 'done' });
  });

  it('searches by day where the EHR cannot search by time of change', async () => {
    serveTwoPages();
    const types = {
      Encounter: {
        read: true,
        search: true,
        create: false,
        update: false,
        conditionalCreate: false,
        versioning: 'versioned' as const,
        searchParams: ['date', 'status'],
      },
    };
    const capabilities = { fhirVersion: '4.0.1', software: undefined, transaction: false, batch: false, types };
    await pull({}, dependencies({ connect: () => Promise.resolve({ ehr: connect(), capabilities }) }));
    const query = new URL(server.seen[0]?.url ?? '', server.url).searchParams;
    expect(query.getAll('date')).toEqual(['ge2026-04-24T07:13:00.000Z', 'lt2026-05-04T07:13:00.000Z']);
  });
});
