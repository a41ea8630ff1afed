import type {
  CaseDescription,
  ClinicianDescription,
  FacilityDescription,
  PatientDescription,
} from './case-description.ts';
import { ageOn, toUsDate } from './local-time.ts';

/** Who and when a note speaks of. */
export interface NoteContext {
  readonly patient: PatientDescription;
  readonly clinician: ClinicianDescription;
  readonly facility: FacilityDescription;
  readonly visit: CaseDescription['visit'];
}

/**
 * Fills `{name}`-like placeholders, so that one authored note serves any invented patient. A placeholder that is not
 * known, or that the patient has no value for, is the author's mistake and throws.
 */
export function fillPlaceholders(text: string, context: NoteContext): string {
  const values = valuesFor(context);
  return text.replaceAll(/\{([a-zA-Z0-9]+)\}/g, (whole, key: string) => {
    const value = values[key];
    if (value === undefined) throw new Error(`The note of ${context.visit.start} uses ${whole}, which has no value.`);
    return value;
  });
}

function valuesFor({ patient, clinician, facility, visit }: NoteContext): Readonly<Record<string, string | undefined>> {
  const full = [...patient.given, patient.family].join(' ');
  return {
    name: full,
    first: patient.given[0],
    last: patient.family,
    chartName: `${patient.family}, ${patient.given.join(' ')}`.toUpperCase(),
    title: patient.gender === 'female' ? 'Ms.' : 'Mr.',
    mrn: patient.mrn,
    dob: toUsDate(patient.birthDate),
    age: String(ageOn(patient.birthDate, visit.start)),
    phone: patient.phone,
    email: patient.email,
    address: `${patient.line}, ${patient.city}, OH ${patient.postalCode}`,
    city: patient.city,
    dos: toUsDate(visit.start),
    discharged: toUsDate(visit.end),
    doctor: `${clinician.given} ${clinician.family}, ${clinician.credential}`,
    drLast: clinician.family,
    facility: facility.name,
    facilityPhone: facility.phone,
    relative: patient.relative && `${patient.relative.given} ${patient.relative.family}`,
    relativeFirst: patient.relative?.given,
    relativePhone: patient.relative?.phone,
  };
}
