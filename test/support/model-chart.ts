import { loadCodeTables, type CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import { deidentifiedChart } from './deidentified-chart.ts';

/** The tables that ship, with a few services added: enough for the model's checks. */
export function modelTables(): CodeTables {
  const starter = loadCodeTables({ directory: '/nowhere' }).tablesFor('2026-04-14');
  const release = { label: 'MUE test', starter: false, stale: false };
  const known = new Set(['93000', '20610', '81002']);
  return {
    ...starter,
    mue: { release, find: (code) => (known.has(code) ? { units: 1, adjudication: 2, rationale: 'test' } : undefined) },
  };
}

const NOTE = `CHIEF COMPLAINT: Follow-up of diabetes and a sore knee.
HPI: [PATIENT] is seen for type 2 diabetes with painful polyneuropathy of both feet. Denies chest pain. No history of asthma.
Right knee pain for two years, worse on stairs. Mother has hypothyroidism.
EXAM: Right knee with crepitus. Monofilament sense is lost at both feet.
DATA: A1c 8.9 %, not at goal. ECG in the office: sinus rhythm, read by me.
ASSESSMENT AND PLAN:
1. Type 2 diabetes with polyneuropathy, not at goal: increase metformin to 1000 mg twice daily, start gabapentin.
2. Primary osteoarthritis of the right knee: topical diclofenac, physical therapy.
3. Essential hypertension, at goal on lisinopril 10 mg daily.`;

/** An office visit whose claim is wrong in both directions. */
export function modelChart(
  parts: { readonly note?: string; readonly documents?: readonly string[] } = {},
): DeidentifiedChart {
  const texts = parts.documents ?? [parts.note ?? NOTE];
  return deidentifiedChart({
    patient: { sex: 'female', ageYears: 61 },
    encounter: { newPatient: false },
    claim: {
      diagnoses: ['E11.9', 'M17.9', 'J45.909'].map((code, index) => ({
        sequence: index + 1,
        code,
        onAdmission: undefined,
      })),
      items: [
        { code: '99213', diagnosisSequence: [1, 2] },
        { code: '81002', diagnosisSequence: [1] },
      ].map((item, index) => ({
        sequence: index + 1,
        system: 'cpt' as const,
        modifiers: [],
        units: 1,
        placeOfService: '11',
        serviceDay: 0,
        ...item,
      })),
    },
    documents: texts.map((text, index) => ({ text, title: `Note ${index + 1}` })),
  });
}
