import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PROMPT_VERSION, type AnswerSource, type ModelReply, type ModelRequest } from '#review/index.ts';

const tokens = z.object({
  requests: z.number(),
  inputTokens: z.number(),
  cachedInputTokens: z.number(),
  outputTokens: z.number(),
});
const kept = z.object({ promptVersion: z.string(), text: z.string(), model: z.string(), tokens });

/** Answers are found by what was asked: another prompt or another text is another question. */
function fileOf(directory: string, { instructions, input }: ModelRequest): string {
  const hash = createHash('sha256').update(`${instructions}\n\n${input}`).digest('hex').slice(0, 32);
  return join(directory, `${hash}.json`);
}

/** Asks a source and keeps every answer in a folder. */
export function recording(source: AnswerSource, directory: string): AnswerSource {
  return {
    model: source.model,
    async ask(request, options) {
      const reply = await source.ask(request, options);
      if (reply.kind === 'text') {
        await mkdir(directory, { recursive: true });
        const { text, model, tokens: used } = reply;
        const content = { promptVersion: PROMPT_VERSION, text, model, tokens: used };
        await writeFile(fileOf(directory, request), `${JSON.stringify(content, null, 2)}\n`);
      }
      return reply;
    },
  };
}

/** Answers that were kept; a question that was never asked fails as an unreachable model does. */
export function replaying(directory: string): AnswerSource {
  return {
    model: 'kept answers',
    async ask(request): Promise<ModelReply> {
      const text = await readFile(fileOf(directory, request), 'utf8').catch(() => undefined);
      if (text === undefined) {
        const none = { requests: 0, inputTokens: 0, cachedInputTokens: 0, outputTokens: 0 };
        return { kind: 'failed', failure: 'unavailable', detail: 'no kept answer', tokens: none };
      }
      return { kind: 'text', ...kept.parse(JSON.parse(text)) };
    },
  };
}
