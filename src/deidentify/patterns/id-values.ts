import { digitsAt } from '../text/reading.ts';
import type { TokenList } from '../text/token-list.ts';
import { isDate, isMonthDay, isYear } from './date-parts.ts';
import { wordSet } from './vocabulary.ts';

/** Letters of a label that a value is glued to: `MRNE4471902`. */
export function labelLength(word: string): number {
  return /^(?:mrn|ssn|acct|npi)(?=.)/.exec(word)?.[0].length ?? 0;
}

/** Labels that stand glued between two values: `05091962MRN074091`. */
export const RECORD_LABELS = wordSet('mr mrn mrmr ssn acct mrmrn');

export const DATE_SHAPE =
  /^d{1,2}([-/.])d{1,2}\1(d{2}|d{4})$|^d{4}([-/.])d{1,2}\3d{1,2}$|^d{1,2}[-/]d{4}$|^d{1,2}\/d{1,2}$/;

export interface Value {
  readonly end: number;
  readonly digits: number;
  readonly letters: number;
  /** Longest run of digits. */
  readonly longest: number;
  readonly groups: number;
  /** `d` for a digit, `a` for a letter, marks as they are. */
  readonly shape: string;
  readonly date: boolean;
}

/** Whether numbers in the shape of a date can be one: `22-90-41` and `77-1820` cannot. */
export function isPossibleDate(tokens: TokenList, at: number): boolean {
  const first = digitsAt(tokens, at);
  const second = digitsAt(tokens, at + 2);
  const third = digitsAt(tokens, at + 4);
  if (third !== '') return isDate(first, second, third) || isDate(second, third, first);
  return second.length === 4 ? isYear(second) && isMonthDay(Number(first), 1) : true;
}
