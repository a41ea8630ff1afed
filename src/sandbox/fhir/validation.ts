import type { FhirResource } from 'fhir/r4.js';
import { isServedResource } from '../resource.ts';
import { isRecord } from '../search/values.ts';
import { FhirError } from './fhir-error.ts';
import { WRITABLE_SHAPES, type Shape, type WritableType } from './writable-shapes.ts';

const BASE_SINGLE = ['resourceType', 'id', 'meta', 'implicitRules', 'language', 'text'];
const BASE_LISTS = ['contained', 'extension', 'modifierExtension'];

/**
 * A request body as a resource of the type that the URL names.
 * @throws FhirError 400 when it is none, 422 when it breaks a rule of its StructureDefinition
 */
export function parseResource(body: unknown, type: WritableType): FhirResource {
  if (!isRecord(body)) throw new FhirError(400, 'structure', 'the body is not a FHIR resource in JSON');
  if (body['resourceType'] !== type) throw new FhirError(400, 'invalid', `the body is not a ${type}`);
  checkShape(body, WRITABLE_SHAPES[type], type);
  checkNothingEmpty(body, type);
  if (!isServedResource(body)) throw new FhirError(400, 'invalid', `the body is not a ${type}`);
  return body;
}

function checkShape(body: Readonly<Record<string, unknown>>, shape: Shape, type: WritableType): void {
  const lists = type === 'Binary' ? [] : [...BASE_LISTS, ...shape.lists];
  const known = new Set([...BASE_SINGLE, ...lists, ...shape.single]);
  for (const [name, value] of Object.entries(body)) {
    const element = name.startsWith('_') ? name.slice(1) : name;
    if (!known.has(element)) throw unprocessable('structure', `${type} has no element "${name}"`);
    if (lists.includes(element) !== Array.isArray(value)) {
      throw unprocessable('structure', `${type}.${name} must ${Array.isArray(value) ? 'not ' : ''}be a list`);
    }
  }
  for (const name of shape.required) {
    if (body[name] === undefined) throw unprocessable('required', `${type}.${name} is missing`);
  }
  for (const [name, codes] of Object.entries(shape.codes)) {
    const value = body[name];
    if (value !== undefined && !(typeof value === 'string' && codes.includes(value))) {
      throw unprocessable('code-invalid', `${type}.${name} is not one of ${codes.join(', ')}`);
    }
  }
}

/** JSON of FHIR holds no null (outside of primitive lists), no empty list, object or string (https://hl7.org/fhir/R4/json.html). */
function checkNothingEmpty(value: unknown, path: string): void {
  if (value === null || value === '') throw unprocessable('structure', `${path} is empty`);
  if (typeof value !== 'object') return;
  const children = Object.entries(value);
  if (children.length === 0) throw unprocessable('structure', `${path} is empty`);
  for (const [name, child] of children) checkNothingEmpty(child, `${path}.${name}`);
}

export const unprocessable = (
  code: 'structure' | 'required' | 'code-invalid' | 'not-found' | 'invalid',
  text: string,
): FhirError => new FhirError(422, code, text);
