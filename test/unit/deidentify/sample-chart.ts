import type { Claim } from 'fhir/r4.js';
import type { Chart } from '#chart/index.ts';

const CPT = 'http://www.ama-assn.org/go/cpt';
const POS = 'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set';

export const NOTE = `Patient: Lindqvist, Annika   MRN 82-322654   DOB 06/02/1931
Seen 03/14/2024 with her daughter Zofia. Annika Lindqvist is a 92-year-old woman with Graves disease, HFrEF and CKD 3a.
Pain 4/10 since 2/29/2024. Furosemide 40 mg BID. Total time 42 minutes.
Signed: Renzo Sandoval, MD, 03/14/2024`;

interface Line {
  readonly code: string;
  readonly system?: string;
  readonly modifiers?: readonly string[];
  readonly place?: string;
}

/** A claim of some lines, all pointing to its first diagnosis. */
export function claimOf(lines: readonly Line[], more: Partial<Claim> = {}): Claim {
  return {
    resourceType: 'Claim',
    id: 'claim-1',
    status: 'active',
    use: 'claim',
    type: { coding: [{ code: 'professional' }] },
    patient: { reference: 'Patient/p' },
    created: '2024-03-14',
    provider: { reference: 'Organization/o' },
    priority: { text: 'normal' },
    careTeam: [
      {
        sequence: 1,
        provider: { reference: 'Practitioner/d' },
        responsible: true,
        qualification: { text: 'Internal Medicine' },
      },
    ],
    diagnosis: [
      {
        sequence: 1,
        diagnosisCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: 'e0500' }] },
      },
      { sequence: 2, diagnosisCodeableConcept: { coding: [{ code: 'N18.31' }] } },
    ],
    insurance: [],
    item: lines.map(({ code, system = CPT, modifiers = [], place = '11' }, at) => ({
      sequence: at + 1,
      diagnosisSequence: [1],
      productOrService: { coding: [{ system, code }] },
      modifier: modifiers.map((one) => ({ coding: [{ code: one }] })),
      servicedDate: '2024-03-14',
      locationCodeableConcept: { coding: [{ system: POS, code: place }] },
      quantity: { value: 1 },
    })),
    ...more,
  };
}

/** An invented office visit of a patient of 92. */
export function sampleChart(change: Partial<Chart> = {}): Chart {
  const reference = {
    resourceType: 'DocumentReference' as const,
    id: 'doc-1',
    status: 'current' as const,
    docStatus: 'final' as const,
    author: [{ reference: 'Practitioner/d' }],
    authenticator: { reference: 'Practitioner/d' },
    content: [],
  };
  return {
    version: 'v',
    encounter: {
      resourceType: 'Encounter',
      id: 'e',
      status: 'finished',
      class: { code: 'AMB' },
      type: [{ text: 'Established patient' }],
      period: { start: '2024-03-14T09:00:00-05:00', end: '2024-03-14T09:42:00-05:00' },
    },
    patient: {
      resourceType: 'Patient',
      id: 'p',
      name: [{ family: 'Lindqvist', given: ['Annika'] }],
      gender: 'female',
      birthDate: '1931-06-02',
      identifier: [{ value: '82-322654' }],
    },
    relatedPersons: [],
    claims: [claimOf([{ code: '99214', modifiers: ['25'] }])],
    practitioners: [{ resourceType: 'Practitioner', id: 'd', name: [{ family: 'Sandoval', given: ['Renzo'] }] }],
    practitionerRoles: [],
    organizations: [{ resourceType: 'Organization', id: 'o', name: 'Cedar Hollow Medical Group' }],
    locations: [],
    coverages: [],
    conditions: [
      {
        resourceType: 'Condition',
        id: 'c',
        subject: {},
        encounter: { reference: 'Encounter/e' },
        code: {
          text: 'Graves disease of Annika Lindqvist',
          coding: [{ system: 'http://snomed.info/sct', code: '353295004' }],
        },
        clinicalStatus: { coding: [{ code: 'active' }] },
        onsetDateTime: '2024-03-01',
      },
    ],
    procedures: [],
    others: [
      {
        resourceType: 'Observation',
        id: 'ob',
        status: 'final',
        code: { text: 'eGFR' },
        valueQuantity: { value: 48, unit: 'mL/min' },
        effectiveDateTime: '2024-03-13',
      },
    ],
    documents: [
      {
        id: 'doc-1',
        reference,
        title: 'Progress note for Annika Lindqvist',
        loinc: '11506-3',
        date: '2024-03-14T10:00:00-05:00',
        contentType: 'text/plain',
        text: NOTE,
        offsets: { runs: [] },
      },
    ],
    gaps: [],
    ...change,
  };
}
