import type { ReviewCase } from './review-case.ts';

const HL7 = 'http://terminology.hl7.org/CodeSystem';
const CPT = 'http://www.ama-assn.org/go/cpt';
const HCPCS = 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets';
const PLACE_OF_SERVICE = 'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set';

const PATIENT = { reference: 'Patient/patient' };
const CLINICIAN = { reference: 'Practitioner/clinician' };
const ENCOUNTER = { reference: 'Encounter/encounter' };

const concept = (system: string, code: string) => ({ coding: [{ system, code }] });
const day = (instant: string) => instant.slice(0, 10);

/** What a chart would hold about the encounter of a case, as a FHIR R4 Bundle. The answers of the case stay out. */
export function toBundle(review: ReviewCase): object {
  const resources = [
    toPatient(review),
    toClinician(review),
    toEncounter(review),
    toClaim(review),
    ...review.notes.map((note, index) => toDocument(review, note, index)),
    ...review.resources.map((resource, index) => linked(review, resource, index)),
  ];
  return { resourceType: 'Bundle', type: 'collection', entry: resources.map((resource) => ({ resource })) };
}

function toPatient({ patient }: ReviewCase) {
  const { given, family, gender, birthDate, mrn, phone, email, address } = patient;
  return {
    resourceType: 'Patient',
    id: 'patient',
    identifier: [{ type: concept(`${HL7}/v2-0203`, 'MR'), value: mrn }],
    name: [{ use: 'official', given, family }],
    gender,
    birthDate,
    telecom: [
      ...(phone === undefined ? [] : [{ system: 'phone', value: phone }]),
      ...(email === undefined ? [] : [{ system: 'email', value: email }]),
    ],
    ...(address === undefined ? {} : { address: [address] }),
  };
}

function toClinician({ clinician: { given, family, npi } }: ReviewCase) {
  return {
    resourceType: 'Practitioner',
    id: 'clinician',
    identifier: [{ system: 'http://hl7.org/fhir/sid/us-npi', value: npi }],
    name: [{ given, family }],
  };
}

function toEncounter({ encounter }: ReviewCase) {
  const { newPatient, start, end } = encounter;
  return {
    resourceType: 'Encounter',
    id: 'encounter',
    status: 'finished',
    class: { system: `${HL7}/v3-ActCode`, code: encounter.class },
    ...(newPatient === undefined ? {} : { type: [{ text: newPatient ? 'New patient' : 'Established patient' }] }),
    subject: PATIENT,
    participant: [{ individual: CLINICIAN }],
    period: { start, end },
  };
}

function toClaim({ claim, clinician, encounter }: ReviewCase) {
  return {
    resourceType: 'Claim',
    id: 'claim',
    status: 'active',
    type: concept(`${HL7}/claim-type`, claim.type),
    use: 'claim',
    patient: PATIENT,
    billablePeriod: { start: day(encounter.start), end: day(encounter.end) },
    created: encounter.end,
    provider: CLINICIAN,
    priority: concept(`${HL7}/processpriority`, 'normal'),
    careTeam: [
      {
        sequence: 1,
        provider: CLINICIAN,
        responsible: true,
        ...(clinician.specialty === undefined ? {} : { qualification: { text: clinician.specialty } }),
      },
    ],
    diagnosis: claim.diagnoses.map(({ sequence, code }) => ({
      sequence,
      diagnosisCodeableConcept: concept('http://hl7.org/fhir/sid/icd-10-cm', code),
    })),
    insurance: [{ sequence: 1, focal: true, coverage: { display: 'Health plan' } }],
    item: claim.items.map((item) => toItem(item, encounter)),
  };
}

function toItem(item: ReviewCase['claim']['items'][number], { start, placeOfService }: ReviewCase['encounter']) {
  return {
    sequence: item.sequence,
    careTeamSequence: [1],
    diagnosisSequence: item.diagnosisSequence,
    productOrService: concept(item.system === 'cpt' ? CPT : HCPCS, item.code),
    modifier: item.modifiers.map((modifier) => concept(/^\d\d$/.test(modifier) ? CPT : HCPCS, modifier)),
    servicedDate: day(start),
    ...(placeOfService === undefined ? {} : { locationCodeableConcept: concept(PLACE_OF_SERVICE, placeOfService) }),
    quantity: { value: item.units },
    encounter: [ENCOUNTER],
  };
}

function toDocument({ encounter }: ReviewCase, note: ReviewCase['notes'][number], index: number) {
  const { loinc, title, docStatus, date, contentType, text } = note;
  return {
    resourceType: 'DocumentReference',
    id: `note-${index + 1}`,
    status: 'current',
    docStatus,
    type: { ...concept('http://loinc.org', loinc), text: title },
    subject: PATIENT,
    date,
    author: [CLINICIAN],
    content: [{ attachment: { contentType, title, data: Buffer.from(text, 'utf8').toString('base64') } }],
    context: { encounter: [ENCOUNTER], period: { start: encounter.start, end: encounter.end } },
  };
}

const NAMES_PATIENT_SO: readonly string[] = ['AllergyIntolerance', 'Immunization', 'FamilyMemberHistory', 'Device'];

/** A further resource of the case, of its patient and, unless it is history, of its encounter. */
function linked({ encounter }: ReviewCase, resource: ReviewCase['resources'][number], index: number) {
  const text = JSON.stringify(resource);
  const dated = /"(?:recordedDate|authoredOn|effectiveDateTime|performedDateTime)":"([^"]{10})/.exec(text)?.[1];
  const isHistory = text.includes('"problem-list-item"') || (dated !== undefined && dated < day(encounter.start));
  const who = NAMES_PATIENT_SO.includes(resource.resourceType) ? { patient: PATIENT } : { subject: PATIENT };
  return {
    id: `${resource.resourceType.toLowerCase()}-${index + 1}`,
    ...(isHistory ? {} : { encounter: ENCOUNTER }),
    ...resource,
    ...who,
  };
}
