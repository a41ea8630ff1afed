import { zodTextFormat } from 'openai/helpers/zod';
import type { ResponseCreateParamsBase } from 'openai/resources/responses/responses';
import { answerSchema } from './answer-schema.ts';
import type { ModelRequest } from './answer-source.ts';

const FORMAT = zodTextFormat(answerSchema, 'coding_review');

/** The body of a request: the fixed part first, strict output, no tools, nothing kept by the server. */
export function toBody(
  { instructions, input, maxOutputTokens }: ModelRequest,
  model: string,
): ResponseCreateParamsBase {
  return {
    model,
    instructions,
    input: [{ role: 'user', content: [{ type: 'input_text', text: input }] }],
    text: { format: FORMAT },
    max_output_tokens: maxOutputTokens,
    store: false,
  };
}
