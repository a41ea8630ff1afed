import { NO_TOKENS, type TokenCount } from './answer-source.ts';
import type { ModelUsage } from '../finding.ts';

/** Micro-dollars for a token, which is dollars for a million. */
export interface ModelPrices {
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
}

export function addTokens(a: TokenCount, b: TokenCount): TokenCount {
  return {
    requests: a.requests + b.requests,
    inputTokens: a.inputTokens + b.inputTokens,
    cachedInputTokens: a.cachedInputTokens + b.cachedInputTokens,
    outputTokens: a.outputTokens + b.outputTokens,
  };
}

export function toUsage(tokens: TokenCount, latencyMs: number, prices: ModelPrices | undefined): ModelUsage {
  const fresh = Math.max(0, tokens.inputTokens - tokens.cachedInputTokens);
  const cost =
    prices &&
    fresh * prices.input + tokens.cachedInputTokens * prices.cachedInput + tokens.outputTokens * prices.output;
  return { ...tokens, costMicroUsd: cost === undefined ? undefined : Math.round(cost), latencyMs };
}

export const NO_USAGE: ModelUsage = { ...NO_TOKENS, costMicroUsd: undefined, latencyMs: 0 };

/** Tokens that a text may take, on the high side: English notes have about four characters a token, codes and numbers fewer. */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 3);
}
