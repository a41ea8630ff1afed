import type { AnswerSource } from './answer-source.ts';
import type { OpenAiOptions } from './openai-source.ts';

/** A server of the Responses API. The SDK is loaded with the first question: commands that ask none start without it. */
export function createOpenAiSource(options: OpenAiOptions): AnswerSource {
  let loading: Promise<AnswerSource> | undefined;
  return {
    model: options.model,
    async ask(request, asked) {
      loading ??= import('./openai-source.ts').then((sdk) => sdk.createOpenAiSource(options));
      return (await loading).ask(request, asked);
    },
  };
}
