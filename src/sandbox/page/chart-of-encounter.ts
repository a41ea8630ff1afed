import type {
  Claim,
  Condition,
  DetectedIssue,
  DocumentReference,
  Encounter,
  MedicationRequest,
  Observation,
  Patient,
  Procedure,
  Provenance,
  Task,
} from 'fhir/r4.js';
import type { FhirStore } from '../store.ts';

/** What the page shows of one visit. */
export interface EncounterChart {
  readonly encounter: Encounter;
  readonly patient: Patient;
  readonly claims: readonly Claim[];
  readonly notes: readonly DocumentReference[];
  readonly medications: readonly MedicationRequest[];
  readonly observations: readonly Observation[];
  readonly procedures: readonly Procedure[];
  readonly problems: readonly Condition[];
}

/** What applications wrote about a visit. */
export interface WrittenBack {
  readonly issues: readonly DetectedIssue[];
  readonly tasks: readonly Task[];
  readonly reports: readonly DocumentReference[];
  readonly provenance: readonly Provenance[];
}

/** Undefined when there is no such encounter, or its patient is missing. */
export function findEncounterChart(store: FhirStore, id: string): EncounterChart | undefined {
  const encounter = store.get('Encounter', id);
  const patient = encounter && findPatient(store, encounter.subject?.reference);
  if (encounter === undefined || patient === undefined) return undefined;
  const address = `Encounter/${id}`;
  return {
    encounter,
    patient,
    claims: claimsOf(store, encounter),
    notes: store.find('DocumentReference', 'encounter', address).filter((document) => !isWritten(document)),
    medications: store.find('MedicationRequest', 'encounter', address),
    observations: store.find('Observation', 'encounter', address),
    procedures: store.find('Procedure', 'encounter', address),
    problems: store.find('Condition', 'patient', `Patient/${patient.id}`).filter(isProblem),
  };
}

export function findPatient(store: FhirStore, reference: string | undefined): Patient | undefined {
  return reference?.startsWith('Patient/') ? store.get('Patient', reference.slice('Patient/'.length)) : undefined;
}

/** Claims that name the encounter; a claim without lines is told by its patient and its days. */
export function claimsOf(store: FhirStore, encounter: Encounter): Claim[] {
  const linked = store.find('Claim', 'encounter', `Encounter/${encounter.id}`);
  if (linked.length > 0) return linked;
  return store
    .find('Claim', 'patient', encounter.subject?.reference ?? '')
    .filter(
      (claim) => claim.item === undefined && claim.billablePeriod?.start === encounter.period?.start?.slice(0, 10),
    );
}

export function isProblem(condition: Condition): boolean {
  return condition.category?.some((one) => one.coding?.[0]?.code === 'problem-list-item') ?? false;
}

/** By an application: its author is a Device. */
export function isWritten(document: DocumentReference): boolean {
  return document.author?.some((author) => author.reference?.startsWith('Device/')) ?? false;
}

export function findWrittenBack(store: FhirStore, encounter: Encounter): WrittenBack {
  const address = `Encounter/${encounter.id}`;
  const documents = store.find('DocumentReference', 'encounter', address);
  const about = new Set([
    address,
    ...claimsOf(store, encounter).map((claim) => `Claim/${claim.id}`),
    ...documents.map((document) => `DocumentReference/${document.id}`),
  ]);
  const issues = store
    .find('DetectedIssue', 'patient', encounter.subject?.reference ?? '')
    .filter((issue) => referencesIn(issue).some((target) => about.has(target)));
  const tasks = store.find('Task', 'encounter', address);
  const reports = documents.filter(isWritten);
  const targets = [...issues, ...tasks, ...reports].map((resource) => `${resource.resourceType}/${resource.id}`);
  const provenance = targets.flatMap((target) => store.find('Provenance', 'target', target));
  return { issues, tasks, reports, provenance: [...new Set(provenance)] };
}

/** Relative references anywhere in a value, extensions included. */
export function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'reference' && typeof child === 'string' ? [child.replace(/\/_history\/.*$/, '')] : referencesIn(child),
  );
}
