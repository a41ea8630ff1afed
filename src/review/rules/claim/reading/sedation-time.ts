import type { RuleContext } from '../../../rule.ts';
import { listClockSpans, listMinutes } from './minutes.ts';
import { lineAt, sentenceOf, type Passage } from './passage.ts';

export interface SedationTime {
  readonly minutes: number;
  readonly passage: Passage;
}

const SEDATION = /\b(?:sedation|sedated|intra-?service)\b/i;
/** Minutes in such a sentence that are of something else. */
const OTHER =
  /\b(?:fasted|NPO|last (?:ate|meal)|recover\w*|awake|back to baseline|monitored (?:after|for)|observed|q ?\d|every|onset|(?:no|without|before|after) sedation|pre-?sedation|post-?sedation|critical care|block|tourniquet)\b/i;

/** The one time that the note gives to the sedation: its minutes, or else its clock; undefined where there is none or several. */
export function findSedationTime({ documents }: RuleContext): SedationTime | undefined {
  const stated = listMinutes(documents).filter(
    ({ isRange, clause, sentence, amount }) =>
      !isRange && SEDATION.test(`${sentence.text} ${lineHead(amount)}`) && !OTHER.test(clause.text),
  );
  const intra = stated.filter(({ clause }) => /\bintra-?service|\bsedation\b/i.test(clause.text));
  const times = (intra.length > 0 ? intra : stated).map(({ minutes, sentence }) => ({ minutes, passage: sentence }));
  if (times.length > 0) return oneOf(times);
  return oneOf(
    listClockSpans(documents)
      .map(({ minutes, passage }) => ({ minutes, passage: sentenceOf(passage) }))
      .filter(({ passage }) => SEDATION.test(passage.text) && !OTHER.test(passage.text)),
  );
}

/** The heading of the line that an amount stands in: `SEDATION (by me): ketamine. Intra-service time 16 minutes`. */
function lineHead(amount: Passage): string {
  return lineAt(amount.document, amount.start).text.slice(0, 40);
}

function oneOf(times: readonly SedationTime[]): SedationTime | undefined {
  const [first] = times;
  return first && times.every(({ minutes }) => minutes === first.minutes) ? first : undefined;
}

/** The first quarter of an hour from 10 minutes on, each further one from its eighth minute on. */
export function sedationUnits(minutes: number): { readonly first: number; readonly further: number } {
  return { first: minutes >= 10 ? 1 : 0, further: Math.max(0, Math.floor((minutes - 15 + 7) / 15)) };
}
