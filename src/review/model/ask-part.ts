import { answerSchema, type ModelAnswer } from './answer-schema.ts';
import {
  NO_TOKENS,
  type AnswerSource,
  type AskOptions,
  type ModelReply,
  type ModelRequest,
  type TokenCount,
} from './answer-source.ts';
import { tokensOf, type ModelBudget } from './budget.ts';
import type { ModelFailure } from './model-outcome.ts';
import { addTokens, estimateTokens } from './usage.ts';

export type PartReply =
  | { readonly kind: 'answer'; readonly answer: ModelAnswer; readonly model: string; readonly tokens: TokenCount }
  | { readonly kind: 'failed'; readonly failure: ModelFailure; readonly detail: string; readonly tokens: TokenCount };

interface PartQuestion {
  readonly source: AnswerSource;
  readonly budget: ModelBudget;
  readonly request: ModelRequest;
  /** What the claim bills: an answer that speaks of none of it answers another question. */
  readonly billed: ReadonlySet<string>;
  readonly options: AskOptions;
}

/** Failures of content that a second, equal question may not have: models are not deterministic. */
const WORTH_ASKING_AGAIN: readonly ModelFailure[] = ['answer-invalid', 'other-question', 'truncated'];
/** Of the output limit, when the first answer was cut off by it. */
const MORE_ROOM = 2;

/** Asks about one part: twice at most, in the budget, until the answer is one to this question. */
export async function askAboutPart(question: PartQuestion): Promise<PartReply> {
  const first = await askInBudget(question, question.request);
  if (first.kind === 'answer' || !WORTH_ASKING_AGAIN.includes(first.failure)) return first;
  const { maxOutputTokens } = question.request;
  const again = {
    ...question.request,
    maxOutputTokens: first.failure === 'truncated' ? maxOutputTokens * MORE_ROOM : maxOutputTokens,
  };
  const second = await askInBudget(question, again);
  return { ...second, tokens: addTokens(first.tokens, second.tokens) };
}

async function askInBudget(question: PartQuestion, request: ModelRequest): Promise<PartReply> {
  const { source, budget, options } = question;
  const reserved = estimateTokens(request.instructions + request.input) + request.maxOutputTokens;
  if (!(await budget.reserve(reserved)))
    return { kind: 'failed', failure: 'budget-spent', detail: `${reserved} tokens`, tokens: NO_TOKENS };
  let used = 0;
  try {
    const reply = await source.ask(request, options);
    used = tokensOf(reply.tokens);
    return readReply(reply, question.billed);
  } finally {
    await budget.record({ reserved, used });
  }
}

/** Whether a reply is an answer to this question. */
export function readReply(reply: ModelReply, billed: ReadonlySet<string>): PartReply {
  if (reply.kind === 'failed') return reply;
  const { text, model, tokens } = reply;
  const answer = parseAnswer(text);
  if (answer === undefined) return { kind: 'failed', failure: 'answer-invalid', detail: 'not of the schema', tokens };
  const isOther = billed.size > 0 && !answer.codes.some(({ code }) => billed.has(code.trim().toUpperCase()));
  if (isOther) return { kind: 'failed', failure: 'other-question', detail: `${answer.codes.length} codes`, tokens };
  return { kind: 'answer', answer, model, tokens };
}

/** Servers without strict output may wrap the JSON in a fence; nothing else is forgiven. */
function parseAnswer(text: string): ModelAnswer | undefined {
  const bare = /^\s*```(?:json)?\s*([\s\S]*?)\s*```\s*$/.exec(text)?.[1] ?? text;
  try {
    const parsed = answerSchema.safeParse(JSON.parse(bare));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
