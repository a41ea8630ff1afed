import { createHash } from 'node:crypto';
import type { ModelRequest } from '../answer-source.ts';

/** Which question an answer belongs to. The hash is of what was asked: an answer to an older chart or prompt fits no question. */
export function toCustomId(reviewId: string, part: number, { instructions, input }: ModelRequest): string {
  const hash = createHash('sha256').update(`${instructions}\n\n${input}`).digest('hex').slice(0, 16);
  return `${reviewId}.${part}.${hash}`;
}

export function reviewIdOf(customId: string): string | undefined {
  return /^(.+)\.\d+\.[0-9a-f]{16}$/.exec(customId)?.[1];
}
