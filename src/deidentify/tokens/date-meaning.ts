import { MONTHS } from '../patterns/vocabulary.ts';
import { fold } from '../text/fold.ts';
import { holidayIn } from './holidays.ts';

/** What the words of a date say, relative to a day: days since 1970-01-01. */
export type DateMeaning =
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'days'; readonly from: number; readonly to: number }
  | { readonly kind: 'month'; readonly month: number; readonly part: string }
  | { readonly kind: 'months'; readonly from: number; readonly to: number };

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of `YYYY-MM-DD…`, undefined when it is not such a date. */
export function epochDay(iso: string | undefined): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso ?? '');
  return match === null ? undefined : toDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Months since year 0 of a day. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY_MS);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

function toDay(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const time = Date.UTC(year, month - 1, day);
  const date = new Date(time);
  date.setUTCFullYear(year);
  return date.getUTCMonth() === month - 1 ? Math.round(date.getTime() / DAY_MS) : undefined;
}

/**
 * Reads a date as people write it. A date without a year is taken for the one nearest to `reference` (the first day of the encounter); a
 * two-digit year for the one that does not lie more than ten years after it. Undefined when the words say no day or month.
 */
export function readDate(text: string, reference: number): DateMeaning | undefined {
  const words = fold(text).replace(/\s+/g, ' ').trim();
  const range =
    /^(.+?)\s*(?:\bto\b|\bthrough\b|\bthru\b|\buntil\b|\btill\b|[–—])\s*(.+)$/.exec(words) ?? splitHyphenRange(words);
  if (range !== null) {
    const joined = readRange(range[1] ?? '', range[2] ?? '', reference);
    if (joined !== undefined) return joined;
  }
  return readSingle(words, reference);
}

/** `2/18-2/22`, `7/6/20-7/12/20`; a hyphen inside one date (`2024-03-14`) is no range. */
function splitHyphenRange(words: string): RegExpExecArray | null {
  return (
    /^(\d{1,2}\/[\d/]+)-(\d{1,2}\/[\d/]+)$/.exec(words) ??
    /^([a-z]+\.? \d{1,2}(?:st|nd|rd|th)?)-(\d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?)$/.exec(words)
  );
}

function readRange(first: string, second: string, reference: number): DateMeaning | undefined {
  const month = /^[a-z]+/.exec(first)?.[0] ?? '';
  const bareDay = /^\d{1,2}(?:st|nd|rd|th)?\b/.test(second) && !/[/.-]/.test(second) && MONTHS.has(month);
  const to = readSingle(bareDay ? `${month} ${second}` : second, reference);
  const year = /\b(\d{4})$/.exec(second)?.[1];
  const from = readSingle(year !== undefined && !/\d{4}/.test(first) ? `${first}, ${year}` : first, reference);
  if (from?.kind === 'day' && to?.kind === 'day') return { kind: 'days', from: from.day, to: to.day };
  if (from?.kind === 'month' && to?.kind === 'month') return { kind: 'months', from: from.month, to: to.month };
  return undefined;
}

function readSingle(words: string, reference: number): DateMeaning | undefined {
  const clean = words.replace(/^the week of /, '').replace(/t\d{2}[:\d.]*z?$/, '');
  return readNumeric(clean, reference) ?? readNamed(clean, reference) ?? asDay(holidayIn(clean, reference));
}

function asDay(day: number | undefined): DateMeaning | undefined {
  return day === undefined ? undefined : { kind: 'day', day };
}

function readNumeric(words: string, reference: number): DateMeaning | undefined {
  const parts = words.split(/\s*[-/.–‑]\s*/);
  if (parts.length === 1 && /^\d{8}$/.test(words)) return readCompact(words);
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const [a = '', b = '', c = ''] = parts;
  if (parts.length === 3) {
    if (a.length === 4) return asDay(toDay(Number(a), Number(b), Number(c)));
    const year = fullYear(c, reference);
    return asDay(toDay(year, Number(a), Number(b)) ?? toDay(year, Number(b), Number(a)));
  }
  if (parts.length !== 2) return undefined;
  if (b.length === 4) return { kind: 'month', month: Number(b) * 12 + Number(a) - 1, part: '' };
  if (a.length === 4) return { kind: 'month', month: Number(a) * 12 + Number(b) - 1, part: '' };
  return asDay(nearestDay(Number(a), Number(b), reference));
}

function readCompact(digits: string): DateMeaning | undefined {
  const yearFirst = toDay(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
  if (Number(digits.slice(0, 4)) > 1880 && yearFirst !== undefined) return asDay(yearFirst);
  const year = Number(digits.slice(4));
  return asDay(
    toDay(year, Number(digits.slice(0, 2)), Number(digits.slice(2, 4))) ??
      toDay(year, Number(digits.slice(2, 4)), Number(digits.slice(0, 2))),
  );
}

function readNamed(words: string, reference: number): DateMeaning | undefined {
  const name = words.match(/[a-z]+/g)?.find((word) => MONTHS.has(word));
  const month = MONTHS.get(name ?? '');
  if (month === undefined || name === undefined) return undefined;
  const numbers: readonly string[] = words.match(/\d+/g) ?? [];
  const four = numbers.find((digits) => digits.length === 4);
  const short = numbers.filter((digits) => digits.length <= 2);
  const dayText =
    dayBeside(words, name) ??
    (four === undefined && short.length === 1 && /['’]\d{2}$/.test(words) ? undefined : short[0]);
  const yearText =
    four ??
    (dayText !== undefined && short.length > 1
      ? short.find((digits, at) => at > 0 || digits !== dayText)
      : dayText === undefined
        ? short[0]
        : undefined);
  const year = yearText === undefined ? undefined : fullYear(yearText, reference);
  if (dayText !== undefined)
    return asDay(
      year === undefined ? nearestDay(month, Number(dayText), reference) : toDay(year, month, Number(dayText)),
    );
  const part = /^(early|mid|middle|late)\b/.exec(words)?.[1] ?? '';
  return {
    kind: 'month',
    month: year === undefined ? nearestMonth(month, reference) : year * 12 + month - 1,
    part: part === 'middle' ? 'mid' : part,
  };
}

const DAY_BEFORE_MONTH = expressionsByMonth(
  (month) => new RegExp(`(?:^|\\D)(\\d{1,2})(?:st|nd|rd|th)?[-/. ]*(?:day )?(?:of )?${month}`),
);
const DAY_AFTER_MONTH = expressionsByMonth((month) => new RegExp(`${month}[-/. ]*(?:the )?(\\d{1,2})(?!\\d)`));

function expressionsByMonth(expressionOf: (month: string) => RegExp): ReadonlyMap<string, RegExp> {
  return new Map([...MONTHS.keys()].map((month) => [month, expressionOf(month)]));
}

function dayBeside(words: string, month: string): string | undefined {
  return DAY_BEFORE_MONTH.get(month)?.exec(words)?.[1] ?? DAY_AFTER_MONTH.get(month)?.exec(words)?.[1];
}

function fullYear(digits: string, reference: number): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  const now = Math.floor(monthOf(reference) / 12);
  const century = Math.floor(now / 100) * 100;
  return century + year > now + 10 ? century - 100 + year : century + year;
}

function nearestDay(month: number, day: number, reference: number): number | undefined {
  const year = Math.floor(monthOf(reference) / 12);
  const options = [year - 1, year, year + 1].map((one) => toDay(one, month, day)).filter((one) => one !== undefined);
  return options.toSorted((a, b) => Math.abs(a - reference) - Math.abs(b - reference))[0];
}

/** The month before a reference, unless the next one like it is much nearer: notes look back more than ahead. */
function nearestMonth(month: number, reference: number): number {
  const now = monthOf(reference);
  const year = Math.floor(now / 12);
  const options = [year - 1, year, year + 1].map((one) => one * 12 + month - 1);
  return options.toSorted((a, b) => Math.abs(a - now) - Math.abs(b - now) || a - b)[0] ?? now;
}
