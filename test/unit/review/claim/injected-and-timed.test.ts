import { describe, expect, it } from '@jest/globals';
import { addOnPrimary } from '#review/rules/claim/pairs/add-on-primary.ts';
import { drugUnits } from '#review/rules/claim/units/drug-units.ts';
import { missedInjection } from '#review/rules/claim/unbilled/missed-injection.ts';
import { ptpEdit } from '#review/rules/claim/pairs/ptp-edit.ts';
import { timedTherapy } from '#review/rules/claim/units/timed-therapy.ts';
import { said } from './claim-context.ts';

describe('a drug that was injected and billed without its giving', () => {
  it.each([
    'Cyanocobalamin 1000 mcg IM given today, L deltoid, by the RN on my order.',
    'B12 1000 mcg IM x1 in office, lot 12345.',
    'Plan: vitamin B-12 1,000 mcg injected into right deltoid by MA.',
    'Administered cyanocobalamin 1000 mcg subcut, left arm, tolerated well.',
  ])('is missed in: %s', (note) => {
    expect(said(missedInjection, { items: ['99213', 'J3420'], note })).toEqual(['missed-service  -> 96372']);
    expect(said(missedInjection, { items: ['99213-25', '96372', 'J3420'], note })).toEqual([]);
  });

  it.each([
    'Patient self-injects cyanocobalamin 1000 mcg IM at home.',
    'Will be given cyanocobalamin 1000 mcg IM next visit.',
    'Cyanocobalamin 1000 mcg IM declined.',
  ])('is not missed in: %s', (note) => {
    expect(said(missedInjection, { items: ['99213', 'J3420'], note })).toEqual([]);
  });
});

describe('minutes of therapies in a table', () => {
  it.each([
    'Treatment log (minutes)\n  Manual therapy: mobs ....... 14\n  Therapeutic exercise: bands, slides .. 30\n  Total timed minutes 44',
    'Intervention | CPT | Minutes\nTherapeutic exercise | 97110 | 30\nManual therapy | 97140 | 14\nTotal | | 44',
    "Minutes by service\n97110 x 30'\n97140 x 14'",
    "Timed codes: TE 30', MT 14'. Total timed 44 minutes.",
    'Time in minutes: therapeutic exercise 30, manual therapy 14, total 44',
    'TherEx (97110): 30\nManual therapy (97140): 14\nTotal treatment minutes: 44',
  ])('are read in: %s', (note) => {
    expect(said(timedTherapy, { items: ['97110-GP 3', '97140-GP 1'], note })).toEqual(['units 97110 -> 97110']);
    expect(said(timedTherapy, { items: ['97110-GP 2', '97140-GP 1'], note })).toEqual([]);
  });
});

describe('the dose of a drug', () => {
  it.each([
    '4 mL fluid withdrawn and discarded, then triamcinolone acetonide 40 mg injected (no waste).',
    'Knee injected with triamcinolone 40 mg, none wasted.',
    'Old needle discarded; Kenalog 40 mg injected.',
  ])('stands beside words of discarding: %s', (note) => {
    expect(said(drugUnits, { items: ['J3301 40'], note })).toEqual(['units J3301 -> J3301']);
    expect(said(drugUnits, { items: ['J3301 4'], note })).toEqual([]);
  });

  it('is not the part that was thrown away', () => {
    expect(said(drugUnits, { items: ['J3301 40'], note: 'Injected. Triamcinolone 10 mg discarded.' })).toEqual([]);
  });
});

describe('two services of an edit', () => {
  it.each([
    'Shave biopsy of left back taken. Three AKs frozen with liquid nitrogen. None of these is the biopsied lesion.',
    'Shave biopsy performed. AKs x3 treated with liquid nitrogen; these are not the biopsied lesion.',
    'AKs treated with cryotherapy, 4 cm from the biopsy site. Shave biopsy obtained.',
    'Biopsy taken from a site distinct from the AKs treated. Cryotherapy done.',
  ])('are set apart by: %s', (note) => {
    expect(said(ptpEdit, { items: ['17000', '11102'], note })).toEqual(['modifier 11102 -> 11102-59']);
  });

  it('are one finding when the bundled one is an add-on', () => {
    const note = 'Single wound debrided of subcutaneous tissue. No other wound.';
    expect(said(ptpEdit, { items: ['11042', '97598'], note })).toEqual(['code-pair-edit 11042+97598 -> 11042']);
    expect(said(addOnPrimary, { items: ['11042', '97598'], note })).toEqual([]);
  });
});
