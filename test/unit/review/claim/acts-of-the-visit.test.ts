import { describe, expect, it } from '@jest/globals';
import { missedService } from '#review/rules/claim/unbilled/missed-service.ts';
import { missedTimedService } from '#review/rules/claim/unbilled/missed-timed-service.ts';
import { said } from './claim-context.ts';

describe('acts of the visit that are described and not billed', () => {
  it.each([
    ['88720', 'Transcutaneous bilirubin (our meter): 9.4 at 70 h, low risk.'],
    ['85018', 'Fingerstick hemoglobin 11.8 today by MA.'],
    ['82272', 'Rectal: no mass. Guaiac done here, negative.'],
    ['99177', 'Spot Vision photoscreen: in range both eyes.'],
    ['94618', 'Six-minute walk done today: 380 m, SpO2 nadir 88%.'],
    ['76514', 'Pachymetry today 541 and 548.'],
    ['91200', 'FibroScan done in office: 6.1 kPa, CAP 250.'],
    ['17250', 'Umbilical granuloma: silver nitrate applied x1, skin guarded, no bleeding.'],
    ['11200', 'Irritated skin tags of the neck, 8, snipped with gradle scissors, hemostasis with pressure.'],
    ['20612', 'Ganglion of the left wrist aspirated with an 18 gauge needle, 1 mL of gelatinous fluid.'],
    ['46221', 'Internal hemorrhoid, right posterior: rubber band placed above the dentate line.'],
    ['57160', 'Pessary fitting: ring with support #4 placed, stayed with cough and walking.'],
    ['41010', 'Frenotomy performed with scissors, sucrose given, hemostasis at once, latched after.'],
    ['98925', 'OMT performed to two regions, muscle energy and HVLA, tolerated.'],
    ['96127', 'Vanderbilt follow-up forms scored by me today, in chart: inattention 2/9.'],
    ['58100', 'PROCEDURE: Endometrial biopsy. Urine hCG not needed. Consent signed. Pipelle to 7 cm, moderate tissue.'],
    ['94010', 'Spirometry in our lab today, read by me: FVC 64%, FEV1 70%. Moderate restriction, small decline.'],
  ])('%s: %s', (code, note) => {
    expect(said(missedService, { items: ['99213'], note })).toEqual([`missed-service  -> ${code}`]);
    expect(said(missedService, { items: ['99213', code], note })).toEqual([]);
  });
  it('reads the finding of a study in the deeper line below it', () => {
    const note = 'OCT macula OU (ordered today, performed here): good signal.\n  Interp: no fluid, drusen both eyes.';
    expect(said(missedService, { items: ['92014'], note })).toEqual(['missed-service  -> 92134']);
    expect(said(missedService, { items: ['92014'], note: 'OCT macula ordered today.\n  Will be read then.' })).toEqual(
      [],
    );
  });
  it.each([
    'Transcutaneous bilirubin 8.1 at discharge from the nursery.',
    'Hemoglobin 11.8 at the hospital lab.',
    'Hemoccult cards given to take home.',
    'Six-minute walk last year 380 m, SpO2 nadir 88%.',
    'Umbilical granuloma: will return for silver nitrate.',
    'Skin tags: offered snip removal with scissors, declined.',
    'Hemorrhoid: rubber band placed last month.',
    'Endometrial biopsy: consent obtained. Declined after discussion; tissue not obtained.',
    'OMT performed elsewhere with muscle energy.',
  ])('leaves what was done elsewhere, before, later or not at all: %s', (note) => {
    expect(said(missedService, { items: ['99213'], note })).toEqual([]);
  });
  it('leaves what the staff of a facility did to the facility', () => {
    const note = 'Bladder scan today by RN 30 mL.';
    expect(said(missedService, { setting: 'snf', items: ['99309'], note })).toEqual([]);
    expect(said(missedService, { items: ['99213'], note })).toEqual(['missed-service  -> 51798']);
  });
  it('takes a tube that the emergency physician placed beside critical care, and none that another placed', () => {
    const by = (who: string) => ({
      setting: 'ed' as const,
      items: ['99291'],
      note: `Procedure, endotracheal intubation: ${who}, 7.5 tube at 22 cm, first pass, color change.`,
    });
    expect(said(missedService, by('I intubated her'))).toEqual(['missed-service  -> 31500']);
    expect(said(missedService, by('by anesthesia team'))).toEqual([]);
  });
});

describe('sedation by the one who did the procedure', () => {
  const note = (words: string) =>
    `Shoulder reduced.\nSEDATION: ${words}. RN at the bedside with no other task, monitored SpO2.`;
  it('is missed with its minutes and an observer', () => {
    const given = note('Moderate sedation by me, 18 minutes of my face-to-face time');
    expect(said(missedTimedService, { setting: 'ed', items: ['99284', '23650'], ageYears: 22, note: given })).toEqual([
      'missed-service  -> 99152',
    ]);
    expect(said(missedTimedService, { setting: 'ed', items: ['99284', '23650'], ageYears: 3, note: given })).toEqual([
      'missed-service  -> 99151',
    ]);
    expect(said(missedTimedService, { setting: 'ed', items: ['99284', '23650', '99152'], note: given })).toEqual([]);
  });
  it.each([
    'Moderate sedation by me, 8 minutes',
    'Moderate sedation by the anesthesiologist, 18 minutes',
    'No sedation',
  ])('is not missed: %s', (words) => {
    expect(said(missedTimedService, { setting: 'ed', items: ['99284', '23650'], note: note(words) })).toEqual([]);
  });
});
