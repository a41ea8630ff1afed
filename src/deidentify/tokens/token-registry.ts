import type { DetectedSpan } from '../span.ts';
import { bareOf, wordsOf } from '../text/folded-words.ts';
import { monthOf, readDate, type DateMeaning } from './date-meaning.ts';

/**
 * ZIP prefixes of areas with 20,000 people or fewer (45 CFR 164.514(b)(2)(i)(B)): those that HHS lists from the census of 2000, and those
 * of the census of 2010.
 */
const SMALL_ZIP_AREAS: ReadonlySet<string> = new Set(
  '036 059 063 102 202 203 204 205 369 556 692 753 772 790 821 823 830 831 878 879 884 890 893'.split(' '),
);

const CLINICIAN_BEFORE = /\b(?:dr|drs|doctor|prof|professor|nurse)\.?\s*$/i;
const CLINICIAN_AFTER = /^,?\s*(?:md|m\.d\.|do|rn|np|pa|pa-c|aprn|fnp|crna|dpm|lpn|cnm|pharmd|phd|dds|dmd|dpt|lcsw)\b/i;
const RELATIVE_BEFORE =
  /\b(?:husband|wife|spouse|partner|son|daughter|mother|father|mom|dad|brother|sister|aunt|uncle|niece|nephew|cousin|grand\w+|step\w+|fianc\w+|girlfriend|boyfriend)(?:\s+is|\s+named)?[,:(]?\s*$/i;

export interface TokenOptions {
  /** First day of the encounter, days since 1970-01-01; without it dates are numbered. */
  readonly firstDay: number | undefined;
  readonly birthDay: number | undefined;
}

/**
 * Gives out tokens. One registry serves a whole chart, so that a person, a facility or a number keeps its token from note to note.
 * Numbers run in order of appearance.
 */
export class TokenRegistry {
  readonly #options: TokenOptions;
  readonly #bySubject = new Map<string, string>();
  readonly #counters = new Map<string, number>();
  /** Words of each person named only in the text → subject, so that `Dr. Gray` is the `Violet Gray` of the line above. */
  readonly #people = new Map<string, string>();
  /** Words of a date → its token. */
  readonly #dates = new Map<string, string>();

  constructor(options: TokenOptions) {
    this.#options = options;
  }

  /** Token for a span of a text. */
  tokenFor(span: DetectedSpan, text: string): string {
    const original = text.slice(span.start, span.end);
    switch (span.type) {
      case 'DATE':
        return this.#date(original, span.subject);
      case 'AGE':
        return '[AGE 90+]';
      case 'NAME':
        return this.#name(span, text, original);
      case 'ADDRESS':
        return this.#address(original);
      case 'ORGANIZATION':
        return this.#numbered(
          'FACILITY',
          span.subject ??
            `facility:${wordsOf(original)
              .filter((word) => word !== 'the')
              .join(' ')}`,
        );
      default:
        return this.#numbered(span.type, span.subject ?? `${span.type}:${bareOf(original)}`);
    }
  }

  #numbered(label: string, subject: string): string {
    const known = this.#bySubject.get(subject);
    if (known !== undefined) return known;
    const number = (this.#counters.get(label) ?? 0) + 1;
    this.#counters.set(label, number);
    const token = `[${label}-${number}]`;
    this.#bySubject.set(subject, token);
    return token;
  }

  #name(span: DetectedSpan, text: string, original: string): string {
    const { subject } = span;
    if (subject === 'patient') return '[PATIENT]';
    if (subject?.startsWith('clinician:')) return this.#numbered('CLINICIAN', subject);
    if (subject?.startsWith('relative:')) return this.#numbered('RELATIVE', subject);
    const words = wordsOf(original).filter((word) => word.length > 1);
    const seen =
      this.#people.get(words.join(' ')) ?? (words.length === 1 ? this.#people.get(words[0] ?? '') : undefined);
    if (seen !== undefined) return seen;
    const token = this.#numbered(roleOf(span, text), `person:${words.join(' ') || bareOf(original)}`);
    this.#people.set(words.join(' '), token);
    const last = words.at(-1);
    if (words.length > 1 && last !== undefined && !this.#people.has(last)) this.#people.set(last, token);
    return token;
  }

  #address(original: string): string {
    const zip = /^(\d{3})\d{2}(?:-\d{4})?$/.exec(original);
    if (zip !== null) return `[ZIP ${SMALL_ZIP_AREAS.has(zip[1] ?? '') ? '000' : zip[1]}]`;
    return this.#numbered(/\d/.test(original) ? 'STREET' : 'PLACE', `address:${bareOf(original)}`);
  }

  /** The same words are the same date in all texts of a chart. */
  #date(original: string, subject: string | undefined): string {
    if (subject === 'birth:patient') return '[BIRTH DATE]';
    const known = this.#dates.get(original);
    if (known !== undefined) return known;
    const token = this.#readDate(original);
    this.#dates.set(original, token);
    return token;
  }

  #readDate(original: string): string {
    const { firstDay, birthDay } = this.#options;
    const meaning = firstDay === undefined ? undefined : readDate(original, firstDay);
    if (meaning === undefined || firstDay === undefined) return this.#numbered('DATE', `date:${bareOf(original)}`);
    if (meaning.kind === 'day' && meaning.day === birthDay) return '[BIRTH DATE]';
    return relativeDate(meaning, firstDay);
  }
}

function relativeDate(meaning: DateMeaning, firstDay: number): string {
  const month = monthOf(firstDay);
  if (meaning.kind === 'day') return `[DAY ${meaning.day - firstDay}]`;
  if (meaning.kind === 'days') return `[DAY ${meaning.from - firstDay} TO DAY ${meaning.to - firstDay}]`;
  if (meaning.kind === 'months') return `[MONTH ${meaning.from - month} TO MONTH ${meaning.to - month}]`;
  return `[${meaning.part === '' ? '' : `${meaning.part.toUpperCase()} `}MONTH ${meaning.month - month}]`;
}

function roleOf({ start, end }: DetectedSpan, text: string): string {
  const before = text.slice(Math.max(0, start - 24), start);
  if (CLINICIAN_BEFORE.test(before) || CLINICIAN_AFTER.test(text.slice(end, end + 10))) return 'CLINICIAN';
  return RELATIVE_BEFORE.test(before) ? 'RELATIVE' : 'PERSON';
}
