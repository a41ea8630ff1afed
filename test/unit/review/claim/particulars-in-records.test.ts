import { describe, expect, it } from '@jest/globals';
import { excisionSize } from '#review/rules/claim/units/excision-size.ts';
import { infusionTime } from '#review/rules/claim/units/infusion-time.ts';
import { repairLength } from '#review/rules/claim/units/repair-length.ts';
import { serviceVariant } from '#review/rules/claim/performed/service-variant.ts';
import { timedTherapy } from '#review/rules/claim/units/timed-therapy.ts';
import { said } from './claim-context.ts';

describe('the length of a repair', () => {
  const note = (words: string) =>
    `Procedure: Laceration repair, left shin. Irrigated. 4-0 nylon x 6. ${words} Tolerated.`;
  it('may stand in a sentence of its own', () => {
    expect(said(repairLength, { items: ['12004'], note: note('Length 4.1 cm.') })).toEqual([
      'unsupported-service 12004 -> 12002',
    ]);
    expect(said(repairLength, { items: ['12002'], note: note('Length 4.1 cm.') })).toEqual([]);
    expect(said(repairLength, { items: ['12001'], note: note('Wound length: 4.1 cm.') })).toEqual([
      'missed-service  -> 12002',
    ]);
  });
  it('may stand on a line of its own in the section', () => {
    const text =
      'Procedure:\nRepair of forearm laceration\nLayered closure, 4-0 polyglactin\nLength: 6.0 cm\n\nPlan: home.';
    expect(said(repairLength, { items: ['12034'], note: text })).toEqual(['unsupported-service 12034 -> 12032']);
    expect(said(repairLength, { items: ['12032'], note: text })).toEqual([]);
  });
  it('is not guessed from two, from an incision or from a wound that was left open', () => {
    expect(said(repairLength, { items: ['12004'], note: note('Length 4.1 cm. Length 2.0 cm.') })).toEqual([]);
    expect(said(repairLength, { items: ['12004'], note: note('Incision length 4.1 cm.') })).toEqual([]);
    expect(said(repairLength, { items: ['12004'], note: 'Exam: shin wound. Length 4.1 cm. Edges clean.' })).toEqual([]);
  });
});

describe('an excised diameter', () => {
  const note = (words: string) =>
    `Hx: gout.\nSkin lesion of the right upper arm excised today.\n${words}\nAnesthesia: local.`;
  it('counts behind a semicolon and below a short line of history', () => {
    const text = note('Margins 0.3 cm each side; excised diameter 1.7 cm.');
    expect(said(excisionSize, { items: ['11404'], note: text })).toEqual(['unsupported-service 11404 -> 11402']);
    expect(said(excisionSize, { items: ['11402'], note: text })).toEqual([]);
  });
  it('of an earlier excision does not', () => {
    const text = note('Prior excision 2019; excised diameter 1.7 cm.');
    expect(said(excisionSize, { items: ['11404'], note: text })).toEqual([]);
  });
});

describe('an infusion', () => {
  const note = (line: string) => `INFUSION RECORD\nDrug: vedolizumab 300 mg in 250 mL.\n${line}\nIV out.`;
  it('is timed by a line of start and stop that does not name it', () => {
    const text = note('Start 09:10  Stop 11:12 (122 min). Vitals stable.');
    expect(said(infusionTime, { items: ['96413', '96415 2'], note: text })).toEqual(['units 96415 -> 96415']);
    expect(said(infusionTime, { items: ['96413', '96415'], note: text })).toEqual([]);
    expect(said(infusionTime, { items: ['96365', '96366 2'], note: text })).toEqual(['units 96366 -> 96366']);
    expect(said(infusionTime, { items: ['96413'], note: note('Start 09:10 Stop 09:22') })).toEqual([
      'unsupported-service 96413 -> 96409',
    ]);
  });
  it('is not timed by the visit, or where two drugs ran', () => {
    const visit = note('Visit start 09:10 stop 11:12');
    expect(said(infusionTime, { items: ['96413', '96415 2'], note: visit })).toEqual([]);
    const two = note('Start 09:10 Stop 10:12\nStart 10:20 Stop 10:55');
    expect(said(infusionTime, { items: ['96413', '96415 2'], note: two })).toEqual([]);
  });
});

describe('therapy beside another', () => {
  const note = [
    'Interventions:',
    ' Therapeutic exercise 10:02-10:32, 30 min: wall slides, bridges, bands, stationary bike for warming up',
    ' Manual therapy 10:32-10:47, 15 min: joint glides gr III, soft tissue work to the upper trapezius, traction',
    ' Cold pack 5 min at the end, no charge',
    'Total timed minutes 45.',
  ].join('\n');
  it('has the minutes of its own row', () => {
    expect(said(timedTherapy, { items: ['97110 3', '97140'], note })).toEqual(['units 97110 -> 97110']);
    expect(said(timedTherapy, { items: ['97110 2', '97140 2'], note })).toEqual(['units 97140 -> 97140']);
    expect(said(timedTherapy, { items: ['97110 2', '97140'], note })).toEqual([]);
  });
});

describe('control of a nose bleed', () => {
  it.each([
    ['PROCEDURE: anterior epistaxis control, right. Silver nitrate cautery. No blood posteriorly.', '30901'],
    ['PROCEDURE: anterior nasal packing after extensive cautery, left.', '30903'],
  ])('in front is not the one behind: %s', (note, right) => {
    expect(said(serviceVariant, { items: ['30905'], note })).toEqual([`unsupported-service 30905 -> ${right}`]);
    expect(said(serviceVariant, { items: [right], note })).toEqual([]);
  });
  it.each([
    'PROCEDURE: posterior nasal packing with a double balloon. Bleeding stopped.',
    'PROCEDURE: anterior packing failed. Posterior balloon placed, bleeding stopped.',
    'PROCEDURE: epistaxis control, left.',
  ])('behind stands: %s', (note) => {
    expect(said(serviceVariant, { items: ['30905'], note })).toEqual([]);
  });
});
