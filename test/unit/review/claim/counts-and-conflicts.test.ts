import { describe, expect, it } from '@jest/globals';
import { annualWellness } from '#review/rules/claim/eligibility/annual-wellness.ts';
import { clonedNote } from '#review/rules/claim/notes/cloned-note.ts';
import { countedUnits } from '#review/rules/claim/units/counted-units.ts';
import { discardedDrug } from '#review/rules/claim/modifiers/discarded-drug.ts';
import { globalPeriod } from '#review/rules/claim/pairs/global-period.ts';
import { misplacedModifier } from '#review/rules/claim/modifiers/misplaced-modifier.ts';
import { missedService } from '#review/rules/claim/unbilled/missed-service.ts';
import { missedTimedService } from '#review/rules/claim/unbilled/missed-timed-service.ts';
import { procedureDetail } from '#review/rules/claim/performed/procedure-detail.ts';
import { professionalComponent } from '#review/rules/claim/modifiers/professional-component.ts';
import { retiredServiceCode } from '#review/rules/claim/eligibility/retired-service-code.ts';
import { serviceSex } from '#review/rules/claim/eligibility/service-sex.ts';
import { sideNotDocumented } from '#review/rules/claim/notes/side-not-documented.ts';
import { teachingAttestation } from '#review/rules/claim/notes/teaching-attestation.ts';
import { said, smallContext } from './claim-context.ts';

describe('counts', () => {
  it('compares tests with the number the note gives', () => {
    expect(said(countedUnits, { items: ['95004 60'], note: '40 prick tests placed.' })).toEqual([
      'units 95004 -> 95004',
    ]);
    expect(said(countedUnits, { items: ['95004 40'], note: '40 prick tests placed.' })).toEqual([]);
  });
  it('moves to the other code past two muscles', () => {
    expect(said(countedUnits, { items: ['20552'], note: 'Trigger points in four muscles injected.' })).toEqual([
      'units 20552 -> 20553',
    ]);
  });
});

describe('codes that cannot stand', () => {
  it('reports retired codes with their successor', () => {
    expect(said(retiredServiceCode, { items: ['99201', '99213'] })).toEqual(['invalid-code 99201 -> 99202']);
  });
  it('keeps the sex conflict soft: KX explains it, an unknown sex makes none', () => {
    const chart = (items: readonly string[], sex: 'male' | 'unknown') => {
      const context = smallContext({ items });
      return serviceSex.evaluate({
        ...context,
        chart: { ...context.chart, patient: { ...context.chart.patient, sex } },
      }).findings.length;
    };
    expect(chart(['58100'], 'male')).toBe(1);
    expect(chart(['58100-KX'], 'male')).toBe(0);
    expect(chart(['58100'], 'unknown')).toBe(0);
  });
  it('sends modifier 59 on a visit to 25', () => {
    expect(said(misplacedModifier, { items: ['99213-59'] })).toEqual(['modifier 99213 -> 99213-25']);
  });
  it('tells the first wellness visit from later ones', () => {
    expect(said(annualWellness, { items: ['G0438'], note: 'Last annual wellness visit a year ago.' })).toEqual([
      'level-of-service G0438 -> G0439',
    ]);
    expect(said(annualWellness, { items: ['G0439'], note: 'Never had a wellness visit before.' })).toEqual([
      'level-of-service G0439 -> G0438',
    ]);
  });
});

describe('who owns and who reads', () => {
  it('wants 26 in a facility, and the reading to be the clinician own', () => {
    const own = 'CXR, my interpretation: clear.';
    expect(said(professionalComponent, { setting: 'ed', items: ['71046'], note: own })).toEqual([
      'modifier 71046 -> 71046-26',
    ]);
    expect(said(professionalComponent, { setting: 'ed', items: ['71046-26'], note: own })).toEqual([]);
    expect(
      said(professionalComponent, { setting: 'ed', items: ['71046-26'], note: 'CXR read by radiology: clear.' }),
    ).toEqual(['unsupported-service 71046 -> ']);
    expect(said(professionalComponent, { setting: 'office', items: ['71046'], note: own })).toEqual([]);
  });
});

describe('around an operation', () => {
  it('asks for 57 where the visit decided the operation', () => {
    expect(
      said(globalPeriod, { items: ['99223', '44970'], note: 'Decision for appendectomy today, consented.' }),
    ).toEqual(['modifier 99223 -> 99223-57']);
  });
  it('asks for 24 for an unrelated problem and takes routine care out', () => {
    const global = 'Six weeks after knee replacement, in the global period.';
    expect(said(globalPeriod, { items: ['99213'], note: `${global} Rash on arm, unrelated to the surgery.` })).toEqual([
      'modifier 99213 -> 99213-24',
    ]);
    expect(
      said(globalPeriod, { items: ['99213'], note: `${global} Routine postoperative visit, doing well.` }),
    ).toEqual(['unsupported-service 99213 -> 99024']);
    expect(
      said(globalPeriod, { items: ['99213'], note: 'Routine postoperative visit, outside the global period.' }),
    ).toEqual([]);
  });
});

describe('gaps', () => {
  it('asks for the particulars of a procedure only when all are missing', () => {
    expect(said(procedureDetail, { items: ['11042'], note: 'Wound debrided at bedside.' })).toEqual([
      'documentation-gap 11042 -> ',
    ]);
    expect(
      said(procedureDetail, { items: ['11042'], note: 'Wound 3 x 2 cm debrided through subcutaneous tissue.' }),
    ).toEqual([]);
  });
  it('asks for a side that is billed and nowhere named', () => {
    expect(said(sideNotDocumented, { items: ['20610-RT'], note: 'Knee injected with lidocaine.' })).toEqual([
      'documentation-gap 20610 -> ',
    ]);
    expect(said(sideNotDocumented, { items: ['20610-RT'], note: 'Right knee injected with lidocaine.' })).toEqual([]);
  });
  it('wants the teaching physician own words beside a trainee', () => {
    const note = 'Pneumonia, continue antibiotics.\nTrainee MD, PGY-1';
    expect(said(teachingAttestation, { items: ['99232'], note })).toEqual(['documentation-gap 99232 -> ']);
    expect(
      said(teachingAttestation, {
        items: ['99232'],
        note: `${note}\nAttending: I saw and examined the patient and agree.`,
      }),
    ).toEqual([]);
  });
  it('sees a note that repeats the day before, and not one that goes on', () => {
    const lines = Array.from(
      { length: 12 },
      (_, index) => `Finding number ${'abcdefghijkl'[index]} of the examination is unchanged.`,
    );
    const documents = (today: string) => [
      { day: 0, text: lines.join('\n') },
      { day: 1, text: today },
    ];
    expect(said(clonedNote, { items: ['99232'], documents: documents(lines.join('\n')) })).toEqual([
      'documentation-gap 99232 -> ',
    ]);
    const other = [
      ...lines.slice(0, 4),
      ...Array.from({ length: 8 }, (_, index) => `New observation ${'mnopqrst'[index]} made this morning at rounds.`),
    ];
    expect(said(clonedNote, { items: ['99232'], documents: documents(other.join('\n')) })).toEqual([]);
  });
});

describe('services that were done and not billed', () => {
  const done = '12-lead ECG done in the office and read by me: sinus rhythm.';
  it('are found where the act and its reading stand', () => {
    expect(said(missedService, { items: ['99213'], note: done })).toEqual(['missed-service  -> 93000']);
    expect(said(missedService, { items: ['99213', '93000'], note: done })).toEqual([]);
  });
  it('are not found in plans, refusals and outside results', () => {
    for (const note of [
      'ECG ordered, will be done here next week.',
      'ECG declined today.',
      'ECG from the emergency department: normal sinus rhythm.',
    ]) {
      expect(said(missedService, { items: ['99213'], note })).toEqual([]);
    }
  });
  it('count minutes of counselling that has its own code', () => {
    expect(
      said(missedTimedService, { items: ['99214'], note: 'I spent 12 minutes counseling on smoking cessation.' }),
    ).toEqual(['missed-service  -> 99407']);
    expect(
      said(missedTimedService, { items: ['99214'], note: 'Smokes a cigarette every 12 minutes. Counseled.' }),
    ).toEqual([]);
  });
});

describe('discarded drug', () => {
  it('holds JZ and JW to the record', () => {
    expect(said(discardedDrug, { items: ['J3301-JZ 4'], note: 'Triamcinolone given, 20 mg wasted.' })).toEqual([
      'modifier J3301 -> J3301-JW',
    ]);
    expect(said(discardedDrug, { items: ['J3301-JZ 4'], note: 'Triamcinolone given, no waste.' })).toEqual([]);
  });
});
