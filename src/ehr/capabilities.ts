import type { CapabilityStatement, CapabilityStatementRestResource } from 'fhir/r4.js';

/** What a server says that it can do, per resource type. What it does not say it cannot. */
export interface EhrCapabilities {
  /** Such as `4.0.1`. */
  readonly fhirVersion: string;
  /** Name of the software, where it says so. */
  readonly software: string | undefined;
  readonly transaction: boolean;
  readonly batch: boolean;
  readonly types: Readonly<Record<string, TypeCapabilities>>;
}

export interface TypeCapabilities {
  readonly read: boolean;
  readonly search: boolean;
  readonly create: boolean;
  readonly update: boolean;
  readonly conditionalCreate: boolean;
  /** `versioned-update`: updates need `If-Match`. */
  readonly versioning: 'no-version' | 'versioned' | 'versioned-update';
  readonly searchParams: readonly string[];
}

/** Reads a CapabilityStatement (FHIR R4, 5.2), of the part about the server. */
export function toCapabilities(statement: CapabilityStatement): EhrCapabilities {
  const rest = listOf(statement.rest).find(({ mode }) => mode === 'server') ?? listOf(statement.rest)[0];
  const system = listOf(rest?.interaction).map(({ code }) => code);
  return {
    fhirVersion: statement.fhirVersion,
    software: statement.software?.name,
    transaction: system.includes('transaction'),
    batch: system.includes('batch'),
    types: Object.fromEntries(listOf(rest?.resource).map((resource) => [resource.type, toType(resource)])),
  };
}

function toType(resource: CapabilityStatementRestResource): TypeCapabilities {
  const codes = listOf(resource.interaction).map(({ code }) => code);
  return {
    read: codes.includes('read'),
    search: codes.includes('search-type'),
    create: codes.includes('create'),
    update: codes.includes('update'),
    conditionalCreate: resource.conditionalCreate === true,
    versioning: resource.versioning ?? 'no-version',
    searchParams: listOf(resource.searchParam).map(({ name }) => name),
  };
}

/** Whether a type can be searched by a parameter. */
export function canSearch({ types }: EhrCapabilities, type: string, param: string): boolean {
  const capabilities = types[type];
  return capabilities !== undefined && capabilities.search && capabilities.searchParams.includes(param);
}

function listOf<T>(value: readonly T[] | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}
