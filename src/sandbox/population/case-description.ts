import type { Direction, FindingKind } from '#review/index.ts';

/**
 * One invented encounter as its author writes it: who, where, what was billed, what was documented, and what a careful
 * coder would say. Builders turn it into FHIR resources; nothing of `expected` reaches those.
 */
export interface CaseDescription {
  /** Specialty and number, such as `fm-01`: unique, and part of the ids of its resources. */
  readonly id: string;
  /** Key in `PATIENTS`. */
  readonly patient: string;
  /** Key in `CLINICIANS`. */
  readonly clinician: string;
  readonly visit: VisitDescription;
  readonly claim: ClaimDescription;
  /** At least one. */
  readonly notes: readonly NoteDescription[];
  /** `LOINC|name|value|unit`, final, of the day of the visit. */
  readonly observations?: readonly string[];
  /** Prescriptions of the visit, in words: `amlodipine 10 mg tablet, one daily`. */
  readonly medications?: readonly string[];
  /** Procedures done in the visit, in words. */
  readonly procedures?: readonly string[];
  /** Entries of the problem list: ICD-10-CM code, a space, the title. */
  readonly problems?: readonly string[];
  /** Empty: coded correctly as it stands. */
  readonly expected: readonly ExpectedFinding[];
}

export interface VisitDescription {
  readonly class: 'AMB' | 'EMER' | 'IMP' | 'OBSENC' | 'VR' | 'HH';
  /** Local time without zone, `2026-03-11T10:20`; the hospital is on US Eastern time. */
  readonly start: string;
  readonly end: string;
  readonly type: string;
  /** CMS place of service, two digits. */
  readonly place: string;
  readonly reason?: string;
}

export interface ClaimDescription {
  readonly type: 'professional' | 'institutional';
  /** ICD-10-CM code, a space, the title; in the order of the claim. */
  readonly diagnoses: readonly string[];
  /**
   * `99214-25 >1,2`: code and modifiers, the diagnoses pointed to (`>-` for none, default `>1`), `x4` units,
   * `@2026-03-12` the day when it is not the first.
   */
  readonly items: readonly string[];
}

export type NoteFormat = 'text' | 'html' | 'rtf' | 'pdf';

export interface NoteDescription {
  readonly kind: NoteKind;
  readonly format: NoteFormat;
  /** The same note in a second format, as a second attachment. */
  readonly alsoAs?: NoteFormat;
  /** False: `docStatus` is preliminary and there is no authenticator. */
  readonly signed?: boolean;
  /** Local time without zone; the end of the visit when left out. */
  readonly written?: string;
  /** Key in `CLINICIANS` where another than the visit's clinician wrote it. */
  readonly author?: string;
  /** Text with placeholders (see fill-placeholders.ts); for formats other than text in the markup of note-markup.ts. */
  readonly text: string;
}

export const NOTE_KINDS = {
  progress: { loinc: '11506-3', title: 'Progress note' },
  historyAndPhysical: { loinc: '34117-2', title: 'History and physical note' },
  discharge: { loinc: '18842-5', title: 'Discharge summary' },
  operative: { loinc: '11504-8', title: 'Surgical operation note' },
  procedure: { loinc: '28570-0', title: 'Procedure note' },
  consult: { loinc: '11488-4', title: 'Consult note' },
  emergency: { loinc: '34111-5', title: 'Emergency department note' },
  pathology: { loinc: '11526-1', title: 'Pathology study' },
  telephone: { loinc: '34748-4', title: 'Telephone encounter note' },
} as const;
export type NoteKind = keyof typeof NOTE_KINDS;

/** What a careful certified coder would find: RevRx's kinds and directions. */
export interface ExpectedFinding {
  readonly kind: FindingKind;
  readonly direction: Direction;
  readonly billed: readonly string[];
  readonly suggested: readonly string[];
  /** Words of a note as written there; left out only where absence is the point. */
  readonly quote?: string;
}

export interface PatientDescription {
  readonly given: readonly string[];
  readonly family: string;
  readonly gender: 'female' | 'male';
  readonly birthDate: string;
  readonly mrn: string;
  readonly phone: string;
  readonly email?: string;
  readonly line: string;
  readonly city: string;
  readonly postalCode: string;
  readonly plan: string;
  readonly relative?: RelativeDescription;
}

export interface RelativeDescription {
  /** v3-RoleCode: MTH, FTH, SPS, DAU, SON, SIS, BRO. */
  readonly role: 'MTH' | 'FTH' | 'SPS' | 'DAU' | 'SON' | 'SIS' | 'BRO';
  readonly given: string;
  readonly family: string;
  readonly phone: string;
}

export interface ClinicianDescription {
  readonly given: string;
  readonly family: string;
  readonly credential: string;
  readonly specialty: string;
  /** NUCC taxonomy code of the specialty. */
  readonly taxonomy: string;
  /** Key in `FACILITIES`. */
  readonly facility: string;
}

export interface FacilityDescription {
  readonly name: string;
  readonly line: string;
  readonly city: string;
  readonly postalCode: string;
  readonly phone: string;
}
