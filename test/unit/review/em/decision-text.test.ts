import { describe, expect, it } from '@jest/globals';
import { isDrugWord } from '#review/em/drug-words.ts';
import { zoneAt } from '#review/em/decision-zones.ts';
import { assessMdm } from '#review/em/index.ts';
import { emByMdm } from '#review/em/em-by-mdm.ts';
import { visitSetting } from '#review/em/visit-setting.ts';
import { markStale } from '#review/mark-stale.ts';
import { mapMdmEvidence } from '#review/index.ts';
import { said, smallContext, smallTables } from '../claim/claim-context.ts';

describe('the zones of a note', () => {
  it('are told by line headings without a colon', () => {
    const { documents } = smallContext({
      items: ['99213'],
      note: 'S  Itchy patch.\nO  Pink rash.\nA  Contact dermatitis.\nP  OTC hydrocortisone.\nMeds  none',
    });
    const [document] = documents;
    const zones = document
      ? [...document.document.text.matchAll(/[^\n]+/g)].map((line) => zoneAt(document, line.index + 3))
      : [];
    expect(zones).toEqual(['story', 'story', 'assessment', 'plan', 'background']);
  });
});

describe('prescription drugs', () => {
  it.each(['lisinopril', 'Rivastigmine', 'Eliquis', 'semaglutide', 'adalimumab', 'metformin'])(
    'are known: %s',
    (word) => {
      expect(isDrugWord(word)).toBe(true);
    },
  );
  it.each(['acetaminophen', 'exercise', 'reason', 'bone', 'someone', 'control', 'lotion'])('are not: %s', (word) => {
    expect(isDrugWord(word)).toBe(false);
  });
  it('count as managed when the plan goes on with them, not when it only may start them', () => {
    const risk = (plan: string) => assessMdm(smallContext({ items: ['99213'], note: `A/P:\n${plan}` })).risk.lower;
    expect(risk('1. Dementia, no behavioral disturbance - stable, continue rivastigmine.')).toBe('moderate');
    expect(risk('1. Rash. If vesicles appear, valacyclovir the same day.')).not.toBe('moderate');
    expect(risk('1. Cough. No need for antibiotics.')).not.toBe('moderate');
  });
});

describe('decision making', () => {
  const dka = `DATA: pH 7.06, glucose 588, CBC, BMP, UA. CXR film viewed by me. Discussed with ED physician.
A/P:
1. Diabetic ketoacidosis, severe - ICU, insulin infusion, hourly glucose.
2. Acute kidney injury - fluids.`;
  it('is high for a threat to life with extensive data', () => {
    expect(said(emByMdm, { setting: 'inpatient', items: ['99222'], note: dka })).toEqual([
      'level-of-service 99222 -> 99223',
    ]);
    expect(said(emByMdm, { setting: 'inpatient', items: ['99223'], note: dka })).toEqual([]);
  });
  it('is shown as the table with its evidence on the finding', () => {
    const [finding] = emByMdm.evaluate(smallContext({ setting: 'inpatient', items: ['99222'], note: dka })).findings;
    expect(finding?.mdmTable?.level).toEqual({ lower: 'high', upper: 'high' });
    expect(finding?.mdmTable?.problems.facts.map(({ row }) => row)).toContain('threat-to-life-or-function');
    const table = finding?.mdmTable;
    const marked = table && mapMdmEvidence(table, (evidence) => ({ ...evidence, quote: 'restored' }));
    expect(marked?.risk.facts.flatMap(({ evidence }) => evidence).every(({ quote }) => quote === 'restored')).toBe(
      true,
    );
  });
});

describe('the part of a stay', () => {
  it('is a later day where the heading says so, though it speaks of the admission note', () => {
    const note = `Subsequent visit - observation day 2 (H&P of yesterday's date in chart).
A/P:
1. Atrial flutter, recurrent, not at goal - diltiazem 240 mg daily.
Labs: BMP, magnesium, CBC reviewed.`;
    expect(said(visitSetting, { setting: 'observation', items: ['99223'], note })).toEqual([
      'level-of-service 99223 -> 99232',
    ]);
    expect(said(visitSetting, { setting: 'observation', items: ['99232'], note })).toEqual([]);
  });
  it('tells a call from a video visit', () => {
    const note = 'Telephone visit, audio only. A/P: hypertension stable.';
    expect(said(visitSetting, { setting: 'telehealth', items: ['98005'], note })).toEqual([
      'level-of-service 98005 -> 98013',
    ]);
  });
});

describe('a table of another year', () => {
  it('is named by the finding that it judged', () => {
    const release = { label: 'PTP test', starter: false, stale: true };
    const tables = { ...smallTables(), ptp: { release, find: () => undefined } };
    const [finding] = emByMdm.evaluate(
      smallContext({ items: ['99215'], note: 'A/P:\n1. Insect bite. OTC cream.' }),
    ).findings;
    const judged = finding && markStale({ ...finding, tableRelease: 'PTP test' }, tables);
    expect(judged?.rationale).toContain('not in force on the date of service');
    expect(finding && markStale(finding, tables)).toBe(finding);
  });
});
