import { describe, expect, it } from '@jest/globals';
import { debridementExtent } from '#review/rules/claim/units/debridement-extent.ts';
import { excisionSize } from '#review/rules/claim/units/excision-size.ts';
import { imagingExtent } from '#review/rules/claim/units/imaging-extent.ts';
import { injectedJoint } from '#review/rules/claim/performed/injected-joint.ts';
import { serviceVariant } from '#review/rules/claim/performed/service-variant.ts';
import { said } from './claim-context.ts';

/** The codes that the note supports; billed as `over` or `under` it is found, billed as `right` it is not. */
interface Particular {
  readonly note: string;
  readonly right: string;
  readonly over?: string;
  readonly under?: string;
}

const DESCRIBED = `Procedure in the usual way. The patient was positioned, prepped and draped; time out was called and the site confirmed.
Instruments and sponges were counted and correct. Hemostasis was good at the end and the patient left in stable condition.
Follow up in two weeks; call for fever, bleeding or increasing pain. Written instructions were handed out and questions answered.`;

const VARIANTS: readonly Particular[] = [
  {
    note: 'Laparoscopic cholecystectomy. Cystic duct and artery clipped and divided. Cholangiogram was not needed.',
    right: '47562',
    over: '47563',
  },
  {
    note: 'Laparoscopic cholecystectomy with intraoperative cholangiogram: no filling defect. Cystic duct clipped.',
    right: '47563',
    under: '47562',
  },
  { note: 'EGD to the second part of the duodenum. Mild gastritis. No biopsies taken.', right: '43235', over: '43239' },
  { note: 'EGD: antral erythema, cold biopsies of the antrum taken for H pylori.', right: '43239', under: '43235' },
  { note: 'Colonoscopy to the cecum, normal mucosa throughout, no polyps.', right: '45378', over: '45385' },
  { note: 'Colonoscopy to the cecum. 8 mm sigmoid polyp removed with cold snare.', right: '45385', under: '45378' },
  { note: 'Colposcopy after acetic acid; biopsy at 6 o clock. ECC performed.', right: '57454', under: '57452' },
  { note: 'Colposcopy after acetic acid; biopsy at 6 o clock. No ECC done.', right: '57455', over: '57454' },
  { note: 'Right ear: cerumen flushed out with warm water irrigation.', right: '69209', over: '69210' },
  { note: 'Impacted cerumen removed with curette and alligator forceps.', right: '69210', under: '69209' },
  { note: 'Phacoemulsification with posterior chamber lens, uneventful.', right: '66984', over: '66982' },
  { note: 'Phacoemulsification; small pupil, Malyugin ring placed.', right: '66982', under: '66984' },
  { note: 'Spirometry: FEV1 78% of predicted, FVC 90%. Tracing interpreted.', right: '94010', over: '94060' },
  { note: 'Spirometry pre and post albuterol: FEV1 62% to 78%.', right: '94060', under: '94010' },
  {
    note: 'Knee arthroscopy. Partial medial meniscectomy with biter and shaver. Lateral meniscus intact.',
    right: '29881',
    over: '29880',
  },
  {
    note: 'Knee arthroscopy. Medial meniscus trimmed with a biter. Lateral meniscus debrided to a stable rim.',
    right: '29880',
    under: '29881',
  },
  { note: 'Toenail avulsed under digital block. Bleeding controlled.', right: '11730', over: '11750' },
  { note: 'Toenail avulsed under digital block, matrix treated with phenol.', right: '11750', under: '11730' },
  { note: 'Punch biopsy 4 mm of the left forearm lesion, closed with one stitch.', right: '11104', under: '11102' },
  { note: 'Shave biopsy of the left forearm lesion taken with a blade.', right: '11102', over: '11104' },
  { note: 'Common warts of the hands, liquid nitrogen applied to all.', right: '17110', over: '17000' },
  { note: 'Actinic keratoses of the scalp treated with liquid nitrogen.', right: '17000', over: '17110' },
  { note: 'Distal radius fracture, nondisplaced; short arm cast applied.', right: '25600', over: '25605' },
  {
    note: 'Distal radius fracture, displaced: closed reduction under hematoma block, cast applied.',
    right: '25605',
    under: '25600',
  },
  { note: 'Knee injected by the lateral approach, needle 22 gauge, no ultrasound.', right: '20610', over: '20611' },
  { note: 'Knee injected under ultrasound guidance, needle seen in the joint.', right: '20611', under: '20610' },
  { note: 'Open mesh repair of a left inguinal hernia, reducible, sac empty.', right: '49505', over: '49507' },
  { note: 'Open repair of an incarcerated left inguinal hernia, bowel viable.', right: '49507', under: '49505' },
  { note: 'Paracentesis of 4 liters by landmarks, needle in the left flank.', right: '49082', over: '49083' },
  {
    note: 'Total laparoscopic hysterectomy. Uterus 180 g. Ovaries and tubes left in place.',
    right: '58570',
    over: '58571',
  },
  { note: 'Right knee aspirated by needle; ultrasound-guided.', right: '20611', under: '20610' },
];

describe('a procedure billed with the code of another way of doing it', () => {
  it.each(VARIANTS.filter(({ over }) => over))('is unsupported: $over for $note', ({ note, right, over }) => {
    const text = `PROCEDURE NOTE\n${note}\n${DESCRIBED}`;
    expect(said(serviceVariant, { items: [over ?? ''], note: text })).toEqual([
      `unsupported-service ${over} -> ${right}`,
    ]);
    expect(said(serviceVariant, { items: [right], note: text })).toEqual([]);
  });
  it.each(VARIANTS.filter(({ under }) => under))('is missed: $right billed as $under', ({ note, right, under }) => {
    const text = `PROCEDURE NOTE\n${note}\n${DESCRIBED}`;
    expect(said(serviceVariant, { items: [under ?? ''], note: text })).toEqual([`missed-service ${under} -> ${right}`]);
    expect(said(serviceVariant, { items: [right], note: text })).toEqual([]);
  });
  it('takes its add-on with it', () => {
    const note = `PROCEDURE NOTE\nPlantar warts: liquid nitrogen to each of the 3 warts.\n${DESCRIBED}`;
    expect(said(serviceVariant, { items: ['17000', '17003 2'], note })).toEqual([
      'unsupported-service 17000 -> 17110',
      'unsupported-service 17003 -> ',
    ]);
  });
  it('is left alone where the record is short or says nothing', () => {
    expect(said(serviceVariant, { items: ['47563'], note: 'See operative note.' })).toEqual([]);
  });
});

describe('the size of what was excised', () => {
  it.each<Particular>([
    {
      note: 'Procedure: excision of BCC of the left cheek. Lesion 0.9 cm, margins 0.4 cm each side.',
      right: '11642',
      over: '11643',
      under: '11641',
    },
    {
      note: 'Procedure: nevus of the back excised. Excised diameter 1.4 cm including margins.',
      right: '11402',
      over: '11403',
      under: '11401',
    },
    {
      note: 'Procedure: SCC of the scalp excised, 12 mm lesion with 5 mm margins.',
      right: '11623',
      over: '11624',
      under: '11622',
    },
    { note: 'Procedure: lesion of the right forearm shaved, 0.8 cm.', right: '11301', over: '11302', under: '11300' },
  ])('decides the code: $note', ({ note, right, over, under }) => {
    expect(said(excisionSize, { items: [right], note })).toEqual([]);
    expect(said(excisionSize, { items: [over ?? ''], note })).toEqual([`unsupported-service ${over} -> ${right}`]);
    expect(said(excisionSize, { items: [under ?? ''], note })).toEqual([`missed-service ${under} -> ${right}`]);
  });
  it('counts by the place', () => {
    const note = 'Procedure: cyst of the neck excised, excised diameter 1.8 cm.';
    expect(said(excisionSize, { items: ['11402'], note })).toEqual(['unsupported-service 11402 -> 11422']);
    expect(said(excisionSize, { items: ['11422'], note })).toEqual([]);
  });
  it('is not guessed from the length of the closure or from pathology', () => {
    expect(said(excisionSize, { items: ['11402'], note: 'Cyst of the back excised. Closed in layers, 4 cm.' })).toEqual(
      [],
    );
  });
});

describe('debridement', () => {
  const wound = (tissue: string, size: string) =>
    `PROCEDURE: debridement of the calf ulcer. Curette; ${tissue} removed over the entire ${size}.`;
  it('is billed by the deepest tissue taken', () => {
    const note = wound('slough and fibrin', '4 x 3 cm');
    expect(said(debridementExtent, { items: ['11042'], note })).toEqual(['unsupported-service 11042 -> 97597']);
    expect(said(debridementExtent, { items: ['97597'], note })).toEqual([]);
  });
  it('takes an add-on for each further 20 sq cm', () => {
    const note = wound('nonviable subcutaneous fat', '8.0 x 4.0 cm = 32 sq cm');
    expect(said(debridementExtent, { items: ['11042'], note })).toEqual(['missed-service  -> 11045']);
    expect(said(debridementExtent, { items: ['11042', '11045'], note })).toEqual([]);
    expect(said(debridementExtent, { items: ['11042', '11045 2'], note })).toEqual(['units 11045 -> 11045']);
  });
  it('takes none for a small wound', () => {
    const note = wound('nonviable subcutaneous fat', '4 x 3 cm');
    expect(said(debridementExtent, { items: ['11042', '11045'], note })).toEqual(['unsupported-service 11045 -> ']);
    expect(said(debridementExtent, { items: ['11042'], note })).toEqual([]);
  });
});

describe('films and scans', () => {
  it.each<Particular>([
    { note: 'Right knee x-ray, AP and lateral: joint space narrowing.', right: '73560', over: '73562' },
    { note: 'XR left ankle three views: no fracture.', right: '73610', under: '73600' },
    { note: 'CXR PA and lateral here: clear.', right: '71046', over: '71047', under: '71045' },
    { note: 'CT head without contrast: no bleed.', right: '70450', over: '70470' },
    {
      note: 'CT abdomen and pelvis with IV contrast: appendix dilated.',
      right: '74177',
      over: '74178',
      under: '74176',
    },
    { note: 'MRI lumbar spine without and with contrast: enhancing scar.', right: '72158', under: '72148' },
  ])('are billed by what was made: $note', ({ note, right, over, under }) => {
    const text = `Results: ${note}`;
    expect(said(imagingExtent, { items: [right], note: text })).toEqual([]);
    if (over)
      expect(said(imagingExtent, { items: [over], note: text })).toEqual([`unsupported-service ${over} -> ${right}`]);
    if (under)
      expect(said(imagingExtent, { items: [under], note: text })).toEqual([`missed-service ${under} -> ${right}`]);
  });
  it('are not judged by films of another day', () => {
    const note = 'Results: outside knee x-ray, 2 views, reviewed. Knee films ordered, 3 views.';
    expect(said(imagingExtent, { items: ['73564'], note })).toEqual([]);
  });
});

describe('the injection of a joint', () => {
  it.each<Particular>([
    { note: 'Right knee injected with triamcinolone 40 mg.', right: '20610', under: '20605' },
    { note: 'First CMC joint injected with betamethasone.', right: '20600', over: '20605' },
    { note: 'Left wrist joint aspirated and injected.', right: '20605', over: '20610', under: '20600' },
  ])('goes by the size of the joint: $note', ({ note, right, over, under }) => {
    const text = `Procedure: ${note}`;
    expect(said(injectedJoint, { items: [right], note: text })).toEqual([]);
    if (over)
      expect(said(injectedJoint, { items: [over], note: text })).toEqual([`unsupported-service ${over} -> ${right}`]);
    if (under)
      expect(said(injectedJoint, { items: [under], note: text })).toEqual([`missed-service ${under} -> ${right}`]);
  });
});
