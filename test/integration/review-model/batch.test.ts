import { describe, expect, it } from '@jest/globals';
import { checkForLeaks, NOTHING_KNOWN } from '#deidentify/index.ts';
import { Secret, silentLog } from '#kernel/index.ts';
import {
  createBatchReviewer,
  joinModel,
  reviewChart,
  type BatchedChart,
  type BatchState,
  type BatchStore,
} from '#review/index.ts';
import { startBatchServer, type BatchLine, type BatchServer } from '#test/support/batch-server.ts';
import { modelChart, modelTables } from '#test/support/model-chart.ts';

const tables = modelTables();
const gate = (text: string) => checkForLeaks(text, NOTHING_KNOWN);
const NOW = new Date();

/** Plain data, as a database would hold it: only what survives JSON. */
function memory(): BatchStore & { readonly rows: Map<string, string> } {
  const rows = new Map<string, string>();
  return {
    rows,
    list: async () => [...rows.values()].map((row): BatchState => JSON.parse(row)),
    put: async (state) => void rows.set(state.key, JSON.stringify(state)),
    delete: async (key) => void rows.delete(key),
  };
}

function reviewerOn(
  server: BatchServer,
  store: BatchStore,
  more: { readonly maxBytes?: number; readonly partCharacters?: number; readonly now?: Date } = {},
) {
  const { now = NOW, ...limits } = more;
  return createBatchReviewer({
    apiKey: new Secret('key-of-a-test'),
    baseUrl: server.baseUrl,
    model: 'tester',
    timeoutMs: 20_000,
    maxRetries: 0,
    store,
    log: silentLog,
    clock: { now: () => now },
    prices: { input: 2, cachedInput: 0.5, output: 8 },
    ...limits,
  });
}

const batched = (reviewId: string, chart = modelChart()): BatchedChart => ({ reviewId, chart, tables, gate });

async function onlyState(store: BatchStore): Promise<BatchState> {
  const [state] = await store.list();
  if (state === undefined) throw new RangeError('no batch is remembered');
  return state;
}

/** An answer that finds the billed asthma denied. */
const answerTo = ({ body }: BatchLine) => {
  const lines = body.input
    .flatMap(({ content }) => content.map(({ text }) => text))
    .join('\n')
    .split('\n');
  const asthma = lines.find((line) => line.includes('No history of asthma'));
  const spans = [Number(/^\[(\d+)\]/.exec(asthma ?? '')?.[1])];
  const codes = [{ code: 'J45.909', verdict: 'contradicted', reason: 'negated', spans, better: [] }];
  return { text: JSON.stringify({ codes, visit: null, missed: [] }) };
};

describe('reviews in a batch', () => {
  it('are sent in one file, polled, and read as a single review would be, at half the price', async () => {
    await using server = await startBatchServer();
    const store = memory();
    const reviewer = reviewerOn(server, store);
    const submission = await reviewer.submit([batched('review-1'), batched('review-2')]);
    expect(submission).toMatchObject({ submitted: ['review-1', 'review-2'], underWay: [], leaking: [] });
    expect(server.uploads[0]?.map(({ method, url }) => `${method} ${url}`)).toEqual([
      'POST /v1/responses',
      'POST /v1/responses',
    ]);
    expect(await reviewer.poll(await onlyState(store))).toMatchObject({ kind: 'running', total: 2 });

    server.finish('completed', answerTo);
    const progress = await reviewer.poll(await onlyState(store));
    if (progress.kind !== 'finished') throw new TypeError(progress.kind);
    expect(progress.unanswered).toEqual([]);
    const outcome = reviewer.read(batched('review-1'), progress.replies.get('review-1') ?? new Map());
    if (outcome === undefined) throw new TypeError('not read');
    expect(outcome.usage).toMatchObject({ inputTokens: 4000, outputTokens: 500, costMicroUsd: 3750 });
    const result = joinModel(reviewChart(modelChart(), tables), outcome);
    expect(result.model).toMatchObject({ used: true, name: 'tester-2026-01-01' });
    expect(result.findings.find(({ billed }) => billed.includes('J45.909'))?.source).toBe('both');
  });

  it('are taken up by another process after a restart', async () => {
    await using server = await startBatchServer();
    const store = memory();
    await reviewerOn(server, store).submit([batched('review-1')]);
    server.finish('completed', answerTo);
    const progress = await reviewerOn(server, store).poll(await onlyState(store));
    expect(progress).toMatchObject({ kind: 'finished', unanswered: [] });
  });

  it('are not sent twice while they are in a batch', async () => {
    await using server = await startBatchServer();
    const store = memory();
    await reviewerOn(server, store).submit([batched('review-1')]);
    const again = await reviewerOn(server, store).submit([batched('review-1'), batched('review-2')]);
    expect(again).toMatchObject({ submitted: ['review-2'], underWay: ['review-1'] });
    expect(server.uploads).toHaveLength(2);
    expect(server.uploads[1]).toHaveLength(1);
  });

  it('are found again by their key when the answer to the submission was lost', async () => {
    await using server = await startBatchServer();
    const store = memory();
    server.loseNextAnswer();
    await expect(reviewerOn(server, store).submit([batched('review-1')])).rejects.toMatchObject({
      code: 'model-unavailable',
    });
    expect(server.batches).toHaveLength(1);
    expect(await reviewerOn(server, store).submit([batched('review-1')])).toMatchObject({
      submitted: [],
      underWay: ['review-1'],
    });

    expect(await reviewerOn(server, store).poll(await onlyState(store))).toMatchObject({ kind: 'running' });
    expect((await onlyState(store)).batchId).toBe('batch-1');
    expect(server.batches).toHaveLength(1);
  });

  it('are given back when the server never took them', async () => {
    await using server = await startBatchServer();
    const store = memory();
    const state = {
      key: 'key-1',
      reviews: [{ reviewId: 'review-1', parts: 1, tokens: 1000 }],
      batchId: undefined,
      submittedAt: NOW.toISOString(),
    };
    await store.put(state);
    expect(await reviewerOn(server, store).poll(state)).toMatchObject({ kind: 'running' });
    const later = reviewerOn(server, store, { now: new Date(NOW.getTime() + 11 * 60_000) });
    expect(await later.poll(state)).toEqual({ kind: 'lost', reviewIds: ['review-1'] });
    expect(await store.list()).toEqual([]);
  });

  it('that expired or failed are named, and the answered ones are kept', async () => {
    await using server = await startBatchServer();
    const store = memory();
    const reviewer = reviewerOn(server, store);
    await reviewer.submit(['good', 'late', 'busy', 'bad'].map((id) => batched(id)));
    server.finish('expired', (line) => {
      if (line.custom_id.startsWith('late.')) return 'expired';
      if (line.custom_id.startsWith('busy.')) return { status: 500 };
      return line.custom_id.startsWith('bad.') ? { status: 400 } : answerTo(line);
    });
    const progress = await reviewer.poll(await onlyState(store));
    if (progress.kind !== 'finished') throw new TypeError(progress.kind);
    expect(progress.unanswered).toEqual(['late', 'busy']);
    expect([...progress.replies.keys()]).toEqual(['good', 'bad']);
    expect(reviewer.read(batched('bad'), progress.replies.get('bad') ?? new Map())).toMatchObject({
      kind: 'failed',
      failure: 'not-permitted',
    });
  });

  it('all come back when the batch itself is turned down', async () => {
    await using server = await startBatchServer();
    const store = memory();
    const reviewer = reviewerOn(server, store);
    await reviewer.submit([batched('review-1')]);
    server.finish('failed', answerTo);
    expect(await reviewer.poll(await onlyState(store))).toMatchObject({ kind: 'finished', unanswered: ['review-1'] });
  });

  it('of several parts count only when every part is answered', async () => {
    await using server = await startBatchServer();
    const store = memory();
    const reviewer = reviewerOn(server, store, { partCharacters: 500 });
    await reviewer.submit([batched('review-1')]);
    expect(server.uploads[0]?.length).toBeGreaterThan(1);
    server.finish('expired', (line) => (line.custom_id.startsWith('review-1.1.') ? 'expired' : answerTo(line)));
    expect(await reviewer.poll(await onlyState(store))).toMatchObject({ kind: 'finished', unanswered: ['review-1'] });
  });

  it('are not read as answers to a chart that has changed since', async () => {
    await using server = await startBatchServer();
    const store = memory();
    const reviewer = reviewerOn(server, store);
    await reviewer.submit([batched('review-1')]);
    server.finish('completed', answerTo);
    const progress = await reviewer.poll(await onlyState(store));
    if (progress.kind !== 'finished') throw new TypeError(progress.kind);
    const changed = batched('review-1', modelChart({ note: 'ASSESSMENT: Asthma, mild.' }));
    expect(reviewer.read(changed, progress.replies.get('review-1') ?? new Map())).toBeUndefined();
  });

  it('leave out a chart that leaks, and what has no room, and send the others', async () => {
    await using server = await startBatchServer();
    const store = memory();
    const leaking = batched('leaking', modelChart({ note: 'Call (555) 201-7743.' }));
    const reviewer = reviewerOn(server, store, { maxBytes: 30_000 });
    const submission = await reviewer.submit([leaking, batched('review-1'), batched('review-2'), batched('review-3')]);
    expect(submission.leaking).toEqual(['leaking']);
    expect(submission.submitted[0]).toBe('review-1');
    expect(submission.left.length).toBeGreaterThan(0);
    expect(JSON.stringify(server.uploads)).not.toContain('201-7743');
    expect((await onlyState(store)).reviews.map(({ reviewId }) => reviewId)).toEqual(submission.submitted);
  });

  it('leave nothing on the server when their answers are stored', async () => {
    await using server = await startBatchServer();
    const store = memory();
    const reviewer = reviewerOn(server, store);
    await reviewer.submit([batched('review-1')]);
    server.finish('completed', answerTo);
    await reviewer.poll(await onlyState(store));
    await reviewer.forget(await onlyState(store));
    expect(server.deleted).toEqual(expect.arrayContaining(['file-1', 'file-batch-1-output']));
    expect(await store.list()).toEqual([]);
  });
});
