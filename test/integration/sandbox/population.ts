import type { FhirResource } from 'fhir/r4.js';

const NOTE = 'Ear pain for two days. Left ear red. No fever.';

/** A tiny invented practice: two patients, each with an encounter, a claim and a note. */
export function tinyPopulation(): FhirResource[] {
  return [
    { resourceType: 'Practitioner', id: 'dr-oma', name: [{ family: 'Omabe', given: ['Ines'] }] },
    { resourceType: 'Organization', id: 'clinic', name: 'Quill Harbor Clinic' },
    ...chart('ada', 'Lindqvist'),
    ...chart('ben', 'Tamsin'),
  ];
}

function chart(id: string, family: string): FhirResource[] {
  const subject = { reference: `Patient/${id}` };
  const encounter = { reference: `Encounter/visit-${id}` };
  return [
    {
      resourceType: 'Patient',
      id,
      identifier: [{ system: 'urn:mrn', value: `mrn-${id}` }],
      name: [{ family }],
      birthDate: '1980-05-06',
    },
    {
      resourceType: 'Encounter',
      id: `visit-${id}`,
      status: 'finished',
      class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
      subject,
      period: { start: '2026-03-02T09:00:00Z', end: '2026-03-02T09:20:00Z' },
      meta: { lastUpdated: '2026-03-02T10:00:00.000Z' },
    },
    {
      resourceType: 'Claim',
      id: `claim-${id}`,
      status: 'active',
      use: 'claim',
      type: { text: 'professional' },
      patient: subject,
      created: '2026-03-03',
      provider: { reference: 'Organization/clinic' },
      priority: { text: 'normal' },
      insurance: [],
      item: [{ sequence: 1, productOrService: { text: 'visit' }, encounter: [encounter] }],
    },
    { resourceType: 'Condition', id: `condition-${id}`, subject, encounter, code: { text: 'ear pain' } },
    {
      resourceType: 'DocumentReference',
      id: `note-${id}`,
      status: 'current',
      subject,
      date: '2026-03-02T09:30:00Z',
      content: [{ attachment: { contentType: 'text/plain', url: `Binary/note-${id}` } }],
      context: { encounter: [encounter] },
    },
    {
      resourceType: 'Binary',
      id: `note-${id}`,
      contentType: 'text/plain; charset=utf-8',
      data: Buffer.from(NOTE).toString('base64'),
    },
  ];
}
