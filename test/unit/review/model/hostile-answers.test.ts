import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Evidence, Finding } from '#review/index.ts';
import { analyseDocument } from '#review/language/index.ts';
import {
  DATA_KINDS,
  PROBLEM_KINDS,
  REASONS,
  RISK_KINDS,
  VERDICTS,
  type ModelAnswer,
} from '#review/model/answer-schema.ts';
import { toParts } from '#review/model/chart-parts.ts';
import { checkAnswers } from '#review/model/check-answer.ts';
import { numberSpans } from '#review/model/spans.ts';
import { reconcileWithModel } from '#review/reconcile-model.ts';
import { reviewChart } from '#review/index.ts';
import { NO_USAGE } from '#review/model/usage.ts';
import { modelChart, modelTables } from '#test/support/model-chart.ts';

const tables = modelTables();
const chart = modelChart();
const parts = toParts(chart, numberSpans(chart.documents), 500);
const context = {
  chart,
  tables,
  documents: chart.documents.map((document) => analyseDocument(document, tables.icd10cm)),
};
const byRules = reviewChart(chart, tables).findings;
const billed = new Set(['E11.9', 'M17.9', 'J45.909', '99213', '81002']);
const known = new Set([
  'E11.42',
  'M17.11',
  'I10',
  'E03.9',
  'J45.20',
  'Z79.4',
  '93000',
  '20610',
  '99214',
  '99215',
  '99212',
]);

const anyCode = fc.oneof(
  fc.constantFrom(...billed, ...known),
  fc.constantFrom(
    'E11',
    'M17',
    'E11.99',
    'Z99.999',
    'e11.42',
    ' I10 ',
    '99999',
    '',
    '__proto__',
    'constructor',
    'I10; DROP',
    '99214-25',
    'E11.9\n',
    'I 10',
  ),
  fc.string({ maxLength: 12 }),
);
const spanNumbers = fc.array(
  fc.oneof(
    fc.integer({ min: 1, max: 30 }),
    fc.constantFrom(0, -1, 1.5, 1e9, Number.MAX_SAFE_INTEGER, 2 ** 53, -0, 0.1),
    fc.double(),
  ),
  { maxLength: 6 },
);
const fact = <const Kinds extends readonly [string, ...string[]]>(kinds: Kinds) =>
  fc.record({
    kind: fc.constantFrom<Kinds[number]>(...kinds),
    name: fc.oneof(fc.string(), fc.constantFrom('diabetes', 'knee')),
    spans: spanNumbers,
  });

const hostileAnswer: fc.Arbitrary<ModelAnswer> = fc.record({
  codes: fc.array(
    fc.record({
      code: anyCode,
      verdict: fc.constantFrom(...VERDICTS),
      reason: fc.constantFrom(...REASONS),
      spans: spanNumbers,
      better: fc.array(anyCode, { maxLength: 4 }),
    }),
    { maxLength: 8 },
  ),
  visit: fc.option(
    fc.record({
      problems: fc.array(fact(PROBLEM_KINDS), { maxLength: 5 }),
      data: fc.array(fact(DATA_KINDS), { maxLength: 5 }),
      risk: fc.array(fact(RISK_KINDS), { maxLength: 4 }),
    }),
  ),
  missed: fc.array(
    fc.record({
      kind: fc.constantFrom('diagnosis' as const, 'service' as const),
      code: anyCode,
      managed: fc.boolean(),
      spans: spanNumbers,
    }),
    { maxLength: 8 },
  ),
});

function isVerbatim({ document, start, end, quote }: Evidence): boolean {
  const text = chart.documents.find(({ id }) => id === document)?.text;
  return quote !== '' && text?.slice(start, end) === quote;
}

function isKnown(code: string): boolean {
  return (
    tables.icd10cm.find(code)?.billable === true || tables.mue?.find(code) !== undefined || /^9921[2-5]$/.test(code)
  );
}

const mayBeBare = (finding: Finding) =>
  finding.kind === 'unsupported-diagnosis' || finding.kind === 'unsupported-service';

/** What is wrong with a finding that a model made; empty when it is proven. */
function faultsOf(finding: Finding): string[] {
  return [
    ...(finding.evidence.every(isVerbatim) ? [] : ['quote']),
    ...(finding.evidence.length > 0 || mayBeBare(finding) ? [] : ['no evidence']),
    ...(finding.suggested.every(isKnown) ? [] : ['unknown code']),
    ...(finding.billed.every((code) => billed.has(code)) ? [] : ['not billed']),
    ...(finding.suggested.some((code) => billed.has(code)) ? ['suggests what is billed'] : []),
    ...(finding.confidence >= 0 && finding.confidence < 0.7 ? [] : ['confidence']),
    ...(/[\n<>{}]/.test(finding.rationale) ? ['prose'] : []),
  ];
}

/** Each run answers every part of the chart. */
const RUNS = Math.ceil(10_000 / parts.length);

describe('an adversarial answerer', () => {
  it('gets no unproven quote, no unknown code and no level outside the table into a finding, in 10,000 answers', () => {
    let findings = 0;
    let dropped = 0;
    fc.assert(
      fc.property(fc.array(hostileAnswer, { minLength: parts.length, maxLength: parts.length }), (answers) => {
        const outcome = checkAnswers(
          context,
          parts.map((part, index) => ({ part, answer: answers[index] ?? EMPTY })),
        );
        expect(outcome.findings.flatMap(faultsOf)).toEqual([]);
        findings += outcome.findings.length;
        dropped += Object.values(outcome.dropped).reduce((sum, count) => sum + count, 0);
      }),
      { numRuns: RUNS },
    );
    // The property means something: many answers did make findings, and many more claims were dropped.
    expect(findings).toBeGreaterThan(1000);
    expect(dropped).toBeGreaterThan(10_000);
    expect(RUNS * parts.length).toBeGreaterThanOrEqual(10_000);
  });

  it('cannot make a rule finding vanish, change its codes or push it past what doubt allows', () => {
    fc.assert(
      fc.property(hostileAnswer, (answer) => {
        const [part] = toParts(chart, numberSpans(chart.documents), 60_000);
        if (part === undefined) throw new RangeError('no part');
        const checked = checkAnswers(context, [{ part, answer }]);
        const joined = reconcileWithModel(byRules, { kind: 'answered', model: 'hostile', ...checked, usage: NO_USAGE });
        for (const finding of byRules) {
          const same = joined.find(
            ({ rule, billed, suggested }) =>
              rule === finding.rule && billed === finding.billed && suggested === finding.suggested,
          );
          expect(same?.confidence).toBeGreaterThanOrEqual(finding.confidence * 0.7);
        }
        expect(joined.every(({ confidence }) => confidence >= 0 && confidence <= 1)).toBe(true);
      }),
      { numRuns: 2000 },
    );
    expect(byRules.length).toBeGreaterThan(1);
  });
});

const EMPTY: ModelAnswer = { codes: [], visit: null, missed: [] };
