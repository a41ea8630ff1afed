import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express, { Router } from 'express';
import { createEventStreams, createHttpApp, createHttpSessions, listen } from '#http/index.ts';
import { rateLimit } from '#http/rate-limit.ts';
import { errorHandler } from '#http/error-handler.ts';
import { Secret, silentAlerts, silentLog } from '#kernel/index.ts';
import { openDatabase, type ConnectionSettings } from '#persistence/index.ts';
import { createSiteService } from '#sites/index.ts';
import { createSmart } from '#smart/index.ts';
import { TestBrowser } from '#test/support/cookie-browser.ts';
import { CLIENT_ID, startSmartStack, type SmartStack } from '#test/support/smart-stack.ts';
import { entities } from '../../../src/entities.ts';

let stack: SmartStack;
let appDirectory: string;

beforeAll(async () => {
  stack = await startSmartStack();
  appDirectory = await mkdtemp(join(tmpdir(), 'revrx-app-'));
  await mkdir(join(appDirectory, 'assets'));
  await writeFile(join(appDirectory, 'index.html'), '<!doctype html><title>App</title>');
  await writeFile(join(appDirectory, 'assets', 'index-abc123.js'), 'export {};');
});
afterAll(async () => {
  await stack[Symbol.asyncDispose]();
});

/** The web application over the stack's services, with a database of the test's choice. */
async function serve(connection: ConnectionSettings = stack.access.application) {
  const scope = new AsyncDisposableStack();
  const database = scope.use(openDatabase({ connection, entities }));
  const sites = createSiteService({ database, vault: stack.vault });
  const sessions = scope.use(createHttpSessions({ connection, secret: new Secret('s'.repeat(32)), log: silentLog }));
  const smart = createSmart({ database, vault: stack.vault, sites, publicUrl: stack.url, production: false });
  const app = createHttpApp({
    publicUrl: stack.url,
    trustProxy: 0,
    log: silentLog,
    database,
    sessions,
    smart,
    smartRouter: smart.createRouter({ sessions: sessions.browser, onLaunched: async () => undefined }),
    launchApi: Router({ mergeParams: true }),
    appDirectory,
  });
  const server = await listen(app, { port: 0, graceMs: 100 });
  scope.defer(() => server[Symbol.asyncDispose]());
  return { url: `http://localhost:${server.port}`, [Symbol.asyncDispose]: () => scope.disposeAsync() };
}

const page = { headers: { accept: 'text/html' } };

describe('the files of the app', () => {
  it('are cached for ever when their name holds their hash, and never when it does not', async () => {
    await using web = await serve();
    const asset = await fetch(`${web.url}/app/assets/index-abc123.js`);
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const index = await fetch(`${web.url}/app/anything/at/all`);
    expect(await index.text()).toContain('<title>App</title>');
    expect(index.headers.get('cache-control')).toBe('no-store');
    const missing = await fetch(`${web.url}/app/assets/index-old.js`);
    expect([missing.status, missing.headers.get('cache-control')]).toEqual([404, 'no-store']);
  });

  it("let themselves be framed by the launch's EHR, and by nobody without a launch", async () => {
    await using web = await serve();
    const ada = { patient: 'ada', encounter: 'visit-ada', practitioner: 'dr-oma' };
    const { trail } = await new TestBrowser().visit(stack.sandbox.launchUrl(CLIENT_ID, ada));
    const own = await fetch(`${web.url}${new URL(trail.at(-1) ?? '').pathname}`);
    expect(own.headers.get('content-security-policy')).toContain(`frame-ancestors ${stack.sandbox.url};`.slice(0, -1));
    expect(own.headers.get('x-frame-options')).toBeNull();
    const none = await fetch(`${web.url}/app/launches/0190a0a0-0000-7000-8000-000000000000`);
    expect(none.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(none.headers.get('x-frame-options')).toBe('DENY');
  });

  it('stay inside their folder', async () => {
    await using web = await serve();
    for (const path of ['/app/..%2f..%2fpackage.json', '/app/assets/..%2f..%2findex.html', '/app/%00']) {
      expect(await (await fetch(web.url + path)).text()).not.toContain('"dependencies"');
    }
  });
});

describe('every answer', () => {
  it('allows only what is ours, names its request, and gives nothing away about the server', async () => {
    await using web = await serve();
    for (const path of ['/healthz', '/nothing', '/app/x', '/launch', '/api/launches/x']) {
      const { headers } = await fetch(web.url + path, page);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.get('x-powered-by')).toBeNull();
    }
  });

  it('about an unknown address is a page for people and JSON for programs', async () => {
    await using web = await serve();
    const forPeople = await fetch(`${web.url}/nothing`, page);
    expect(forPeople.status).toBe(404);
    expect(await forPeople.text()).toContain('There is nothing at this address.');
    const forPrograms = await fetch(`${web.url}/nothing`);
    expect(await forPrograms.json()).toMatchObject({ error: { code: 'not-found' } });
  });
});

describe('when PostgreSQL is away', () => {
  const away = (): ConnectionSettings => ({ ...stack.access.application, port: 1 });

  it('the process is alive but not ready', async () => {
    await using web = await serve(away());
    expect((await fetch(`${web.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${web.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ error: { code: 'database-unavailable' } });
  });

  it('a launch ends in a sentence that says so, and works once it is back', async () => {
    await using web = await serve(away());
    const query = new URLSearchParams({ iss: stack.sandbox.fhirBaseUrl, launch: 'x' }).toString();
    const response = await fetch(`${web.url}/launch?${query}`, page);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('The database cannot be reached');
    await using back = await serve();
    expect((await fetch(`${back.url}/launch?${query}`, { ...page, redirect: 'manual' })).status).toBe(303);
  });
});

describe('a rate limit', () => {
  it('refuses who asks too often, says when to come back, and leaves others alone', async () => {
    const app = express();
    app.use(rateLimit({ perMinute: 2, keyOf: (request) => request.get('who') ?? '' }));
    app.use((_request, response) => void response.json({}));
    app.use(errorHandler(silentLog, silentAlerts));
    await using server = await listen(app, { port: 0 });
    const ask = (who: string): Promise<Response> => fetch(`http://localhost:${server.port}/`, { headers: { who } });
    expect([(await ask('a')).status, (await ask('a')).status]).toEqual([200, 200]);
    const refused = await ask('a');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await ask('b')).status).toBe(200);
  });
});

describe('an event stream', () => {
  async function streaming() {
    const streams = createEventStreams();
    const app = express();
    const opened: ReturnType<typeof streams.open>[] = [];
    app.get('/events', (_request, response) => {
      const stream = streams.open(response, 'one');
      opened.push(stream);
      stream.send('progress', { state: 'requested' });
    });
    app.use(errorHandler(silentLog, silentAlerts));
    const server = await listen(app, { port: 0, onStop: () => streams.endAll(), graceMs: 30_000 });
    return { server, opened, url: `http://localhost:${server.port}/events` };
  }

  it('carries events as JSON, and ends for the browser when the server stops', async () => {
    const { server, url } = await streaming();
    const response = await fetch(url);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    await server[Symbol.asyncDispose]();
    expect(await response.text()).toBe(': open\n\nevent: progress\ndata: {"state":"requested"}\n\n');
  });

  it('ends here when the browser goes away', async () => {
    const { server, opened, url } = await streaming();
    const leaving = new AbortController();
    await fetch(url, { signal: leaving.signal });
    const [stream] = opened;
    const ended = new Promise((resolve) => stream?.signal.addEventListener('abort', resolve));
    leaving.abort();
    await ended;
    expect(stream?.send('progress', {})).toBe(false);
    await server[Symbol.asyncDispose]();
  });

  it('is refused to who has many open already', async () => {
    const { server, url } = await streaming();
    for (let open = 0; open < 8; open += 1) expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url)).status).toBe(429);
    await server[Symbol.asyncDispose]();
  });
});

describe('a server', () => {
  it('lets a request under way finish when it stops', async () => {
    const app = express();
    const arrived = Promise.withResolvers<() => void>();
    app.get('/', (_request, response) => arrived.resolve(() => void response.send('done')));
    const server = await listen(app, { port: 0 });
    const asked = fetch(`http://localhost:${server.port}/`);
    const finish = await arrived.promise;
    const stopped = server[Symbol.asyncDispose]();
    finish();
    expect(await (await asked).text()).toBe('done');
    await stopped;
    await expect(fetch(`http://localhost:${server.port}/`)).rejects.toThrow();
  });

  it('says which port is in use and what to do', async () => {
    await using first = await listen(express(), { port: 0 });
    await expect(listen(express(), { port: first.port })).rejects.toMatchObject({
      code: 'config-invalid',
      publicMessage: expect.stringContaining(`Port ${first.port} is in use`),
    });
  });
});
