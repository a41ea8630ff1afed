import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { Binary, FhirResource } from 'fhir/r4.js';
import { readDocumentText } from '#chart/index.ts';
import { CASES, createLargePopulation, createPopulation } from '#sandbox/population/index.ts';
import { checkDigit } from '#sandbox/population/npi.ts';

const population = createPopulation();
const ICD_10_CM = 'http://hl7.org/fhir/sid/icd-10-cm';

function ofType<T extends FhirResource['resourceType']>(type: T): Extract<FhirResource, { resourceType: T }>[] {
  return population.filter(
    (resource): resource is Extract<FhirResource, { resourceType: T }> => resource.resourceType === type,
  );
}

function referencesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    key === 'reference' && typeof child === 'string' ? [child] : referencesIn(child),
  );
}

const addressOf = (resource: FhirResource): string => `${resource.resourceType}/${resource.id}`;
const bytesOf = (binary: Binary): Buffer => Buffer.from(binary.data ?? '', 'base64');

async function textOf(binary: Binary): Promise<string> {
  const read = await readDocumentText(bytesOf(binary), binary.contentType);
  return 'text' in read ? read.text.replaceAll(/\s+/g, ' ') : '';
}

describe('the population of the sandbox EHR', () => {
  it('is the same on every call', () => {
    expect(createPopulation()).toEqual(population);
  });

  it('gives every resource an id of its own that FHIR allows and that names nobody', () => {
    const addresses = population.map(addressOf);
    expect(new Set(addresses).size).toBe(addresses.length);
    const names = ofType('Patient').flatMap((patient) => patient.name?.map((name) => name.family?.toLowerCase()) ?? []);
    for (const { id = '' } of population) {
      expect(id).toMatch(/^[A-Za-z0-9.-]{1,64}$/);
      expect(names.some((name) => name !== undefined && name.length > 4 && id.includes(name))).toBe(false);
    }
  });

  it('holds every resource that another one refers to', () => {
    const known = new Set(population.map(addressOf));
    const urls = ofType('DocumentReference').flatMap((document) =>
      document.content.map(({ attachment }) => attachment.url ?? ''),
    );
    const dangling = [...referencesIn(population), ...urls].filter((target) => !known.has(target));
    expect(dangling).toEqual([]);
  });

  it('has at least 44 finished encounters, each with one claim of its patient and at least one note', () => {
    const encounters = ofType('Encounter');
    expect(encounters.length).toBeGreaterThanOrEqual(44);
    for (const encounter of encounters) {
      const address = addressOf(encounter);
      const claims = ofType('Claim').filter(({ id }) => id === encounter.id?.replace('enc-', 'clm-'));
      const notes = ofType('DocumentReference').filter((document) =>
        document.context?.encounter?.some(({ reference }) => reference === address),
      );
      expect(encounter.status).toBe('finished');
      expect(claims).toHaveLength(1);
      expect(claims[0]?.patient.reference).toBe(encounter.subject?.reference);
      expect(claims[0]?.item?.every((item) => item.encounter?.[0]?.reference === address) ?? true).toBe(true);
      expect(notes.length).toBeGreaterThanOrEqual(1);
    }
  });

  it('has patients with several encounters, and several encounters with more than one note', () => {
    const visits = Map.groupBy(ofType('Encounter'), (encounter) => encounter.subject?.reference);
    expect([...visits.values()].filter((list) => list.length > 1).length).toBeGreaterThanOrEqual(5);
    expect(CASES.filter((described) => described.notes.length > 1).length).toBeGreaterThanOrEqual(5);
  });

  it('has about a third coded correctly, and about as much overcoding as undercoding', () => {
    const clean = CASES.filter((described) => described.expected.length === 0).length;
    expect(clean / CASES.length).toBeGreaterThan(0.27);
    expect(clean / CASES.length).toBeLessThan(0.4);
    const withDirection = (direction: string): number =>
      CASES.filter((described) => described.expected.some((finding) => finding.direction === direction)).length;
    expect(Math.abs(withDirection('over') - withDirection('under'))).toBeLessThanOrEqual(4);
    expect(withDirection('over')).toBeGreaterThanOrEqual(12);
  });

  it('bills codes of the shape of ICD-10-CM, CPT and HCPCS, except where the case is about that', () => {
    for (const claim of ofType('Claim')) {
      for (const { diagnosisCodeableConcept } of claim.diagnosis ?? []) {
        expect(diagnosisCodeableConcept?.coding?.[0]?.system).toBe(ICD_10_CM);
        expect(diagnosisCodeableConcept?.coding?.[0]?.code).toMatch(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/);
      }
      for (const item of claim.item ?? []) {
        expect(item.productOrService.coding?.[0]?.code).toMatch(/^(\d{5}|[A-Z]\d{4})$/);
        expect(item.diagnosisSequence?.every((pointer) => pointer <= (claim.diagnosis?.length ?? 0)) ?? true).toBe(
          true,
        );
      }
    }
  });

  it('gives clinicians and organizations identifiers that pass the NPI check', () => {
    const npis = [...ofType('Practitioner'), ...ofType('Organization')].map((one) => one.identifier?.[0]?.value ?? '');
    expect(new Set(npis).size).toBe(npis.length);
    for (const npi of npis) expect(String(checkDigit(`80840${npi.slice(0, 9)}`))).toBe(npi.slice(9));
  });

  it('says the findings in billed codes that stand on the claim', () => {
    for (const { claim, expected } of CASES) {
      const diagnoses = claim.diagnoses.map((line) => line.split(' ')[0]);
      const services = claim.items.flatMap((line) => [line.split(' ')[0], line.split(/[ -]/)[0]]);
      for (const code of expected.flatMap((finding) => finding.billed)) {
        expect([...diagnoses, ...services]).toContain(code);
      }
    }
  });

  it('has five notes and more in each of HTML, RTF and PDF, and says size and hash truly', () => {
    const binaries = new Map(ofType('Binary').map((binary) => [addressOf(binary), binary]));
    const counts = new Map<string, number>();
    for (const { attachment } of ofType('DocumentReference').flatMap((document) => document.content)) {
      const binary = binaries.get(attachment.url ?? '');
      const bytes = bytesOf(binary ?? { resourceType: 'Binary', contentType: '' });
      counts.set(attachment.contentType ?? '', (counts.get(attachment.contentType ?? '') ?? 0) + 1);
      expect(attachment.contentType).toBe(binary?.contentType);
      expect(attachment.size).toBe(bytes.length);
      expect(attachment.hash).toBe(createHash('sha1').update(bytes).digest('base64'));
    }
    for (const type of ['text/html', 'application/rtf', 'application/pdf']) {
      expect(counts.get(type)).toBeGreaterThanOrEqual(5);
    }
  });

  it('starts each file as its type does', () => {
    const starts: Record<string, string> = {
      'application/pdf': '%PDF-1.',
      'application/rtf': '{\\rtf1',
      'text/html': '<!DOCTYPE html>',
    };
    for (const binary of ofType('Binary')) {
      const start = starts[binary.contentType];
      if (start !== undefined) expect(bytesOf(binary).toString('latin1').startsWith(start)).toBe(true);
    }
  });

  it('keeps the words that prove each finding readable in the file as the EHR serves it', async () => {
    for (const described of CASES) {
      const binaries = ofType('Binary').filter(({ id }) => id?.startsWith(`bin-${described.id}-`));
      const texts = await Promise.all(binaries.map(textOf));
      expect(texts.every((text) => text.length > 200)).toBe(true);
      for (const { quote } of described.expected) {
        if (quote !== undefined) expect(texts.some((text) => text.includes(quote))).toBe(true);
      }
    }
  });

  it('marks the unsigned note as preliminary and without an authenticator', () => {
    const unsigned = ofType('DocumentReference').filter((document) => document.docStatus === 'preliminary');
    expect(unsigned.length).toBeGreaterThanOrEqual(1);
    expect(unsigned.every((document) => document.authenticator === undefined)).toBe(true);
  });
});

describe('a large population', () => {
  it('has as many encounters as asked for, each of another patient or visit, with other names in the notes', () => {
    const large = createLargePopulation(CASES.length * 2 + 3);
    const addresses = large.map(addressOf);
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(large.filter((resource) => resource.resourceType === 'Encounter')).toHaveLength(CASES.length * 2 + 3);
    const families = (suffix: string): string[] =>
      large.flatMap((resource) =>
        resource.resourceType === 'Patient' && resource.id?.endsWith(suffix) ? [JSON.stringify(resource.name)] : [],
      );
    expect(families('-r1')).not.toEqual(families('-r2'));
    const known = new Set(addresses);
    expect(referencesIn(large).filter((target) => !known.has(target))).toEqual([]);
  });
});
