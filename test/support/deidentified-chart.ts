import type {
  BilledClaim,
  DeidentifiedChart,
  DeidentifiedDocument,
  DeidentifiedEncounter,
  DeidentifiedPatient,
} from '#deidentify/index.ts';

type Parts = Partial<Omit<DeidentifiedChart, 'patient' | 'encounter' | 'claim' | 'documents'>> & {
  readonly patient?: Partial<DeidentifiedPatient>;
  readonly encounter?: Partial<DeidentifiedEncounter>;
  readonly claim?: Partial<BilledClaim>;
  readonly documents?: readonly Partial<DeidentifiedDocument>[];
};

const PATIENT: DeidentifiedPatient = { sex: 'unknown', ageYears: undefined, ageDays: undefined };
const ENCOUNTER: DeidentifiedEncounter = {
  classCode: 'AMB',
  durationMinutes: undefined,
  lengthOfStayDays: 0,
  newPatient: undefined,
};
const CLAIM: BilledClaim = { type: 'professional', specialty: undefined, diagnoses: [], items: [] };

/**
 * A chart as if it had been de-identified, for tests of the review by hand-written text. The one place outside
 * `deidentifyChart` that makes the branded type; nothing of a real person may go through it.
 */
export function deidentifiedChart(parts: Parts = {}): DeidentifiedChart {
  const chart = {
    setting: parts.setting ?? 'office',
    patient: { ...PATIENT, ...parts.patient },
    encounter: { ...ENCOUNTER, ...parts.encounter },
    claim: { ...CLAIM, ...parts.claim },
    documents: (parts.documents ?? []).map(toDocument),
    facts: parts.facts ?? [],
  };
  return chart as unknown as DeidentifiedChart;
}

function toDocument(parts: Partial<DeidentifiedDocument>, index: number): DeidentifiedDocument {
  return {
    id: `note-${index + 1}`,
    label: `D${index + 1}`,
    title: 'Progress note',
    loinc: '11506-3',
    docStatus: 'final',
    day: 0,
    hasAuthenticator: true,
    byBillingClinician: undefined,
    text: '',
    ...parts,
  };
}
