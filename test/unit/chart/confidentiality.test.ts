import { describe, expect, it } from '@jest/globals';
import type { Coding, DocumentReference } from 'fhir/r4.js';
import { chartsFromBundle, isRestricted, type Chart } from '#chart/index.ts';
import { bundle, claim, encounter, note, patient } from '#test/support/fhir-bundles.ts';

const CONFIDENTIALITY = 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality';
const ACT_CODE = 'http://terminology.hl7.org/CodeSystem/v3-ActCode';
const visit = encounter('e1', '2026-05-04');
const plain = note('n1', 'Cough for 3 days.', { of: 'Encounter/e1' });
const of = (changes: Partial<DocumentReference>): DocumentReference => ({
  ...note('n2', 'What was said in confidence.', { of: 'Encounter/e1' }),
  ...changes,
});

async function chartWith(second: DocumentReference, first = visit): Promise<Chart> {
  const [chart] = await chartsFromBundle(bundle(patient, first, plain, second, claim('c1', 'Encounter/e1')));
  if (chart === undefined) throw new Error('no chart');
  return chart;
}

const notes = ({ documents }: Chart) => documents.map(({ id }) => id);

describe('a note', () => {
  it.each<[string, Coding]>([
    ['very restricted', { system: CONFIDENTIALITY, code: 'V' }],
    ['very restricted, by its OID', { system: 'urn:oid:2.16.840.1.113883.5.25', code: 'V' }],
    ['a psychotherapy note', { system: ACT_CODE, code: 'PSYTHPN' }],
    ['not to be used again', { system: ACT_CODE, code: 'NOREUSE' }],
    ['very restricted, without a system', { code: 'V' }],
  ])('that is marked as %s is not read, which a gap says', async (_what, coding) => {
    for (const marked of [of({ meta: { security: [coding] } }), of({ securityLabel: [{ coding: [coding] }] })]) {
      const chart = await chartWith(marked);
      expect(notes(chart)).toEqual(['n1']);
      expect(chart.gaps).toEqual([
        { reference: 'DocumentReference/n2', reason: 'confidential', message: expect.stringMatching(/was not read/) },
      ]);
      expect(JSON.stringify(chart)).not.toContain('said in confidence');
      expect(isRestricted(chart)).toBe(false);
    }
  });

  it.each<[string, Coding]>([
    ['restricted', { system: CONFIDENTIALITY, code: 'R' }],
    ['under 42 CFR Part 2', { system: ACT_CODE, code: '42CFRPart2' }],
    ['about HIV', { system: ACT_CODE, code: 'HIV' }],
    ['about mental health', { system: ACT_CODE, code: 'PSY' }],
  ])('that is marked as %s is read, and keeps its chart from language models', async (_what, coding) => {
    const chart = await chartWith(of({ securityLabel: [{ coding: [coding] }] }));
    expect(notes(chart)).toEqual(['n1', 'n2']);
    expect(isRestricted(chart)).toBe(true);
  });

  it.each<[string, Coding]>([
    ['normal', { system: CONFIDENTIALITY, code: 'N' }],
    ['something of the same letters in another system', { system: 'https://example.org/labels', code: 'HIV' }],
  ])('that is marked as %s is read like any other', async (_what, coding) => {
    const chart = await chartWith(of({ meta: { security: [coding] } }));
    expect(notes(chart)).toEqual(['n1', 'n2']);
    expect(isRestricted(chart)).toBe(false);
  });

  it('of an encounter that is marked as very restricted is not read', async () => {
    const chart = await chartWith(of({}), { ...visit, meta: { security: [{ system: CONFIDENTIALITY, code: 'V' }] } });
    expect(notes(chart)).toEqual([]);
    expect(chart.gaps.map(({ reason }) => reason)).toEqual(['confidential', 'confidential']);
    expect(isRestricted(chart)).toBe(true);
  });

  it('that is marked in two ways is treated as the stricter says', async () => {
    const labels = [
      { coding: [{ system: CONFIDENTIALITY, code: 'R' }] },
      { coding: [{ system: ACT_CODE, code: 'PSYTHPN' }] },
    ];
    expect(notes(await chartWith(of({ securityLabel: labels })))).toEqual(['n1']);
  });
});
