import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createGuardedFetch, createSiteFetch, type FetchGuard } from '#sites/index.ts';
import { json, startScriptedServer, type ScriptedServer } from '#test/support/scripted-server.ts';

let server: ScriptedServer;
let other: ScriptedServer;

beforeAll(async () => {
  other = await startScriptedServer({ '/': json(() => ({})) });
  server = await startScriptedServer({
    '/ok': json(() => ({ fine: true })),
    '/away': (_request, response) => response.writeHead(302, { location: `${other.url}/` }).end(),
    '/large': (_request, response) => response.end('x'.repeat(5_000)),
    '/silent': () => undefined,
    '/cut': (_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      response.destroy();
    },
    '/empty': (_request, response) => response.writeHead(204).end(),
  });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await other[Symbol.asyncDispose]();
});

function guard(changes: Partial<FetchGuard> = {}): FetchGuard {
  return {
    hosts: [server.host],
    addresses: { loopback: true, privateNetwork: false },
    httpOnLoopback: true,
    timeoutMs: 5_000,
    maxBytes: 1_000,
    ...changes,
  };
}

describe('a guarded fetch', () => {
  it('reads from a host that it may read from', async () => {
    const response = await createGuardedFetch(guard())(`${server.url}/ok`);
    expect(await response.json()).toEqual({ fine: true });
    expect((await createGuardedFetch(guard())(`${server.url}/empty`)).status).toBe(204);
  });

  it('hands a redirect back and follows none', async () => {
    expect((await createGuardedFetch(guard())(`${server.url}/away`)).status).toBe(302);
    expect(other.requests).toEqual([]);
  });

  it.each([
    ['another host', () => other.url],
    ['another port by another spelling', () => server.url.replace('localhost', '127.0.0.1')],
    ['a URL with credentials', () => server.url.replace('//', '//user:secret@')],
    ['a file', () => 'file:///etc/passwd'],
    ['no URL', () => 'ehr'],
  ])('does not even ask %s', async (_name, url) => {
    await expect(createGuardedFetch(guard())(url())).rejects.toMatchObject({ code: 'ehr-foreign-origin' });
    expect(other.requests).toEqual([]);
  });

  it('gives up on an answer that is too large, too slow or cut off', async () => {
    const get = createGuardedFetch(guard({ timeoutMs: 150 }));
    await expect(get(`${server.url}/large`)).rejects.toMatchObject({ code: 'ehr-malformed' });
    await expect(get(`${server.url}/silent`)).rejects.toMatchObject({ code: 'ehr-timeout' });
    await expect(get(`${server.url}/cut`)).rejects.toMatchObject({ code: 'ehr-unreachable' });
  });

  it('reaches neither http nor this machine in production, by name or by address', async () => {
    const [, port = ''] = server.host.split(':');
    const before = server.requests.length;
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`]) {
      const production = createSiteFetch({ pinnedHosts: [host], quirks: { privateNetwork: true } }, true);
      for (const scheme of ['http', 'https']) {
        await expect(production(`${scheme}://${host}/ok`)).rejects.toMatchObject({ code: 'ehr-foreign-origin' });
      }
    }
    expect(server.requests).toHaveLength(before);
  });
});
