import { describe, expect, it } from '@jest/globals';
import { digitModifier } from '#review/rules/claim/modifiers/digit-modifier.ts';
import { lateralityModifier } from '#review/rules/claim/modifiers/laterality-modifier.ts';
import { includedService } from '#review/rules/claim/pairs/included-service.ts';
import { serviceNotPerformed } from '#review/rules/claim/performed/service-not-performed.ts';
import { serviceVariant } from '#review/rules/claim/performed/service-variant.ts';
import { missedService } from '#review/rules/claim/unbilled/missed-service.ts';
import { countedUnits } from '#review/rules/claim/units/counted-units.ts';
import { repairLength } from '#review/rules/claim/units/repair-length.ts';
import { said } from './claim-context.ts';

describe('the side of an operation', () => {
  it('is one eye at a sitting, though the other has a cataract too', () => {
    const note =
      'PROCEDURE: Phacoemulsification with lens, right eye.\nLeft eye: cataract too, booked for next month, nothing done to it today.';
    expect(said(lateralityModifier, { setting: 'surgery', items: ['66984-RT'], note })).toEqual([]);
  });

  it('is the same finger of the other hand where two fingers were done, and the second is a service of its own', () => {
    const note =
      'PROCEDURE DETAILS: RIGHT arm marked, time out.\n  Right middle finger: A1 pulley divided along its length.\n  Right ring finger: A1 pulley divided through its own incision.';
    expect(said(digitModifier, { setting: 'surgery', items: ['26055-F2'], note })).toEqual([
      'modifier 26055 -> 26055-F7',
      'missed-service  -> 26055-F8',
    ]);
    expect(said(digitModifier, { setting: 'surgery', items: ['26055-F7', '26055-F8'], note })).toEqual([]);
  });
});

describe('a procedure that was planned before', () => {
  it('is done where the note goes on to tell it', () => {
    const note =
      'Scheduled injection, right knee, as decided last visit.\nTime out. 22 G needle into the pouch, triamcinolone 40 mg with lidocaine.';
    expect(said(serviceNotPerformed, { items: ['20610-RT'], note })).toEqual([]);
  });
});

describe('another way of doing the same', () => {
  it('is not the guidance that a note denies', () => {
    const note =
      'PROCEDURE: knee injected, superolateral approach by landmarks; probe laid on to see the fluid, needle not guided by it, no image kept.';
    expect(said(serviceVariant, { items: ['20610-LT'], note })).toEqual([]);
  });

  it('is routine where one word denies every device of the complex one', () => {
    const note =
      'PROCEDURE: Phacoemulsification, left eye. No iris hooks, ring, capsular tension ring, dye or posterior capsulorhexis needed. Lens into the bag.';
    expect(said(serviceVariant, { setting: 'surgery', items: ['66982-LT'], note })).toEqual([
      'unsupported-service 66982 -> 66984',
    ]);
  });
});

describe('one cause', () => {
  it('is the pair: the guidance that goes with the injection is not missed in the note as well', () => {
    const note = 'PROCEDURE: right knee injected by landmarks, triamcinolone 40 mg, tolerated well.';
    expect(said(serviceNotPerformed, { items: ['20610-RT', '76942'], note })).toEqual([]);
  });

  it('is the nurse’s visit beside an injection, with modifier 25 or without', () => {
    const note = 'Injection only visit. Cyanocobalamin given IM, left deltoid. T. M., RN';
    for (const visit of ['99211', '99211-25'])
      expect(said(includedService, { items: [visit, '96372'], note, tables: { ptp: undefined } })).toEqual([
        'unsupported-service 99211 -> ',
      ]);
  });
});

describe('lengths and acts', () => {
  it('takes no undermining for a wound', () => {
    const note =
      'PROCEDURE: excision. Edges undermined 3 mm only, to ease closure. Closure in layers. Final length 4.4 cm, cheek.';
    expect(said(repairLength, { items: ['12052'], note })).toEqual([]);
  });

  it('finds a cardioversion of the clinician’s own though anesthesia gave the propofol', () => {
    const note =
      'ELECTIVE CARDIOVERSION, performed by me: consent, time out. Propofol by anesthesia. One synchronized biphasic shock 100 J, converted to sinus rhythm.';
    expect(said(missedService, { setting: 'observation', items: ['99238'], note })).toContain(
      'missed-service  -> 92960',
    );
  });

  it('finds a circumcision in the nursery by the one who bills the discharge', () => {
    const note =
      'PROCEDURE - circumcision, Gomco 1.3, by me. Consent, time out. Dorsal block lidocaine 1%. Hemostasis good.';
    expect(said(missedService, { setting: 'inpatient', items: ['99238'], note })).toContain('missed-service  -> 54150');
  });
});

describe('counts and results', () => {
  it('takes the sum that the note draws, not one of its parts', () => {
    const sum = 'TESTING\n  trees 12\n  controls 2\nTotal percutaneous tests placed and read, controls included: 46.';
    expect(said(countedUnits, { items: ['95004 64'], note: sum })).toEqual(['units 95004 -> 95004']);
    expect(said(countedUnits, { items: ['95004 46'], note: sum })).toEqual([]);
    const parts = 'Placed in total: 46 percutaneous tests (44 allergen extracts, 1 histamine, 1 saline)';
    expect(said(countedUnits, { items: ['95004 46'], note: parts })).toEqual([]);
  });

  it('takes a nail freed down to the matrix for no excision of it', () => {
    const note = 'PROCEDURE: partial avulsion of nail plate, freed and avulsed to the matrix. Tolerated.';
    expect(said(serviceVariant, { items: ['11730-T5'], note })).toEqual([]);
  });

  it('finds an audiogram and a phlebotomy of the office', () => {
    const audiogram = 'Comprehensive audiometry today (air, bone, speech threshold, both ears): R SRT 40, WRS 88%.';
    expect(said(missedService, { items: ['99214'], note: audiogram })).toEqual(['missed-service  -> 92557']);
    const bled = 'THERAPEUTIC PHLEBOTOMY: 500 mL removed, L antecubital 16G. No faintness.';
    expect(said(missedService, { items: ['99214'], note: bled })).toEqual(['missed-service  -> 99195']);
  });
});
