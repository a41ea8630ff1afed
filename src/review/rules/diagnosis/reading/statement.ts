import type { Evidence } from '../../../finding.ts';
import { evidenceAt, type Span } from '../../../language/index.ts';
import type { RecordMention } from './record.ts';

const MAX_LENGTH = 160;

/** The words of the note that make the statement: the clause around the mention with its cue. */
export function statementOf(mention: RecordMention): Evidence {
  return evidenceAt(mention.document, clauseAround(mention));
}

function clauseAround({ document, sentence, start, end, cue }: RecordMention): Span {
  const text = document.document.text;
  const from = Math.min(start, cue?.start ?? start);
  const to = Math.max(end, cue?.end ?? end);
  const first = Math.min(sentence.start, from);
  const whole = { start: first, end: withoutStop(text, sentence.end, to) };
  if (whole.end - whole.start <= MAX_LENGTH) return whole;
  return { start: from, end: to };
}

function withoutStop(text: string, end: number, atLeast: number): number {
  return end > atLeast && /[.;,]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
