import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { askForReview, countWritten, reviewsOf, until } from '#test/support/reviews.ts';
import { RevrxCommand } from '#test/support/revrx-command.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';
import { freePort } from '#test/support/free-port.ts';

const ENCOUNTERS = 30;

let app: RunningApp;
let processes: RevrxCommand[];

beforeAll(async () => {
  app = await startApp({ works: false });
  const worker = { ...app.environment, NODE_ENV: 'development', LOG_LEVEL: 'error' };
  processes = [
    new RevrxCommand(['work'], worker),
    new RevrxCommand(['work'], worker),
    new RevrxCommand(['serve'], { ...worker, PORT: String(await freePort()) }),
  ];
  await Promise.all(processes.map((each, at) => each.untilLine(at < 2 ? 'RevRx worker ready' : 'RevRx ready')));
}, 120_000);
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

describe('two workers and a web process on one database', () => {
  it('publish each of thirty encounters once, and stop when they are told to', async () => {
    const ids = app.sandbox.store
      .list('Encounter')
      .slice(0, ENCOUNTERS)
      .map(({ id }) => id ?? '');
    await Promise.all(ids.map((id) => askForReview(app, id)));
    for (const id of ids) {
      const reviews = await until(async () => {
        const found = await reviewsOf(app, id);
        return found.every(({ state }) => state === 'published') ? found : undefined;
      });
      expect(reviews).toHaveLength(1);
      const { issues } = countWritten(app, id);
      const once = { issues, findings: issues, reports: 1, tasks: issues > 0 ? 1 : 0, provenances: 1 };
      expect(countWritten(app, id)).toEqual(once);
    }
    const ends = await Promise.all(processes.map((each) => each.stop()));
    expect(ends.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      Array.from({ length: 3 }, () => ({ code: 0, stderr: '' })),
    );
  }, 120_000);
});
