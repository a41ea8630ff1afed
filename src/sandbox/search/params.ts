/**
 * The search parameters that the sandbox implements, by resource type, as FHIR R4 defines them
 * (https://hl7.org/fhir/R4/searchparameter-registry.html). What is not here is refused, as strict servers do; the
 * CapabilityStatement is generated from this table.
 */

/** `paths` are dotted element paths; arrays on the way are flattened. Index: exact lookups without a scan. */
export type SearchParam =
  | { readonly kind: 'reference'; readonly paths: readonly string[]; readonly targets?: readonly string[] }
  | { readonly kind: 'token'; readonly paths: readonly string[] }
  | { readonly kind: 'date'; readonly paths: readonly string[] }
  | { readonly kind: 'string'; readonly paths: readonly string[] };

export type SearchParams = Readonly<Record<string, SearchParam>>;

const token = (...paths: string[]): SearchParam => ({ kind: 'token', paths });
const date = (...paths: string[]): SearchParam => ({ kind: 'date', paths });
const text = (...paths: string[]): SearchParam => ({ kind: 'string', paths });
const reference = (...paths: string[]): SearchParam => ({ kind: 'reference', paths });
const patientIn = (...paths: string[]): SearchParam => ({ kind: 'reference', paths, targets: ['Patient'] });

const subjectOf = { patient: patientIn('subject'), subject: reference('subject') };
const clinical = { ...subjectOf, encounter: reference('encounter'), identifier: token('identifier') };
const personName = {
  name: text('name.text', 'name.family', 'name.given'),
  family: text('name.family'),
  given: text('name.given'),
};

const SEARCH_PARAMS = {
  Patient: { ...personName, identifier: token('identifier'), birthdate: date('birthDate'), gender: token('gender') },
  Encounter: {
    ...subjectOf,
    identifier: token('identifier'),
    date: date('period'),
    status: token('status'),
    class: token('class'),
    type: token('type'),
    participant: reference('participant.individual'),
    'service-provider': reference('serviceProvider'),
  },
  Claim: {
    patient: patientIn('patient'),
    encounter: reference('item.encounter'),
    identifier: token('identifier'),
    created: date('created'),
    status: token('status'),
    use: token('use'),
    provider: reference('provider'),
  },
  Condition: {
    ...clinical,
    'clinical-status': token('clinicalStatus'),
    'verification-status': token('verificationStatus'),
    category: token('category'),
    code: token('code'),
    'recorded-date': date('recordedDate'),
  },
  Procedure: {
    ...clinical,
    date: date('performedDateTime', 'performedPeriod'),
    status: token('status'),
    code: token('code'),
  },
  Observation: {
    ...clinical,
    date: date('effectiveDateTime', 'effectivePeriod', 'effectiveInstant'),
    status: token('status'),
    category: token('category'),
    code: token('code'),
  },
  DiagnosticReport: {
    ...clinical,
    date: date('effectiveDateTime', 'effectivePeriod'),
    status: token('status'),
    category: token('category'),
    code: token('code'),
  },
  MedicationRequest: {
    ...clinical,
    authoredon: date('authoredOn'),
    status: token('status'),
    intent: token('intent'),
  },
  ServiceRequest: {
    ...clinical,
    authored: date('authoredOn'),
    status: token('status'),
    intent: token('intent'),
    category: token('category'),
    code: token('code'),
  },
  DocumentReference: {
    ...subjectOf,
    encounter: reference('context.encounter'),
    identifier: token('masterIdentifier', 'identifier'),
    status: token('status'),
    type: token('type'),
    category: token('category'),
    period: date('context.period'),
    date: date('date'),
    author: reference('author'),
  },
  Practitioner: { ...personName, identifier: token('identifier') },
  PractitionerRole: {
    identifier: token('identifier'),
    practitioner: reference('practitioner'),
    organization: reference('organization'),
  },
  Organization: { identifier: token('identifier'), name: text('name') },
  Location: { identifier: token('identifier'), name: text('name'), organization: reference('managingOrganization') },
  Coverage: {
    patient: patientIn('beneficiary'),
    beneficiary: reference('beneficiary'),
    identifier: token('identifier'),
    status: token('status'),
    payor: reference('payor'),
  },
  RelatedPerson: { ...personName, patient: patientIn('patient'), identifier: token('identifier') },
  DetectedIssue: {
    patient: patientIn('patient'),
    identifier: token('identifier'),
    code: token('code'),
    identified: date('identifiedDateTime', 'identifiedPeriod'),
    author: reference('author'),
    implicated: reference('implicated'),
  },
  Task: {
    patient: patientIn('for'),
    subject: reference('for'),
    encounter: reference('encounter'),
    identifier: token('identifier'),
    status: token('status'),
    intent: token('intent'),
    code: token('code'),
    focus: reference('focus'),
    owner: reference('owner'),
    'part-of': reference('partOf'),
    'based-on': reference('basedOn'),
    'authored-on': date('authoredOn'),
  },
  Communication: { ...clinical, status: token('status'), sent: date('sent') },
  CommunicationRequest: { ...clinical, status: token('status'), authored: date('authoredOn') },
  Provenance: {
    patient: patientIn('target'),
    target: reference('target'),
    agent: reference('agent.who'),
    recorded: date('recorded'),
  },
  Device: {
    patient: patientIn('patient'),
    identifier: token('identifier'),
    type: token('type'),
    status: token('status'),
  },
  Binary: {},
} as const satisfies Record<string, SearchParams>;

/** The types that the sandbox serves. */
export type ServedType = keyof typeof SEARCH_PARAMS;

export const SERVED_TYPES: readonly ServedType[] = Object.keys(SEARCH_PARAMS).filter(isServedType);

export function isServedType(type: string): type is ServedType {
  return Object.hasOwn(SEARCH_PARAMS, type);
}

/** A Binary is read by its address only. */
export const isSearchable = (type: ServedType): boolean => type !== 'Binary';

export function searchParamsOf(type: ServedType): SearchParams {
  return SEARCH_PARAMS[type];
}
