/** Canonical URLs of what `fhir-profiles/` defines. */
const BASE = 'https://revrx.dev/fhir';

export const PROFILE = {
  finding: `${BASE}/StructureDefinition/coding-finding`,
  task: `${BASE}/StructureDefinition/coding-review-task`,
  query: `${BASE}/StructureDefinition/clinician-query`,
  report: `${BASE}/StructureDefinition/coding-review-report`,
  provenance: `${BASE}/StructureDefinition/coding-review-provenance`,
  device: `${BASE}/StructureDefinition/coding-review-device`,
} as const;

export const EXTENSION = {
  direction: `${BASE}/StructureDefinition/direction`,
  confidence: `${BASE}/StructureDefinition/confidence`,
  billedCode: `${BASE}/StructureDefinition/billed-code`,
  suggestedCode: `${BASE}/StructureDefinition/suggested-code`,
  rule: `${BASE}/StructureDefinition/rule`,
  encounter: `${BASE}/StructureDefinition/encounter`,
} as const;

export const CODE_SYSTEM = {
  kind: `${BASE}/CodeSystem/finding-kind`,
  decision: `${BASE}/CodeSystem/finding-decision`,
  codingReview: `${BASE}/CodeSystem/coding-review`,
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  cpt: 'http://www.ama-assn.org/go/cpt',
  hcpcs: 'http://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
} as const;

/** Identifier systems: by them a resource of RevRx is known, and never written twice. */
export const IDENTIFIER = {
  finding: `${BASE}/identifier/finding`,
  task: `${BASE}/identifier/task`,
  query: `${BASE}/identifier/query`,
  report: `${BASE}/identifier/report`,
  device: `${BASE}/identifier/device`,
} as const;

/** "AI asserted": the label of the AI Transparency on FHIR guide, from HL7's v3-ObservationValue. */
export const AI_ASSERTED = {
  system: 'http://terminology.hl7.org/CodeSystem/v3-ObservationValue',
  code: 'AIAST',
  display: 'Artificial Intelligence asserted',
} as const;
