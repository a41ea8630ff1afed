import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { work } from '#compose/index.ts';
import { requestReview, Review, STEP_NAMES } from '#pipeline/index.ts';
import { createPopulation } from '#sandbox/population/index.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';

const WORKER = join(import.meta.dirname, 'worker.ts');

let app: RunningApp;
let encounterIds: string[];

beforeAll(async () => {
  app = await startApp({ works: false });
  encounterIds = createPopulation().flatMap((resource) =>
    resource.resourceType === 'Encounter' ? [resource.id ?? ''] : [],
  );
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

/** Starts a worker that dies at its point; resolves with the signal that ended it. */
async function dyingWorker(when: string, where: string): Promise<string | null> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', WORKER, when, where], {
    env: { ...process.env, ...app.environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  return signal;
}

function reviews(): Promise<Review[]> {
  const { tenantId } = app.site;
  return app.services.database.inTenant(tenantId, (em) => em.find(Review, { tenantId }));
}

describe('a worker killed at every step', () => {
  it('loses no review and writes none twice', async () => {
    const { tenantId, id: siteId } = app.site;
    for (const encounterId of encounterIds) {
      await requestReview(app.services, { tenantId, siteId, encounterId, requestedBy: 'command' });
    }
    for (const step of STEP_NAMES) {
      for (const when of ['before', 'after'])
        expect([step, when, await dyingWorker(when, step)]).toEqual([step, when, 'SIGKILL']);
    }
    await work(app.services);
    for (;;) {
      const states = new Set((await reviews()).map(({ state }) => state));
      if (states.size === 1 && states.has('published')) break;
      expect([...states].filter((state) => ['failed', 'parked', 'superseded'].includes(state))).toEqual([]);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const done = await reviews();
    expect(done.map(({ encounterId }) => encounterId).toSorted()).toEqual(encounterIds.toSorted());

    const identifiers = app.sandbox.store
      .list('DetectedIssue')
      .flatMap(({ identifier }) => identifier?.map(({ value }) => value) ?? []);
    expect(identifiers.length).toBeGreaterThan(0);
    expect(new Set(identifiers).size).toBe(identifiers.length);
    const reports = app.sandbox.store
      .list('DocumentReference')
      .filter(({ identifier }) => identifier?.some(({ system }) => system?.endsWith('/identifier/report')));
    expect(reports).toHaveLength(encounterIds.length);
    expect(app.sandbox.store.list('Provenance')).toHaveLength(encounterIds.length);
  }, 240_000);
});
