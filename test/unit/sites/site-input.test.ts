import { describe, expect, it } from '@jest/globals';
import { parseSiteInput } from '#sites/site-input.ts';

const minimal = { name: 'Quill Harbor', fhirBaseUrl: 'https://ehr.example.org/fhir', clientId: 'c' };

describe('what an administrator says about an EHR', () => {
  it('needs a name, an address and a client id; the rest has defaults', () => {
    expect(parseSiteInput(minimal)).toMatchObject({
      authMethod: 'private_key_jwt',
      timeZone: 'UTC',
      nightlyEnabled: true,
    });
  });

  it('keeps the FHIR address exactly, a slash at its end included', () => {
    expect(parseSiteInput({ ...minimal, fhirBaseUrl: 'https://ehr.example.org/fhir/' }).fhirBaseUrl).toBe(
      'https://ehr.example.org/fhir/',
    );
  });

  it.each([
    [{ fhirBaseUrl: 'ehr.example.org' }, /fhirBaseUrl/],
    [{ fhirBaseUrl: 'ftp://ehr.example.org' }, /fhirBaseUrl/],
    [{ timeZone: 'Mars/Olympus' }, /time zone/],
    [{ nightlySchedule: 'every night' }, /cron/],
    [{ frameAncestors: ['https://ehr.example.org/path'] }, /origin/],
    [{ frameAncestors: ["'self'; script-src *"] }, /origin/],
    [{ pinnedHosts: ['https://ehr.example.org'] }, /host/],
    [{ authMethod: 'client_secret_basic' as const }, /clientSecret/],
  ])('is refused with %j', (wrong, message) => {
    expect(() => parseSiteInput({ ...minimal, ...wrong })).toThrow(message);
  });

  it('is told every mistake at once', () => {
    expect(() => parseSiteInput({ name: '', fhirBaseUrl: 'x', clientId: '' })).toThrow(/name.*fhirBaseUrl.*clientId/);
  });
});
