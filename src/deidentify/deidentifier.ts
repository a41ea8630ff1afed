import { detectLocally } from './detect.ts';
import { compileRecord } from './known/compiled-record.ts';
import type { KnownRecord } from './known/known-record.ts';
import type { DetectedSpan } from './span.ts';
import { epochDay, readDate } from './tokens/date-meaning.ts';
import { replaceSpans, type DeidentifiedText } from './tokens/replace.ts';
import { TokenRegistry } from './tokens/token-registry.ts';

export interface DeidentifierOptions {
  /** First day of the encounter, ISO 8601. Without it the first full date of the first text is taken that is not the birth date. */
  readonly firstDay?: string;
}

/** De-identifies texts that belong together with the local detectors: a person keeps one token through all of them. */
export interface Deidentifier {
  deidentify(text: string): DeidentifiedText;
}

/** A de-identifier for texts outside of a chart; for charts see `deidentifyChart`. */
export function createDeidentifier(known: KnownRecord, options: DeidentifierOptions = {}): Deidentifier {
  const record = compileRecord(known);
  const birthDay = epochDay(record.birthDate);
  let registry: TokenRegistry | undefined;
  return {
    deidentify: (text) => {
      const spans = detectLocally(text, record);
      registry ??= new TokenRegistry({
        firstDay: epochDay(options.firstDay) ?? firstFullDate(text, spans, birthDay),
        birthDay,
      });
      return replaceSpans(text, spans, registry);
    },
  };
}

/** De-identifies one text by itself. */
export function deidentifyText(text: string, known: KnownRecord, options: DeidentifierOptions = {}): DeidentifiedText {
  return createDeidentifier(known, options).deidentify(text);
}

function firstFullDate(text: string, spans: readonly DetectedSpan[], birthDay: number | undefined): number | undefined {
  for (const { type, start, end, subject } of spans) {
    if (type !== 'DATE' || subject?.startsWith('birth:') === true) continue;
    const words = text.slice(start, end);
    if (!/(?:19|20)\d{2}/.test(words)) continue;
    const meaning = readDate(words, 0);
    if (meaning?.kind === 'day' && meaning.day !== birthDay) return meaning.day;
  }
  return undefined;
}
