import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FaultKind, FaultRule, Sandbox } from '#sandbox/index.ts';
import {
  accessToken,
  exchange,
  fhirClient,
  getCode,
  issueCode,
  send,
  startSandbox,
  toJson,
  type Fhir,
} from './smart-app.ts';

describe('the faults of the sandbox EHR', () => {
  let sandbox: Sandbox;
  let fhir: Fhir;
  beforeAll(async () => {
    sandbox = await startSandbox();
    fhir = fhirClient(sandbox, await accessToken(sandbox));
  });
  afterAll(() => sandbox.stop());
  beforeEach(() => sandbox.faults.clear());

  const once = (kind: FaultKind, more: Partial<FaultRule> = {}) => sandbox.faults.add({ kind, count: 1, ...more });
  const read = () => fhir('/Encounter/visit-ada');

  it.each<[FaultKind, number, string]>([
    ['unauthorized', 401, 'login'],
    ['forbidden', 403, 'forbidden'],
    ['throttled', 429, 'throttled'],
    ['server-error', 500, 'exception'],
    ['unavailable', 503, 'transient'],
  ])('%s answers %i once, and is over', async (kind, status, code) => {
    once(kind);
    const answer = await read();
    expect([answer.status, issueCode(answer)]).toEqual([status, code]);
    expect((await read()).status).toBe(200);
  });

  it.each([['2'], ['Wed, 21 Oct 2037 07:28:00 GMT'], ['999999999'], ['soon']])(
    'throttled says Retry-After: %s as it was asked to',
    async (retryAfter) => {
      once('throttled', { retryAfter });
      expect((await read()).headers.get('Retry-After')).toBe(retryAfter);
    },
  );

  it('time-out never answers', async () => {
    const { id } = once('time-out');
    const gaveUp = new AbortController();
    const request = fhir('/Encounter/visit-ada', { signal: gaveUp.signal });
    while (sandbox.faults.list().find((fault) => fault.id === id)?.acted === 0)
      await new Promise((resolve) => setImmediate(resolve));
    gaveUp.abort();
    await expect(request).rejects.toThrow('aborted');
  });

  it('connection-reset breaks the connection', async () => {
    once('connection-reset');
    await expect(read()).rejects.toThrow('fetch failed');
  });

  it('truncated-body breaks off in the middle of the answer', async () => {
    once('truncated-body');
    await expect(read()).rejects.toThrow(/terminated|fetch failed/);
  });

  it('slow and drip give the whole answer, late', async () => {
    once('slow', { delayMs: 1 });
    expect((await read()).body['id']).toBe('visit-ada');
    once('drip', { delayMs: 1 });
    expect((await read()).body['id']).toBe('visit-ada');
    expect(sandbox.faults.list().map(({ acted }) => acted)).toEqual([1, 1]);
  });

  it('html-answer sends a page with 200', async () => {
    once('html-answer');
    const answer = await read();
    expect(answer.status).toBe(200);
    expect(answer.headers.get('Content-Type')).toContain('text/html');
  });

  it('wrong-content sends a resource that nobody asked for', async () => {
    once('wrong-content');
    expect((await read()).body['resourceType']).toBe('Parameters');
  });

  it('expired-paging lets searches by and refuses their next link', async () => {
    once('expired-paging');
    const { status, body } = await fhir('/Encounter?status=finished&_count=1');
    expect(status).toBe(200);
    const next = String(toJson(Array.isArray(body['link']) ? body['link'][1] : {})['url']);
    expect((await fhir(next)).status).toBe(410);
    expect((await fhir(next)).status).toBe(200);
  });

  it('write-then-504 writes, and says that it does not know', async () => {
    once('write-then-504');
    const issue = {
      resourceType: 'DetectedIssue',
      status: 'final',
      identifier: [{ system: 'urn:test', value: '504' }],
    };
    const answer = await fhir('/DetectedIssue', send('POST', issue));
    expect(answer.status).toBe(504);
    expect(answer.headers.get('Location')).toBeNull();
    expect(issueCode(answer)).toBe('timeout');
    expect(sandbox.store.find('DetectedIssue', 'identifier', 'urn:test|504')).toHaveLength(1);
    once('write-then-504');
    expect((await read()).status).toBe(200);
  });

  it('act on the method, path and call that they are for', async () => {
    sandbox.faults.add({ kind: 'server-error', method: 'get', path: '/fhir/Encounter*', nth: 2, count: 2 });
    expect((await fhir('/Patient/ada')).status).toBe(200);
    const statuses: number[] = [];
    for (let call = 0; call < 5; call += 1) statuses.push((await read()).status);
    expect(statuses).toEqual([200, 500, 500, 200, 200]);
    expect(sandbox.faults.list()).toMatchObject([{ seen: 5, acted: 2 }]);
  });

  it('act on the authorization server too, in its own words', async () => {
    once('unavailable', { path: '*smart-configuration' });
    once('unavailable', { path: '*openid-configuration' });
    expect((await fetch(`${sandbox.fhirBaseUrl}/.well-known/smart-configuration`)).status).toBe(503);
    expect((await fetch(`${sandbox.issuer}/.well-known/openid-configuration`)).status).toBe(503);
    const code = await getCode(sandbox);
    once('server-error', { path: '/oauth/token' });
    expect(await exchange(sandbox, code)).toMatchObject({ status: 500, body: { error: 'server_error' } });
    expect((await exchange(sandbox, code)).status).toBe(200);
    const another = await getCode(sandbox);
    once('write-then-504', { path: '/oauth/token' });
    expect(await exchange(sandbox, another)).toMatchObject({ status: 504, body: { error: 'temporarily_unavailable' } });
    expect(await exchange(sandbox, another)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('can be set over HTTP', async () => {
    const url = `${sandbox.url}/faults`;
    const post = (rule: object) =>
      fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(rule) });
    const added = await post({ kind: 'forbidden', path: '/fhir/Encounter/*' });
    expect(added.status).toBe(201);
    const { id } = toJson(await added.json());
    expect((await read()).status).toBe(403);
    expect(toJson(await (await fetch(url)).json())['faults']).toMatchObject([
      { id, kind: 'forbidden', seen: 1, acted: 1 },
    ]);
    expect((await fetch(`${url}/${String(id)}`, { method: 'DELETE' })).status).toBe(204);
    expect((await fetch(`${url}/${String(id)}`, { method: 'DELETE' })).status).toBe(404);
    expect((await read()).status).toBe(200);
    expect((await post({ kind: 'meteor' })).status).toBe(400);
    expect((await post({ kind: 'slow', delay: 5 })).status).toBe(400);
    const unreadable = await fetch(url, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '{' });
    expect(await unreadable.json()).toEqual({ error: 'The request could not be read.' });
    await post({ kind: 'forbidden' });
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(204);
    expect(sandbox.faults.list()).toEqual([]);
  });
});
