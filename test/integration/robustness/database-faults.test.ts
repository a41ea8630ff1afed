import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { problemView, reviewView } from '#http/index.ts';
import { toPgOptions } from '#persistence/index.ts';
import { launchFrom, type Launched } from '#test/support/launched.ts';
import { askForReview, countWritten, reviewIn, reviewsOf, until } from '#test/support/reviews.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';
import { startStoppablePostgres, type StoppablePostgres } from '#test/support/stoppable-postgres.ts';

const MAY_TAKE_MS = 120_000;

let postgres: StoppablePostgres;
let app: RunningApp;
let launch: Launched;
const unhandled: unknown[] = [];
const note = (error: unknown): void => void unhandled.push(error);

beforeAll(async () => {
  process.on('unhandledRejection', note);
  postgres = await startStoppablePostgres();
  app = await startApp({ settings: postgres.settings });
  launch = await launchFrom(app, 'enc-im-03');
  await reviewIn(app, 'enc-im-03', 'published');
}, MAY_TAKE_MS);
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await postgres[Symbol.asyncDispose]();
  process.off('unhandledRejection', note);
}, MAY_TAKE_MS);

/** Follows a launch's progress as a browser does, which connects again when the stream ends; gives all that came. */
function follow(of: Launched): { readonly text: () => string; readonly streams: () => number } {
  let text = '';
  let streams = 0;
  const read = async (): Promise<void> => {
    const { body } = await of.get('/events');
    streams += 1;
    const decoder = new TextDecoder();
    for await (const chunk of body ?? []) text += decoder.decode(chunk, { stream: true });
  };
  void (async () => {
    while (!text.includes('"state":"published"')) await read().catch(() => undefined);
  })();
  return { text: () => text, streams: () => streams };
}

describe('a PostgreSQL that stops in the middle of the work', () => {
  it(
    'costs no review: all goes on by itself when it is back',
    async () => {
      const slow = app.sandbox.faults.add({ kind: 'slow', path: '/fhir/Encounter/enc-im-04', count: 2, delayMs: 300 });
      const other = await launchFrom(app, 'enc-im-04');
      const events = follow(other);
      await until(() => (app.sandbox.faults.list().find(({ id }) => id === slow.id)?.acted ? true : undefined));

      await postgres.stop();
      const ready = await until(async () => {
        const answer = await fetch(`${app.url}/readyz`);
        return answer.status === 503 ? answer : undefined;
      });
      const sentence = /database cannot be reached.*nothing was lost/i;
      expect(problemView.parse(await ready.json()).error).toMatchObject({
        code: 'database-unavailable',
        message: expect.stringMatching(sentence),
      });
      const answer = await launch.get('/review');
      expect(answer.status).toBe(503);
      expect(problemView.parse(await answer.json()).error.message).toMatch(sentence);
      expect((await fetch(`${app.url}/healthz`)).status).toBe(200);

      await postgres.start();
      await until(async () => ((await fetch(`${app.url}/readyz`)).ok ? true : undefined));
      expect(reviewView.parse(await (await launch.get('/review')).json()).published).toBe(true);
      await reviewIn(app, 'enc-im-04', 'published');
      await until(() => (events.text().includes('"state":"published"') ? true : undefined));
      expect(await reviewsOf(app, 'enc-im-04')).toHaveLength(1);
      const { issues } = countWritten(app, 'enc-im-04');
      const once = { issues, findings: issues, reports: 1, tasks: issues > 0 ? 1 : 0, provenances: 1 };
      expect(countWritten(app, 'enc-im-04')).toEqual(once);

      // Who follows from now on is told by notifications again: a stream that is open sees the end.
      app.sandbox.faults.add({ kind: 'slow', path: '/fhir/Encounter/enc-im-05', count: 2, delayMs: 300 });
      const later = follow(await launchFrom(app, 'enc-im-05'));
      await until(() => (later.text().includes('"state":"published"') ? true : undefined));
      expect(later.streams()).toBe(1);
      expect(unhandled).toEqual([]);
    },
    MAY_TAKE_MS,
  );
});

describe('a full disk under PostgreSQL', () => {
  /** Makes every insert into the table fail as PostgreSQL does when its disk is full (SQLSTATE 53100). */
  async function fillDisk(table: string): Promise<AsyncDisposable> {
    const client = new pg.Client(toPgOptions(app.services.access.migrator));
    await client.connect();
    await client.query(`create or replace function no_space() returns trigger language plpgsql as
      $$ begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$`);
    await client.query(`create trigger no_space before insert on ${table} execute function no_space()`);
    return {
      async [Symbol.asyncDispose]() {
        await client.query(`drop trigger no_space on ${table}`);
        await client.end();
      },
    };
  }

  it('has the review tried again until there is space', async () => {
    {
      await using _full = await fillDisk('chart_version');
      const { reviewId } = await askForReview(app, 'enc-fm-01');
      const code = await until(async () => {
        const { rows } = await app.services.boss
          .getDb()
          .executeSql(
            `select output->>'code' as code from revrx_queue.job where state = 'retry' and data->>'reviewId' = $1`,
            [reviewId],
          );
        return rows.map((row: { code: string }) => row.code)[0];
      });
      expect(code).toBe('disk-full');
    }
    await reviewIn(app, 'enc-fm-01', 'published');
  });

  it('tells who decides on a finding so, and takes the decision once there is space', async () => {
    const [finding] = reviewView.parse(await (await launch.get('/review')).json()).findings;
    const path = `/findings/${finding?.id ?? ''}/disposition`;
    {
      await using _full = await fillDisk('disposition');
      const answer = await launch.post(path, { decision: 'accepted' });
      expect(answer.status).toBe(507);
      expect(problemView.parse(await answer.json()).error).toMatchObject({
        code: 'disk-full',
        message: expect.stringMatching(/disk of the database is full/),
      });
    }
    expect((await launch.post(path, { decision: 'accepted' })).status).toBe(200);
    expect(reviewView.parse(await (await launch.get('/review')).json()).findings[0]?.disposition?.decision).toBe(
      'accepted',
    );
  });
});
