import { describe, expect, it } from '@jest/globals';
import { icd10cmTable } from '#test/support/icd10cm-table.ts';
import { findingsOn } from './review-of.ts';

const table = icd10cmTable(`
A08.4 Viral intestinal infection, unspecified
C18.9 Malignant neoplasm of colon, unspecified
C83.30 Diffuse large B-cell lymphoma, unspecified site
D12.3 Benign neoplasm of transverse colon
D64.9 Anemia, unspecified
D62 Acute posthemorrhagic anemia
F10.230 Alcohol dependence with withdrawal, uncomplicated
F10.239 Alcohol dependence with withdrawal, unspecified
G45.9 Transient cerebral ischemic attack, unspecified
G51.0 Bell's palsy
I10 Essential (primary) hypertension
I48.21 Permanent atrial fibrillation
I63.9 Cerebral infarction, unspecified
I82.432 Acute embolism and thrombosis of left popliteal vein
I95.1 Orthostatic hypotension
J96.01 Acute respiratory failure with hypoxia
K57.20 Diverticulitis of large intestine with perforation and abscess without bleeding
K57.32 Diverticulitis of large intestine without perforation or abscess without bleeding
K57.92 Diverticulitis of intestine, part unspecified, without perforation or abscess without bleeding
K59.03 Drug induced constipation
M17.0 Bilateral primary osteoarthritis of knee
M17.11 Unilateral primary osteoarthritis, right knee
M17.12 Unilateral primary osteoarthritis, left knee
M19.90 Unspecified osteoarthritis, unspecified site
N84.0 Polyp of corpus uteri
N84.1 Polyp of cervix uteri
O70.1 Second degree perineal laceration during delivery
O80 Encounter for full-term uncomplicated delivery
O90.81 Anemia of the puerperium
Z37.0 Single live birth
P59.9 Neonatal jaundice, unspecified
R17 Unspecified jaundice
S09.90XA Unspecified injury of head, initial encounter
S72.141D Displaced intertrochanteric fracture of right femur, subsequent encounter for closed fracture with routine healing
T40.2X5A Adverse effect of other opioids, initial encounter
T40.2X5D Adverse effect of other opioids, subsequent encounter
T44.7X1A Poisoning by beta-adrenoreceptor antagonists, accidental (unintentional), initial encounter
T44.7X5A Adverse effect of beta-adrenoreceptor antagonists, initial encounter
T42.4X1A Poisoning by benzodiazepines, accidental (unintentional), initial encounter
Z01.810 Encounter for preprocedural cardiovascular examination
Z12.11 Encounter for screening for malignant neoplasm of colon
Z38.00 Single liveborn infant, delivered vaginally
Z51.11 Encounter for antineoplastic chemotherapy
Z79.01 Long term (current) use of anticoagulants
`);
const on = (text: string, ...codes: string[]): string[] => findingsOn({ text, codes, table });
const inHospital = (text: string, ...codes: string[]): string[] =>
  findingsOn({ text, codes, table, setting: 'inpatient', type: 'institutional' });

describe('the intent of a drug code', () => {
  it('is the record’s: a drug taken as prescribed did not poison', () => {
    const text =
      'HPI: dizzy on standing since metoprolol was doubled.\nASSESSMENT\n1. Orthostatic hypotension due to metoprolol, taken as prescribed. Halve the dose.';
    expect(on(text, 'I95.1', 'T44.7X1A')).toContain('wrong-diagnosis T44.7X1A -> T44.7X5A');
    expect(on(text, 'I95.1', 'T44.7X5A')).toEqual([]);
  });

  it('is left alone where the record has both, or neither', () => {
    const text =
      'HPI: usually taken as prescribed; today took four metoprolol by mistake.\nASSESSMENT\n1. Orthostatic hypotension, metoprolol held.';
    expect(on(text, 'I95.1', 'T44.7X1A').filter((one) => one.includes('T44.7X5A'))).toEqual([]);
  });

  it('has an episode apart from the injury beside it', () => {
    const text =
      'ASSESSMENT\n1. Right intertrochanteric fracture, routine healing, therapy goes on.\n2. Opioid-induced constipation (oxycodone, taken as ordered): senna.';
    expect(on(text, 'S72.141D', 'K59.03', 'T40.2X5A')).toEqual([]);
  });
});

describe('the first listed diagnosis', () => {
  it('is the chemotherapy that a patient was admitted for alone', () => {
    const text =
      'Admitted solely for chemotherapy, cycle 3.\nDISCHARGE DIAGNOSES\n1. Diffuse large B-cell lymphoma\n2. Chemotherapy';
    expect(inHospital(text, 'C83.30', 'Z51.11')).toContain('sequencing C83.30+Z51.11 -> Z51.11+C83.30');
    expect(inHospital(text, 'Z51.11', 'C83.30').filter((one) => one.startsWith('sequencing'))).toEqual([]);
  });

  it('is the screening, whatever it found; not where symptoms led to it', () => {
    const found =
      'FINDINGS: 5 mm polyp, transverse colon.\nASSESSMENT: Tubular adenoma of the transverse colon, removed.';
    expect(on(`INDICATION: screening colonoscopy, average risk.\n${found}`, 'D12.3', 'Z12.11')).toContain(
      'sequencing D12.3+Z12.11 -> Z12.11+D12.3',
    );
    expect(on(`INDICATION: rectal bleeding.\n${found}`, 'D12.3', 'Z12.11').join()).not.toContain('sequencing');
  });

  it('is the poisoning, before what it did', () => {
    const text = 'DIAGNOSES\n1. Acute hypoxic respiratory failure\n2. Accidental overdose of alprazolam';
    expect(on(text, 'J96.01', 'T42.4X1A')).toContain('sequencing J96.01+T42.4X1A -> T42.4X1A+J96.01');
    expect(on(text, 'T42.4X1A', 'J96.01').join()).not.toContain('sequencing');
  });

  it('is the preoperative visit', () => {
    const text =
      'HPI: preoperative evaluation before cataract surgery.\nASSESSMENT: Hypertension, controlled, continue.';
    expect(on(text, 'I10', 'Z01.810')).toContain('sequencing I10+Z01.810 -> Z01.810+I10');
  });

  it('is never the outcome of a delivery', () => {
    const text = 'FINAL DIAGNOSES: second degree perineal laceration, repaired; single liveborn';
    expect(inHospital(text, 'Z37.0', 'O70.1')).toContain('sequencing Z37.0+O70.1 -> O70.1+Z37.0');
  });
});

describe('a diagnosis that is concluded', () => {
  it('is read under the heading of a separate problem', () => {
    const text = 'HPI: wellness visit.\n\n--- Separate problem addressed today ---\nHypertension: increase lisinopril.';
    expect(on(text, 'A08.4')).toContain('missed-diagnosis  -> I10');
  });

  it('is one code where a longer name holds a shorter one', () => {
    const text = 'ASSESSMENT\n1. Postpartum anemia, Hgb 8.4: iron sucrose given';
    expect(on(text, 'O70.1', 'Z37.0')).toEqual(['missed-diagnosis  -> O90.81']);
  });

  it('is no uncomplicated delivery where a complication of it is billed', () => {
    const text =
      'FINAL DX: spontaneous vaginal delivery of single liveborn; second degree perineal laceration, repaired';
    expect(inHospital(text, 'O70.1', 'Z37.0')).toEqual([]);
  });

  it('is none that was looked for and not found, that nothing shows, or that the evidence is against', () => {
    const text =
      'ASSESSMENT\n1. Bell palsy: prednisone.\nCentral cause (stroke, TIA) looked for and not found.\nColon cancer cannot be seen on this CT.\nAnemia: evidence against it.';
    expect(on(text, 'G51.0')).toEqual([]);
  });

  it('is no head injury for a trauma bay, and no left knee for the grade of Kellgren and Lawrence', () => {
    const text =
      'HPI: CT head in trauma bay negative.\nASSESSMENT\n1. Primary osteoarthritis, right knee (K-L grade 3): injected.';
    expect(on(text, 'M17.11')).toEqual([]);
  });

  it('is no arthritis for how the head of a child lies at birth', () => {
    const text = 'DELIVERY: 0728 vaginal, OA, spontaneous, no instrument. Second degree laceration repaired.';
    expect(on(text, 'O70.1', 'Z37.0')).toEqual([]);
  });
});

describe('detail of the documentation', () => {
  it('is the site in a longer name, and the perforation that it denies', () => {
    const text = 'DX: Acute sigmoid diverticulitis without perforation or abscess, no bleeding';
    expect(on(text, 'K57.20')).toEqual(['wrong-diagnosis K57.20 -> K57.32']);
    expect(on(text, 'K57.32')).toEqual([]);
  });

  it('is the uncomplicated course of a withdrawal', () => {
    expect(on('DX: Alcohol dependence with withdrawal, uncomplicated', 'F10.239')).toEqual([
      'diagnosis-specificity F10.239 -> F10.230',
    ]);
  });

  it('is not what the examination of another organ says', () => {
    const text = 'FINDINGS: cervix normal, uterus anteverted.\nPOSTOP DX: endometrial polyp';
    expect(on(text, 'N84.1')).toEqual(['wrong-diagnosis N84.1 -> N84.0']);
  });
});

describe('what an infant does not have', () => {
  it('is denied without the word newborn', () => {
    const text = 'EXAM: no jaundice.\nIMPRESSION: Healthy term newborn, single liveborn, vaginal delivery.';
    const findings = findingsOn({ text, codes: ['Z38.00', 'P59.9'], table, ageYears: 0 });
    expect(findings).toContain('unsupported-diagnosis P59.9 -> ');
  });
});

describe('an anticoagulant', () => {
  it('is in long-term use when it is taken, not when its first dose is given', () => {
    const begun = 'ASSESSMENT\n1. Acute DVT, left popliteal vein: apixaban 10 bid x 7 d then 5 bid, first dose here.';
    expect(on(begun, 'I82.432')).toEqual([]);
    const taken = 'MEDICATIONS: apixaban 5 mg bid\nASSESSMENT\n1. Permanent atrial fibrillation: continue apixaban.';
    expect(on(taken, 'I48.21')).toContain('missed-diagnosis  -> Z79.01');
  });
});

describe('words that name another diagnosis too', () => {
  const more = icd10cmTable(`
C67.2 Malignant neoplasm of lateral wall of bladder
C67.9 Malignant neoplasm of bladder, unspecified
D49.4 Neoplasm of unspecified behavior of bladder
D62 Acute posthemorrhagic anemia
E10.10 Type 1 diabetes mellitus with ketoacidosis without coma
E87.2 Acidosis
H25.11 Age-related nuclear cataract, right eye
H26.9 Unspecified cataract
I89.0 Lymphedema, not elsewhere classified
I97.2 Postmastectomy lymphedema syndrome
J98.11 Atelectasis
K25.0 Acute gastric ulcer with hemorrhage
K25.4 Chronic or unspecified gastric ulcer with hemorrhage
K25.9 Gastric ulcer, unspecified as acute or chronic, without hemorrhage or perforation
K92.2 Gastrointestinal hemorrhage, unspecified
M80- Osteoporosis with current pathological fracture
M80.00XA Age-related osteoporosis with current pathological fracture, unspecified site, initial encounter for fracture
M80.051A Age-related osteoporosis with current pathological fracture, right femur, initial encounter for fracture
N92.0 Excessive and frequent menstruation with regular cycle
N93.9 Abnormal uterine and vaginal bleeding, unspecified
S72.141A Displaced intertrochanteric fracture of right femur, initial encounter for closed fracture
`);
  const found = (text: string, ...codes: string[]): string[] => findingsOn({ text, codes, table: more });

  it('are no tumor beside the cancer that it is, and no acidosis beside the ketoacidosis', () => {
    expect(found('POSTOP DX: bladder tumor, left lateral wall, resected', 'C67.2')).toEqual([]);
    expect(
      found('ASSESSMENT\n# Diabetic ketoacidosis, type 1: insulin drip.\n# Abd pain from acidosis, recheck.', 'E10.10'),
    ).toEqual([]);
  });

  it('are one lymphedema, by its whole name', () => {
    const text =
      'ASSESSMENT\n1. Postmastectomy lymphedema, worse. Lymphedema therapy twice a week, new sleeve ordered.';
    expect(found(text, 'C67.9')).toContain('missed-diagnosis  -> I97.2');
    expect(found(text, 'C67.9').join()).not.toContain('I89.0');
  });

  it('are no diagnosis where the note says that nothing was done for it', () => {
    expect(
      found('FINAL DIAGNOSES\n1. Acute blood loss anemia\n2. Atelectasis on the images, not treated', 'D62'),
    ).toEqual([]);
  });

  it('are the ulcer as the record calls it, where it bleeds', () => {
    const text = 'FINAL DIAGNOSES\n1. Acute gastric ulcer with hemorrhage';
    expect(found(text, 'K92.2', 'K25.9')).toEqual(['diagnosis-specificity K25.9+K92.2 -> K25.0']);
  });

  it('are the site of the fracture, of several statements', () => {
    const text =
      'DX LIST\n1) Fragility fracture of right femur from age-related osteoporosis, nailed.\nASSESSMENT: fragility fracture, healing.';
    expect(found(text, 'S72.141A')).toContain('wrong-diagnosis S72.141A -> M80.051A');
  });

  it('are a kind of bleeding, and a diagnosis before and after an operation', () => {
    expect(
      found('ASSESSMENT\n1. Heavy menstrual bleeding, regular cycle (menorrhagia): tranexamic acid.', 'N93.9'),
    ).toEqual(['diagnosis-specificity N93.9 -> N92.0']);
    expect(found('Diagnosis before and after: Age-related nuclear cataract, right eye', 'H26.9')).toEqual([
      'diagnosis-specificity H26.9 -> H25.11',
    ]);
  });
});
