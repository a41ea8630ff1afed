/** A span of time in milliseconds since 1970, both ends included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d:\d\d)(?::(\d\d)(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?)?)?$/;

/**
 * The span that a FHIR date, dateTime or instant covers at its own precision (2026-01 is all of January); times without
 * a zone are UTC. Undefined when it is none. Source: https://hl7.org/fhir/R4/search.html#date
 */
export function spanOf(text: string): Span | undefined {
  const [whole, year, month, day, minutes, seconds, fraction, zone = 'Z'] = DATE.exec(text) ?? [];
  if (whole === undefined || year === undefined) return undefined;
  if (minutes !== undefined) {
    const from = Date.parse(`${year}-${month}-${day}T${minutes}:${seconds ?? '00'}${fraction ?? ''}${zone}`);
    const width = seconds === undefined ? 60_000 : fraction === undefined ? 1000 : 1;
    return Number.isNaN(from) ? undefined : { from, to: from + width - 1 };
  }
  const from = Date.parse(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(from) || (day !== undefined && new Date(from).getUTCDate() !== Number(day))) return undefined;
  const end = new Date(from);
  if (day !== undefined) end.setUTCDate(end.getUTCDate() + 1);
  else if (month !== undefined) end.setUTCMonth(end.getUTCMonth() + 1);
  else end.setUTCFullYear(end.getUTCFullYear() + 1);
  return { from, to: end.getTime() - 1 };
}

/** A Period's span; an end that is missing is open. */
export function periodSpan(start: unknown, end: unknown): Span | undefined {
  const from = typeof start === 'string' ? spanOf(start)?.from : -Infinity;
  const to = typeof end === 'string' ? spanOf(end)?.to : Infinity;
  return from === undefined || to === undefined || (start === undefined && end === undefined)
    ? undefined
    : { from, to };
}

export type DatePrefix = 'eq' | 'ne' | 'gt' | 'lt' | 'ge' | 'le' | 'sa' | 'eb';

const inside = (wanted: Span, span: Span): boolean => span.from >= wanted.from && span.to <= wanted.to;

const COMPARISONS: Readonly<Record<DatePrefix, (wanted: Span, span: Span) => boolean>> = {
  eq: inside,
  ne: (wanted, span) => !inside(wanted, span),
  gt: (wanted, span) => span.to > wanted.to,
  lt: (wanted, span) => span.from < wanted.from,
  ge: (wanted, span) => span.to >= wanted.from,
  le: (wanted, span) => span.from <= wanted.to,
  sa: (wanted, span) => span.from > wanted.to,
  eb: (wanted, span) => span.to < wanted.from,
};

/** Whether a resource's span answers to `prefix wanted`. Source: https://hl7.org/fhir/R4/search.html#prefix */
export const matchesDate = (prefix: DatePrefix, wanted: Span, span: Span): boolean => COMPARISONS[prefix](wanted, span);
