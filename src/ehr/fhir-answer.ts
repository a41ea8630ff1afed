import type { FhirResource } from 'fhir/r4.js';
import { EhrError, describe, errorForStatus } from './ehr-error.ts';
import type { EhrAnswer } from './exchange.ts';
import { faultOf, isWellFormed } from './fhir/shape.ts';
import { issuesOf } from './operation-outcome.ts';
import { parseJsonBody } from './read-body.ts';

type OfType<T extends FhirResource['resourceType']> = Extract<FhirResource, { resourceType: T }>;

/**
 * The resource of the type that was asked for.
 *
 * @throws EhrError `ehr-malformed` for an HTML page, half an answer or another resource
 */
export function resourceOf<T extends FhirResource['resourceType']>(answer: EhrAnswer, type: T): OfType<T> {
  const value = parseJsonBody(answer.body);
  if (isWellFormed(value) && isOfType(value, type)) return value;
  const issues = issuesOf(value);
  // Some servers answer 200 and put into the body what went wrong.
  if (issues.some(({ code }) => code === 'not-found')) throw errorForStatus(404, answer.label, { issues });
  throw malformed(answer, value === undefined ? 'no JSON' : `not a ${type}: ${faultOf(value) ?? 'another type'}`);
}

export function malformed(answer: EhrAnswer, what: string): EhrError {
  const type = answer.headers.get('content-type')?.split(';', 1)[0] ?? 'no content type';
  return new EhrError('ehr-malformed', {
    publicMessage:
      'The EHR answered with something that is not FHIR. Check the FHIR address of the site, or try again later.',
    detail: `${describe(answer.label)}: ${answer.status} ${type.slice(0, 60)}, ${answer.body.length} bytes, ${what}`,
    status: answer.status,
  });
}

export function isOfType<T extends FhirResource['resourceType']>(
  resource: FhirResource,
  type: T,
): resource is OfType<T> {
  return resource.resourceType === type;
}
