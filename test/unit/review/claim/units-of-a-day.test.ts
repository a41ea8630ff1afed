import { describe, expect, it } from '@jest/globals';
import { drugUnits } from '#review/rules/claim/units/drug-units.ts';
import { onceADay } from '#review/rules/claim/units/once-a-day.ts';
import { said } from './claim-context.ts';

describe('a code that a day holds once', () => {
  it.each(['11042', '97597', '17000', '17110', '11721', '96365', '96413', '99497', '92250', '98941', '69210', '93306'])(
    '%s',
    (code) => {
      expect(said(onceADay, { items: [`${code} 2`], note: 'Done.' })).toEqual([`units ${code} -> ${code}`]);
      expect(said(onceADay, { items: [code], note: 'Done.' })).toEqual([]);
      expect(said(onceADay, { items: [`${code}-59 2`], note: 'Done.' })).toEqual([]);
    },
  );
  it.each(['17003', '11045', '97598', '96127', '95004', '97110', '90472', '11103', '20610', '64483', '36415', '87804'])(
    'not %s',
    (code) => {
      expect(said(onceADay, { items: [`${code} 2`], note: 'Done.' })).toEqual([]);
    },
  );
});

describe('units of a drug that the loaded table does not hold', () => {
  const botox = 'Botox 155 units injected. 45 units discarded (witnessed).';
  it('follow the dose given and the dose thrown away', () => {
    expect(said(drugUnits, { items: ['J0585 155', 'J0585-JW 45'], note: botox })).toEqual([]);
    expect(said(drugUnits, { items: ['J0585 200'], note: botox })).toEqual(['units J0585 -> J0585']);
    expect(said(drugUnits, { items: ['J0585 155', 'J0585-JW 50'], note: botox })).toEqual(['units J0585 -> J0585']);
    expect(said(drugUnits, { items: ['J1756 200'], note: 'Venofer 200 mg IV infused over 30 min.' })).toEqual([]);
    expect(said(drugUnits, { items: ['J1756 2'], note: 'Venofer 200 mg IV infused over 30 min.' })).toEqual([
      'units J1756 -> J1756',
    ]);
    expect(said(drugUnits, { items: ['J1745 40'], note: 'Remicade 400 mg IV infused.' })).toEqual([]);
  });
});
