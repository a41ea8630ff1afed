import { describe, expect, it } from '@jest/globals';
import type { Bundle, FhirResource } from 'fhir/r4.js';
import { chartsFromBundle } from '#chart/index.ts';
import { base64, bundle, claim, encounter, note, patient, practitioner } from '#test/support/fhir-bundles.ts';

const DAY = '2026-05-04';
const visit = encounter('e1', DAY);

describe('charts of a Bundle', () => {
  it('hold the encounter, its patient, people, claim and the text of its notes', async () => {
    const [chart, ...others] = await chartsFromBundle(
      bundle(
        patient,
        practitioner,
        visit,
        note('n1', 'Cough for 3 days.\r\nLungs clear.', { of: 'Encounter/e1' }),
        claim('c1', 'Encounter/e1'),
      ),
    );
    expect(others).toEqual([]);
    expect(chart).toMatchObject({ encounter: visit, patient, practitioners: [practitioner], gaps: [] });
    expect(chart?.claims.map(({ id }) => id)).toEqual(['c1']);
    expect(chart?.documents).toMatchObject([
      {
        id: 'n1',
        title: 'Progress note',
        loinc: '11506-3',
        contentType: 'text/plain',
        text: 'Cough for 3 days.\nLungs clear.',
      },
    ]);
  });

  it('are one for each encounter with a note or a claim', async () => {
    const charts = await chartsFromBundle(
      bundle(
        patient,
        encounter('e1', '2026-05-01'),
        encounter('e2', '2026-05-02'),
        encounter('e3', '2026-05-03'),
        note('n1', 'a', { of: 'Encounter/e1' }),
        claim('c3', 'Encounter/e3'),
      ),
    );
    expect(charts.map((chart) => chart.encounter.id)).toEqual(['e1', 'e3']);
    expect(charts[0]?.gaps).toEqual([expect.objectContaining({ reference: 'Encounter/e1', reason: 'missing' })]);
  });

  it('are none where there is neither an encounter nor a note nor a claim', async () => {
    expect(await chartsFromBundle(bundle(patient))).toEqual([]);
    expect(await chartsFromBundle({ resourceType: 'Bundle', type: 'searchset' })).toEqual([]);
  });

  it('follow fullUrl, urn:uuid, absolute and conditional references alike', async () => {
    const uuid = 'urn:uuid:8f0d1f0a-7c1e-4f0b-9d0a-0a1b2c3d4e5f';
    const transaction: Bundle = {
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        {
          fullUrl: 'https://ehr.example.org/fhir/Patient/p1',
          resource: { ...patient, identifier: [{ system: 'urn:mrn', value: '77' }] },
        },
        {
          fullUrl: uuid,
          resource: {
            ...encounter('x', DAY, { subject: { reference: 'Patient?identifier=urn:mrn|77' } }),
            id: undefined,
          },
        },
        { resource: note('n1', 'by uuid', { of: uuid }) },
        {
          resource: note('n2', 'by address', {
            of: uuid,
            subject: { reference: 'https://ehr.example.org/fhir/Patient/p1' },
          }),
        },
      ].map((entry) => JSON.parse(JSON.stringify(entry))),
    };
    const [chart] = await chartsFromBundle(transaction);
    expect(chart?.encounter.id).toBe('8f0d1f0a-7c1e-4f0b-9d0a-0a1b2c3d4e5f');
    expect(chart?.patient.id).toBe('p1');
    expect(chart?.encounter.subject?.reference).toBe('Patient/p1');
    expect(chart?.documents.map(({ text }) => text)).toEqual(['by uuid', 'by address']);
  });

  it('come out of the answers to a batch of searches, pages and repeats and refusals included', async () => {
    const searchset = bundle(patient, visit, note('n1', 'a', { of: 'Encounter/e1' }));
    const batch = {
      resourceType: 'Bundle',
      type: 'batch-response',
      entry: [
        {
          response: { status: '200' },
          resource: { ...searchset, type: 'searchset', link: [{ relation: 'next', url: 'x' }] },
        },
        { response: { status: '200' }, resource: searchset },
        { response: { status: '403 Forbidden' }, resource: { resourceType: 'OperationOutcome', issue: [] } },
      ],
    };
    const charts = await chartsFromBundle(batch);
    expect(charts).toHaveLength(1);
    expect(charts[0]?.documents).toHaveLength(1);
    expect(charts[0]?.gaps.map(({ reference, reason }) => `${reference} ${reason}`)).toEqual([
      'Bundle missing',
      'Bundle refused',
      'Encounter/e1 missing',
    ]);
  });

  it('read a document from its Binary, and say so when the Bundle has only an address', async () => {
    const attachment = (url: string) => [{ attachment: { contentType: 'text/plain', url } }];
    const [chart] = await chartsFromBundle(
      bundle(
        patient,
        visit,
        { resourceType: 'Binary', id: 'b1', contentType: 'text/plain', data: base64('from the Binary') },
        note('n1', '', { of: 'Encounter/e1', content: attachment('Binary/b1') }),
        note('n2', '', { of: 'Encounter/e1', content: attachment('https://elsewhere.example.org/Binary/b9') }),
      ),
    );
    expect(chart?.documents.map(({ text }) => text)).toEqual(['from the Binary']);
    expect(chart?.gaps).toContainEqual(
      expect.objectContaining({ reference: 'DocumentReference/n2', reason: 'missing' }),
    );
  });

  it('take the format of a note that can be read best', async () => {
    const content = [
      { attachment: { contentType: 'application/pdf', data: base64('no PDF') } },
      { attachment: { contentType: 'text/html', data: base64('<p>from HTML</p>') } },
      { attachment: { contentType: 'text/plain', data: '%%%' } },
    ];
    const [chart] = await chartsFromBundle(bundle(patient, visit, note('n1', '', { of: 'Encounter/e1', content })));
    expect(chart?.documents).toMatchObject([{ text: 'from HTML', contentType: 'text/html' }]);
  });

  it('put notes without a link to the encounter of the day, or the last one before', async () => {
    const charts = await chartsFromBundle(
      bundle(
        patient,
        encounter('e1', '2026-05-01'),
        encounter('e2', '2026-05-20'),
        note('n1', 'that day', { context: { period: { start: '2026-05-20T09:10:00-05:00' } } }),
        note('n2', 'signed later', { date: '2026-05-04T08:00:00-05:00' }),
      ),
    );
    expect(
      charts.map(({ encounter: { id }, documents }) => `${id}: ${documents.map(({ text }) => text).join()}`),
    ).toEqual(['e1: signed later', 'e2: that day']);
  });

  it('lose no note of an encounter that is not there', async () => {
    const charts = await chartsFromBundle(
      bundle(
        patient,
        visit,
        note('n1', 'here', { of: 'Encounter/e1' }),
        note('n2', 'elsewhere', { of: 'Encounter/gone' }),
      ),
    );
    expect(charts.map((chart) => chart.documents.map(({ text }) => text))).toEqual([['here'], ['elsewhere']]);
    expect(charts[1]?.gaps).toContainEqual(expect.objectContaining({ reference: 'Encounter/gone', reason: 'missing' }));
  });

  it('do not read notes that are superseded or entered in error, and say so unless their replacement is there', async () => {
    const [chart] = await chartsFromBundle(
      bundle(
        patient,
        visit,
        note('old', 'first draft', { of: 'Encounter/e1', status: 'superseded' }),
        note('new', 'final', {
          of: 'Encounter/e1',
          relatesTo: [{ code: 'replaces', target: { reference: 'DocumentReference/old' } }],
        }),
        note('wrong', 'another patient', { of: 'Encounter/e1', status: 'entered-in-error' }),
        claim('c1', 'Encounter/e1', { status: 'cancelled' }),
      ),
    );
    expect(chart?.documents.map(({ text }) => text)).toEqual(['final']);
    expect(chart?.claims).toEqual([]);
    expect(
      chart?.gaps
        .filter(({ reason }) => reason === 'not-current')
        .map(({ reference }) => reference)
        .toSorted(),
    ).toEqual(['Claim/c1', 'DocumentReference/wrong']);
  });

  it('hold what is known of the patient up to that day, and nothing of other encounters or later', async () => {
    const condition = (id: string, more: object) => ({
      resourceType: 'Condition' as const,
      id,
      subject: { reference: 'Patient/p1' },
      ...more,
    });
    const [chart] = await chartsFromBundle(
      bundle(
        patient,
        visit,
        claim('c1', 'Encounter/e1'),
        condition('problem', { recordedDate: '2019-01-01' }),
        condition('undated', {}),
        condition('visit', { encounter: { reference: 'Encounter/e1' } }),
        condition('later', { recordedDate: '2026-06-01' }),
        condition('other', { encounter: { reference: 'Encounter/e9' } }),
        condition('stranger', { subject: { reference: 'Patient/p2' } }),
      ),
    );
    expect(chart?.conditions.map(({ id }) => id)).toEqual(['problem', 'undated', 'visit']);
  });

  it('say of a report whose text is in no document that it was not read', async () => {
    const report = (id: string, text: string): FhirResource => ({
      resourceType: 'DiagnosticReport',
      id,
      status: 'final',
      code: { text: 'Chest X-ray' },
      subject: { reference: 'Patient/p1' },
      encounter: { reference: 'Encounter/e1' },
      presentedForm: [{ contentType: 'text/plain', data: base64(text) }],
    });
    const [chart] = await chartsFromBundle(
      bundle(
        patient,
        visit,
        claim('c1', 'Encounter/e1'),
        note('n1', 'same text', { of: 'Encounter/e1' }),
        report('r1', 'same text'),
        report('r2', 'other text'),
      ),
    );
    expect(chart?.gaps.map(({ reference, reason }) => `${reference} ${reason}`)).toEqual([
      'DiagnosticReport/r2 unsupported-type',
    ]);
  });

  it('leave out a resource that is not FHIR R4, with a gap that shows none of its values', async () => {
    const broken = { resourceType: 'DocumentReference', id: 'n1', content: 'Ines Tarrow' };
    const [chart] = await chartsFromBundle({
      resourceType: 'Bundle',
      entry: [patient, visit, broken].map((resource) => ({ resource })),
    });
    expect(chart?.gaps[0]).toMatchObject({ reference: 'DocumentReference/n1', reason: 'unreadable' });
    expect(JSON.stringify(chart?.gaps)).not.toContain('Tarrow');
  });

  it.each([
    ['null', null, 'not a JSON object'],
    ['a list', [patient], 'It is a list'],
    ['another resource', patient, 'It is a Patient resource'],
    ['an object of another kind', { entry: [] }, 'no "resourceType"'],
    ['entries that are no list', { resourceType: 'Bundle', entry: 'x' }, '"entry" is not a list'],
    ['an entry that is no object', { resourceType: 'Bundle', entry: [1] }, 'An entry is not an object'],
    [
      'an encounter that is not FHIR',
      bundleOf({ resourceType: 'Encounter', id: 'e1', period: '2026' }),
      'Encounter/e1 does not have the form of FHIR R4 at "period"',
    ],
    ['an encounter without its patient', bundleOf(visit), 'does not hold the patient of Encounter/e1'],
  ])('are refused with a sentence for %s', async (_what, input, sentence) => {
    await expect(chartsFromBundle(input)).rejects.toMatchObject({
      code: 'input-invalid',
      publicMessage: expect.stringContaining(sentence),
    });
  });
});

function bundleOf(resource: object) {
  return { resourceType: 'Bundle', type: 'collection', entry: [{ resource }] };
}
