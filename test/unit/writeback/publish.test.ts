import { describe, expect, it } from '@jest/globals';
import type { Bundle, BundleEntry, DetectedIssue, FhirResource, Identifier } from 'fhir/r4.js';
import type { EhrCapabilities } from '#ehr/index.ts';
import { publish, type PublicationInput, type PublishedResource, type PublishingEhr } from '#writeback/index.ts';
import { validateAgainstProfiles } from '#test/support/fhir-validator.ts';
import { publicationInput, publishableFinding } from '#test/support/publication.ts';

const able = {
  read: true,
  search: true,
  create: true,
  update: true,
  conditionalCreate: true,
  versioning: 'versioned',
  searchParams: [],
} as const;
const CAPABLE: EhrCapabilities = {
  fhirVersion: '4.0.1',
  software: 'test',
  transaction: true,
  batch: true,
  types: { Device: able, DetectedIssue: able, DocumentReference: able, Task: able, Provenance: able },
};

/** An EHR in memory that keeps what a transaction says, and answers searches by identifier and target. */
class MemoryEhr implements PublishingEhr {
  readonly resources = new Map<string, FhirResource & { id: string }>();
  readonly transactions: Bundle[] = [];

  search: PublishingEhr['search'] = async (type, params) => {
    const { identifier, target } = params as Record<string, string | undefined>;
    const matches = [...this.resources.values()].filter((resource) => {
      if (resource.resourceType !== type) return false;
      if (target !== undefined)
        return resource.resourceType === 'Provenance' && resource.target.some(({ reference }) => reference === target);
      return identifiersOf(resource).some((own) => identifier?.split(',').includes(own));
    });
    return { matches: matches as never[], included: [], malformed: [], issues: [], complete: true };
  };

  transaction: PublishingEhr['transaction'] = async (bundle) => {
    this.transactions.push(bundle);
    const ids = new Map(
      (bundle.entry ?? []).map((entry) => [
        entry.fullUrl ?? '',
        `${entry.resource?.resourceType}/${this.#idFor(entry)}`,
      ]),
    );
    return (bundle.entry ?? []).map((entry) => {
      const text = JSON.stringify(entry.resource).replaceAll(/urn:uuid:[0-9a-f-]{36}/g, (urn) => ids.get(urn) ?? urn);
      const reference = ids.get(entry.fullUrl ?? '') ?? '';
      const id = reference.split('/')[1] ?? '';
      const versionId = String(Number(this.resources.get(reference)?.meta?.versionId ?? 0) + 1);
      const resource = JSON.parse(text) as FhirResource;
      this.resources.set(reference, { ...resource, id, meta: { ...resource.meta, versionId } });
      return { status: 200, id, versionId, resource: undefined };
    });
  };

  #idFor({ request, resource, fullUrl }: BundleEntry): string {
    if (request?.method === 'PUT') return request.url.split('/')[1] ?? '';
    const own = resource === undefined ? [] : identifiersOf(resource as FhirResource);
    const same = [...this.resources.values()].find((each) => identifiersOf(each).some((one) => own.includes(one)));
    return same?.id ?? `x${fullUrl?.slice(-8)}`;
  }

  all(type: string): (FhirResource & { id: string })[] {
    return [...this.resources.values()].filter(({ resourceType }) => resourceType === type);
  }

  get issues(): DetectedIssue[] {
    return this.all('DetectedIssue') as DetectedIssue[];
  }
}

function identifiersOf(resource: FhirResource): string[] {
  const list: Identifier[] = 'identifier' in resource && Array.isArray(resource.identifier) ? resource.identifier : [];
  return list.map(({ system, value }) => `${system}|${value}`);
}

const run = (ehr: MemoryEhr, input: PublicationInput, memory: readonly PublishedResource[] = []) =>
  publish(ehr, CAPABLE, { input, memory });

describe('publish', () => {
  it.each([
    ['findings by rules', publicationInput()],
    [
      'findings in which a model took part',
      publicationInput({ modelName: 'gpt-x', findings: [publishableFinding({ source: 'both' })] }),
    ],
    [
      'findings that people decided on',
      publicationInput({
        findings: [
          publishableFinding({
            decision: {
              decision: 'rejected',
              reason: 'code-is-correct',
              note: 'see addendum',
              by: 'Ines Caldera',
              at: new Date('2026-05-05T08:00:00Z'),
            },
          }),
        ],
      }),
    ],
    [
      'a finding whose point is absence, of a service with modifiers',
      publicationInput({
        findings: [publishableFinding({ evidence: [], billed: ['99213', '20610-RT-59', 'J3489'], suggested: [] })],
        claimIds: [],
      }),
    ],
    ['no finding at all', publicationInput({ findings: [] })],
  ])('writes resources that validate against the profiles: %s', async (_name, input) => {
    const ehr = new MemoryEhr();
    await run(ehr, input);
    expect(ehr.resources.size).toBeGreaterThan(2);
    for (const resource of ehr.resources.values())
      expect([resource.resourceType, validateAgainstProfiles(resource)]).toEqual([resource.resourceType, []]);
  });

  it('labels what a model took part in, and nothing else, as AI asserted', async () => {
    const ehr = new MemoryEhr();
    await run(
      ehr,
      publicationInput({
        modelName: 'gpt-x',
        findings: [publishableFinding({ source: 'both' }), publishableFinding({ key: 'b', source: 'rules' })],
      }),
    );
    expect(ehr.issues.map(({ meta }) => meta?.security?.[0]?.code)).toEqual(['AIAST', undefined]);
  });

  it('writes nothing when nothing has changed', async () => {
    const ehr = new MemoryEhr();
    const first = await run(ehr, publicationInput());
    const second = await run(ehr, publicationInput({ reviewedAt: new Date('2026-06-01T00:00:00Z') }), first);
    expect(ehr.transactions).toHaveLength(1);
    expect(second).toEqual(expect.arrayContaining(first));
  });

  it('updates what changed in place, and withdraws what no longer holds', async () => {
    const ehr = new MemoryEhr();
    const memory = await run(
      ehr,
      publicationInput({ findings: [publishableFinding(), publishableFinding({ key: 'gone' })] }),
    );
    const again = await run(
      ehr,
      publicationInput({ findings: [publishableFinding({ rationale: 'Said better.' })] }),
      memory,
    );
    expect(ehr.issues.map(({ status, detail }) => [status, detail])).toEqual([
      ['preliminary', 'Said better.'],
      ['cancelled', 'The record is more specific than E11.9.'],
    ]);
    expect(again.find(({ key }) => key === 'gone')?.state).toBe('retracted');
    for (const type of ['DocumentReference', 'Task', 'Provenance', 'Device']) expect(ehr.all(type)).toHaveLength(1);
  });

  it('brings a withdrawn finding back when it holds again', async () => {
    const ehr = new MemoryEhr();
    const first = await run(ehr, publicationInput());
    const second = await run(ehr, publicationInput({ findings: [] }), first);
    await run(ehr, publicationInput(), second);
    expect(ehr.issues.map(({ status }) => status)).toEqual(['preliminary']);
  });

  it('does not write twice after an attempt whose outcome it never learned', async () => {
    const ehr = new MemoryEhr();
    await run(ehr, publicationInput());
    await run(ehr, publicationInput());
    for (const type of ['DetectedIssue', 'DocumentReference', 'Task', 'Provenance', 'Device'])
      expect(ehr.all(type)).toHaveLength(1);
  });

  it('escapes what stands in the note and says nothing about money', async () => {
    const ehr = new MemoryEhr();
    await run(ehr, publicationInput());
    const [report] = ehr.all('DocumentReference');
    const data = report?.resourceType === 'DocumentReference' ? report.content[0]?.attachment.data : undefined;
    const html = Buffer.from(data ?? '', 'base64').toString('utf8');
    expect(html).toContain('&lt;painful&gt;');
    expect(html).not.toMatch(/\$|reimburse|payment|revenue|HCC/i);
    expect(html).toContain('table not loaded');
  });

  it('refuses an EHR that does not take the resources, with what to do', async () => {
    const unable = { ...CAPABLE, types: { ...CAPABLE.types, DetectedIssue: { ...able, create: false } } };
    await expect(publish(new MemoryEhr(), unable, { input: publicationInput(), memory: [] })).rejects.toMatchObject({
      code: 'writeback-unsupported',
    });
  });
});

describe('an EHR that ignores search parameters', () => {
  it('never has a note of somebody else overwritten', async () => {
    const ehr = new MemoryEhr();
    const note = { resourceType: 'DocumentReference' as const, id: 'note-1', status: 'current' as const, content: [] };
    const strict = ehr.search;
    ehr.search = async (type, params) => {
      const found = await strict(type, params);
      return type === 'DocumentReference' ? { ...found, matches: [note, ...found.matches] as never[] } : found;
    };
    const memory = await run(ehr, publicationInput());
    await run(ehr, publicationInput({ findings: [] }), memory);
    const written = ehr.transactions.flatMap(({ entry }) => entry?.map(({ request }) => request?.url) ?? []);
    expect(written).not.toContain('DocumentReference/note-1');
    expect(written.filter((url) => url?.startsWith('DocumentReference/'))).toHaveLength(1);
  });
});
