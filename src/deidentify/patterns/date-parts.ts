import { gapBefore, isGlued, isNumber, wordAt } from '../text/reading.ts';
import { LINE, type TokenList } from '../text/token-list.ts';
import { UNITS } from './vocabulary.ts';

export function isYear(digits: string): boolean {
  const year = Number(digits);
  return digits.length === 4 && year >= 1890 && year <= 2100;
}

export function isMonthDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/** Month, day and year in any of the orders in use. */
export function isDate(a: string, b: string, c: string): boolean {
  if (a.length === 4) return isYear(a) && b.length <= 2 && c.length <= 2 && isMonthDay(Number(b), Number(c));
  if (a.length > 2 || b.length > 2 || (c.length !== 4 && c.length !== 2)) return false;
  if (c.length === 4 && !isYear(c)) return false;
  return isMonthDay(Number(a), Number(b)) || isMonthDay(Number(b), Number(a));
}

export function gluedNumber(tokens: TokenList, at: number): boolean {
  return isNumber(tokens, at) && isGlued(tokens, at) && isGlued(tokens, at - 1);
}

export function isAmount(tokens: TokenList, end: number): boolean {
  return (
    UNITS.has(wordAt(tokens, end)) &&
    gapBefore(tokens, end) < LINE &&
    wordAt(tokens, end) !== 'in' &&
    wordAt(tokens, end) !== 'of' &&
    wordAt(tokens, end) !== 'time'
  );
}
