import { describe, expect, it } from '@jest/globals';
import { analyseDocument } from '#review/language/index.ts';
import type { CodeVerdict, ModelAnswer } from '#review/model/answer-schema.ts';
import { toParts } from '#review/model/chart-parts.ts';
import { checkAnswers } from '#review/model/check-answer.ts';
import { numberSpans } from '#review/model/spans.ts';
import { deidentifiedChart } from '#test/support/deidentified-chart.ts';
import { modelChart, modelTables } from '#test/support/model-chart.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';

const tables = modelTables();

function check(answer: Partial<ModelAnswer>, chart: DeidentifiedChart = modelChart()) {
  const [part] = toParts(chart, numberSpans(chart.documents), 60_000);
  if (part === undefined) throw new RangeError('no part');
  const documents = chart.documents.map((document) => analyseDocument(document, tables.icd10cm));
  return checkAnswers({ chart, tables, documents }, [
    { part, answer: { codes: [], visit: null, missed: [], ...answer } },
  ]);
}

/** The number of the span that holds these words. */
function at(words: string, chart = modelChart()): number[] {
  return numberSpans(chart.documents)
    .flatMap(({ spans }) => spans)
    .filter(({ text }) => text.includes(words))
    .map(({ number }) => number)
    .slice(0, 1);
}

const verdict = (more: Partial<CodeVerdict>): Partial<ModelAnswer> => ({
  codes: [
    {
      code: 'J45.909',
      verdict: 'contradicted',
      reason: 'negated',
      spans: at('No history of asthma'),
      better: [],
      ...more,
    },
  ],
});

const inShort = (outcome: ReturnType<typeof check>) =>
  outcome.findings.map(
    ({ kind, direction, billed, suggested }) => `${kind} ${direction} ${billed.join('+')} -> ${suggested.join('+')}`,
  );

describe('a verdict on a billed code', () => {
  it.each<[string, Partial<CodeVerdict>, string]>([
    ['denied', {}, 'unsupported-diagnosis over J45.909 -> '],
    ['someone else', { reason: 'family-or-other-person' }, 'unsupported-diagnosis over J45.909 -> '],
    [
      'past, with its history code',
      { reason: 'resolved-or-historical', better: ['Z87.09'] },
      'unsupported-diagnosis over J45.909 -> Z87.09',
    ],
    ['absent', { verdict: 'absent', reason: 'not-mentioned', spans: [] }, 'unsupported-diagnosis over J45.909 -> '],
    [
      'another side',
      { code: 'M17.9', reason: 'other-side', spans: at('right knee'), better: ['M17.11'] },
      'wrong-diagnosis neutral M17.9 -> M17.11',
    ],
    [
      'more specific',
      { code: 'M17.9', reason: 'more-specific-in-record', spans: at('right knee'), better: ['M17.11'] },
      'diagnosis-specificity under M17.9 -> M17.11',
    ],
    [
      'a service not performed',
      { code: '81002', reason: 'not-performed', spans: at('A1c') },
      'unsupported-service over 81002 -> ',
    ],
  ])('%s becomes %3$s', (_name, more, expected) => {
    const outcome = check(verdict(more));
    expect(inShort(outcome)).toEqual([
      tables.icd10cm.find('Z87.09') === undefined ? expected.replace('Z87.09', '') : expected,
    ]);
  });

  it.each<[string, Partial<CodeVerdict>, string]>([
    ['a code that is not billed', { code: 'I50.9' }, 'not-billed'],
    ['no span', { spans: [] }, 'no-evidence'],
    ['a span that is not there', { spans: [999] }, 'no-such-span'],
    ['half a span', { spans: [1.5] }, 'no-such-span'],
    ['another code that is unknown', { code: 'M17.9', reason: 'other-side', better: ['M17.99'] }, 'unknown-code'],
    [
      'another code that is a category',
      { code: 'M17.9', reason: 'other-side', better: ['M17.1'] },
      'code-not-billable',
    ],
    ['another code that is billed', { code: 'M17.9', reason: 'other-type', better: ['E11.9'] }, 'already-billed'],
    ['another side without its code', { code: 'M17.9', reason: 'other-side' }, 'reason-without-code'],
    ['another level of the visit', { code: '99213', reason: 'other-type', better: ['99215'] }, 'level-not-from-table'],
  ])('with %s is dropped and counted', (_name, more, reason) => {
    const outcome = check(verdict(more));
    expect(outcome.findings).toEqual([]);
    expect(outcome.dropped).toHaveProperty([reason]);
  });

  it('of absence does not stand against notes that name the condition', () => {
    const outcome = check(verdict({ code: 'M17.9', verdict: 'absent', reason: 'not-mentioned', spans: [] }));
    expect(outcome.findings).toEqual([]);
    expect(outcome.dropped).toHaveProperty('named-in-text', 1);
  });

  it('that contradicts another on the same code counts as none', () => {
    const denied = verdict({}).codes ?? [];
    const supported = verdict({ verdict: 'supported', reason: 'documented' }).codes ?? [];
    const outcome = check({ codes: [...denied, ...supported] });
    expect([outcome.findings, outcome.supported]).toEqual([[], []]);
    expect(outcome.dropped).toHaveProperty('answered-twice', 2);
  });

  it('of uncertainty is no fault at the discharge of a hospital stay', () => {
    const stay = (type: 'institutional' | 'professional') =>
      deidentifiedChart({
        setting: 'inpatient',
        claim: { type, diagnoses: [{ sequence: 1, code: 'J18.9', onAdmission: 'Y' }] },
        documents: [{ text: 'DISCHARGE DIAGNOSIS: Probable pneumonia.' }],
      });
    const uncertain = {
      codes: [
        { code: 'J18.9', verdict: 'contradicted' as const, reason: 'uncertain' as const, spans: [2], better: [] },
      ],
    };
    expect(check(uncertain, stay('institutional')).findings).toEqual([]);
    expect(check(uncertain, stay('institutional')).dropped).toHaveProperty('uncertain-but-inpatient', 1);
    expect(inShort(check(uncertain, stay('professional')))).toEqual(['unsupported-diagnosis over J18.9 -> ']);
  });
});

describe('a candidate for what was missed', () => {
  const missed = (code: string, words: string, more = {}) => ({
    missed: [{ kind: 'diagnosis' as const, code, managed: true, spans: at(words), ...more }],
  });

  it('is found where its words stand and its code is in the table', () => {
    const outcome = check(missed('I10', 'Essential hypertension'));
    expect(inShort(outcome)).toEqual(['missed-diagnosis under  -> I10']);
    expect(outcome.findings[0]?.evidence[0]?.quote).toBe('Essential hypertension, at goal on lisinopril 10 mg daily.');
  });

  it.each<[string, Partial<ModelAnswer>, string]>([
    ['is denied by its own words', missed('J45.20', 'No history of asthma'), 'denied-by-text'],
    ["is a relative's", missed('E03.9', 'Mother has hypothyroidism'), 'denied-by-text'],
    ['was not acted on', missed('I10', 'Essential hypertension', { managed: false }), 'not-managed'],
    ['is billed', missed('E11.9', 'Type 2 diabetes'), 'already-billed'],
    ['is a visit', missed('99215', 'Follow-up', { kind: 'service' }), 'level-not-from-table'],
    ['is a service that no table knows', missed('12345', 'ECG', { kind: 'service' }), 'unknown-code'],
  ])('that %s is dropped', (_name, answer, reason) => {
    const outcome = check(answer);
    expect(outcome.findings).toEqual([]);
    expect(outcome.dropped).toHaveProperty(reason, 1);
  });

  it('may be a service that a loaded table knows', () => {
    const outcome = check(missed('93000', 'ECG', { kind: 'service' }));
    expect(inShort(outcome)).toEqual(['missed-service under  -> 93000']);
  });
});
