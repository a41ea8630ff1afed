import type { CodeableConcept, Coding, Reference } from 'fhir/r4.js';

/** Code systems and identifier systems of the invented hospital. */
export const SYSTEMS = {
  mrn: 'http://kestrelvalley.example.org/mrn',
  visit: 'http://kestrelvalley.example.org/visit-number',
  claim: 'http://kestrelvalley.example.org/claim-number',
  member: 'http://kestrelvalley.example.org/member-id',
  npi: 'http://hl7.org/fhir/sid/us-npi',
  icd10cm: 'http://hl7.org/fhir/sid/icd-10-cm',
  cpt: 'http://www.ama-assn.org/go/cpt',
  hcpcs: 'https://www.cms.gov/Medicare/Coding/HCPCSReleaseCodeSets',
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
  taxonomy: 'http://nucc.org/provider-taxonomy',
  placeOfService: 'https://www.cms.gov/Medicare/Coding/place-of-service-codes/Place_of_Service_Code_Set',
  actCode: 'http://terminology.hl7.org/CodeSystem/v3-ActCode',
  roleCode: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
  participation: 'http://terminology.hl7.org/CodeSystem/v3-ParticipationType',
} as const;

const HL7 = 'http://terminology.hl7.org/CodeSystem';

/** One coding as a CodeableConcept; `text` defaults to the display. */
export function concept(system: string, code: string, display?: string, text?: string): CodeableConcept {
  const words = text ?? display;
  return { coding: [coding(system, code, display)], ...(words === undefined ? {} : { text: words }) };
}

/** A concept of one of HL7's own code systems, by the last part of its address. */
export function hl7Concept(name: string, code: string, display: string): CodeableConcept {
  return { coding: [coding(`${HL7}/${name}`, code, display)] };
}

export function coding(system: string, code: string, display?: string): Coding {
  return { system, code, ...(display === undefined ? {} : { display }) };
}

export function reference(type: string, id: string, display?: string): Reference {
  return { reference: `${type}/${id}`, ...(display === undefined ? {} : { display }) };
}
