import type { CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart, GateResult } from '#deidentify/index.ts';
import { AppError } from '#kernel/index.ts';
import type { ModelRequest } from './answer-source.ts';
import { toParts, type ChartPart } from './chart-parts.ts';
import { INSTRUCTIONS, renderChart } from './prompt.ts';
import { numberSpans } from './spans.ts';

/** Whether a text may leave. */
export type LeakGate = (text: string) => GateResult;

/** One request and the part of the chart that it is about. */
export interface ChartQuestion {
  readonly part: ChartPart;
  readonly request: ModelRequest;
}

export interface QuestionLimits {
  /** Text of one request. Default 60,000 characters, about 15,000 tokens: models read less well in longer ones. */
  readonly partCharacters?: number;
  /** Default 16,000: thinking included. */
  readonly maxOutputTokens?: number;
}

const PART_CHARACTERS = 60_000;
const MAX_OUTPUT_TOKENS = 16_000;
/** A chart of more than this is a record of months, and no encounter. */
const MOST_PARTS = 24;

/**
 * What is asked about a chart: the same questions for the same chart, tables and limits. Undefined for a chart that is too long. All of
 * them pass the leak gate before any is given out: of a chart that leaks, nothing leaves.
 * @throws AppError `leak-gate-hit`
 */
export function toQuestions(
  chart: DeidentifiedChart,
  tables: CodeTables,
  { gate, partCharacters = PART_CHARACTERS, maxOutputTokens = MAX_OUTPUT_TOKENS }: QuestionLimits & { gate: LeakGate },
): ChartQuestion[] | undefined {
  const parts = toParts(chart, numberSpans(chart.documents), partCharacters);
  if (parts.length > MOST_PARTS) return undefined;
  return parts.map((part) => {
    const input = renderChart(chart, tables, part);
    mustBeClear(gate(input));
    return { part, request: { instructions: INSTRUCTIONS, input, maxOutputTokens } };
  });
}

/** The codes of the claim: an answer that speaks of none of them answers another question. */
export function billedCodes({ claim }: DeidentifiedChart): ReadonlySet<string> {
  return new Set([...claim.diagnoses, ...claim.items].map(({ code }) => code));
}

function mustBeClear({ clear, hits }: GateResult): void {
  if (clear) return;
  throw new AppError('leak-gate-hit', {
    publicMessage:
      'An identifier may have been left in the text for the model, so the review was stopped. Nothing was sent.',
    detail: hits.map(({ kind, count }) => `${kind}: ${count}`).join(', '),
  });
}
