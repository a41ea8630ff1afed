import type { CompiledRecord } from './known/compiled-record.ts';
import { compileRecord } from './known/compiled-record.ts';
import type { KnownRecord } from './known/known-record.ts';
import { detectLocally } from './detect.ts';
import type { DetectedSpan } from './span.ts';
import { epochDay, readDate } from './tokens/date-meaning.ts';
import { replaceSpans, type DeidentifiedText } from './tokens/replace.ts';
import { TokenRegistry } from './tokens/token-registry.ts';

export interface DeidentifyTextOptions {
  /** First day of the encounter, ISO 8601. Without it the first full date of the text is taken that is not the birth date. */
  readonly firstDay?: string;
}

/** De-identifies one text by itself with the local detectors: numbering and days are its own. */
export function deidentifyText(
  text: string,
  known: KnownRecord,
  options: DeidentifyTextOptions = {},
): DeidentifiedText {
  const record = compileRecord(known);
  const spans = detectLocally(text, record);
  return replaceSpans(text, spans, registryFor(text, spans, record, options));
}

function registryFor(
  text: string,
  spans: readonly DetectedSpan[],
  record: CompiledRecord,
  { firstDay }: DeidentifyTextOptions,
): TokenRegistry {
  const birthDay = epochDay(record.birthDate);
  return new TokenRegistry({ firstDay: epochDay(firstDay) ?? firstFullDate(text, spans, birthDay), birthDay });
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
