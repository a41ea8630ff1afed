import type { ModelFailure } from './model-outcome.ts';

/** One question to a model: fixed instructions first, the material after. No tools. */
export interface ModelRequest {
  readonly instructions: string;
  readonly input: string;
  readonly maxOutputTokens: number;
}

export interface TokenCount {
  readonly requests: number;
  readonly inputTokens: number;
  readonly cachedInputTokens: number;
  readonly outputTokens: number;
}

export const NO_TOKENS: TokenCount = { requests: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };

/** What came of a question. `text` is whatever the model wrote: nothing about it is believed yet. */
export type ModelReply =
  | { readonly kind: 'text'; readonly text: string; readonly model: string; readonly tokens: TokenCount }
  | {
      readonly kind: 'failed';
      readonly failure: ModelFailure;
      /** Status codes and counts for the log; never a word of the chart or of the answer. */
      readonly detail: string;
      readonly tokens: TokenCount;
    };

export interface AskOptions {
  readonly signal: AbortSignal;
  /** Called as text arrives, with the characters so far. Asking for it makes the request a streamed one. */
  readonly onText?: ((characters: number) => void) | undefined;
}

/** Where answers come from: a server of the Responses API, or answers that were kept. Throws only when `signal` is aborted. */
export interface AnswerSource {
  readonly model: string;
  ask(request: ModelRequest, options: AskOptions): Promise<ModelReply>;
}
