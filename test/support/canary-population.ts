import type {
  Claim,
  Coverage,
  DocumentReference,
  Encounter,
  FhirResource,
  HumanName,
  Location,
  Organization,
  Patient,
  Practitioner,
  RelatedPerson,
} from 'fhir/r4.js';
import type { Canaries } from './canaries.ts';
import { pdfOf } from './pdf.ts';

/** The facts of one invented chart in which whatever identifies somebody is a canary. */
interface People {
  readonly patient: Patient;
  readonly relative: RelatedPerson;
  readonly doctor: Practitioner;
  readonly hospital: Organization;
  readonly ward: Location;
  readonly coverage: Coverage;
}

/**
 * Charts of one patient, one for each id of an encounter. Three ids are ordinary: those of Patient and Encounter, the address
 * of the chart in its EHR, which RevRx must keep to find it again, and that of the clinician, who signs in and is accounted
 * for. All else that can identify is a canary.
 */
export function canaryPopulation(canaries: Canaries, encounterIds: readonly string[]): FhirResource[] {
  const people = inventPeople(canaries);
  return [...Object.values(people), ...encounterIds.flatMap((id) => chartOf(id, people, canaries))];
}

function inventPeople(canaries: Canaries): People {
  const name = (what: string): HumanName => ({
    family: canaries.word(`${what}.name.family`),
    given: [canaries.word(`${what}.name.given`)],
  });
  const address = (what: string) => ({
    line: [`4417 ${canaries.word(`${what}.address.street`)} Street`],
    city: canaries.word(`${what}.address.city`),
    state: 'OH',
    postalCode: '44117',
  });
  const telecom = (what: string) => [
    { system: 'phone' as const, value: canaries.phone(`${what}.telecom.phone`) },
    { system: 'email' as const, value: `${canaries.word(`${what}.telecom.email`)}@mail.example.org` },
  ];
  const identifier = (what: string, code: string) => [
    {
      type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code }] },
      system: `urn:oid:2.16.840.1.113883.3.9999.${code.length}`,
      value: code === 'SS' ? canaries.ssn(`${what}.identifier.SS`) : canaries.digits(`${what}.identifier.${code}`, 12),
    },
  ];
  const id = (what: string): string => `${what}-${canaries.digits(`${what}.id`, 12)}`;
  const patient: Patient = {
    resourceType: 'Patient',
    id: 'pt-canary',
    identifier: [...identifier('Patient', 'MR'), ...identifier('Patient', 'SS'), ...identifier('Patient', 'DL')],
    name: [
      { use: 'official', ...name('Patient') },
      { use: 'maiden', family: canaries.word('Patient.name.maiden') },
      { use: 'nickname', given: [canaries.word('Patient.name.nickname')] },
    ],
    telecom: telecom('Patient'),
    gender: 'female',
    birthDate: canaries.date('Patient.birthDate', 1940, 1970),
    address: [address('Patient')],
    contact: [{ name: name('Patient.contact'), telecom: telecom('Patient.contact') }],
  };
  const self = { reference: 'Patient/pt-canary', display: canaries.word('Reference.display') };
  return {
    patient,
    relative: {
      resourceType: 'RelatedPerson',
      id: id('RelatedPerson'),
      patient: self,
      name: [name('RelatedPerson')],
      telecom: telecom('RelatedPerson'),
      address: [address('RelatedPerson')],
    },
    doctor: {
      resourceType: 'Practitioner',
      id: 'pr-canary',
      identifier: identifier('Practitioner', 'NPI'),
      name: [{ ...name('Practitioner'), suffix: ['MD'] }],
      telecom: telecom('Practitioner'),
    },
    hospital: {
      resourceType: 'Organization',
      id: id('Organization'),
      name: `${canaries.word('Organization.name')} Regional Hospital`,
      telecom: telecom('Organization'),
      address: [address('Organization')],
    },
    ward: { resourceType: 'Location', id: id('Location'), name: `${canaries.word('Location.name')} Pavilion` },
    coverage: {
      resourceType: 'Coverage',
      id: id('Coverage'),
      status: 'active',
      subscriberId: canaries.digits('Coverage.subscriberId', 13),
      beneficiary: self,
      payor: [{ display: `${canaries.word('Coverage.payor')} Mutual` }],
    },
  };
}

function chartOf(encounterId: string, people: People, canaries: Canaries): FhirResource[] {
  const { doctor, hospital, ward } = people;
  const self = { reference: 'Patient/pt-canary', display: nameOf(people.patient) };
  const reference = `Encounter/${encounterId}`;
  const performer = { reference: `Practitioner/${doctor.id}`, display: nameOf(doctor) };
  const encounter: Encounter = {
    resourceType: 'Encounter',
    id: encounterId,
    identifier: [{ system: 'urn:visit', value: canaries.digits('Encounter.identifier', 12) }],
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    subject: self,
    participant: [{ individual: performer }],
    period: { start: '2026-03-11T10:00:00-05:00', end: '2026-03-11T10:25:00-05:00' },
    reasonCode: [{ text: `Cough, sent by Dr. ${canaries.word('Encounter.reasonCode')}` }],
    location: [{ location: { reference: `Location/${ward.id}`, display: ward.name ?? '' } }],
    serviceProvider: { reference: `Organization/${hospital.id}`, display: hospital.name ?? '' },
  };
  const claim: Claim = {
    resourceType: 'Claim',
    id: `claim-${canaries.digits('Claim.id', 12)}`,
    identifier: [{ system: 'urn:claim', value: canaries.digits('Claim.identifier', 12) }],
    status: 'active',
    type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/claim-type', code: 'professional' }] },
    use: 'claim',
    patient: self,
    created: '2026-03-11T11:00:00-05:00',
    provider: { reference: `Organization/${hospital.id}`, display: hospital.name ?? '' },
    priority: { text: 'normal' },
    careTeam: [{ sequence: 1, provider: performer, responsible: true }],
    insurance: [{ sequence: 1, focal: true, coverage: { reference: `Coverage/${people.coverage.id}` } }],
    diagnosis: ['J18.9', 'E11.9', 'I10'].map((code, index) => ({
      sequence: index + 1,
      diagnosisCodeableConcept: { coding: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code }] },
    })),
    item: [
      {
        sequence: 1,
        diagnosisSequence: [1, 2],
        productOrService: { coding: [{ system: 'http://www.ama-assn.org/go/cpt', code: '99215' }] },
        servicedDate: '2026-03-11',
        encounter: [{ reference }],
      },
    ],
  };
  const text = noteText(people, canaries);
  return [
    encounter,
    claim,
    documentOf(reference, people, canaries, { contentType: 'text/plain', bytes: Buffer.from(text) }),
    documentOf(reference, people, canaries, {
      contentType: 'text/html',
      bytes: Buffer.from(
        `<html><head><title>${nameOf(people.patient)}</title></head><body><p>${text.replaceAll('\n', '<br/>')}</p></body></html>`,
      ),
    }),
    documentOf(reference, people, canaries, { contentType: 'application/pdf', bytes: pdfOf(text.split('\n')) }),
  ];
}

function documentOf(
  encounter: string,
  { patient, doctor, hospital }: People,
  canaries: Canaries,
  { contentType, bytes }: { readonly contentType: string; readonly bytes: Buffer },
): DocumentReference {
  return {
    resourceType: 'DocumentReference',
    id: `doc-${canaries.digits('DocumentReference.id', 12)}`,
    identifier: [{ system: 'urn:doc', value: canaries.digits('DocumentReference.identifier', 12) }],
    status: 'current',
    docStatus: 'final',
    type: { coding: [{ system: 'http://loinc.org', code: '11506-3' }], text: 'Progress note' },
    subject: { reference: 'Patient/pt-canary', display: nameOf(patient) },
    date: '2026-03-11T10:30:00-05:00',
    author: [{ reference: `Practitioner/${doctor.id}`, display: nameOf(doctor) }],
    authenticator: { reference: `Practitioner/${doctor.id}`, display: nameOf(doctor) },
    custodian: { reference: `Organization/${hospital.id}`, display: hospital.name ?? '' },
    description: `Visit of ${nameOf(patient)}`,
    content: [{ attachment: { contentType, data: bytes.toString('base64'), title: `Note ${nameOf(patient)}` } }],
    context: { encounter: [{ reference: encounter }] },
  };
}

/** A note that names everybody of the record, and people, places and numbers that no record knows. */
function noteText({ patient, relative, doctor, hospital, ward, coverage }: People, canaries: Canaries): string {
  const [official, maiden, nickname] = patient.name ?? [];
  const [mrn, ssn] = patient.identifier ?? [];
  const [home] = patient.address ?? [];
  const phone = patient.telecom?.[0]?.value ?? '';
  const outside = canaries.word('note.outsideClinician');
  return [
    `${hospital.name ?? ''} - ${ward.name ?? ''}`,
    `PATIENT: ${official?.family?.toUpperCase() ?? ''}, ${official?.given?.[0]?.toUpperCase() ?? ''}   MRN ${mrn?.value ?? ''}   SSN ${ssn?.value ?? ''}`,
    `DOB: ${patient.birthDate ?? ''}  Phone ${phone}  Member ${coverage.subscriberId ?? ''}`,
    `Address: ${home?.line?.[0] ?? ''}, ${home?.city ?? ''}, OH ${home?.postalCode ?? ''}`,
    '',
    'History of present illness:',
    `Mrs. ${official?.family ?? ''} (born ${maiden?.family ?? ''}, called ${nickname?.given?.[0] ?? ''}) came with her sister`,
    `${nameOf(relative)}. Cough for four days, no fever. She was seen by Dr. ${outside} at ${canaries.word('note.facility')} Memorial Hospital.`,
    `Her neighbor ${canaries.word('note.neighbor')} drove her. Reach her at ${canaries.word('note.email')}@home.example.net or ${canaries.phone('note.phone')}.`,
    `Accession number: ${canaries.digits('note.accession', 12)}. Driver's license: ${canaries.digits('note.license', 12)}.`,
    '',
    'Assessment and plan:',
    '1. Acute bronchitis. Pneumonia was ruled out by chest x-ray. Fluids, honey, return if worse.',
    '2. Essential hypertension, at goal. Continue lisinopril 10 mg daily.',
    '3. Type 2 diabetes with diabetic nephropathy, A1c 7.4. Continue metformin.',
    '',
    `Electronically signed by ${nameOf(doctor)}, MD`,
  ].join('\n');
}

function nameOf({ name }: Patient | Practitioner | RelatedPerson): string {
  return `${name?.[0]?.given?.[0] ?? ''} ${name?.[0]?.family ?? ''}`;
}
