import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matchesDate, periodSpan, spanOf, type DatePrefix, type Span } from '#sandbox/search/dates.ts';

const span = (text: string): Span => {
  const found = spanOf(text);
  if (found === undefined) throw new RangeError(text);
  return found;
};
const iso = ({ from, to }: Span) => [new Date(from).toISOString(), new Date(to).toISOString()];

describe('a FHIR date in a search', () => {
  it.each([
    ['2026', '2026-01-01T00:00:00.000Z', '2026-12-31T23:59:59.999Z'],
    ['2026-02', '2026-02-01T00:00:00.000Z', '2026-02-28T23:59:59.999Z'],
    ['2028-02-29', '2028-02-29T00:00:00.000Z', '2028-02-29T23:59:59.999Z'],
    ['2026-03-02T10:30Z', '2026-03-02T10:30:00.000Z', '2026-03-02T10:30:59.999Z'],
    ['2026-03-02T10:30:05+02:00', '2026-03-02T08:30:05.000Z', '2026-03-02T08:30:05.999Z'],
    ['2026-03-02T10:30:05.250Z', '2026-03-02T10:30:05.250Z', '2026-03-02T10:30:05.250Z'],
  ])('%s covers its own precision', (text, from, to) => {
    expect(iso(span(text))).toEqual([from, to]);
  });

  it.each([['yesterday'], ['2026-13'], ['2026-02-29'], ['26-01-01'], ['2026-1-1'], ['2026-01-01T25:00Z'], ['']])(
    '%s is none',
    (text) => {
      expect(spanOf(text)).toBeUndefined();
    },
  );

  it.each<[DatePrefix, string, boolean]>([
    ['eq', '2026-03-02', true],
    ['eq', '2026-03-02T10:00Z', false],
    ['ne', '2026-03-02', false],
    ['ge', '2026-03-02', true],
    ['le', '2026-03-02', true],
    ['gt', '2026-03-02', false],
    ['lt', '2026-03-02', false],
    ['gt', '2026-03-01', true],
    ['lt', '2026-03-03', true],
    ['sa', '2026-03-01', true],
    ['eb', '2026-03-03', true],
  ])('%s%s answers %s for a visit of that day', (prefix, wanted, answer) => {
    const visit = periodSpan('2026-03-02T09:00:00Z', '2026-03-02T09:20:00Z');
    if (visit === undefined) throw new RangeError('no visit');
    expect(matchesDate(prefix, span(wanted), visit)).toBe(answer);
  });

  it('reaches into a visit that has not ended', () => {
    const open = periodSpan('2026-03-02', undefined);
    expect(open && matchesDate('ge', span('2030-01-01'), open)).toBe(true);
    expect(periodSpan(undefined, undefined)).toBeUndefined();
  });

  it('splits instants between ge and lt, so that windows neither overlap nor leave out', () => {
    const instant = fc.date({ noInvalidDate: true, min: new Date('1990-01-01'), max: new Date('2090-01-01') });
    fc.assert(
      fc.property(instant, instant, (bound, moment) => {
        const at = span(moment.toISOString());
        const edge = span(bound.toISOString());
        return (
          matchesDate('ge', edge, at) !== matchesDate('lt', edge, at) &&
          matchesDate('gt', edge, at) !== matchesDate('le', edge, at)
        );
      }),
    );
  });

  it('is read from any text without an error', () => {
    fc.assert(fc.property(fc.string(), (text) => void spanOf(text)));
  });
});
