import type { FhirResource } from 'fhir/r4.js';
import { z } from 'zod';

/**
 * The shape of the elements that RevRx reads, so that its types are true of what an EHR or a file brings. What is not named
 * here passes; what is missing is for the readers to deal with; what is there must have the form that FHIR R4 gives it.
 */
const text = z.string().optional();
const list = <T extends z.ZodType>(item: T) => z.array(item).optional();
const reference = z.looseObject({ reference: text, display: text, identifier: z.looseObject({}).optional() });
const coding = z.looseObject({ system: text, code: text, display: text });
const concept = z.looseObject({ coding: list(coding), text });
const period = z.looseObject({ start: text, end: text });
const identifier = z.looseObject({ system: text, value: text, type: concept.optional() });
const name = z.looseObject({
  family: text,
  given: list(z.string()),
  prefix: list(z.string()),
  suffix: list(z.string()),
  text,
});
const telecom = z.looseObject({ system: text, value: text });
const address = z.looseObject({
  line: list(z.string()),
  city: text,
  state: text,
  postalCode: text,
  district: text,
  text,
});
const quantity = z.looseObject({ value: z.number().optional(), unit: text, code: text });
const any = z.looseObject({ resourceType: z.string().regex(/^[A-Z][A-Za-z]{2,40}$/), id: text });

const person = any.extend({
  identifier: list(identifier),
  name: list(name),
  telecom: list(telecom),
  address: list(address),
  birthDate: text,
});
const place = any.extend({ identifier: list(identifier), name: text, alias: list(z.string()) });
const event = any.extend({
  identifier: list(identifier),
  subject: reference.optional(),
  encounter: reference.optional(),
  code: concept.optional(),
});

const SHAPES: Readonly<Record<string, z.ZodType>> = {
  Patient: person.extend({
    contact: list(z.looseObject({ name: name.optional(), telecom: list(telecom), address: address.optional() })),
  }),
  Practitioner: person,
  RelatedPerson: person.extend({ patient: reference.optional() }),
  PractitionerRole: any.extend({
    practitioner: reference.optional(),
    organization: reference.optional(),
    specialty: list(concept),
  }),
  Organization: place.extend({ telecom: list(telecom), address: list(address) }),
  Location: place.extend({ telecom: list(telecom), address: address.optional() }),
  Encounter: any.extend({
    identifier: list(identifier),
    status: text,
    class: coding.optional(),
    type: list(concept),
    subject: reference.optional(),
    period: period.optional(),
    participant: list(z.looseObject({ individual: reference.optional(), type: list(concept) })),
    reasonCode: list(concept),
    serviceProvider: reference.optional(),
    diagnosis: list(z.looseObject({ condition: reference.optional() })),
    location: list(z.looseObject({ location: reference.optional() })),
  }),
  Claim: any.extend({
    identifier: list(identifier),
    status: text,
    use: text,
    type: concept.optional(),
    patient: reference.optional(),
    billablePeriod: period.optional(),
    created: text,
    provider: reference.optional(),
    careTeam: list(z.looseObject({ provider: reference.optional(), qualification: concept.optional() })),
    diagnosis: list(z.looseObject({ sequence: z.number().optional(), diagnosisCodeableConcept: concept.optional() })),
    procedure: list(z.looseObject({ sequence: z.number().optional(), procedureCodeableConcept: concept.optional() })),
    insurance: list(z.looseObject({ coverage: reference.optional() })),
    item: list(
      z.looseObject({
        sequence: z.number().optional(),
        productOrService: concept.optional(),
        modifier: list(concept),
        quantity: quantity.optional(),
        diagnosisSequence: list(z.number()),
        servicedDate: text,
        servicedPeriod: period.optional(),
        encounter: list(reference),
        locationCodeableConcept: concept.optional(),
      }),
    ),
  }),
  Coverage: any.extend({
    identifier: list(identifier),
    beneficiary: reference.optional(),
    subscriberId: text,
    payor: list(reference),
  }),
  Condition: event.extend({
    clinicalStatus: concept.optional(),
    verificationStatus: concept.optional(),
    category: list(concept),
  }),
  Procedure: event.extend({ status: text, bodySite: list(concept) }),
  Observation: event.extend({ status: text, valueQuantity: quantity.optional(), valueString: text }),
  MedicationRequest: event.extend({ status: text, medicationCodeableConcept: concept.optional() }),
  ServiceRequest: event.extend({ status: text }),
  DocumentReference: any.extend({
    identifier: list(identifier),
    status: text,
    docStatus: text,
    type: concept.optional(),
    category: list(concept),
    subject: reference.optional(),
    date: text,
    author: list(reference),
    authenticator: reference.optional(),
    content: z.array(
      z.looseObject({
        attachment: z.looseObject({
          contentType: text,
          data: text,
          url: text,
          title: text,
          size: z.number().optional(),
          hash: text,
        }),
      }),
    ),
    context: z.looseObject({ encounter: list(reference), period: period.optional() }).optional(),
    relatesTo: list(z.looseObject({ code: text, target: reference.optional() })),
  }),
  Binary: any.extend({ contentType: text, data: text }),
};

/** Whether the value is a FHIR resource, as far as RevRx reads it. */
export function isWellFormed(value: unknown): value is FhirResource {
  return faultOf(value) === undefined;
}

/** What is wrong with a resource: the path of the first element that has not the form of FHIR R4. Holds no values. */
export function faultOf(value: unknown): string | undefined {
  const basic = any.safeParse(value);
  if (!basic.success) return pathOf(basic.error);
  const shape = Object.hasOwn(SHAPES, basic.data.resourceType) ? SHAPES[basic.data.resourceType] : undefined;
  const result = shape?.safeParse(value);
  return result === undefined || result.success ? undefined : pathOf(result.error);
}

function pathOf(error: z.ZodError): string {
  return error.issues[0]?.path.join('.') || 'resourceType';
}
