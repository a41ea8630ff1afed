import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CodeableConcept } from 'fhir/r4.js';
import { problemView, reviewView } from '#http/index.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';
import { launchFrom, type Launched } from '#test/support/launched.ts';
import { countWritten, reviewIn, reviewsOf, until, writtenAbout } from '#test/support/reviews.ts';

/** A visit with findings. */
const ENCOUNTER = 'enc-im-03';

let app: RunningApp;
let launch: Launched;

beforeAll(async () => {
  app = await startApp();
  launch = await launchFrom(app, ENCOUNTER);
  await reviewIn(app, ENCOUNTER, 'published');
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

async function view() {
  return reviewView.parse(await (await launch.get('/review')).json());
}

describe('a decision on a finding', () => {
  it('is refused without the header of the app, from another origin, and as what is no JSON', async () => {
    const path = `/findings/${(await view()).findings[0]?.id ?? ''}/disposition`;
    const accepted = { decision: 'accepted' };
    const statuses = [
      (await launch.post(path, accepted, { 'x-revrx-request': '' })).status,
      (await launch.post(path, accepted, { origin: 'https://elsewhere.example' })).status,
      (await launch.post(path, '{"decision":')).status,
      (await launch.post(path, { decision: 'accepted', note: 'x'.repeat(70_000) })).status,
      (await launch.post(path, { decision: 'perhaps' })).status,
      (await launch.post(path, { decision: 'rejected' })).status,
    ];
    expect(statuses).toEqual([403, 403, 400, 400, 400, 400]);
    expect((await view()).findings[0]?.disposition).toBeUndefined();
  });

  it('is refused with a sentence for a finding of another chart, or of none', async () => {
    const other = await launchFrom(app, 'enc-im-04');
    await reviewIn(app, 'enc-im-04', 'published');
    const foreign = (await view()).findings[0]?.id ?? '';
    for (const id of [foreign, '0190a0a0-0000-7000-8000-000000000000', 'nonsense']) {
      const answer = await other.post(`/findings/${id}/disposition`, { decision: 'accepted' });
      expect(answer.status).toBe(404);
      expect(problemView.parse(await answer.json()).error.code).toBe('not-found');
    }
  });
});

describe('an addendum to a published chart', () => {
  it('makes a new review at the next launch, which replaces the old one in the EHR and keeps the decisions', async () => {
    const { findings } = await view();
    const [first] = findings;
    expect(first).toBeDefined();
    await launch.post(`/findings/${first?.id ?? ''}/disposition`, { decision: 'accepted', note: 'Agreed.' });
    await until(async () => ((await view()).published ? true : undefined));
    const before = writtenAbout(app, ENCOUNTER).issues;

    addAddendum();
    const again = await launchFrom(app, ENCOUNTER);
    await until(async () => ((await reviewsOf(app, ENCOUNTER)).length === 2 ? true : undefined));
    await reviewIn(app, ENCOUNTER, 'published');
    expect((await reviewsOf(app, ENCOUNTER)).map(({ state }) => state)).toEqual(['superseded', 'published']);

    const now = reviewView.parse(await (await again.get('/review')).json());
    expect(now.documents.some(({ text }) => text.includes('addendum'))).toBe(true);
    const kept = now.findings.find(
      ({ billed, kind }) => kind === first?.kind && String(billed) === String(first.billed),
    );
    expect(kept?.disposition).toMatchObject({ decision: 'accepted', note: 'Agreed.' });

    const after = writtenAbout(app, ENCOUNTER).issues;
    const current = after.filter(({ status }) => status !== 'cancelled');
    expect(current).toHaveLength(now.findings.length);
    expect(new Set(after.map(({ identifier }) => identifier?.[0]?.value)).size).toBe(after.length);
    // What stood before stands under its own id, changed or withdrawn; nothing was written beside it.
    expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
    expect(countWritten(app, ENCOUNTER)).toMatchObject({ reports: 1, tasks: 1, provenances: 1 });
  });

  it('withdraws what no longer holds when the claim is corrected, and withdraws it once', async () => {
    const [finding] = (await view()).findings;
    const before = writtenAbout(app, ENCOUNTER).issues;
    correctClaim(finding?.billed[0] ?? '', finding?.suggested[0] ?? '');
    await launchFrom(app, ENCOUNTER);
    await until(async () => ((await reviewsOf(app, ENCOUNTER)).length === 3 ? true : undefined));
    await reviewIn(app, ENCOUNTER, 'published');
    const after = writtenAbout(app, ENCOUNTER).issues;
    expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
    const withdrawn = after.filter(({ status }) => status === 'cancelled');
    expect(withdrawn).toHaveLength(1);
    expect(JSON.stringify(withdrawn[0]?.mitigation)).toMatch(/Withdrawn/);
    expect(after.length - withdrawn.length).toBe((await view()).findings.length);
    expect(countWritten(app, ENCOUNTER)).toMatchObject({ reports: 1, tasks: 1, provenances: 1 });
  });

  it('leaves a decision on a finding of the old review without effect, and says why', async () => {
    const old = await app.services.database.inTenant(app.site.tenantId, (em) =>
      em.execute<{ id: string }[]>(
        `select finding.id from finding join review on review.id = finding.review_id where review.state = 'superseded'`,
      ),
    );
    const answer = await launch.post(`/findings/${old[0]?.id ?? ''}/disposition`, { decision: 'accepted' });
    expect(answer.status).toBe(404);
    expect(problemView.parse(await answer.json()).error.message).toMatch(/chart has changed/);
  });
});

/** The EHR's own claim with one code in place of another, as a biller corrects it. */
function correctClaim(from: string, to: string): void {
  const { store } = app.sandbox;
  const claim = store
    .list('Claim')
    .find(({ item }) => item?.some(({ encounter }) => encounter?.[0]?.reference === `Encounter/${ENCOUNTER}`));
  if (claim === undefined) throw new Error('the visit has no claim');
  const corrected = ({ coding = [], ...concept }: CodeableConcept): CodeableConcept => ({
    ...concept,
    coding: coding.map(({ code, ...rest }) => ({ ...rest, code: code === from ? to : (code ?? '') })),
  });
  store.put({
    ...claim,
    diagnosis:
      claim.diagnosis?.map((each) =>
        each.diagnosisCodeableConcept === undefined
          ? each
          : { ...each, diagnosisCodeableConcept: corrected(each.diagnosisCodeableConcept) },
      ) ?? [],
    item: claim.item?.map((each) => ({ ...each, productOrService: corrected(each.productOrService) })) ?? [],
  });
}

/** A second note of the same author, as an EHR files an addendum. */
function addAddendum(): void {
  const { store } = app.sandbox;
  const note = store
    .list('DocumentReference')
    .find(
      ({ id, context }) => id?.startsWith('doc-') && context?.encounter?.[0]?.reference === `Encounter/${ENCOUNTER}`,
    );
  if (note === undefined) throw new Error('the visit has no note');
  const data = Buffer.from('addendum: the plan was discussed again by telephone. No change.').toString('base64');
  store.put({
    ...note,
    id: 'doc-addendum',
    identifier: [],
    content: [{ attachment: { contentType: 'text/plain', data } }],
  });
}
