import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FaultRule } from '#sandbox/index.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';
import { askForReview, countWritten, reviewIn, reviewsOf } from '#test/support/reviews.ts';

let app: RunningApp;

beforeAll(async () => {
  app = await startApp({ settings: { EHR_TIMEOUT_MS: '700' } });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

const soon = (): string => new Date(Date.now() + 1_000).toUTCString();

/** What goes wrong once or twice, each with a chart of its own. */
const PASSING: readonly (readonly [name: string, encounterId: string, fault: (id: string) => FaultRule])[] = [
  [
    'a token that is no longer taken',
    'fm-01',
    (id) => ({ kind: 'unauthorized', path: `/fhir/Encounter/enc-${id}`, count: 1 }),
  ],
  [
    'a token that ends in the middle of the pull',
    'fm-02',
    (id) => ({ kind: 'unauthorized', path: `/fhir/Binary/bin-${id}-1`, count: 1 }),
  ],
  [
    '429 with seconds',
    'fm-03',
    (id) => ({ kind: 'throttled', path: `/fhir/Encounter/enc-${id}`, count: 1, retryAfter: '1' }),
  ],
  [
    '429 with a date',
    'fm-04',
    (id) => ({ kind: 'throttled', path: `/fhir/Binary/bin-${id}-1`, count: 1, retryAfter: soon() }),
  ],
  [
    '429 with nonsense',
    'fm-05',
    (id) => ({ kind: 'throttled', path: `/fhir/Encounter/enc-${id}`, count: 1, retryAfter: 'soon' }),
  ],
  ['500', 'fm-06', (id) => ({ kind: 'server-error', path: `/fhir/Encounter/enc-${id}`, count: 2 })],
  ['503', 'fm-07', (id) => ({ kind: 'unavailable', path: `/fhir/Binary/bin-${id}-1`, count: 2 })],
  ['no answer at all', 'fm-08', (id) => ({ kind: 'time-out', path: `/fhir/Encounter/enc-${id}`, count: 1 })],
  ['half an answer', 'im-01', (id) => ({ kind: 'truncated-body', path: `/fhir/Encounter/enc-${id}`, count: 1 })],
  ['half a document', 'im-05', (id) => ({ kind: 'truncated-body', path: `/fhir/Binary/bin-${id}-1`, count: 1 })],
  [
    'a connection that is reset',
    'im-02',
    (id) => ({ kind: 'connection-reset', path: `/fhir/Encounter/enc-${id}`, count: 1 }),
  ],
  [
    'a sign-in page with status 200',
    'im-03',
    (id) => ({ kind: 'html-answer', path: `/fhir/Encounter/enc-${id}`, count: 1 }),
  ],
  [
    'another resource with status 200',
    'im-04',
    (id) => ({ kind: 'wrong-content', path: `/fhir/Encounter/enc-${id}`, count: 1 }),
  ],
];

beforeAll(async () => {
  for (const [, id, fault] of PASSING) app.sandbox.faults.add(fault(id));
  await Promise.all(PASSING.map(([, id]) => askForReview(app, `enc-${id}`)));
});

describe('a review ends published, once, although the EHR answers', () => {
  it.each(PASSING)('with %s', async (_name, id, fault) => {
    const encounterId = `enc-${id}`;
    await reviewIn(app, encounterId, 'published');
    const { path, count } = fault(id);
    expect(app.sandbox.faults.list().find((active) => active.path === path)?.acted).toBe(count);
    expect(await reviewsOf(app, encounterId)).toHaveLength(1);
    const { issues } = countWritten(app, encounterId);
    const once = { issues, findings: issues, reports: 1, tasks: issues > 0 ? 1 : 0, provenances: 1 };
    expect(countWritten(app, encounterId)).toEqual(once);
  });
});
