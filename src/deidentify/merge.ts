import type { DetectedSpan, IdentifierType } from './span.ts';

/** Which type names a stretch that two detectors see differently: the more telling first. */
const RANK: Readonly<Record<IdentifierType, number>> = {
  EMAIL: 0,
  URL: 1,
  IP: 2,
  PHONE: 3,
  ID: 4,
  DATE: 5,
  NAME: 6,
  ORGANIZATION: 7,
  ADDRESS: 8,
  AGE: 9,
  OTHER: 10,
};

/**
 * Joins the spans of all detectors to spans that do not overlap, sorted. Laws (tested): the order of the input does not matter; every code
 * unit covered by a span stays covered, and no other; merging twice changes nothing.
 *
 * Spans that overlap become one. Its type, score and subject are those of the best of them: known record first, then the longest, then by
 * score and rank. A subject is kept only when its span covers the whole, because `Rosemary Parker` is not the patient Parker.
 */
export function mergeSpans(spans: readonly DetectedSpan[]): DetectedSpan[] {
  const sorted = spans.filter(({ start, end }) => end > start).toSorted(compare);
  const merged: DetectedSpan[] = [];
  let group: DetectedSpan[] = [];
  let end = -1;
  for (const span of sorted) {
    if (group.length > 0 && span.start >= end) {
      merged.push(joinGroup(group));
      group = [];
      end = -1;
    }
    group.push(span);
    end = Math.max(end, span.end);
  }
  if (group.length > 0) merged.push(joinGroup(group));
  return merged;
}

/** A total order, so that the order of the input cannot show. */
function compare(a: DetectedSpan, b: DetectedSpan): number {
  return (
    a.start - b.start ||
    b.end - a.end ||
    RANK[a.type] - RANK[b.type] ||
    b.score - a.score ||
    compareText(a.detector, b.detector) ||
    compareText(a.subject ?? '', b.subject ?? '')
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function joinGroup(group: readonly DetectedSpan[]): DetectedSpan {
  if (group.length === 1 && group[0] !== undefined) return group[0];
  const start = Math.min(...group.map((span) => span.start));
  const end = Math.max(...group.map((span) => span.end));
  const [best] = group.toSorted((a, b) => weight(b, start, end) - weight(a, start, end) || compare(a, b));
  if (best === undefined) throw new RangeError('A group of spans is never empty');
  const { subject, ...rest } = best;
  const whole = best.start === start && best.end === end;
  return { ...rest, start, end, ...(subject !== undefined && whole ? { subject } : {}) };
}

/** The whole stretch before a part of it, knowledge before guess, long before short. */
function weight(span: DetectedSpan, start: number, end: number): number {
  const whole = span.start === start && span.end === end ? 4 : 0;
  const known = span.subject === undefined ? 0 : 2;
  return whole + known + (span.end - span.start) / (end - start) + span.score / 100 - RANK[span.type] / 10_000;
}
