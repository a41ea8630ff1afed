import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { reviewView } from '#http/index.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';
import { launchFrom, type Launched } from '#test/support/launched.ts';
import { countWritten, reviewIn, reviewsOf, until, writtenAbout } from '#test/support/reviews.ts';

/** A visit with findings. */
const ENCOUNTER = 'enc-im-03';

let app: RunningApp;
let launch: Launched;

beforeAll(async () => {
  app = await startApp();
  launch = await launchFrom(app, ENCOUNTER);
  await reviewIn(app, ENCOUNTER, 'published');
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

async function view() {
  return reviewView.parse(await (await launch.get('/review')).json());
}

/** Decides on the first finding, and waits until the decision stands in the EHR. */
async function decideAndWait(note: string): Promise<void> {
  const [finding] = (await view()).findings;
  const answer = await launch.post(`/findings/${finding?.id ?? ''}/disposition`, { decision: 'accepted', note });
  expect(answer.status).toBe(200);
  await until(async () => ((await view()).published ? true : undefined));
}

function expectOneSet(): void {
  const { issues } = countWritten(app, ENCOUNTER);
  expect(issues).toBeGreaterThan(0);
  expect(countWritten(app, ENCOUNTER)).toEqual({ issues, findings: issues, reports: 1, tasks: 1, provenances: 1 });
}

const stands = (note: string): boolean => JSON.stringify(writtenAbout(app, ENCOUNTER).issues).includes(note);

describe('what RevRx writes into the EHR', () => {
  it('stands once when the EHR stored it and then answered 504', async () => {
    const before = countWritten(app, ENCOUNTER);
    const fault = app.sandbox.faults.add({ kind: 'write-then-504', method: 'POST', path: '/fhir*', count: 1 });
    await decideAndWait('seen at the visit');
    expect(app.sandbox.faults.list().find(({ id }) => id === fault.id)?.acted).toBe(1);
    app.sandbox.faults.clear();
    expect(countWritten(app, ENCOUNTER)).toEqual(before);
    expect(stands('seen at the visit')).toBe(true);
    expectOneSet();
  });

  it('stands once when the very first write was stored and answered 504', async () => {
    // Once the chart is there, the next POST is the transaction.
    const other = 'enc-im-04';
    await launchFrom(app, other);
    await until(async () => {
      const [review] = await reviewsOf(app, other);
      return review !== undefined && review.state !== 'requested' ? true : undefined;
    });
    app.sandbox.faults.add({ kind: 'write-then-504', method: 'POST', path: '/fhir*', count: 1 });
    await reviewIn(app, other, 'published');
    app.sandbox.faults.clear();
    const { issues } = countWritten(app, other);
    expect(countWritten(app, other)).toEqual({
      issues,
      findings: issues,
      reports: 1,
      tasks: issues > 0 ? 1 : 0,
      provenances: 1,
    });
  });

  it('is written over the newest version when somebody changed a finding in the meantime', async () => {
    const { store } = app.sandbox;
    const [first] = writtenAbout(app, ENCOUNTER).issues;
    if (first === undefined) throw new Error('no finding stands');
    // The search of the write-back has answered; before its transaction comes, a colleague saves the same resource.
    const slow = app.sandbox.faults.add({ kind: 'slow', method: 'POST', path: '/fhir*', count: 1, delayMs: 400 });
    const decided = decideAndWait('kept beside the remark');
    await until(() => (app.sandbox.faults.list().find(({ id }) => id === slow.id)?.acted === 1 ? true : undefined));
    store.put({ ...(store.get('DetectedIssue', first.id ?? '') ?? first), detail: 'A remark of a colleague.' });
    await decided;
    app.sandbox.faults.clear();
    expect(stands('kept beside the remark')).toBe(true);
    expectOneSet();
  });
});
