import type {
  CaseDescription,
  ClinicianDescription,
  FacilityDescription,
  PatientDescription,
} from './case-description.ts';
import { patientNumber } from './build-people.ts';
import { PATIENTS } from './people.ts';
import { CLINICIANS, FACILITIES } from './staff.ts';

/** A case with the people it names, as the builders need it. */
export interface CaseContext {
  readonly described: CaseDescription;
  readonly patient: PatientDescription;
  readonly patientId: string;
  readonly clinician: ClinicianDescription;
  readonly facility: FacilityDescription;
  /** Appended to the ids of every resource of the case: empty, or `-r3` in round 3 of a large population. */
  readonly suffix: string;
}

/** Joins a case to its people. A key that names nobody is the author's mistake and throws. */
export function toContext(described: CaseDescription, patient?: PatientDescription, suffix = ''): CaseContext {
  const clinician = getEntry(CLINICIANS, described.clinician);
  return {
    described,
    patient: patient ?? getEntry(PATIENTS, described.patient),
    patientId: `pt-${patientNumber(described.patient)}${suffix}`,
    clinician,
    facility: getEntry(FACILITIES, clinician.facility),
    suffix,
  };
}

/** Id of a resource of a case: kind, case, suffix and, where there are several, a number from 1. */
export function resourceId(kind: string, context: CaseContext, index?: number): string {
  const base = `${kind}-${context.described.id}${context.suffix}`;
  return index === undefined ? base : `${base}-${index + 1}`;
}

/** `I10 Essential hypertension` as its code and its title. */
export function splitCode(line: string): { code: string; title: string } {
  const gap = line.indexOf(' ');
  return { code: line.slice(0, gap), title: line.slice(gap + 1) };
}

export function getEntry<T>(table: Readonly<Record<string, T>>, key: string): T {
  const entry = table[key];
  if (entry === undefined) throw new Error(`The population names "${key}", which is not described.`);
  return entry;
}
