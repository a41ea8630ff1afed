import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compileRecord } from '#deidentify/known/compiled-record.ts';
import { detectLocally, findAll } from '#deidentify/detect.ts';
import {
  createDeidentifier,
  deidentifyText,
  originalsOf,
  parseKnownRecord,
  restoreEvidence,
  restoreText,
  type DetectedSpan,
  type PhiMap,
} from '#deidentify/index.ts';
import { mergeSpans } from '#deidentify/merge.ts';
import { tokenize } from '#deidentify/text/token-list.ts';

const known = parseKnownRecord({
  resourceType: 'Patient',
  name: [{ family: "O'Briain-Żak", given: ['Zoë', 'May'] }],
  birthDate: '1975-05-08',
  identifier: [{ value: 'MR083881' }],
  telecom: [{ system: 'email', value: 'zoe@example.org' }],
});

const fragment = fc.constantFrom(
  "O'Briain-Żak",
  'Zoë',
  'Zoe\u0308',
  'MAY',
  'may',
  '[PATIENT]',
  '[DAY 3]',
  '[ID-1]',
  'MR083881',
  '5/8/1975',
  '3/14/2024',
  'March',
  ' ',
  '\u00a0',
  '\n',
  '\r\n\r\n',
  '😀',
  '👩‍⚕️',
  'Dr. ',
  'Mr',
  ', MD',
  '(614) 555-0119 x2',
  '4/5',
  'a@b.example',
  'http://x.example/?q',
  '1.2.3.4',
  'the 8th',
  'ninety-one years old',
  'Foley',
  'catheter',
  'St. ',
  'Agnes Hospital',
  '12 Elm St, Apt 3',
  'MRN',
  '#',
  ':',
  '-',
  '/',
  '.',
  "'",
  '\ud800',
  '\udc00',
  '\u0301',
  '\u200b',
  '٣',
  '中村',
);
const text = fc.oneof(
  fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

const span: fc.Arbitrary<DetectedSpan> = fc
  .record(
    {
      start: fc.nat(60),
      length: fc.nat(12),
      type: fc.constantFrom('NAME', 'DATE', 'ID', 'ORGANIZATION', 'ADDRESS'),
      score: fc.constantFrom(0.5, 0.9, 1),
      detector: fc.constantFrom('known-record', 'patterns', 'context'),
      subject: fc.option(fc.constantFrom('patient', 'clinician:0'), { nil: undefined }),
    },
    { requiredKeys: ['start', 'length', 'type', 'score', 'detector', 'subject'] },
  )
  .map(({ start, length, type, score, detector, subject }) => ({
    start,
    end: start + length,
    type,
    score,
    detector,
    ...(subject === undefined ? {} : { subject }),
  }));

function covered(spans: readonly DetectedSpan[]): number[] {
  return [
    ...new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at))),
  ].toSorted((a, b) => a - b);
}

describe('merging', () => {
  it('does not depend on the order of the spans', () => {
    fc.assert(
      fc.property(
        fc
          .array(span)
          .chain((spans) => fc.tuple(fc.constant(spans), fc.shuffledSubarray(spans, { minLength: spans.length }))),
        ([spans, shuffled]) => expect(mergeSpans(shuffled)).toEqual(mergeSpans(spans)),
      ),
    );
  });
  it('yields spans that are sorted and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(span), (spans) =>
        mergeSpans(spans).every(
          ({ start, end }, at, all) => end > start && (at === 0 || (all[at - 1]?.end ?? 0) <= start),
        ),
      ),
    );
  });
  it('drops nothing that was found and adds nothing', () => {
    fc.assert(fc.property(fc.array(span), (spans) => expect(covered(mergeSpans(spans))).toEqual(covered(spans))));
  });
  it('changes nothing when it is done again', () => {
    fc.assert(fc.property(fc.array(span), (spans) => expect(mergeSpans(mergeSpans(spans))).toEqual(mergeSpans(spans))));
  });
});

describe('restoring', () => {
  it('gives back every text, whatever it holds', () => {
    fc.assert(
      fc.property(text, (original) => {
        const { text: made, spans } = deidentifyText(original, known);
        expect(restoreText(made, spans, originalsOf({ text: original, spans }))).toBe(original);
      }),
      { numRuns: 400 },
    );
  });
  it('gives back every stretch of evidence, widened to whole tokens', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (original, a, b) => {
        const { text: made, spans } = deidentifyText(original, known);
        const [start = 0, end = 0] = [a % (made.length + 1), b % (made.length + 1)].toSorted(
          (one, other) => one - other,
        );
        const map: PhiMap = { version: 1, documents: { d: { text: original, spans } }, texts: {}, tokens: {} };
        const evidence = restoreEvidence(map, 'd', start, end);
        expect(original.slice(evidence.start, evidence.end)).toBe(evidence.quote);
        const inside = spans.filter(({ tokenStart, tokenEnd }) => tokenStart < end && tokenEnd > start);
        for (const one of inside) expect(evidence.start <= one.start && evidence.end >= one.end).toBe(true);
        if (inside.length === 0) expect(evidence.quote).toBe(made.slice(start, end));
      }),
      { numRuns: 400 },
    );
  });
});

describe('detection', () => {
  it('never throws, and stays within the text', () => {
    const record = compileRecord(known);
    fc.assert(
      fc.property(text, (original) =>
        findAll({ tokens: tokenize(original), record }).every(
          ({ start, end }) => start >= 0 && start <= end && end <= original.length,
        ),
      ),
      { numRuns: 400 },
    );
  });
  it('cuts a text into tokens that leave out nothing but blanks', () => {
    fc.assert(
      fc.property(
        fc.array(fragment).map((parts) => parts.join('')),
        (original) => {
          const tokens = tokenize(original);
          let rest = '';
          let from = 0;
          for (let at = 0; at < tokens.count; at++) {
            rest += original.slice(from, tokens.start[at]);
            from = tokens.end[at] ?? 0;
          }
          expect((rest + original.slice(from)).replace(/[\s\u200b\u200d]/gu, '')).toBe('');
        },
      ),
    );
  });
  it('gives the same spans every time', () => {
    const record = compileRecord(known);
    fc.assert(
      fc.property(text, (original) => expect(detectLocally(original, record)).toEqual(detectLocally(original, record))),
    );
  });
});

describe('tokens', () => {
  it('keeps one token for one person through several texts', () => {
    const deidentifier = createDeidentifier({});
    expect(deidentifier.deidentify('Seen by Dr. Violet Gray.').text).toBe('Seen by Dr. [CLINICIAN-1].');
    expect(deidentifier.deidentify('Dr. Gray and Dr. Amadi agreed.').text).toBe(
      'Dr. [CLINICIAN-1] and Dr. [CLINICIAN-2] agreed.',
    );
  });
  it('keeps the intervals between dates, ages and the first three digits of a ZIP code', () => {
    const { text: made } = deidentifyText(
      'Seen 3/14/2024. Fell 2/29/2024, better by late April; follow-up in May 2024. A 91-year-old of Bend, OR 97701 and Sheridan, WY 82101.',
      {},
      { firstDay: '2024-03-14T09:00:00-05:00' },
    );
    expect(made).toBe(
      'Seen [DAY 0]. Fell [DAY -14], better by [LATE MONTH 1]; follow-up in [MONTH 2]. A [AGE 90+]-year-old of [PLACE-1], OR [ZIP 977] and [PLACE-2], WY [ZIP 000].',
    );
  });
  it('does not call a relative of the same surname the patient', () => {
    const patient = parseKnownRecord({ resourceType: 'Patient', name: [{ family: 'Szabo', given: ['Ilka'] }] });
    expect(deidentifyText('Ilka Szabo came with her daughter Rosemary Szabo.', patient).text).toBe(
      '[PATIENT] came with her daughter [RELATIVE-1].',
    );
  });
});
