import { describe, expect, it } from '@jest/globals';
import type { LcdTable } from '#codes/index.ts';
import { annualWellness } from '#review/rules/claim/eligibility/annual-wellness.ts';
import { extentCount } from '#review/rules/claim/units/extent-count.ts';
import { lcdCoverage } from '#review/rules/claim/eligibility/lcd-coverage.ts';
import { scribeAttestation } from '#review/rules/claim/notes/scribe-attestation.ts';
import { serviceAge } from '#review/rules/claim/eligibility/service-age.ts';
import { tableState } from '#review/rules/table-state.ts';
import { said, smallContext, smallTables } from './claim-context.ts';

describe('a service of another age', () => {
  it('is not supported, and the code of the age is named', () => {
    expect(said(serviceAge, { items: ['42821'], ageYears: 6 })).toEqual(['unsupported-service 42821 -> 42820']);
    expect(said(serviceAge, { items: ['42825'], ageYears: 30 })).toEqual(['unsupported-service 42825 -> 42826']);
    expect(said(serviceAge, { items: ['42820'], ageYears: 6 })).toEqual([]);
  });
  it('is a conflict with the person for a vaccine', () => {
    expect(said(serviceAge, { items: ['90632'], ageYears: 4 })).toEqual(['demographic-conflict 90632 -> 90633']);
    expect(said(serviceAge, { items: ['90633'], ageYears: 4 })).toEqual([]);
  });
  it('is not judged without an age', () => {
    expect(said(serviceAge, { items: ['42821'] })).toEqual([]);
  });
});

describe('a service of a counted extent', () => {
  const cmt = 'Diversified adjustment of the cervical, thoracic and lumbar spine.';
  it('is billed by the regions that were treated', () => {
    expect(said(extentCount, { items: ['98942'], note: cmt })).toEqual(['unsupported-service 98942 -> 98941']);
    expect(said(extentCount, { items: ['98940'], note: cmt })).toEqual(['missed-service 98940 -> 98941']);
    expect(said(extentCount, { items: ['98941'], note: cmt })).toEqual([]);
  });
  it('is billed by the surface of a burn', () => {
    const note = 'Burn of the forearm, 2% TBSA, cleaned and dressed.';
    expect(said(extentCount, { items: ['16030'], note })).toEqual(['unsupported-service 16030 -> 16020']);
    expect(said(extentCount, { items: ['16020'], note })).toEqual([]);
  });
  it('takes a number that is said before the parts that are named', () => {
    const note = 'OMT to 6 body regions: muscle energy to the neck and low back.';
    expect(said(extentCount, { items: ['98927'], note })).toEqual([]);
    expect(said(extentCount, { items: ['98925'], note })).toEqual(['missed-service 98925 -> 98927']);
  });
});

describe('coverage by an article', () => {
  const lcd: LcdTable = {
    release: { label: 'LCD articles test', starter: false, stale: false },
    covers: (service, diagnosis) => (service === '93306' ? diagnosis === 'I50.9' : undefined),
  };
  const chart = (items: string[], diagnoses: string[]) => ({ items, diagnoses, tables: { lcd } });
  it('is asked of the diagnoses that the line points to', () => {
    expect(said(lcdCoverage, chart(['93306 1 1'], ['Z00.00']))).toEqual(['unsupported-service 93306 -> ']);
    expect(said(lcdCoverage, chart(['93306 1 1'], ['Z00.00', 'I50.9']))).toEqual(['diagnosis-pointer 93306 -> I50.9']);
    expect(said(lcdCoverage, chart(['93306 1 2'], ['Z00.00', 'I50.9']))).toEqual([]);
  });
  it('is not asked of a service that no article names', () => {
    expect(said(lcdCoverage, chart(['93000 1 1'], ['Z00.00']))).toEqual([]);
  });
  it('is said not to be evaluated without the table', () => {
    const { notEvaluated } = lcdCoverage.evaluate(smallContext({ items: ['93306'] }));
    expect(notEvaluated).toEqual([{ rule: 'lcd-coverage', reason: 'LCD articles: table not loaded' }]);
  });
});

describe('the state of the tables', () => {
  it('names the checks that need the notes of the tabular list', () => {
    const release = { label: 'ICD-10-CM FY2021', starter: false, stale: false };
    const icd10cm = { ...smallTables().icd10cm, release, hasNotes: false };
    const { notEvaluated } = tableState.evaluate(smallContext({ items: [], tables: { icd10cm } }));
    expect(notEvaluated?.map(({ rule }) => rule)).toContain('excludes1');
    const whole = tableState.evaluate(smallContext({ items: [], tables: { icd10cm: { ...icd10cm, hasNotes: true } } }));
    expect(whole.notEvaluated ?? []).toEqual([]);
  });
});

describe('an annual wellness visit', () => {
  it('is a later one when the first was in another year', () => {
    const note = `Subsequent Medicare annual wellness visit.\n${'Feels well. '.repeat(20)}\nInitial AWV 02-2018 with us.`;
    expect(said(annualWellness, { items: ['G0438'], note })).toEqual(['level-of-service G0438 -> G0439']);
    expect(said(annualWellness, { items: ['G0439'], note })).toEqual([]);
  });
  it('is the first when the heading says so with its date', () => {
    const note = 'Initial Annual Wellness Visit 3/4/2026. On Medicare since last year.';
    expect(said(annualWellness, { items: ['G0438'], note })).toEqual([]);
  });
});

describe('a scribed note', () => {
  it('needs the word or the signature of the clinician', () => {
    const note = 'A/P: HTN stable. Scribed by A. Sample, medical scribe.';
    expect(said(scribeAttestation, { items: ['99213'], note })).toEqual(['documentation-gap 99213 -> ']);
    expect(
      said(scribeAttestation, {
        items: ['99213'],
        note: `${note} I have reviewed the note and confirm it is accurate.`,
      }),
    ).toEqual([]);
  });
});
