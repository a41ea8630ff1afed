import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import pg from 'pg';
import { decide } from '#app-api/decide.ts';
import { listAuditEvents } from '#audit/index.ts';
import { planShredding, reopenTenant, shred } from '#compose/index.ts';
import { problemView, reviewView } from '#http/index.ts';
import { systemClock } from '#kernel/index.ts';
import { toPgOptions } from '#persistence/index.ts';
import { Artifacts, type Review } from '#pipeline/index.ts';
import { Disposition } from '#review/disposition.entity.ts';
import { FindingRecord } from '#review/finding.entity.ts';
import { createEnvelopeVault } from '#vault/index.ts';
import { launchFrom, type Launched } from '#test/support/launched.ts';
import { askForReview, countWritten, reviewIn, reviewsOf, until } from '#test/support/reviews.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';

/** Visits with findings. */
const [ENCOUNTER, OTHER] = ['enc-im-03', 'enc-im-04'];

let app: RunningApp;
let launch: Launched;
let tenantId: string;

beforeAll(async () => {
  app = await startApp();
  ({ tenantId } = app.site);
  launch = await launchFrom(app, ENCOUNTER);
  await askForReview(app, OTHER);
  await reviewIn(app, ENCOUNTER, 'published');
  await reviewIn(app, OTHER, 'published');
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

async function view() {
  return reviewView.parse(await (await launch.get('/review')).json());
}

/** What a process that has nothing in memory can open. */
function freshArtifacts(): Artifacts {
  const { database, wrapping } = app.services;
  return new Artifacts(database, createEnvelopeVault({ database, wrapping, clock: systemClock }));
}

/** Every sealed value and every other column of the tables that hold what was derived from charts, as a backup has them. */
async function rowsAbout(review: Review): Promise<string> {
  const client = new pg.Client(toPgOptions(app.services.access.migrator));
  await client.connect();
  try {
    await client.query(`select set_config('app.tenant', $1, false)`, [tenantId]);
    const tables = ['chart_version', 'deidentification', 'finding', 'review_outcome', 'disposition', 'review'];
    const all = [];
    for (const table of tables) all.push(await client.query(`select * from ${table}`));
    return JSON.stringify(
      all
        .flatMap(({ rows }) => rows as Record<string, unknown>[])
        .filter((row) => [row['id'], row['review_id']].includes(review.id)),
    );
  } finally {
    await client.end();
  }
}

describe('a review', () => {
  it('stands in the database without a code, a rule or a word of it', async () => {
    const [review] = await reviewsOf(app, ENCOUNTER);
    if (review === undefined) throw new Error('no review');
    const { findings, claim, notEvaluated } = await view();
    const said = [
      ...findings.flatMap(({ billed, suggested, rule, rationale }) => [...billed, ...suggested, rule.id, rationale]),
      ...claim.diagnoses.map(({ code }) => code),
      ...notEvaluated.map(({ reason }) => reason),
    ];
    expect(said.length).toBeGreaterThan(5);
    const rows = await rowsAbout(review);
    expect(rows).toContain(findings[0]?.id);
    // Hashes and ids hold digits and letters: a code counts where it stands as a word.
    const shown = said.filter((text) => rows.includes(`"${text}"`) || (text.length > 8 && rows.includes(text)));
    expect(shown).toEqual([]);
  });

  it('keeps its findings under names that tell nothing of them to who tries all codes', async () => {
    const { tenantId: tenant, siteId, encounterId } = (await reviewsOf(app, ENCOUNTER))[0] ?? {};
    const { findings } = await view();
    const [first] = findings;
    const identity = [first?.kind, first?.rule.id, first?.billed.toSorted(), first?.suggested.toSorted()];
    const guess = createHash('sha256')
      .update(`${JSON.stringify(identity)}#1`)
      .digest('hex')
      .slice(0, 32);
    const stored = await app.services.database.inTenant(tenantId, (em) =>
      em.findOneOrFail(FindingRecord, first?.id ?? ''),
    );
    expect(stored.key).not.toBe(guess);
    const value = JSON.stringify(['finding', siteId, encounterId, guess]);
    expect(stored.key).toBe(await app.services.vault.pseudonym(tenant ?? '', value));
  });
});

describe('decisions on one finding', () => {
  it('may come from more people at once than there are connections, and one of them stands', async () => {
    const [review] = await reviewsOf(app, ENCOUNTER);
    if (review === undefined) throw new Error('no review');
    const finding = await app.services.database.inTenant(tenantId, (em) =>
      em.findOneOrFail(FindingRecord, { tenantId, reviewId: review.id, rank: 0 }),
    );
    // The key has to be unwrapped first, which takes a connection too.
    app.services.vault.dataKeys.forget(tenantId, review.id);
    const user = { id: 'somebody', name: 'Somebody', actor: 'user:Practitioner/somebody' };
    const notes = Array.from({ length: 24 }, (_, at) => `Note ${at}`);
    await Promise.all(
      notes.map((note) => decide(app.services, { review, finding, user, request: { decision: 'accepted', note } })),
    );
    const now = (await view()).findings.find(({ id }) => id === finding.id);
    expect(notes).toContain(now?.disposition?.note);
    await until(async () => ((await view()).published ? true : undefined));
  });
});

describe('a shredded review', () => {
  it('is unreadable with its findings and decisions, and leaves nothing but its state', async () => {
    const [finding] = (await view()).findings;
    await launch.post(`/findings/${finding?.id ?? ''}/disposition`, { decision: 'accepted', note: 'Agreed.' });
    await until(async () => ((await view()).published ? true : undefined));
    const [review] = await reviewsOf(app, ENCOUNTER);
    if (review === undefined) throw new Error('no review');
    const database = app.services.database;
    const kept = await database.inTenant(tenantId, async (em) => ({
      finding: await em.findOneOrFail(FindingRecord, { tenantId, reviewId: review.id }, { orderBy: { rank: 'asc' } }),
      disposition: await em.findOneOrFail(Disposition, { tenantId, reviewId: review.id }),
    }));
    expect((await freshArtifacts().openNote(kept.disposition, kept.disposition.sealedNote)).note).toBe('Agreed.');

    const selection = { tenantId, reviewId: review.id };
    expect(await planShredding(app.services, selection)).toMatchObject({
      reviews: 1,
      charts: 1,
      decisions: 1,
      otherReviews: [],
    });
    expect(await shred(app.services, selection)).toMatchObject({ reviews: 1, charts: 1, decisions: 1 });

    // Even with the rows of a backup: the key is gone.
    const fresh = freshArtifacts();
    const erased = { code: 'erased' };
    await expect(fresh.openFinding(kept.finding, kept.finding.sealedContent)).rejects.toMatchObject(erased);
    await expect(fresh.openNote(kept.disposition, kept.disposition.sealedNote)).rejects.toMatchObject(erased);
    expect(JSON.parse(await rowsAbout(review))).toMatchObject([
      { id: review.id, state: 'superseded', chart_version: null },
    ]);

    const events = [];
    for await (const event of listAuditEvents(database, { tenantId, reviewId: review.id })) events.push(event);
    expect(events.at(-1)).toMatchObject({
      action: 'keys.shredded',
      subjectType: 'review',
      subjectId: review.id,
      details: { keys: 1, charts: 1, decisions: 1 },
    });
  });

  it('has a new review in its place as soon as somebody asks for one, of the same chart, and writes nothing twice', async () => {
    const before = countWritten(app, ENCOUNTER);
    launch = await launchFrom(app, ENCOUNTER);
    const review = await reviewIn(app, ENCOUNTER, 'published');
    const reviews = await reviewsOf(app, ENCOUNTER);
    expect(reviews.map(({ state }) => state)).toEqual(['superseded', 'published']);
    expect(review.id).not.toBe(reviews[0]?.id);
    const { findings } = await view();
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.filter(({ disposition }) => disposition !== undefined)).toEqual([]);
    expect(countWritten(app, ENCOUNTER)).toMatchObject({ reports: 1, tasks: before.tasks, issues: before.issues });
  });

  it('leaves the reviews of other encounters as they are', async () => {
    const other = await launchFrom(app, OTHER);
    expect(reviewView.parse(await (await other.get('/review')).json()).published).toBe(true);
  });
});

describe('a shredded organization', () => {
  it('has no readable review, and a new one stops with a sentence that says why', async () => {
    const erased = await shred(app.services, { tenantId });
    expect(erased.charts).toBe(2);
    // This process still has keys in memory, as any may for five minutes.
    for (const review of await reviewsOf(app, OTHER)) app.services.vault.dataKeys.forget(tenantId, review.id);
    app.services.vault.dataKeys.forget(tenantId, 'tenant');
    await askForReview(app, OTHER);
    const failed = await until(async () => {
      const newest = (await reviewsOf(app, OTHER)).at(-1);
      return newest?.state === 'failed' ? newest : undefined;
    });
    expect(failed).toMatchObject({ errorCode: 'erased' });
    // What people have open was sealed under the organization's key.
    const answer = await launch.get('/review');
    expect(answer.status).toBe(410);
    expect(problemView.parse(await answer.json()).error.message).toMatch(/removed for good/);
  });

  it('is reviewed again once an administrator has taken it up', async () => {
    await reopenTenant(app.services, tenantId);
    await askForReview(app, OTHER);
    const { id } = await reviewIn(app, OTHER, 'published');
    const findings = await app.services.database.inTenant(tenantId, (em) =>
      em.find(FindingRecord, { tenantId, reviewId: id }),
    );
    expect(findings.length).toBeGreaterThan(0);
    for (const finding of findings) {
      expect((await freshArtifacts().openFinding(finding, finding.sealedContent)).rationale).not.toBe('');
    }
  });
});
