import type { CodeableConcept, Condition, FhirResource, Observation, Reference } from 'fhir/r4.js';
import type { Chart } from '#chart/index.ts';
import type { StructuredFact } from '../deidentified-chart.ts';
import { epochDay } from '../tokens/date-meaning.ts';

/** De-identifies a short text of the record; `place` says where it stands, for the map. */
export type ReplaceText = (text: string, place: string) => string;

interface FactContext {
  readonly encounterId: string | undefined;
  readonly firstDay: number | undefined;
  readonly replace: ReplaceText;
}

/** Coded facts around the notes: problems, procedures, results, medications, orders. */
export function structuredFacts(chart: Chart, firstDay: number | undefined, replace: ReplaceText): StructuredFact[] {
  const context: FactContext = { encounterId: chart.encounter.id, firstDay, replace };
  const resources: readonly FhirResource[] = [...chart.conditions, ...chart.procedures, ...chart.others];
  return resources.map((resource) => toFact(resource, context)).filter((fact) => fact !== undefined);
}

interface Raw {
  readonly code: CodeableConcept | undefined;
  readonly status: string | undefined;
  readonly category: readonly CodeableConcept[];
  readonly date: string | undefined;
  readonly encounter: Reference | undefined;
  readonly value?: StructuredFact['value'];
}

function toFact(resource: FhirResource, context: FactContext): StructuredFact | undefined {
  const raw = rawFact(resource);
  if (raw === undefined || resource.id === undefined) return undefined;
  const type = factType(resource.resourceType);
  const place = `fact:${resource.resourceType}/${resource.id}`;
  const text =
    raw.code?.text ?? raw.code?.coding?.map(({ display }) => display).find((display) => display !== undefined);
  const day = epochDay(raw.date);
  return {
    resourceType: type,
    id: resource.id,
    codes: (raw.code?.coding ?? []).flatMap(({ system, code }) =>
      code === undefined ? [] : [{ system: system ?? '', code }],
    ),
    text: text === undefined ? undefined : context.replace(text, place),
    status: raw.status,
    category: raw.category.flatMap(
      ({ coding, text: label }) =>
        coding?.flatMap(({ code }) => (code === undefined ? [] : [code])) ??
        (label === undefined ? [] : [context.replace(label, `${place}#category`)]),
    ),
    value: typeof raw.value === 'string' ? context.replace(raw.value, `${place}#value`) : raw.value,
    day: day === undefined || context.firstDay === undefined ? undefined : day - context.firstDay,
    ofThisEncounter:
      context.encounterId !== undefined &&
      raw.encounter?.reference?.endsWith(`Encounter/${context.encounterId}`) === true,
  };
}

function factType(resourceType: string): StructuredFact['resourceType'] {
  switch (resourceType) {
    case 'Condition':
    case 'Procedure':
    case 'Observation':
    case 'MedicationRequest':
    case 'ServiceRequest':
      return resourceType;
    default:
      return 'Other';
  }
}

function rawFact(resource: FhirResource): Raw | undefined {
  switch (resource.resourceType) {
    case 'Condition':
      return {
        code: resource.code,
        status: conditionStatus(resource),
        category: resource.category ?? [],
        date: resource.onsetDateTime ?? resource.onsetPeriod?.start ?? resource.recordedDate,
        encounter: resource.encounter,
      };
    case 'Procedure':
      return {
        code: resource.code,
        status: resource.status,
        category: resource.category === undefined ? [] : [resource.category],
        date: resource.performedDateTime ?? resource.performedPeriod?.start,
        encounter: resource.encounter,
      };
    case 'Observation':
      return {
        code: resource.code,
        status: resource.status,
        category: resource.category ?? [],
        date: resource.effectiveDateTime ?? resource.effectivePeriod?.start ?? resource.issued,
        encounter: resource.encounter,
        value: observedValue(resource),
      };
    case 'MedicationRequest':
      return {
        code: resource.medicationCodeableConcept,
        status: resource.status,
        category: resource.category ?? [],
        date: resource.authoredOn,
        encounter: resource.encounter,
        value: resource.dosageInstruction?.map(({ text }) => text).find((text) => text !== undefined),
      };
    case 'ServiceRequest':
      return {
        code: resource.code,
        status: resource.status,
        category: resource.category ?? [],
        date: resource.occurrenceDateTime ?? resource.authoredOn,
        encounter: resource.encounter,
      };
    case 'MedicationAdministration':
    case 'MedicationStatement':
      return {
        code: resource.medicationCodeableConcept,
        status: resource.status,
        category: [],
        date: resource.effectiveDateTime ?? resource.effectivePeriod?.start,
        encounter: resource.context,
      };
    case 'Immunization':
      return {
        code: resource.vaccineCode,
        status: resource.status,
        category: [],
        date: resource.occurrenceDateTime,
        encounter: resource.encounter,
      };
    case 'DiagnosticReport':
      return {
        code: resource.code,
        status: resource.status,
        category: resource.category ?? [],
        date: resource.effectiveDateTime ?? resource.issued,
        encounter: resource.encounter,
        value: resource.conclusion,
      };
    case 'AllergyIntolerance':
      return {
        code: resource.code,
        status: resource.clinicalStatus?.coding?.[0]?.code,
        category: [],
        date: resource.onsetDateTime ?? resource.recordedDate,
        encounter: resource.encounter,
      };
    default:
      return undefined;
  }
}

/** What makes a condition not count (refuted, entered in error) goes before its clinical status. */
function conditionStatus({ clinicalStatus, verificationStatus }: Condition): string | undefined {
  const verification = verificationStatus?.coding?.[0]?.code;
  if (verification === 'refuted' || verification === 'entered-in-error') return verification;
  return clinicalStatus?.coding?.[0]?.code ?? verification;
}

function observedValue(observation: Observation): StructuredFact['value'] {
  const { valueQuantity, valueString, valueCodeableConcept, valueBoolean, valueInteger } = observation;
  if (valueQuantity?.value !== undefined)
    return { number: valueQuantity.value, unit: valueQuantity.unit ?? valueQuantity.code };
  if (valueInteger !== undefined) return { number: valueInteger, unit: undefined };
  if (valueBoolean !== undefined) return String(valueBoolean);
  return valueString ?? valueCodeableConcept?.text ?? valueCodeableConcept?.coding?.[0]?.display;
}
