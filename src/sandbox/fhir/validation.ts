import type { FhirResource } from 'fhir/r4.js';
import { isServedResource } from '../resource.ts';
import type { ServedType } from '../search/params.ts';
import { isRecord } from '../search/values.ts';
import { FhirError } from './fhir-error.ts';

interface Shape {
  /** Elements that must be there (cardinality 1..). */
  readonly required: readonly string[];
  /** Elements that are lists (cardinality ..*): they must be arrays, all others must not. */
  readonly lists: readonly string[];
  readonly single: readonly string[];
  /** Required bindings. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
}

const BASE_SINGLE = ['resourceType', 'id', 'meta', 'implicitRules', 'language', 'text'];
const BASE_LISTS = ['contained', 'extension', 'modifierExtension'];

/**
 * What clients may write, and how it must look at its top level: the StructureDefinitions of FHIR R4
 * (https://hl7.org/fhir/R4/resourcelist.html) for elements, cardinality and required bindings.
 */
const SHAPES = {
  DetectedIssue: {
    required: ['status'],
    lists: ['identifier', 'implicated', 'evidence', 'mitigation'],
    single: [
      'status',
      'code',
      'severity',
      'patient',
      'identifiedDateTime',
      'identifiedPeriod',
      'author',
      'detail',
      'reference',
    ],
    codes: {
      status: [
        'registered',
        'preliminary',
        'final',
        'amended',
        'corrected',
        'cancelled',
        'entered-in-error',
        'unknown',
      ],
      severity: ['high', 'moderate', 'low'],
    },
  },
  Task: {
    required: ['status', 'intent'],
    lists: [
      ...[
        'identifier',
        'basedOn',
        'partOf',
        'performerType',
        'insurance',
        'note',
        'relevantHistory',
        'input',
        'output',
      ],
    ],
    single: [
      ...[
        'instantiatesCanonical',
        'instantiatesUri',
        'groupIdentifier',
        'status',
        'statusReason',
        'businessStatus',
        'intent',
      ],
      ...[
        'priority',
        'code',
        'description',
        'focus',
        'for',
        'encounter',
        'executionPeriod',
        'authoredOn',
        'lastModified',
      ],
      ...['requester', 'owner', 'location', 'reasonCode', 'reasonReference', 'restriction'],
    ],
    codes: {
      status: [
        ...['draft', 'requested', 'received', 'accepted', 'rejected', 'ready', 'cancelled', 'in-progress', 'on-hold'],
        ...['failed', 'completed', 'entered-in-error'],
      ],
      intent: [
        ...[
          'unknown',
          'proposal',
          'plan',
          'order',
          'original-order',
          'reflex-order',
          'filler-order',
          'instance-order',
          'option',
        ],
      ],
      priority: ['routine', 'urgent', 'asap', 'stat'],
    },
  },
  DocumentReference: {
    required: ['status', 'content'],
    lists: ['identifier', 'category', 'author', 'relatesTo', 'securityLabel', 'content'],
    single: [
      'masterIdentifier',
      'status',
      'docStatus',
      'type',
      'subject',
      'date',
      'authenticator',
      'custodian',
      'description',
      'context',
    ],
    codes: {
      status: ['current', 'superseded', 'entered-in-error'],
      docStatus: ['preliminary', 'final', 'amended', 'entered-in-error'],
    },
  },
  Provenance: {
    required: ['target', 'recorded', 'agent'],
    lists: ['target', 'policy', 'reason', 'agent', 'entity', 'signature'],
    single: ['occurredPeriod', 'occurredDateTime', 'recorded', 'location', 'activity'],
    codes: {},
  },
  Device: {
    required: [],
    lists: [
      'identifier',
      'udiCarrier',
      'statusReason',
      'deviceName',
      'specialization',
      'version',
      'property',
      'contact',
      'note',
      'safety',
    ],
    single: [
      ...[
        'definition',
        'status',
        'distinctIdentifier',
        'manufacturer',
        'manufactureDate',
        'expirationDate',
        'lotNumber',
      ],
      ...['serialNumber', 'modelNumber', 'partNumber', 'type', 'patient', 'owner', 'location', 'url', 'parent'],
    ],
    codes: { status: ['active', 'inactive', 'entered-in-error', 'unknown'] },
  },
  Communication: {
    required: ['status'],
    lists: [
      'identifier',
      ...[
        'instantiatesCanonical',
        'instantiatesUri',
        'basedOn',
        'partOf',
        'inResponseTo',
        'category',
        'medium',
        'about',
      ],
      ...['recipient', 'reasonCode', 'reasonReference', 'payload', 'note'],
    ],
    single: ['status', 'statusReason', 'priority', 'subject', 'topic', 'encounter', 'sent', 'received', 'sender'],
    codes: {
      status: [
        'preparation',
        'in-progress',
        'not-done',
        'on-hold',
        'stopped',
        'completed',
        'entered-in-error',
        'unknown',
      ],
      priority: ['routine', 'urgent', 'asap', 'stat'],
    },
  },
  CommunicationRequest: {
    required: ['status'],
    lists: [
      'identifier',
      ...[
        'basedOn',
        'replaces',
        'category',
        'medium',
        'about',
        'payload',
        'recipient',
        'reasonCode',
        'reasonReference',
        'note',
      ],
    ],
    single: [
      ...[
        'groupIdentifier',
        'status',
        'statusReason',
        'priority',
        'doNotPerform',
        'subject',
        'encounter',
        'occurrenceDateTime',
      ],
      ...['occurrencePeriod', 'authoredOn', 'requester', 'sender'],
    ],
    codes: {
      status: ['draft', 'active', 'on-hold', 'revoked', 'completed', 'entered-in-error', 'unknown'],
      priority: ['routine', 'urgent', 'asap', 'stat'],
    },
  },
  Binary: { required: ['contentType'], lists: [], single: ['contentType', 'securityContext', 'data'], codes: {} },
} as const satisfies Partial<Record<ServedType, Shape>>;

export type WritableType = keyof typeof SHAPES;

export function isWritable(type: string): type is WritableType {
  return Object.hasOwn(SHAPES, type);
}

/**
 * A request body as a resource of the type that the URL names.
 * @throws FhirError 400 when it is none, 422 when it breaks a rule of its StructureDefinition
 */
export function parseResource(body: unknown, type: WritableType): FhirResource {
  if (!isRecord(body)) throw new FhirError(400, 'structure', 'the body is not a FHIR resource in JSON');
  if (body['resourceType'] !== type) throw new FhirError(400, 'invalid', `the body is not a ${type}`);
  checkShape(body, SHAPES[type], type);
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
