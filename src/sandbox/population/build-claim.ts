import type { Claim, ClaimItem } from 'fhir/r4.js';
import { displayName, organizationId, practitionerId } from './build-people.ts';
import { encounterOf, subjectOf } from './build-encounter.ts';
import { resourceId, splitCode, type CaseContext } from './case-context.ts';
import { SYSTEMS, concept, hl7Concept, reference } from './codings.ts';
import { toInstant } from './local-time.ts';

/** A line of a claim as authored: `20610-RT >1 x1 @2026-03-12`. */
interface ServiceLine {
  readonly code: string;
  readonly modifiers: readonly string[];
  readonly units: number;
  readonly pointers: readonly number[];
  readonly date: string | undefined;
}

/** Reads an authored line; a word that is none of its parts is the author's mistake and throws. */
function parseServiceLine(line: string): ServiceLine {
  const [service = '', ...options] = line.split(' ');
  const [code = '', ...modifiers] = service.split('-');
  let parsed: ServiceLine = { code, modifiers, units: 1, pointers: [1], date: undefined };
  for (const option of options) {
    const value = option.slice(1);
    if (option.startsWith('x')) parsed = { ...parsed, units: Number(value) };
    else if (option.startsWith('@')) parsed = { ...parsed, date: value };
    else if (option.startsWith('>'))
      parsed = { ...parsed, pointers: value === '-' ? [] : value.split(',').map(Number) };
    else throw new Error(`"${option}" in the service line "${line}" is not understood.`);
  }
  return parsed;
}

/** The one claim of an encounter. */
export function buildClaim(context: CaseContext): Claim {
  const { described, clinician, facility } = context;
  const { claim, visit } = described;
  const items = claim.items.map((line, index) => buildItem(context, parseServiceLine(line), index));
  const total = items.reduce((sum, item) => sum + (item.net?.value ?? 0), 0);
  return {
    resourceType: 'Claim',
    id: resourceId('clm', context),
    identifier: [{ system: SYSTEMS.claim, value: `C${described.id.toUpperCase()}${context.suffix.toUpperCase()}` }],
    status: 'active',
    type: hl7Concept('claim-type', claim.type, claim.type === 'professional' ? 'Professional' : 'Institutional'),
    use: 'claim',
    patient: subjectOf(context),
    billablePeriod: { start: visit.start.slice(0, 10), end: visit.end.slice(0, 10) },
    created: toInstant(visit.end),
    insurer: { display: context.patient.plan },
    provider: reference('Organization', organizationId(clinician.facility), facility.name),
    priority: hl7Concept('processpriority', 'normal', 'Normal'),
    careTeam: [
      {
        sequence: 1,
        provider: reference('Practitioner', practitionerId(described.clinician), displayName(clinician)),
        responsible: true,
        qualification: concept(SYSTEMS.taxonomy, clinician.taxonomy, clinician.specialty),
      },
    ],
    diagnosis: claim.diagnoses.map((line, index) => {
      const { code, title } = splitCode(line);
      return { sequence: index + 1, diagnosisCodeableConcept: concept(SYSTEMS.icd10cm, code, title) };
    }),
    insurance: [{ sequence: 1, focal: true, coverage: reference('Coverage', `cov-${context.patientId}`) }],
    ...(items.length > 0 ? { item: items, total: { value: total, currency: 'USD' } } : {}),
  };
}

function buildItem(context: CaseContext, line: ServiceLine, index: number): ClaimItem {
  const { visit } = context.described;
  const unitPrice = inventedPrice(line.code);
  return {
    sequence: index + 1,
    careTeamSequence: [1],
    ...(line.pointers.length > 0 ? { diagnosisSequence: [...line.pointers] } : {}),
    productOrService: concept(/^[A-Z]/.test(line.code) ? SYSTEMS.hcpcs : SYSTEMS.cpt, line.code),
    ...(line.modifiers.length > 0 ? { modifier: line.modifiers.map(toModifier) } : {}),
    servicedDate: line.date ?? visit.start.slice(0, 10),
    locationCodeableConcept: concept(SYSTEMS.placeOfService, visit.place),
    quantity: { value: line.units },
    unitPrice: { value: unitPrice, currency: 'USD' },
    net: { value: unitPrice * line.units, currency: 'USD' },
    encounter: [encounterOf(context)],
  };
}

/** Two digits are CPT modifiers; letters are HCPCS Level II. */
function toModifier(modifier: string) {
  return concept(/^\d\d$/.test(modifier) ? SYSTEMS.cpt : SYSTEMS.hcpcs, modifier);
}

/** A charge in whole dollars that means nothing, the same for the same code everywhere. */
function inventedPrice(code: string): number {
  const digits = Number(code.replaceAll(/\D/g, ''));
  return /^[A-Z]/.test(code) ? 5 + (digits % 40) : 60 + ((digits * 7) % 440);
}
