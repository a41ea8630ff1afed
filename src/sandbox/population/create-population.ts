import type { FhirResource } from 'fhir/r4.js';
import { buildClaim } from './build-claim.ts';
import { buildDocuments } from './build-documents.ts';
import { buildEncounterResources } from './build-encounter.ts';
import { buildPerson, buildStaff } from './build-people.ts';
import { toContext, type CaseContext } from './case-context.ts';
import type { CaseDescription, PatientDescription } from './case-description.ts';
import { CASES } from './cases/index.ts';
import { toInventedPatient } from './invented-patient.ts';

/** The invented hospital: its staff, its patients and every authored encounter. The same resources on every call. */
export function createPopulation(): FhirResource[] {
  return [...buildStaff(), ...buildCases(CASES.map((described) => toContext(described)))];
}

/**
 * `encounters` encounters: the authored ones, again and again with other invented patients, for measurements. Staff and
 * places are shared; ids of round 3 end in `-r3`. The same resources on every call.
 */
export function createLargePopulation(encounters: number): FhirResource[] {
  const contexts = Array.from({ length: encounters }, (_, index) => {
    const described = CASES[index % CASES.length];
    if (!described) throw new Error('There are no cases to repeat.');
    return toRoundContext(described, Math.floor(index / CASES.length));
  });
  return [...buildStaff(), ...buildCases(contexts)];
}

function toRoundContext(described: CaseDescription, round: number): CaseContext {
  if (round === 0) return toContext(described);
  const { patient, patientId } = toContext(described);
  const invented: PatientDescription = toInventedPatient(patient, round, patientId);
  return toContext(described, invented, `-r${round}`);
}

function buildCases(contexts: readonly CaseContext[]): FhirResource[] {
  const people = new Map(contexts.map((context) => [context.patientId, context.patient]));
  return [
    ...[...people].flatMap(([id, patient]) => buildPerson(patient, id)),
    ...contexts.flatMap((context) => [
      ...buildEncounterResources(context),
      buildClaim(context),
      ...buildDocuments(context),
    ]),
  ];
}
