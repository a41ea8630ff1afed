import { describe, expect, it } from '@jest/globals';
import { canSearch } from '#ehr/index.ts';
import { toCapabilities } from '#ehr/capabilities.ts';

const statement = {
  resourceType: 'CapabilityStatement' as const,
  status: 'active' as const,
  date: '2026-01-01',
  kind: 'instance' as const,
  fhirVersion: '4.0.1' as const,
  format: ['json'],
};

describe('capabilities', () => {
  it('are what the server says, per type', () => {
    const capabilities = toCapabilities({
      ...statement,
      software: { name: 'Some EHR' },
      rest: [
        { mode: 'client' },
        {
          mode: 'server',
          interaction: [{ code: 'transaction' }],
          resource: [
            {
              type: 'Task',
              interaction: [{ code: 'read' }, { code: 'create' }, { code: 'search-type' }],
              conditionalCreate: true,
              versioning: 'versioned-update',
              searchParam: [{ name: 'identifier', type: 'token' }],
            },
          ],
        },
      ],
    });
    expect(capabilities).toMatchObject({ fhirVersion: '4.0.1', software: 'Some EHR', transaction: true, batch: false });
    expect(capabilities.types['Task']).toEqual({
      read: true,
      search: true,
      create: true,
      update: false,
      conditionalCreate: true,
      versioning: 'versioned-update',
      searchParams: ['identifier'],
    });
    expect(canSearch(capabilities, 'Task', 'identifier')).toBe(true);
    expect(canSearch(capabilities, 'Task', 'focus')).toBe(false);
    expect(canSearch(capabilities, 'Claim', 'identifier')).toBe(false);
  });

  it('are none where the server says nothing', () => {
    expect(toCapabilities(statement)).toMatchObject({ transaction: false, types: {} });
  });
});
