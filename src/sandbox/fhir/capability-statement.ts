import type { CapabilityStatement, CapabilityStatementRestResource } from 'fhir/r4.js';
import { isSearchable, searchParamsOf, SERVED_TYPES, type ServedType } from '../search/params.ts';
import type { FhirService } from './service.ts';
import { isWritable } from './writable-shapes.ts';

type Interaction = NonNullable<CapabilityStatementRestResource['interaction']>[number];

/** What this server does, taken from the tables that it works by. */
export function capabilityStatement(
  { base, clock }: Pick<FhirService, 'base' | 'clock'>,
  { authorize, token }: { readonly authorize: string; readonly token: string },
): CapabilityStatement {
  return {
    resourceType: 'CapabilityStatement',
    status: 'active',
    date: clock.now().toISOString(),
    kind: 'instance',
    software: { name: 'RevRx sandbox EHR' },
    implementation: { description: 'A synthetic EHR: every person in it is invented', url: base },
    fhirVersion: '4.0.1',
    format: ['application/fhir+json'],
    rest: [
      {
        mode: 'server',
        security: {
          service: [
            {
              coding: [
                { system: 'http://terminology.hl7.org/CodeSystem/restful-security-service', code: 'SMART-on-FHIR' },
              ],
            },
          ],
          extension: [
            {
              url: 'http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris',
              extension: [
                { url: 'authorize', valueUri: authorize },
                { url: 'token', valueUri: token },
              ],
            },
          ],
        },
        resource: SERVED_TYPES.map(toResource),
        interaction: [{ code: 'transaction' }, { code: 'batch' }],
      },
    ],
  };
}

const READING = ['read', 'vread', 'history-instance'] as const;
const WRITING = ['create', 'update', 'delete'] as const;

function toResource(type: ServedType): CapabilityStatementRestResource {
  const writable = isWritable(type);
  const codes = [...READING, ...(isSearchable(type) ? (['search-type'] as const) : []), ...(writable ? WRITING : [])];
  const interaction: Interaction[] = codes.map((code) => ({ code }));
  const common = [
    { name: '_id', type: 'token' as const },
    { name: '_lastUpdated', type: 'date' as const },
  ];
  const own = Object.entries(searchParamsOf(type)).map(([name, { kind }]) => ({ name, type: kind }));
  const conditional = { conditionalCreate: true, conditionalUpdate: true, conditionalDelete: 'not-supported' as const };
  return {
    type,
    interaction,
    versioning: 'versioned-update',
    readHistory: true,
    updateCreate: false,
    ...(writable ? conditional : {}),
    ...(isSearchable(type) ? { searchParam: [...common, ...own] } : {}),
  };
}
