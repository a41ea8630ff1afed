import type { Response } from 'openai/resources/responses/responses';
import type { ModelReply, TokenCount } from './answer-source.ts';

/** What a response of the API means. Servers that only resemble it may leave fields out: nothing is taken for granted. */
export function readResponse(response: Partial<Response>, askedFor: string): ModelReply {
  const tokens = tokensOf(response);
  const fail = (failure: Extract<ModelReply, { kind: 'failed' }>['failure'], detail: string): ModelReply => ({
    kind: 'failed',
    failure,
    detail,
    tokens,
  });
  const parts = (response.output ?? []).flatMap((item) => (item.type === 'message' ? item.content : []));
  if (response.status === 'failed') {
    const code = response.error?.code ?? 'no code';
    return /content|policy/.test(code) ? fail('content-filter', code) : fail('unavailable', code);
  }
  if (response.status === 'incomplete') {
    const reason = response.incomplete_details?.reason ?? 'no reason';
    return reason === 'content_filter' ? fail('content-filter', reason) : fail('truncated', reason);
  }
  if (parts.some(({ type }) => type === 'refusal')) return fail('refused', 'refusal');
  const text = parts.flatMap((part) => (part.type === 'output_text' ? [part.text] : [])).join('');
  if (text.trim() === '') return fail('answer-invalid', 'no text');
  return { kind: 'text', text, model: typeof response.model === 'string' ? response.model : askedFor, tokens };
}

function tokensOf({ usage }: Partial<Response>): TokenCount {
  return {
    requests: 1,
    inputTokens: usage?.input_tokens ?? 0,
    cachedInputTokens: usage?.input_tokens_details?.cached_tokens ?? 0,
    outputTokens: usage?.output_tokens ?? 0,
  };
}
