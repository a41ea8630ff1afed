import type { Entity } from '@aws-sdk/client-comprehendmedical';
import { AppError } from '#kernel/index.ts';
import type { DetectedSpan, IdentifierType } from '../span.ts';
import { codePointOffsets } from './pieces.ts';

/** Scores from which on an answer counts, by Comprehend's type. AWS advises to set them low where a miss costs more than a mask. */
export type Thresholds = Readonly<Record<string, number>>;

export const DEFAULT_THRESHOLDS: Thresholds = {
  NAME: 0.5,
  AGE: 0.5,
  DATE: 0.6,
  PHONE_OR_FAX: 0.4,
  EMAIL: 0.3,
  ID: 0.6,
  URL: 0.4,
  ADDRESS: 0.5,
};

/** Comprehend's types and ours. PROFESSION identifies no one under Safe Harbor and is left out. */
const TYPES: Readonly<Record<string, IdentifierType>> = {
  NAME: 'NAME',
  AGE: 'AGE',
  DATE: 'DATE',
  PHONE_OR_FAX: 'PHONE',
  EMAIL: 'EMAIL',
  ID: 'ID',
  URL: 'URL',
  ADDRESS: 'ADDRESS',
};
const OLD = /(?:^|\D)(?:9\d|1[0-2]\d)(?:\D|$)|ninet|hundred/i;
const YEAR_OR_WEEKDAY =
  /^(?:(?:19|20)\d{2}s?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|yesterday|tomorrow|tonight|now)$/i;

/**
 * Spans of an answer, in UTF-16 code units of the piece that was asked about. Ages under 90, years alone and weekdays are left: they may
 * stay.
 * @throws AppError `comprehend-unavailable` when an offset lies outside of the piece: such an answer cannot be trusted to be complete.
 */
export function toSpans(entities: readonly Entity[], piece: string, thresholds: Thresholds): DetectedSpan[] {
  const toUnits = codePointOffsets(piece);
  const spans: DetectedSpan[] = [];
  for (const { BeginOffset, EndOffset, Score, Type } of entities) {
    const start = toUnits(BeginOffset ?? -1);
    const end = toUnits(EndOffset ?? -1);
    if (start === undefined || end === undefined || end <= start) throw malformed();
    const type = TYPES[Type ?? ''];
    const threshold = thresholds[Type ?? ''] ?? 0.5;
    if (type === undefined || Score === undefined || Score < threshold || mayStay(type, piece.slice(start, end)))
      continue;
    spans.push({ start, end, type, score: Math.min(1, Score), detector: 'comprehend' });
  }
  return spans;
}

function mayStay(type: IdentifierType, words: string): boolean {
  if (type === 'AGE') return !OLD.test(words);
  return type === 'DATE' && YEAR_OR_WEEKDAY.test(words.trim());
}

export function malformed(): AppError {
  return new AppError('comprehend-unavailable', {
    publicMessage: 'Comprehend Medical gave an answer that does not fit the text. The review will be tried again.',
    detail: 'malformed answer',
  });
}
