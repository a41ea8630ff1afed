import type {
  Coverage,
  FhirResource,
  Location,
  Organization,
  Patient,
  Practitioner,
  PractitionerRole,
  RelatedPerson,
} from 'fhir/r4.js';
import type {
  ClinicianDescription,
  FacilityDescription,
  PatientDescription,
  RelativeDescription,
} from './case-description.ts';
import { SYSTEMS, concept, hl7Concept, reference } from './codings.ts';
import { toNpi } from './npi.ts';
import { PATIENTS } from './people.ts';
import { CLINICIANS, FACILITIES } from './staff.ts';

const RELATIVE_WORDS: Readonly<Record<RelativeDescription['role'], string>> = {
  MTH: 'mother',
  FTH: 'father',
  SPS: 'spouse',
  DAU: 'daughter',
  SON: 'son',
  SIS: 'sister',
  BRO: 'brother',
};

/** Ids are numbers, never names: an id must be fit for a log. */
export function patientNumber(key: string): number {
  return 1001 + Object.keys(PATIENTS).indexOf(key);
}

export function practitionerId(key: string): string {
  return `pr-${twoDigits(Object.keys(CLINICIANS).indexOf(key) + 1)}`;
}

export function organizationId(key: string): string {
  return `org-${twoDigits(Object.keys(FACILITIES).indexOf(key) + 1)}`;
}

export function locationId(key: string): string {
  return organizationId(key).replace('org', 'loc');
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

export function displayName(person: ClinicianDescription): string {
  return `${person.given} ${person.family}, ${person.credential}`;
}

/** Organizations, Locations, Practitioners and their roles. */
export function buildStaff(): FhirResource[] {
  return [
    ...Object.entries(FACILITIES).flatMap(([key, facility]) => [
      buildOrganization(key, facility),
      buildLocation(key, facility),
    ]),
    ...Object.entries(CLINICIANS).flatMap(([key, clinician]) => [
      buildPractitioner(key, clinician),
      buildRole(key, clinician),
    ]),
  ];
}

function buildOrganization(key: string, facility: FacilityDescription): Organization {
  return {
    resourceType: 'Organization',
    id: organizationId(key),
    active: true,
    identifier: [{ system: SYSTEMS.npi, value: toNpi(800 + Number(organizationId(key).slice(4))) }],
    type: [hl7Concept('organization-type', 'prov', 'Healthcare Provider')],
    name: facility.name,
    telecom: [{ system: 'phone', value: facility.phone, use: 'work' }],
    address: [addressOf(facility)],
  };
}

function buildLocation(key: string, facility: FacilityDescription): Location {
  return {
    resourceType: 'Location',
    id: locationId(key),
    status: 'active',
    name: facility.name,
    telecom: [{ system: 'phone', value: facility.phone, use: 'work' }],
    address: addressOf(facility),
    managingOrganization: reference('Organization', organizationId(key), facility.name),
  };
}

function buildPractitioner(key: string, clinician: ClinicianDescription): Practitioner {
  const id = practitionerId(key);
  return {
    resourceType: 'Practitioner',
    id,
    active: true,
    identifier: [{ system: SYSTEMS.npi, value: toNpi(Number(id.slice(3))) }],
    name: [{ use: 'official', family: clinician.family, given: [clinician.given], suffix: [clinician.credential] }],
    telecom: [
      { system: 'phone', value: FACILITIES[clinician.facility]?.phone ?? '', use: 'work' },
      {
        system: 'email',
        value: `${clinician.given}.${clinician.family}@kestrelvalley.example.org`.toLowerCase(),
        use: 'work',
      },
    ],
    qualification: [{ code: { text: clinician.credential } }],
  };
}

function buildRole(key: string, clinician: ClinicianDescription): PractitionerRole {
  return {
    resourceType: 'PractitionerRole',
    id: practitionerId(key).replace('pr', 'role'),
    active: true,
    practitioner: reference('Practitioner', practitionerId(key), displayName(clinician)),
    organization: reference('Organization', organizationId(clinician.facility), FACILITIES[clinician.facility]?.name),
    specialty: [concept(SYSTEMS.taxonomy, clinician.taxonomy, clinician.specialty)],
    location: [reference('Location', locationId(clinician.facility))],
  };
}

/** Patient, Coverage and, for some, a RelatedPerson. `id` is the Patient's, such as `pt-1001`. */
export function buildPerson(patient: PatientDescription, id: string): FhirResource[] {
  const related = patient.relative && buildRelative(patient.relative, id);
  return [buildPatient(patient, id), buildCoverage(patient, id), ...(related ? [related] : [])];
}

function buildPatient(patient: PatientDescription, id: string): Patient {
  return {
    resourceType: 'Patient',
    id,
    active: true,
    identifier: [
      {
        use: 'usual',
        type: hl7Concept('v2-0203', 'MR', 'Medical record number'),
        system: SYSTEMS.mrn,
        value: patient.mrn,
      },
    ],
    name: [{ use: 'official', family: patient.family, given: [...patient.given] }],
    telecom: [
      { system: 'phone', value: patient.phone, use: 'mobile' },
      ...(patient.email ? [{ system: 'email', value: patient.email } as const] : []),
    ],
    gender: patient.gender,
    birthDate: patient.birthDate,
    address: [{ use: 'home', ...addressOf(patient) }],
    communication: [
      { language: { coding: [{ system: 'urn:ietf:bcp:47', code: 'en' }], text: 'English' }, preferred: true },
    ],
  };
}

function buildCoverage(patient: PatientDescription, id: string): Coverage {
  return {
    resourceType: 'Coverage',
    id: `cov-${id}`,
    status: 'active',
    subscriberId: `KV${patient.mrn}`,
    identifier: [
      { type: hl7Concept('v2-0203', 'MB', 'Member Number'), system: SYSTEMS.member, value: `KV${patient.mrn}` },
    ],
    beneficiary: reference('Patient', id),
    relationship: hl7Concept('subscriber-relationship', 'self', 'Self'),
    period: { start: '2026-01-01' },
    payor: [{ display: patient.plan }],
  };
}

function buildRelative(relative: RelativeDescription, patientId: string): RelatedPerson {
  return {
    resourceType: 'RelatedPerson',
    id: `rel-${patientId}`,
    active: true,
    patient: reference('Patient', patientId),
    relationship: [concept(SYSTEMS.roleCode, relative.role, RELATIVE_WORDS[relative.role])],
    name: [{ family: relative.family, given: [relative.given] }],
    telecom: [{ system: 'phone', value: relative.phone, use: 'mobile' }],
  };
}

interface Addressed {
  readonly line: string;
  readonly city: string;
  readonly postalCode: string;
}

function addressOf({ line, city, postalCode }: Addressed) {
  return { line: [line], city, state: 'OH', postalCode, country: 'US' };
}
