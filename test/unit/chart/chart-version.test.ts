import { describe, expect, it } from '@jest/globals';
import type { FhirResource } from 'fhir/r4.js';
import { chartsFromBundle } from '#chart/index.ts';
import { bundle, claim, encounter, note, patient, practitioner } from '#test/support/fhir-bundles.ts';

const visit = encounter('e1', '2026-05-04');
const record: FhirResource[] = [
  patient,
  practitioner,
  visit,
  note('n1', 'a', { of: 'Encounter/e1' }),
  claim('c1', 'Encounter/e1'),
];

async function versionOf(...resources: FhirResource[]): Promise<string | undefined> {
  return (await chartsFromBundle(bundle(...resources)))[0]?.version;
}

describe('the version of a chart', () => {
  it('is a SHA-256 and does not depend on the order of resources or elements', async () => {
    const version = await versionOf(...record);
    expect(version).toMatch(/^[0-9a-f]{64}$/);
    const { id, ...rest } = visit;
    expect(await versionOf(...record.map((one) => (one === visit ? { ...rest, id } : one)).toReversed())).toBe(version);
  });

  it('does not change when the server stores the same again', async () => {
    const stored = record.map((one): FhirResource => ({
      ...one,
      meta: { versionId: '7', lastUpdated: '2026-06-01T00:00:00Z' },
    }));
    expect(await versionOf(...stored)).toBe(await versionOf(...record));
  });

  it('changes with any word of a note, code of a claim or profile', async () => {
    const version = await versionOf(...record);
    const others = [
      record.with(3, note('n1', 'b', { of: 'Encounter/e1' })),
      record.with(
        4,
        claim('c1', 'Encounter/e1', { diagnosis: [{ sequence: 1, diagnosisCodeableConcept: { text: 'x' } }] }),
      ),
      record.with(0, { ...patient, meta: { security: [{ code: 'R' }] } }),
      record.slice(0, 4),
    ];
    for (const other of others) expect(await versionOf(...other)).not.toBe(version);
  });

  it('does not change with what RevRx writes, nor is that read as a note', async () => {
    const report = note('r1', 'RevRx found two things', {
      of: 'Encounter/e1',
      identifier: [{ system: 'https://revrx.dev/fhir/identifier/report', value: 'e1' }],
    });
    const written: FhirResource[] = [
      report,
      { resourceType: 'DetectedIssue', id: 'd1', status: 'final', patient: { reference: 'Patient/p1' } },
      {
        resourceType: 'Task',
        id: 't1',
        status: 'requested',
        intent: 'proposal',
        encounter: { reference: 'Encounter/e1' },
      },
      { resourceType: 'Provenance', id: 'v1', recorded: '2026-05-05T00:00:00Z', target: [], agent: [] },
    ];
    const [chart] = await chartsFromBundle(bundle(...record, ...written));
    expect(chart?.version).toBe(await versionOf(...record));
    expect(chart?.documents.map(({ id }) => id)).toEqual(['n1']);
  });
});
