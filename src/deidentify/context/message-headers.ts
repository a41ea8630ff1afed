import { isWord, markAt, gapBefore } from '../text/reading.ts';
import { LINE, type TokenList } from '../text/token-list.ts';

/** Fields of an HL7 v2 header that name facilities: MSH-4, who sends, and MSH-6, who receives (HL7 2.5.1, 2.15.9). */
const FACILITY_FIELDS = [4, 6];
const LONGEST_HEADER = 120;

/** Tokens of the facilities in `MSH|^~\&|LAB|WCMH|EHR|WCMH|…`; `at` is the token of `MSH`. */
export function facilityFields(tokens: TokenList, at: number): { readonly first: number; readonly end: number }[] {
  const found: { first: number; end: number }[] = [];
  if (markAt(tokens, at + 1) !== '|') return found;
  let field = 2;
  let first = at + 2;
  for (let index = at + 2; index < at + LONGEST_HEADER && field <= 6; index++) {
    const over = index >= tokens.count || gapBefore(tokens, index) >= LINE;
    if (markAt(tokens, index) !== '|' && !over) continue;
    if (FACILITY_FIELDS.includes(field) && index > first && isWord(tokens, first)) found.push({ first, end: index });
    if (over) break;
    field++;
    first = index + 1;
  }
  return found;
}
