import { describe, expect, it } from '@jest/globals';
import { FhirBase } from '#ehr/fhir-base.ts';

const base = new FhirBase('https://ehr.example.org/tenant/fhir/');

describe('addresses under the FHIR base', () => {
  it.each([
    ['Patient/1', 'https://ehr.example.org/tenant/fhir/Patient/1'],
    ['Patient?name=x%2Fy', 'https://ehr.example.org/tenant/fhir/Patient?name=x%2Fy'],
    ['', 'https://ehr.example.org/tenant/fhir'],
    ['?_getpages=a1', 'https://ehr.example.org/tenant/fhir/?_getpages=a1'],
    ['/tenant/fhir?page=2', 'https://ehr.example.org/tenant/fhir?page=2'],
    ['https://ehr.example.org:443/tenant/fhir/Binary/b', 'https://ehr.example.org/tenant/fhir/Binary/b'],
  ])('are followed: %j', (address, url) => {
    expect(base.resolve(address).href).toBe(url);
  });

  it.each([
    'https://evil.example.org/tenant/fhir/Patient/1',
    'http://ehr.example.org/tenant/fhir/Patient/1',
    'https://ehr.example.org:8443/tenant/fhir/Patient/1',
    'https://ehr.example.org/other/fhir/Patient/1',
    'https://ehr.example.org/tenant/fhirs',
    'https://user:pw@ehr.example.org/tenant/fhir/Patient/1',
    '//evil.example.org/tenant/fhir',
    '../../other/fhir/Patient/1',
    'Patient/..%2f..%2fadmin',
    'Patient/%2e%2e/%2e%2e/%2e%2e/admin',
    '\\\\evil.example.org\\x',
    'https://',
  ])('are refused elsewhere, without naming the query: %s', (address) => {
    expect(() => base.resolve(address)).toThrow(expect.objectContaining({ code: 'ehr-foreign-origin' }));
  });

  it('are shown below the base and without their query', () => {
    expect(base.pathOf(base.resolve('Patient/1?name=Tarrow'))).toBe('Patient/1');
  });
});
