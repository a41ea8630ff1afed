import type { Condition, Encounter, FhirResource, MedicationRequest, Observation, Procedure } from 'fhir/r4.js';
import { displayName, locationId, organizationId, practitionerId } from './build-people.ts';
import { resourceId, splitCode, type CaseContext } from './case-context.ts';
import { SYSTEMS, coding, concept, hl7Concept, reference } from './codings.ts';
import { toInstant } from './local-time.ts';

const CLASS_NAMES = {
  AMB: 'ambulatory',
  EMER: 'emergency',
  HH: 'home health',
  IMP: 'inpatient encounter',
  OBSENC: 'observation encounter',
  VR: 'virtual',
} as const;

/** UCUM codes as people write them. */
const UNIT_WORDS: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  Cel: '°C',
  'm[IU]/L': 'mIU/L',
  '10*3/uL': '10³/µL',
  'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
};

/** The Encounter and what was recorded in it, except its notes and its claim. */
export function buildEncounterResources(context: CaseContext): FhirResource[] {
  const { described } = context;
  return [
    buildEncounter(context),
    ...described.claim.diagnoses.map((line, index) => buildDiagnosis(context, line, index)),
    ...(described.problems ?? []).map((line, index) => buildProblem(context, line, index)),
    ...(described.observations ?? []).map((line, index) => buildObservation(context, line, index)),
    ...(described.medications ?? []).map((text, index) => buildMedication(context, text, index)),
    ...(described.procedures ?? []).map((text, index) => buildProcedure(context, text, index)),
  ];
}

function buildEncounter(context: CaseContext): Encounter {
  const { described, clinician, facility } = context;
  const { visit } = described;
  const period = { start: toInstant(visit.start), end: toInstant(visit.end) };
  return {
    resourceType: 'Encounter',
    id: resourceId('enc', context),
    identifier: [
      {
        use: 'official',
        system: SYSTEMS.visit,
        value: `V${described.id.toUpperCase()}${context.suffix.toUpperCase()}`,
      },
    ],
    status: 'finished',
    class: coding(SYSTEMS.actCode, visit.class, CLASS_NAMES[visit.class]),
    type: [{ text: visit.type }],
    subject: subjectOf(context),
    participant: [
      {
        type: [concept(SYSTEMS.participation, 'PPRF', 'primary performer')],
        period,
        individual: reference('Practitioner', practitionerId(described.clinician), displayName(clinician)),
      },
    ],
    period,
    ...(visit.reason ? { reasonCode: [{ text: visit.reason }] } : {}),
    diagnosis: described.claim.diagnoses.map((_, index) => ({
      condition: reference('Condition', resourceId('cond', context, index)),
      use: hl7Concept('diagnosis-role', 'billing', 'Billing'),
      rank: index + 1,
    })),
    ...(visit.class === 'IMP' && visit.place === '21'
      ? { hospitalization: { dischargeDisposition: hl7Concept('discharge-disposition', 'home', 'Home') } }
      : {}),
    location: [{ location: reference('Location', locationId(clinician.facility), facility.name), status: 'completed' }],
    serviceProvider: reference('Organization', organizationId(clinician.facility), facility.name),
  };
}

export function subjectOf({ patient, patientId }: CaseContext) {
  return reference('Patient', patientId, [...patient.given, patient.family].join(' '));
}

export function encounterOf(context: CaseContext) {
  return reference('Encounter', resourceId('enc', context));
}

/** The diagnosis as the clinician chose it for billing. */
function buildDiagnosis(context: CaseContext, line: string, index: number): Condition {
  return {
    ...conditionBase(context, line),
    id: resourceId('cond', context, index),
    category: [hl7Concept('condition-category', 'encounter-diagnosis', 'Encounter Diagnosis')],
    encounter: encounterOf(context),
  };
}

function buildProblem(context: CaseContext, line: string, index: number): Condition {
  return {
    ...conditionBase(context, line),
    id: resourceId('prob', context, index),
    category: [hl7Concept('condition-category', 'problem-list-item', 'Problem List Item')],
  };
}

function conditionBase(context: CaseContext, line: string): Condition {
  const { code, title } = splitCode(line);
  return {
    resourceType: 'Condition',
    clinicalStatus: hl7Concept('condition-clinical', 'active', 'Active'),
    verificationStatus: hl7Concept('condition-ver-status', 'confirmed', 'Confirmed'),
    code: concept(SYSTEMS.icd10cm, code, title),
    subject: subjectOf(context),
    recordedDate: toInstant(context.described.visit.end),
  };
}

function buildObservation(context: CaseContext, line: string, index: number): Observation {
  const [loinc = '', name = '', value = '', unit = ''] = line.split('|');
  const isVital = ['8480-6', '29463-7', '8302-2', '8310-5', '59408-5'].includes(loinc);
  return {
    resourceType: 'Observation',
    id: resourceId('obs', context, index),
    status: 'final',
    category: [
      isVital
        ? hl7Concept('observation-category', 'vital-signs', 'Vital Signs')
        : hl7Concept('observation-category', 'laboratory', 'Laboratory'),
    ],
    code: concept(SYSTEMS.loinc, loinc, name),
    subject: subjectOf(context),
    encounter: encounterOf(context),
    effectiveDateTime: toInstant(context.described.visit.start),
    valueQuantity: { value: Number(value), unit: UNIT_WORDS[unit] ?? unit, system: SYSTEMS.ucum, code: unit },
  };
}

function buildMedication(context: CaseContext, text: string, index: number): MedicationRequest {
  const [medication = text, ...directions] = text.split(', ');
  return {
    resourceType: 'MedicationRequest',
    id: resourceId('med', context, index),
    status: 'active',
    intent: 'order',
    medicationCodeableConcept: { text: medication },
    subject: subjectOf(context),
    encounter: encounterOf(context),
    authoredOn: toInstant(context.described.visit.end),
    requester: reference('Practitioner', practitionerId(context.described.clinician), displayName(context.clinician)),
    ...(directions.length > 0 ? { dosageInstruction: [{ text: directions.join(', ') }] } : {}),
  };
}

function buildProcedure(context: CaseContext, text: string, index: number): Procedure {
  return {
    resourceType: 'Procedure',
    id: resourceId('proc', context, index),
    status: 'completed',
    code: { text },
    subject: subjectOf(context),
    encounter: encounterOf(context),
    performedDateTime: toInstant(context.described.visit.start),
    performer: [
      { actor: reference('Practitioner', practitionerId(context.described.clinician), displayName(context.clinician)) },
    ],
  };
}
