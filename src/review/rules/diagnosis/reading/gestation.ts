import { findPhrases } from '../../../language/index.ts';
import type { RuleContext } from '../../../rule.ts';

/** Weeks of gestation as notes write them; the first group is their number. */
export const WEEKS =
  /(?:\b(?:IUP|pregnancy|EGA|GA|gestation(?:al age)?|G\d+ ?P\d+\w*)\b[^.;\n]{0,15}?(?:at|of|is|:|@)?\s*)?\b(\d{1,2})\s?(?:w\s?\+?\s?\d(?:\/7)?d?|w\dd|weeks?(?:,? (?:and )?\d (?:days?|d)| \d\/7| gestation| pregnant| EGA| by (?:LMP|US|ultrasound|dates)|'? gestational age)|wks?(?: \d\/7| gestation| pregnant| EGA)|\d\/7 ?(?:weeks?|wks?))\b/gi;

export function isPlausible(weeks: number): boolean {
  return weeks >= 4 && weeks <= 44;
}

/** First under 14 weeks, second under 28, third from then on (chapter 15, trimesters). */
const TRIMESTERS = [
  { until: 14, word: 'trimester_1' },
  { until: 28, word: 'trimester_2' },
  { until: Infinity, word: 'trimester_3' },
] as const;

/** The trimester of the weeks that the claim or the notes give, as the word that titles have for it; undefined where they give none or differ. */
export function trimesterOf({ chart, documents }: RuleContext): string | undefined {
  const billed = chart.claim.diagnoses.flatMap(({ code }) => /^Z3A\.(\d\d)$/.exec(code)?.[1] ?? []);
  const stated = documents.flatMap((document) =>
    findPhrases(document, WEEKS)
      .filter(({ assertion }) => assertion === 'asserted')
      .map(({ groups }) => groups[0] ?? ''),
  );
  const weeks = (stated.length > 0 ? stated : billed).map(Number).filter(isPlausible);
  const words = new Set(weeks.map((week) => TRIMESTERS.find(({ until }) => week < until)?.word));
  const [word] = words;
  return words.size === 1 ? word : undefined;
}
