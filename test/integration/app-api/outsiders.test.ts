import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import supertest from 'supertest';
import { newId } from '#kernel/index.ts';
import { startApp, type RunningApp } from '#test/support/running-app.ts';

let app: RunningApp;

beforeAll(async () => {
  app = await startApp({ works: false });
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
});

describe('somebody who has not launched', () => {
  it.each(['', '/review', '/events'])(
    'gets nothing from the API at %j, and a sentence with an id to quote',
    async (path) => {
      const { body, status } = await supertest(app.url).get(`/api/launches/${newId()}${path}`);
      expect([401, 404]).toContain(status);
      expect(body).toEqual({
        error: { code: expect.any(String), message: expect.stringMatching(/\.$/), id: expect.any(String) },
      });
    },
  );

  it('sees whether RevRx runs and is ready, and nothing of what it runs on', async () => {
    await supertest(app.url).get('/healthz').expect(200);
    const ready = await supertest(app.url).get('/readyz').expect(200);
    expect(ready.headers['x-powered-by']).toBeUndefined();
  });

  it('may frame no page, load nothing from elsewhere, and is told no referrer', async () => {
    const { headers } = await supertest(app.url).get('/nothing-here').expect(404);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['cache-control']).toBe('no-store');
  });
});
