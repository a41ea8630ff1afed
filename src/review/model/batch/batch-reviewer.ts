import type { Batch } from 'openai/resources/batches';
import type { CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import { AppError, newId, systemClock, type Clock, type Log } from '#kernel/index.ts';
import { readReply } from '../ask-part.ts';
import { NO_TOKENS, type ModelReply } from '../answer-source.ts';
import { billedCodes, toQuestions, type LeakGate, type QuestionLimits } from '../chart-questions.ts';
import type { PartAnswer } from '../check-answer.ts';
import { conclude } from '../conclude.ts';
import { noteOf } from '../failure-notes.ts';
import type { ModelFailure, ModelOutcome } from '../model-outcome.ts';
import type { OpenAiOptions } from '../openai-source.ts';
import { addTokens, estimateTokens, toUsage, type ModelPrices } from '../usage.ts';
import type { BatchApi } from './batch-api.ts';
import { readLine, type BatchAnswer } from './read-line.ts';
import type { BatchedQuestions, BatchState, BatchStore } from './batch-state.ts';
import { reviewIdOf, toCustomId } from './custom-id.ts';

export interface BatchedChart {
  readonly reviewId: string;
  readonly chart: DeidentifiedChart;
  readonly tables: CodeTables;
  readonly gate: LeakGate;
}

/** Answers on one chart, by custom id. */
export type BatchReplies = ReadonlyMap<string, ModelReply>;

export interface Submission {
  /** In the batch that was started; empty when there was nothing to send. */
  readonly submitted: readonly string[];
  /** In a batch already: not sent again. */
  readonly underWay: readonly string[];
  /** Too long for the model: rules alone. */
  readonly tooLong: readonly string[];
  /** The budget does not allow it: not sent. */
  readonly overBudget: readonly string[];
  /** An identifier was found: not sent, to be parked. */
  readonly leaking: readonly string[];
  /** No room in this batch: to be given again. */
  readonly left: readonly string[];
}

/** Whether so many tokens, by estimate, may be spent on a review. What it allows counts as spent from then on. */
export type Affords = (reviewId: string, tokens: number) => boolean;

export type BatchProgress =
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  /** The server never took it: its reviews may be submitted again. */
  | { readonly kind: 'lost'; readonly reviewIds: readonly string[] }
  | {
      readonly kind: 'finished';
      readonly replies: ReadonlyMap<string, BatchReplies>;
      /** Expired, cancelled or failed in part: to be asked again. Their other answers are not used. */
      readonly unanswered: readonly string[];
    };

export interface BatchReviewer {
  /**
   * Sends charts as one batch. What is in a batch that is remembered is not sent again. `affords` is asked about the tokens of each
   * chart before it is packed; default: always.
   */
  submit(charts: readonly BatchedChart[], affords?: Affords): Promise<Submission>;
  /** Looks at a batch. Its answers are given again until `forget`. */
  poll(state: BatchState): Promise<BatchProgress>;
  /** The outcome of a chart; undefined when the answers are to another chart or prompt, so that it must be asked again. */
  read(chart: BatchedChart, replies: BatchReplies): ModelOutcome | undefined;
  /** When the answers are stored: takes the texts off the server and ends the memory of the batch. */
  forget(state: BatchState): Promise<void>;
}

interface BatchOptions extends OpenAiOptions, QuestionLimits {
  readonly store: BatchStore;
  readonly log: Log;
  /** Of single requests: a batch costs half. */
  readonly prices?: ModelPrices | undefined;
  /** Of one upload. Default 100 MB; the service takes 200 MB and 50,000 requests. */
  readonly maxBytes?: number;
  readonly maxRequests?: number;
}

const MAX_BYTES = 100_000_000;
const MAX_REQUESTS = 50_000;
const BATCH_DISCOUNT = 0.5;
/** How long a batch whose submission was not confirmed may take to show up in the server's list. */
const GRACE_MS = 10 * 60_000;
const OVER: readonly Batch['status'][] = ['completed', 'expired', 'cancelled', 'failed'];

/** Reviews by the Batch API: half the price, within a day. Plain data in a store carries it over restarts. */
export function createBatchReviewer(options: BatchOptions): BatchReviewer {
  const connect = apiOnDemand(options);
  const clock = options.clock ?? systemClock;
  return {
    submit: async (charts, affords = () => true) => submit(charts, affords, { api: await connect(), clock, options }),
    poll: async (state) => poll(state, { api: await connect(), clock, options }),
    read: (chart, replies) => read(chart, replies, options),
    async forget(state) {
      const api = await connect();
      const batch = state.batchId === undefined ? undefined : await api.get(state.batchId);
      if (batch !== undefined) await api.deleteFiles(filesOf(batch));
      await options.store.delete(state.key);
    },
  };
}

/** The SDK is loaded with the first batch: processes that send none start without it. */
function apiOnDemand(options: BatchOptions): () => Promise<BatchApi> {
  let loading: Promise<BatchApi> | undefined;
  return async () => (loading ??= import('./batch-api.ts').then((sdk) => sdk.createBatchApi(options)));
}

interface Context {
  readonly api: BatchApi;
  readonly clock: Clock;
  readonly options: BatchOptions;
}

async function submit(
  charts: readonly BatchedChart[],
  affords: Affords,
  { api, clock, options }: Context,
): Promise<Submission> {
  const known = new Set((await options.store.list()).flatMap(({ reviews }) => reviews.map(({ reviewId }) => reviewId)));
  const underWay = charts.filter(({ reviewId }) => known.has(reviewId)).map(({ reviewId }) => reviewId);
  const packed = pack(
    charts.filter(({ reviewId }) => !known.has(reviewId)),
    affords,
    { api, options },
  );
  const submitted = packed.reviews.map(({ reviewId }) => reviewId);
  const { tooLong, overBudget, leaking, left } = packed;
  const result = { submitted, underWay, tooLong, overBudget, leaking, left };
  if (submitted.length === 0) return result;
  const state = {
    key: newId(clock.now().getTime()),
    reviews: packed.reviews,
    batchId: undefined,
    submittedAt: clock.now().toISOString(),
  };
  // Remembered before it is sent: whatever dies from here on, the reviews are not sent twice.
  await options.store.put(state);
  const batchId = await api.submit(packed.lines, state.key);
  await options.store.put({ ...state, batchId });
  options.log.info('batch submitted', { batchId, reviews: submitted.length, requests: packed.lines.length });
  return result;
}

function pack(charts: readonly BatchedChart[], affords: Affords, context: Pick<Context, 'api' | 'options'>) {
  const { maxBytes = MAX_BYTES, maxRequests = MAX_REQUESTS } = context.options;
  const lines: object[] = [];
  const reviews: BatchedQuestions[] = [];
  const [tooLong, overBudget, leaking, left]: [string[], string[], string[], string[]] = [[], [], [], []];
  let bytes = 0;
  for (const chart of charts) {
    const own = linesOf(chart, context);
    if (own === 'leaking') leaking.push(chart.reviewId);
    else if (own === 'too-long') tooLong.push(chart.reviewId);
    else {
      const size = own.reduce((sum, { line }) => sum + Buffer.byteLength(JSON.stringify(line)) + 1, 0);
      if (lines.length > 0 && (bytes + size > maxBytes || lines.length + own.length > maxRequests)) {
        left.push(chart.reviewId);
        continue;
      }
      const tokens = own.reduce((sum, one) => sum + one.tokens, 0);
      if (!affords(chart.reviewId, tokens)) {
        overBudget.push(chart.reviewId);
        continue;
      }
      bytes += size;
      lines.push(...own.map(({ line }) => line));
      reviews.push({ reviewId: chart.reviewId, parts: own.length, tokens });
    }
  }
  return { lines, reviews, tooLong, overBudget, leaking, left };
}

interface Line {
  readonly line: object;
  readonly tokens: number;
}

/** One chart that leaks does not keep the others from their review. */
function linesOf(
  { reviewId, chart, tables, gate }: BatchedChart,
  { api, options }: Pick<Context, 'api' | 'options'>,
): Line[] | 'leaking' | 'too-long' {
  try {
    const questions = toQuestions(chart, tables, { ...options, gate });
    if (questions === undefined) return 'too-long';
    return questions.map(({ part, request }) => ({
      line: api.toLine(toCustomId(reviewId, part.index, request), request),
      tokens: estimateTokens(request.instructions + request.input) + request.maxOutputTokens,
    }));
  } catch (error) {
    if (error instanceof AppError && error.code === 'leak-gate-hit') return 'leaking';
    throw error;
  }
}

async function poll(state: BatchState, { api, clock, options }: Context): Promise<BatchProgress> {
  const batch = await find(state, { api, clock, options });
  const reviewIds = state.reviews.map(({ reviewId }) => reviewId);
  const total = state.reviews.reduce((sum, { parts }) => sum + parts, 0);
  if (batch === undefined) {
    if (clock.now().getTime() - Date.parse(state.submittedAt) < GRACE_MS) return { kind: 'running', done: 0, total };
    await options.store.delete(state.key);
    return { kind: 'lost', reviewIds };
  }
  if (!OVER.includes(batch.status)) return { kind: 'running', done: batch.request_counts?.completed ?? 0, total };
  const lines = await Promise.all(
    [batch.output_file_id, batch.error_file_id].map(async (id) => (id ? api.lines(id) : [])),
  );
  const answers = lines.flat().flatMap((line) => readLine(line, options.model) ?? []);
  options.log.info('batch finished', { batchId: batch.id, status: batch.status, answers: answers.length, total });
  return sortAnswers(state, answers);
}

/** The server's batch; when the submission was not confirmed, it is looked for by our key and confirmed now. */
async function find(state: BatchState, { api, options }: Context): Promise<Batch | undefined> {
  if (state.batchId !== undefined) return api.get(state.batchId);
  const batch = await api.findByKey(state.key, new Date(state.submittedAt));
  if (batch !== undefined) await options.store.put({ ...state, batchId: batch.id });
  return batch;
}

function sortAnswers({ reviews }: BatchState, answers: readonly BatchAnswer[]): BatchProgress {
  const byReview = Map.groupBy(answers, ({ customId }) => reviewIdOf(customId));
  const replies = new Map<string, BatchReplies>();
  const unanswered: string[] = [];
  for (const { reviewId, parts } of reviews) {
    const own = new Map(
      (byReview.get(reviewId) ?? []).flatMap(({ customId, reply }) =>
        reply === 'again' ? [] : [[customId, reply] as const],
      ),
    );
    if (own.size === parts) replies.set(reviewId, own);
    else unanswered.push(reviewId);
  }
  return { kind: 'finished', replies, unanswered };
}

function read(
  { reviewId, chart, tables, gate }: BatchedChart,
  replies: BatchReplies,
  options: BatchOptions,
): ModelOutcome | undefined {
  const questions = toQuestions(chart, tables, { ...options, gate }) ?? [];
  const answers: PartAnswer[] = [];
  const { prices } = options;
  const half = prices && {
    input: prices.input * BATCH_DISCOUNT,
    cachedInput: prices.cachedInput * BATCH_DISCOUNT,
    output: prices.output * BATCH_DISCOUNT,
  };
  let tokens = NO_TOKENS;
  let failure: ModelFailure | undefined;
  let { model } = options;
  for (const { part, request } of questions) {
    const reply = replies.get(toCustomId(reviewId, part.index, request));
    if (reply === undefined) return undefined;
    const answer = readReply(reply, billedCodes(chart));
    tokens = addTokens(tokens, answer.tokens);
    if (answer.kind === 'failed') failure ??= answer.failure;
    else {
      answers.push({ part, answer: answer.answer });
      model = answer.model;
    }
  }
  const usage = toUsage(tokens, 0, half);
  if (failure !== undefined) return { kind: 'failed', failure, note: noteOf(failure), usage };
  return conclude({ chart, tables, answers, model, usage, log: options.log });
}

function filesOf({ input_file_id, output_file_id, error_file_id }: Batch): string[] {
  return [input_file_id, output_file_id, error_file_id].flatMap((id) => (id ? [id] : []));
}
