import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FhirResource } from 'fhir/r4.js';
import { chartsFromBundle, pullChart, type Chart } from '#chart/index.ts';
import { createEhrClient, type EhrClient } from '#ehr/index.ts';
import { Secret } from '#kernel/index.ts';
import { createPopulation } from '#sandbox/population/index.ts';
import type { Sandbox } from '#sandbox/index.ts';
import { accessToken, startSandbox } from '../sandbox/smart-app.ts';

const population = [...createPopulation(), ...unusualVisits()];
let sandbox: Sandbox;
let ehr: EhrClient;

beforeAll(async () => {
  sandbox = await startSandbox({ population: [...population, ...(await launchable())] });
  const token = new Secret(await accessToken(sandbox));
  ehr = createEhrClient({
    baseUrl: sandbox.fhirBaseUrl,
    accessToken: () => Promise.resolve(token),
    renewToken: async () => new Secret(await accessToken(sandbox)),
    wait: () => Promise.resolve(),
  });
});
afterAll(async () => {
  await sandbox.stop();
});
beforeEach(() => sandbox.faults.clear());

const pull = (encounterId: string): Promise<Chart> => pullChart(ehr, { encounterId });

describe('the chart of an encounter, from an EHR', () => {
  it('holds for every encounter of the population its claim, people and the text of its notes', async () => {
    const encounters = population.filter(
      ({ resourceType, id }) => resourceType === 'Encounter' && id?.startsWith('odd-') === false,
    );
    expect(encounters.length).toBeGreaterThanOrEqual(40);
    for (const { id = '' } of encounters) {
      const chart = await pull(id);
      expect(chart.gaps).toEqual([]);
      expect(chart.claims.length).toBeGreaterThan(0);
      expect(chart.documents.length).toBeGreaterThan(0);
      expect(chart.practitioners.length).toBeGreaterThan(0);
      expect(chart.documents.every(({ text }) => text.length > 100)).toBe(true);
    }
  });

  it('has the same documents and claims as one from a file', async () => {
    const charts = await chartsFromBundle({
      resourceType: 'Bundle',
      type: 'collection',
      entry: population.map((resource) => ({ resource })),
    });
    const fromFile = charts.find(({ documents }) => documents.length > 1);
    const pulled = await pull(fromFile?.encounter.id ?? '');
    const shown = ({ documents, claims, conditions }: Chart) => ({
      documents: documents.map(({ id, text, title }) => ({ id, text, title })),
      claims: claims.map(({ id }) => id),
      conditions: conditions.map(({ id = '' }) => id).toSorted((a, b) => a.localeCompare(b)),
    });
    expect(shown(pulled)).toEqual(shown(fromFile ?? pulled));
  });

  it('has the same version each time, and another one when a note changes', async () => {
    const before = await pull('odd-visit');
    expect((await pull('odd-visit')).version).toBe(before.version);
    const note = before.documents[0]?.reference;
    const stored = await ehr.read('DocumentReference', note?.id ?? '');
    await ehr.update(
      { ...stored, id: note?.id ?? '', docStatus: 'amended' },
      { ifMatch: stored.meta?.versionId ?? '' },
    );
    expect((await pull('odd-visit')).version).not.toBe(before.version);
  });

  it('is found by patient and day where neither claim nor note names the encounter', async () => {
    const chart = await pull('odd-unlinked');
    expect(chart.claims.map(({ id }) => id)).toEqual(['odd-claim-unlinked']);
    expect(chart.documents.map(({ id }) => id)).toEqual(['odd-note-unlinked']);
  });

  it('says what is missing: the claim, the content of a document', async () => {
    const { gaps } = await pull('odd-visit');
    expect(gaps.map(({ reference, reason }) => `${reference} ${reason}`)).toEqual([
      'DocumentReference/odd-elsewhere refused',
      'DocumentReference/odd-gone refused',
      'DocumentReference/odd-pdf unreadable',
      'Encounter/odd-visit missing',
    ]);
  });

  it('is refused when the encounter is another patient’s than the launch’s', async () => {
    await expect(pullChart(ehr, { encounterId: 'odd-visit', patientId: 'someone-else' })).rejects.toMatchObject({
      code: 'input-invalid',
    });
  });

  it('has a gap for what a site does not allow, and is none without its patient', async () => {
    sandbox.faults.add({ kind: 'forbidden', path: '/fhir/Coverage' });
    expect((await pull('odd-visit')).gaps).toContainEqual(
      expect.objectContaining({ reference: 'Coverage', reason: 'refused' }),
    );
    sandbox.faults.add({ kind: 'forbidden', path: '/fhir/Patient*' });
    await expect(pull('odd-visit')).rejects.toMatchObject({ code: 'ehr-forbidden' });
  });

  it('is the same in a handful of requests where the EHR can do batches', async () => {
    const capabilities = await ehr.capabilities();
    expect(capabilities.batch).toBe(true);
    for (const encounterId of ['odd-visit', 'odd-unlinked', ...someVisits()]) {
      const batched = await pullChart(ehr, { encounterId }, { capabilities });
      const single = await pull(encounterId);
      expect([batched.version, batched.gaps]).toEqual([single.version, single.gaps]);
    }
  });

  it.each(['server-error', 'unavailable', 'forbidden', 'truncated-body'] as const)(
    'is whole when the EHR answers the batch with %s',
    async (kind) => {
      const capabilities = await ehr.capabilities();
      const whole = await pull('odd-visit');
      sandbox.faults.add({ kind, method: 'POST', path: '/fhir', count: 1 });
      const chart = await pullChart(ehr, { encounterId: 'odd-visit' }, { capabilities });
      expect([chart.version, chart.gaps]).toEqual([whole.version, whole.gaps]);
    },
  );

  it('does not ask for what the EHR says that it cannot do', async () => {
    const capabilities = await ehr.capabilities();
    const { Coverage: _coverage, ...types } = capabilities.types;
    const { gaps } = await pullChart(ehr, { encounterId: 'odd-visit' }, { capabilities: { ...capabilities, types } });
    expect(gaps).toContainEqual(expect.objectContaining({ reference: 'Coverage', reason: 'refused' }));
  });

  it.each(['throttled', 'server-error', 'unavailable', 'connection-reset', 'unauthorized'] as const)(
    'is whole when the EHR answers %s now and then',
    async (kind) => {
      const whole = await pull('odd-visit');
      sandbox.faults.add({ kind, path: '/fhir/Claim', count: 1 });
      sandbox.faults.add({ kind, path: '/fhir/DocumentReference', count: 1 });
      sandbox.faults.add({ kind, path: '/fhir/Patient*', count: 1 });
      expect((await pull('odd-visit')).version).toBe(whole.version);
    },
  );

  it.each([
    ['html-answer', 'ehr-malformed'],
    ['truncated-body', 'ehr-unreachable'],
  ] as const)('is left for another try when the EHR answers with %s', async (kind, code) => {
    sandbox.faults.add({ kind, path: '/fhir/DocumentReference' });
    await expect(pull('odd-visit')).rejects.toMatchObject({ code });
  });
});

function someVisits(): string[] {
  return population
    .flatMap(({ resourceType, id }) => (resourceType === 'Encounter' && id?.startsWith('odd-') === false ? [id] : []))
    .slice(0, 5);
}

/** Who the test app is launched for. */
async function launchable(): Promise<FhirResource[]> {
  const { tinyPopulation } = await import('../sandbox/population.ts');
  return tinyPopulation();
}

/** Visits that are documented as badly as in life. */
function unusualVisits(): FhirResource[] {
  const subject = { reference: 'Patient/odd-patient' };
  const visit = (id: string, day: string): FhirResource => ({
    resourceType: 'Encounter',
    id,
    status: 'finished',
    class: { system: 'http://terminology.hl7.org/CodeSystem/v3-ActCode', code: 'AMB' },
    subject,
    period: { start: `${day}T14:00:00Z`, end: `${day}T14:20:00Z` },
  });
  const note = (id: string, date: string, attachment: object, context?: object): FhirResource => ({
    resourceType: 'DocumentReference',
    id,
    status: 'current',
    subject,
    date,
    content: [{ attachment: { contentType: 'text/plain', ...attachment } }],
    ...(context === undefined ? {} : { context }),
  });
  const linked = { encounter: [{ reference: 'Encounter/odd-visit' }] };
  const data = Buffer.from('Seen for follow-up. Stable.').toString('base64');
  return [
    { resourceType: 'Patient', id: 'odd-patient', name: [{ family: 'Quarrel' }], birthDate: '1971-01-01' },
    visit('odd-visit', '2026-02-10'),
    visit('odd-unlinked', '2026-03-10'),
    note('odd-note', '2026-02-10T15:00:00Z', { data }, linked),
    note('odd-elsewhere', '2026-02-10T15:00:00Z', { url: 'https://documents.example.org/1' }, linked),
    note('odd-gone', '2026-02-10T15:00:00Z', { url: 'Binary/nowhere' }, linked),
    note('odd-pdf', '2026-02-10T15:00:00Z', { data, contentType: 'application/pdf' }, linked),
    note('odd-note-unlinked', '2026-03-11T09:00:00Z', { data }),
    {
      resourceType: 'Claim',
      id: 'odd-claim-unlinked',
      status: 'active',
      use: 'claim',
      type: { text: 'professional' },
      patient: subject,
      created: '2026-03-12',
      billablePeriod: { start: '2026-03-10', end: '2026-03-10' },
      provider: { display: 'Clinic' },
      priority: { text: 'normal' },
      insurance: [],
      item: [{ sequence: 1, productOrService: { text: 'visit' } }],
    },
  ];
}
