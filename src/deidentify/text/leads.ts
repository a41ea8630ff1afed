/**
 * A lead says what a token can be the beginning of, as far as its kind, its shape, its place and its word alone can say. A detector names
 * the leads that it follows and looks at no other token, so that a text costs what it holds, not the number of detectors. Leads are bits;
 * those below are the same for all detectors, and each detector adds a list of words.
 */

/** A run of digits. */
export const NUMBER_LEAD = 1;
/** A word with a capital letter in it. */
export const CAPITAL_LEAD = 1 << 1;
/** A word of capital letters. */
export const UPPER_LEAD = 1 << 2;
/** The first token of a line. */
export const LINE_LEAD = 1 << 3;
/** What stands behind a number or a mark. */
export const BEHIND_LEAD = 1 << 4;
/** `@` */
export const AT_SIGN_LEAD = 1 << 5;
/** `.` and `:` */
export const JOINT_LEAD = 1 << 6;
/** `(` and `#` */
export const OPENING_LEAD = 1 << 7;

const OWN_LEADS = 8;
const MOST_LEADS = 31;

const MARK_LEADS: ReadonlyMap<string, number> = new Map([
  ['@', AT_SIGN_LEAD],
  ['.', JOINT_LEAD],
  [':', JOINT_LEAD],
  ['(', OPENING_LEAD],
  ['#', OPENING_LEAD],
]);

const WORD_LEADS = new Map<string, number>();
let lists = 0;

/** Makes a lead of a list of folded words. Detectors call it once, when their module loads. */
export function leadWords(words: Iterable<string>): number {
  if (OWN_LEADS + lists === MOST_LEADS) throw new RangeError('No bit is left for another list of leading words');
  const lead = 1 << (OWN_LEADS + lists++);
  for (const word of words) WORD_LEADS.set(word, (WORD_LEADS.get(word) ?? 0) | lead);
  return lead;
}

/** Number of lists so far: what was worked out with fewer is out of date. */
export function leadLists(): number {
  return lists;
}

/** Leads of a folded word by the lists. */
export function leadsOfWord(word: string): number {
  return WORD_LEADS.get(word) ?? 0;
}

/** Leads of a mark. */
export function leadsOfMark(mark: string): number {
  return MARK_LEADS.get(mark) ?? 0;
}
