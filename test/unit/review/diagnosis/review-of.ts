import { deidentifiedChart } from '#test/support/deidentified-chart.ts';
import { codeTables, icd10cmTable } from '#test/support/icd10cm-table.ts';
import type { CodeTables, Icd10cmTable } from '#codes/index.ts';
import type { CareSetting } from '#deidentify/index.ts';
import { reviewChart, type Finding } from '#review/index.ts';

interface Encounter {
  readonly text: string;
  readonly codes: readonly string[];
  readonly setting?: CareSetting;
  readonly type?: 'professional' | 'institutional';
  readonly sex?: 'male' | 'female';
  readonly ageYears?: number;
  readonly tables?: Partial<CodeTables>;
  readonly table?: Icd10cmTable;
}

/** The findings on the diagnoses of a one-note encounter, as `kind billed -> suggested`. */
export function findingsOn(encounter: Encounter): string[] {
  return reviewOf(encounter).map(
    ({ kind, billed, suggested }) => `${kind} ${billed.join('+')} -> ${suggested.join('+')}`,
  );
}

export function reviewOf({ text, codes, table = TABLE, tables = {}, ...rest }: Encounter): readonly Finding[] {
  const chart = deidentifiedChart({
    setting: rest.setting ?? 'office',
    patient: { sex: rest.sex ?? 'female', ageYears: rest.ageYears ?? 55 },
    claim: {
      type: rest.type ?? 'professional',
      diagnoses: codes.map((code, index) => ({ sequence: index + 1, code, onAdmission: undefined })),
    },
    documents: [{ text }],
  });
  return reviewChart(chart, codeTables(table, tables)).findings;
}

/** A few real codes and titles (public domain), enough for what the tests bill and write. */
export const TABLE = icd10cmTable(`
A41.9 Sepsis, unspecified organism
B96.20 Unspecified Escherichia coli [E. coli] as the cause of diseases classified elsewhere
C18.9 Malignant neoplasm of colon, unspecified
C50- Malignant neoplasm of breast
C50.911 Malignant neoplasm of unspecified site of right female breast
C50.912 Malignant neoplasm of unspecified site of left female breast
E10.9 Type 1 diabetes mellitus without complications
E11- Type 2 diabetes mellitus
E11.22 Type 2 diabetes mellitus with diabetic chronic kidney disease
E11.42 Type 2 diabetes mellitus with diabetic polyneuropathy
E11.9 Type 2 diabetes mellitus without complications
E55.9 Vitamin D deficiency, unspecified
E66.9 Obesity, unspecified
E87.6 Hypokalemia
F32.9 Major depressive disorder, single episode, unspecified
F33.1 Major depressive disorder, recurrent, moderate
F43.21 Adjustment disorder with depressed mood
F43.22 Adjustment disorder with anxiety
F02.80 Dementia in other diseases classified elsewhere without behavioral disturbance
G30.1 Alzheimer's disease with late onset
H65.31 Chronic mucoid otitis media, right ear
H65.32 Chronic mucoid otitis media, left ear
H65.33 Chronic mucoid otitis media, bilateral
I10 Essential (primary) hypertension
I11.0 Hypertensive heart disease with heart failure
I12.9 Hypertensive chronic kidney disease with stage 1 through stage 4 chronic kidney disease, or unspecified chronic kidney disease
I21.4 Non-ST elevation (NSTEMI) myocardial infarction
I48.0 Paroxysmal atrial fibrillation
I50.23 Acute on chronic systolic (congestive) heart failure
I50.9 Heart failure, unspecified
J18.9 Pneumonia, unspecified organism
K21.0- Gastro-esophageal reflux disease with esophagitis
K21.00 Gastro-esophageal reflux disease with esophagitis, without bleeding
K21.01 Gastro-esophageal reflux disease with esophagitis, with bleeding
L89.153 Pressure ulcer of sacral region, stage 3
L89.159 Pressure ulcer of sacral region, unspecified stage
N17.0 Acute kidney failure with tubular necrosis
N17.9 Acute kidney failure, unspecified
N18.31 Chronic kidney disease, stage 3a
N18.32 Chronic kidney disease, stage 3b
N30.00 Acute cystitis without hematuria
N39.0 Urinary tract infection, site not specified
N76.0 Acute vaginitis
O24.410 Gestational diabetes mellitus in pregnancy, diet controlled
O24.419 Gestational diabetes mellitus in pregnancy, unspecified control
R07.9 Chest pain, unspecified
R31.9 Hematuria, unspecified
S52.501A Unspecified fracture of the lower end of right radius, initial encounter for closed fracture
S52.501D Unspecified fracture of the lower end of right radius, subsequent encounter for closed fracture with routine healing
Z00.00 Encounter for general adult medical examination without abnormal findings
Z00.129 Encounter for routine child health examination without abnormal findings
Z3A.28 28 weeks gestation of pregnancy
Z68.36 Body mass index [BMI] 36.0-36.9, adult
Z79.01 Long term (current) use of anticoagulants
Z79.4 Long term (current) use of insulin
Z80.0 Family history of malignant neoplasm of digestive organs
Z85.3 Personal history of malignant neoplasm of breast
`);
