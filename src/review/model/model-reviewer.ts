import type { CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import { systemClock, type Clock, type Log } from '#kernel/index.ts';
import { NO_TOKENS, type AnswerSource } from './answer-source.ts';
import { askAboutPart } from './ask-part.ts';
import { UNLIMITED, type ModelBudget } from './budget.ts';
import { billedCodes, toQuestions, type ChartQuestion, type LeakGate, type QuestionLimits } from './chart-questions.ts';
import type { PartAnswer } from './check-answer.ts';
import { conclude } from './conclude.ts';
import { noteOf } from './failure-notes.ts';
import type { ModelFailure, ModelOutcome } from './model-outcome.ts';
import { createOpenAiSource } from './openai-on-demand.ts';
import type { OpenAiOptions } from './openai-source.ts';
import { addTokens, toUsage, type ModelPrices } from './usage.ts';

export interface ModelProgress {
  /** From 1. */
  readonly part: number;
  readonly parts: number;
  /** Characters of the answer on this part so far. */
  readonly characters: number;
}

/** What belongs to one review and not to the reviewer. */
export interface ModelCall {
  readonly signal: AbortSignal;
  /** Asked about every text before it is sent: knows the chart's identifiers. */
  readonly gate: LeakGate;
  /** Of the site. Default: unlimited. */
  readonly budget?: ModelBudget;
  readonly onProgress?: (progress: ModelProgress) => void;
}

export interface ModelReviewer {
  readonly model: string;
  /**
   * Reads a chart. Every failure of the model is an outcome; throws AppError `leak-gate-hit` (nothing was sent) and what the
   * signal was aborted with.
   */
  review(chart: DeidentifiedChart, tables: CodeTables, call: ModelCall): Promise<ModelOutcome>;
}

export interface ReviewerOptions extends QuestionLimits {
  readonly log: Log;
  readonly clock?: Clock;
  readonly prices?: ModelPrices | undefined;
  /** For a whole chart, all parts and retries. Default 10 minutes: a step of the pipeline may take 15. */
  readonly chartTimeoutMs?: number;
}

const CHART_TIMEOUT_MS = 600_000;

/** A reviewer on a server of the Responses API. */
export function createModelReviewer(options: OpenAiOptions & ReviewerOptions): ModelReviewer {
  return createReviewerOn(createOpenAiSource(options), options);
}

/** A reviewer on any source of answers, such as answers that were kept. */
export function createReviewerOn(source: AnswerSource, options: ReviewerOptions): ModelReviewer {
  return {
    model: source.model,
    review: (chart, tables, call) => new Reading(source, options, call).read(chart, tables),
  };
}

/** One chart being read: its parts in order, its tokens summed. */
class Reading {
  readonly #source: AnswerSource;
  readonly #options: ReviewerOptions;
  readonly #call: ModelCall;
  readonly #clock: Clock;
  readonly #startedAt: number;
  readonly #deadline: AbortSignal;
  #tokens = NO_TOKENS;

  constructor(source: AnswerSource, options: ReviewerOptions, call: ModelCall) {
    this.#source = source;
    this.#options = options;
    this.#call = call;
    this.#clock = options.clock ?? systemClock;
    this.#startedAt = this.#clock.now().getTime();
    this.#deadline = AbortSignal.timeout(options.chartTimeoutMs ?? CHART_TIMEOUT_MS);
  }

  async read(chart: DeidentifiedChart, tables: CodeTables): Promise<ModelOutcome> {
    const questions = toQuestions(chart, tables, { ...this.#options, gate: this.#call.gate });
    if (questions === undefined) return this.#failed('chart-too-long', 'too many parts');
    if (questions.every(({ part }) => part.documents.length === 0)) return this.#failed('nothing-to-read', 'no text');
    const answers: PartAnswer[] = [];
    let model = this.#source.model;
    for (const question of questions) {
      const reply = await this.#ask(question, billedCodes(chart));
      if (reply === 'too-late') return this.#failed('timed-out', `part ${question.part.index + 1}`);
      this.#tokens = addTokens(this.#tokens, reply.tokens);
      if (reply.kind === 'failed') return this.#failed(reply.failure, reply.detail);
      answers.push({ part: question.part, answer: reply.answer });
      model = reply.model;
    }
    return conclude({ chart, tables, answers, model, usage: this.#usage(), log: this.#options.log });
  }

  async #ask({ part, request }: ChartQuestion, billed: ReadonlySet<string>) {
    const { signal, onProgress, budget = UNLIMITED } = this.#call;
    const onText =
      onProgress && ((characters: number) => onProgress({ part: part.index + 1, parts: part.count, characters }));
    const options = { signal: AbortSignal.any([signal, this.#deadline]), onText };
    try {
      return await askAboutPart({ source: this.#source, budget, request, billed, options });
    } catch (error) {
      signal.throwIfAborted();
      if (this.#deadline.aborted) return 'too-late';
      throw error;
    }
  }

  #failed(failure: ModelFailure, detail: string): ModelOutcome {
    const usage = this.#usage();
    this.#options.log.warn('model had no say in a review', { model: this.#source.model, failure, detail, ...usage });
    return { kind: 'failed', failure, note: noteOf(failure), usage };
  }

  #usage() {
    return toUsage(this.#tokens, this.#clock.now().getTime() - this.#startedAt, this.#options.prices);
  }
}
