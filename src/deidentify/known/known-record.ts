import { z } from 'zod';
import { AppError } from '#kernel/index.ts';

const text = z.string();
const humanName = z.object({
  use: text.optional(),
  text: text.optional(),
  family: text.optional(),
  given: z.array(text).optional(),
});
const identifier = z.object({ system: text.optional(), value: text.optional() });
const telecom = z.object({ system: text.optional(), value: text.optional() });
const address = z.object({
  text: text.optional(),
  line: z.array(text).optional(),
  city: text.optional(),
  district: text.optional(),
  postalCode: text.optional(),
});
const person = z.object({
  id: text.optional(),
  name: z.array(humanName).optional(),
  identifier: z.array(identifier).optional(),
  telecom: z.array(telecom).optional(),
  address: z.array(address).optional(),
  birthDate: text.optional(),
});
const contact = z.object({
  name: humanName.optional(),
  telecom: z.array(telecom).optional(),
  address: address.optional(),
});
const patient = person.extend({ resourceType: z.literal('Patient'), contact: z.array(contact).optional() });
const place = z.object({
  id: text.optional(),
  name: text.optional(),
  alias: z.array(text).optional(),
  identifier: z.array(identifier).optional(),
  telecom: z.array(telecom).optional(),
  address: z.union([address, z.array(address)]).optional(),
});
const knownRecord = z.object({
  patient: patient.optional(),
  relatedPersons: z.array(person).optional(),
  practitioners: z.array(person).optional(),
  organizations: z.array(place).optional(),
  locations: z.array(place).optional(),
});

/** The parts of FHIR R4 resources that identify: what a record system knows about the people and places of a chart. */
export type KnownRecord = z.infer<typeof knownRecord>;
export type KnownPerson = z.infer<typeof person>;
export type KnownPlace = z.infer<typeof place>;
export type KnownName = z.infer<typeof humanName>;
export type KnownAddress = z.infer<typeof address>;

export const NOTHING_KNOWN: KnownRecord = {};

/**
 * Reads `{ patient, relatedPersons?, practitioners?, organizations?, locations? }` or a bare Patient (FHIR R4).
 * @throws AppError `input-invalid` naming the element that is wrong.
 */
export function parseKnownRecord(json: unknown): KnownRecord {
  const bare = typeof json === 'object' && json !== null && 'resourceType' in json;
  const result = bare ? patient.safeParse(json) : knownRecord.safeParse(json);
  if (result.success) return bare ? { patient: patient.parse(json) } : knownRecord.parse(json);
  const issue = result.error.issues[0];
  const where = issue === undefined || issue.path.length === 0 ? 'the record' : issue.path.join('.');
  throw new AppError('input-invalid', {
    publicMessage: `The known record is not usable at ${where}: expected a FHIR R4 Patient, or an object with "patient", "practitioners", "organizations" or "relatedPersons".`,
    ...(issue === undefined ? {} : { detail: issue.code }),
  });
}
