import type { Bundle, Claim, DocumentReference, Encounter, FhirResource, Patient, Practitioner } from 'fhir/r4.js';

/** Small invented resources for tests. */
export const patient: Patient = {
  resourceType: 'Patient',
  id: 'p1',
  name: [{ family: 'Tarrow', given: ['Ines'] }],
  birthDate: '1961-04-09',
};

export const practitioner: Practitioner = {
  resourceType: 'Practitioner',
  id: 'dr1',
  name: [{ family: 'Bellweather' }],
};

export function encounter(id: string, day: string, more: Partial<Encounter> = {}): Encounter {
  return {
    resourceType: 'Encounter',
    id,
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    subject: { reference: 'Patient/p1' },
    period: { start: `${day}T09:00:00-05:00`, end: `${day}T09:30:00-05:00` },
    participant: [{ individual: { reference: 'Practitioner/dr1' } }],
    ...more,
  };
}

interface NoteMore extends Partial<DocumentReference> {
  readonly of?: string;
}

export function note(id: string, text: string, { of, ...more }: NoteMore = {}): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    type: { coding: [{ system: 'http://loinc.org', code: '11506-3' }], text: 'Progress note' },
    subject: { reference: 'Patient/p1' },
    content: [{ attachment: { contentType: 'text/plain', data: base64(text) } }],
    ...(of === undefined ? {} : { context: { encounter: [{ reference: of }] } }),
    ...more,
  };
}

export function claim(id: string, of: string | undefined, more: Partial<Claim> = {}): Claim {
  return {
    resourceType: 'Claim',
    id,
    status: 'active',
    use: 'claim',
    type: { coding: [{ code: 'professional' }] },
    patient: { reference: 'Patient/p1' },
    created: '2026-05-04',
    provider: { reference: 'Organization/o1' },
    priority: { coding: [{ code: 'normal' }] },
    insurance: [],
    item: [
      {
        sequence: 1,
        productOrService: { coding: [{ code: '99213' }] },
        ...(of === undefined ? {} : { encounter: [{ reference: of }] }),
      },
    ],
    ...more,
  };
}

export function bundle(...resources: FhirResource[]): Bundle {
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) };
}

export function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
