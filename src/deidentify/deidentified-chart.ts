/**
 * The chart as the review sees it: no identifier in it. Only `deidentifyChart` makes one, which the brand holds the
 * compiler to; a `Chart` cannot be handed to the review by mistake.
 */
declare const deidentified: unique symbol;

export interface DeidentifiedChart {
  readonly [deidentified]: true;
  readonly setting: CareSetting;
  readonly patient: DeidentifiedPatient;
  readonly encounter: DeidentifiedEncounter;
  readonly claim: BilledClaim;
  readonly documents: readonly DeidentifiedDocument[];
  readonly facts: readonly StructuredFact[];
}

/** Where care was given; decides which coding rules apply. From Encounter.class, place of service and the claim. */
export type CareSetting =
  | 'office'
  | 'ed'
  | 'inpatient'
  | 'observation'
  | 'surgery'
  | 'telehealth'
  | 'snf'
  | 'home'
  | 'unknown';

export interface DeidentifiedPatient {
  readonly sex: 'male' | 'female' | 'other' | 'unknown';
  /** Whole years on the day of the encounter; 90 stands for 90 and over. Undefined when the birth date is unknown. */
  readonly ageYears: number | undefined;
  /** Whole days on the day of the encounter, for patients under two years only. */
  readonly ageDays: number | undefined;
}

export interface DeidentifiedEncounter {
  /** v3-ActCode: AMB, EMER, IMP, OBSENC, VR, HH … */
  readonly classCode: string | undefined;
  /** Minutes between start and end, where both are instants. */
  readonly durationMinutes: number | undefined;
  /** Calendar days between start and end (0 for the same day). */
  readonly lengthOfStayDays: number | undefined;
  /** Said by Encounter.type, where it says; otherwise undefined. */
  readonly newPatient: boolean | undefined;
}

export interface BilledClaim {
  readonly type: 'professional' | 'institutional' | 'unknown';
  /** Specialty of the billing clinician as free text from the claim's care team, e.g. `Family Medicine`. */
  readonly specialty: string | undefined;
  readonly diagnoses: readonly BilledDiagnosis[];
  readonly items: readonly BilledItem[];
}

export interface BilledDiagnosis {
  readonly sequence: number;
  /** ICD-10-CM with its dot, upper case. */
  readonly code: string;
  /** Present on admission: Y N U W 1, where given. */
  readonly onAdmission: string | undefined;
}

export interface BilledItem {
  readonly sequence: number;
  readonly system: 'cpt' | 'hcpcs' | 'unknown';
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly diagnosisSequence: readonly number[];
  readonly placeOfService: string | undefined;
  /** Whole days from the first day of the encounter. */
  readonly serviceDay: number | undefined;
}

export interface DeidentifiedDocument {
  /** The document's id in this chart (DocumentReference.id: an EHR's key, not shown to a model). */
  readonly id: string;
  /** `D1`, `D2` …: what a model is told. */
  readonly label: string;
  /** Title with identifiers replaced. */
  readonly title: string;
  readonly loinc: string | undefined;
  /** DocumentReference.docStatus: final, preliminary, amended … */
  readonly docStatus: string | undefined;
  /** Whole days from the first day of the encounter; undefined when undated. */
  readonly day: number | undefined;
  readonly hasAuthenticator: boolean;
  /** True when the author is the claim's billing clinician; undefined when either is unknown. */
  readonly byBillingClinician: boolean | undefined;
  readonly text: string;
}

/** A coded fact of the record around the notes, without identifiers. */
export interface StructuredFact {
  readonly resourceType: 'Condition' | 'Procedure' | 'Observation' | 'MedicationRequest' | 'ServiceRequest' | 'Other';
  /** The resource's id: evidence leads back by it; not shown to a model. */
  readonly id: string;
  readonly codes: readonly { readonly system: string; readonly code: string }[];
  /** Display text with identifiers replaced. */
  readonly text: string | undefined;
  readonly status: string | undefined;
  readonly category: readonly string[];
  readonly value: { readonly number: number; readonly unit: string | undefined } | string | undefined;
  /** Whole days from the first day of the encounter. */
  readonly day: number | undefined;
  /** Whether the resource says that it belongs to this encounter. */
  readonly ofThisEncounter: boolean;
}
