import type { CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart, GateResult } from '#deidentify/index.ts';
import { AppError, systemClock, type Clock, type Log } from '#kernel/index.ts';
import { analyseDocument } from '../language/index.ts';
import { askAboutPart, type PartReply } from './ask-part.ts';
import { NO_TOKENS, type AnswerSource } from './answer-source.ts';
import { UNLIMITED, type ModelBudget } from './budget.ts';
import { toParts, type ChartPart } from './chart-parts.ts';
import { checkAnswers, type PartAnswer } from './check-answer.ts';
import { noteOf } from './failure-notes.ts';
import type { ModelFailure, ModelOutcome } from './model-outcome.ts';
import { createOpenAiSource, type OpenAiOptions } from './openai-source.ts';
import { INSTRUCTIONS, renderChart } from './prompt.ts';
import { numberSpans } from './spans.ts';
import { addTokens, toUsage, type ModelPrices } from './usage.ts';

/** Whether a text may leave. */
export type LeakGate = (text: string) => GateResult;

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

export interface ReviewerOptions {
  readonly log: Log;
  readonly clock?: Clock;
  readonly prices?: ModelPrices | undefined;
  /** Text of one request. Default 60,000 characters, about 15,000 tokens: models read less well in longer ones. */
  readonly partCharacters?: number;
  /** Default 16,000: thinking included. */
  readonly maxOutputTokens?: number;
}

const PART_CHARACTERS = 60_000;
const MAX_OUTPUT_TOKENS = 16_000;
/** A chart of more than this is a record of months, and no encounter. */
const MOST_PARTS = 24;

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
  #tokens = NO_TOKENS;

  constructor(source: AnswerSource, options: ReviewerOptions, call: ModelCall) {
    this.#source = source;
    this.#options = options;
    this.#call = call;
    this.#clock = options.clock ?? systemClock;
    this.#startedAt = this.#clock.now().getTime();
  }

  async read(chart: DeidentifiedChart, tables: CodeTables): Promise<ModelOutcome> {
    const parts = toParts(chart, numberSpans(chart.documents), this.#options.partCharacters ?? PART_CHARACTERS);
    if (parts.length > MOST_PARTS) return this.#failed('chart-too-long', `${parts.length} parts`);
    const inputs = parts.map((part) => renderChart(chart, tables, part));
    // All parts before the first is sent: of a chart that leaks, nothing leaves.
    for (const input of inputs) this.#mustBeClear(input);
    const answers: PartAnswer[] = [];
    let model = this.#source.model;
    for (const [index, part] of parts.entries()) {
      const reply = await this.#ask(part, inputs[index] ?? '', chart);
      this.#tokens = addTokens(this.#tokens, reply.tokens);
      if (reply.kind === 'failed') return this.#failed(reply.failure, reply.detail);
      answers.push({ part, answer: reply.answer });
      model = reply.model;
    }
    const documents = chart.documents.map((document) => analyseDocument(document, tables.icd10cm));
    const checked = checkAnswers({ chart, tables, documents }, answers);
    const usage = this.#usage();
    this.#options.log.info('model read a chart', {
      model,
      parts: parts.length,
      findings: checked.findings.length,
      dropped: Object.values(checked.dropped).reduce((sum, count) => sum + count, 0),
      ...usage,
    });
    return { kind: 'answered', model, ...checked, usage };
  }

  async #ask(part: ChartPart, input: string, chart: DeidentifiedChart): Promise<PartReply> {
    const { signal, onProgress, budget = UNLIMITED } = this.#call;
    return askAboutPart({
      source: this.#source,
      budget,
      request: {
        instructions: INSTRUCTIONS,
        input,
        maxOutputTokens: this.#options.maxOutputTokens ?? MAX_OUTPUT_TOKENS,
      },
      billed: new Set([...chart.claim.diagnoses, ...chart.claim.items].map(({ code }) => code)),
      options: {
        signal,
        onText: onProgress && ((characters) => onProgress({ part: part.index + 1, parts: part.count, characters })),
      },
    });
  }

  #mustBeClear(text: string): void {
    const { clear, hits } = this.#call.gate(text);
    if (clear) return;
    throw new AppError('leak-gate-hit', {
      publicMessage:
        'An identifier may have been left in the text for the model, so the review was stopped. Nothing was sent.',
      detail: hits.map(({ kind, count }) => `${kind}: ${count}`).join(', '),
    });
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
