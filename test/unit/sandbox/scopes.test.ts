import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { allScopes, covers, parseResourceScope } from '#sandbox/oauth/scopes.ts';

describe('a SMART scope', () => {
  it.each([
    ['user/Encounter.rs', 'rs'],
    ['patient/*.cruds', 'cruds'],
    ['system/Claim.read', 'rs'],
    ['system/Claim.write', 'cud'],
    ['system/Claim.*', 'cruds'],
  ])('%s permits %s', (scope, letters) => {
    expect([...(parseResourceScope(scope)?.permissions ?? [])].join('')).toBe(letters);
  });

  it.each([
    ['user/Encounter.dus'],
    ['user/Encounter.'],
    ['user/Encounter'],
    ['admin/Encounter.r'],
    ['user/encounter.r'],
    ['user/Encounter.rr'],
    ['launch'],
  ])('%s is none about resources', (scope) => {
    expect(parseResourceScope(scope)).toBeUndefined();
  });

  it('is covered by a registration that permits as much or more, of the same context', () => {
    expect(covers(['user/*.cruds'], 'user/Encounter.rs')).toBe(true);
    expect(covers(['user/Encounter.r', 'user/*.s'], 'user/Encounter.rs')).toBe(true);
    expect(covers(['user/Encounter.read'], 'user/Encounter.rs')).toBe(true);
    expect(covers(['user/Encounter.rs'], 'user/*.rs')).toBe(false);
    expect(covers(['user/*.rs'], 'user/Encounter.rsu')).toBe(false);
    expect(covers(['user/*.rs'], 'patient/Encounter.rs')).toBe(false);
    expect(covers(['openid'], 'fhirUser')).toBe(false);
  });

  it('is on the list of the authorization server once', () => {
    const scopes = allScopes();
    expect(new Set(scopes).size).toBe(scopes.length);
    expect(scopes).toContain('system/DetectedIssue.cruds');
    for (const scope of scopes.filter((one) => /^(?:user|patient|system)\//.test(one)))
      expect(parseResourceScope(scope)).toBeDefined();
  });

  it('is read from any text without an error', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseResourceScope(text)));
  });
});
