import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createEhrClient, type SearchLimits } from '#ehr/index.ts';
import { Secret } from '#kernel/index.ts';
import { json, startScriptedServer, type ScriptedServer } from './scripted-server.ts';

let server: ScriptedServer;
beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});
beforeEach(() => {
  server.seen.length = 0;
});

const client = () =>
  createEhrClient({
    baseUrl: `${server.url}/fhir`,
    accessToken: () => Promise.resolve(new Secret('t')),
    wait: () => Promise.resolve(),
  });
const find = (limits?: Partial<SearchLimits>) =>
  client().search('Observation', { patient: '1', date: ['ge2026', 'lt2027'] }, limits);

interface Page {
  readonly ids?: readonly string[];
  readonly next?: string;
  readonly more?: readonly object[];
  readonly status?: number;
}

function isList(pages: Page | readonly Page[]): pages is readonly Page[] {
  return Array.isArray(pages);
}

/** Serves pages by the value of `page` in the query; the first has none. */
function serve(pages: Readonly<Record<string, Page | readonly Page[]>>): void {
  const turns = new Map<string, number>();
  server.answer = ({ url }, response) => {
    const name = new URL(url, server.url).searchParams.get('page') ?? 'first';
    const turn = turns.get(name) ?? 0;
    turns.set(name, turn + 1);
    const found = pages[name];
    const page = (found !== undefined && isList(found) ? found[Math.min(turn, found.length - 1)] : found) ?? {};
    const { ids = [], next, more = [], status = 200 } = page;
    json(response, status, {
      resourceType: 'Bundle',
      type: 'searchset',
      ...(next === undefined ? {} : { link: [{ relation: 'next', url: next }] }),
      entry: [...ids.map((id) => ({ resource: { resourceType: 'Observation', id, status: 'final' } })), ...more],
    });
  };
}

describe('a search', () => {
  it('follows next links as they are written, absolute or relative, and repeats parameters', async () => {
    serve({
      first: { ids: ['a'], next: '?page=2&x=%2F' },
      2: { ids: ['b'], next: `${server.url}/fhir/Observation?page=3` },
      3: { ids: ['c'] },
    });
    const { matches, complete } = await find();
    expect([matches.map(({ id }) => id), complete]).toEqual([['a', 'b', 'c'], true]);
    expect(server.seen.map(({ url }) => url)).toEqual([
      '/fhir/Observation?patient=1&date=ge2026&date=lt2027',
      '/fhir/?page=2&x=%2F',
      '/fhir/Observation?page=3',
    ]);
  });

  it('does not follow a next link to another server or another base', async () => {
    for (const next of ['http://127.0.0.1:1/fhir?page=2', `${server.url}/other?page=2`]) {
      serve({ first: { ids: ['a'], next } });
      await expect(find()).rejects.toMatchObject({ code: 'ehr-foreign-origin' });
    }
    expect(server.seen).toHaveLength(2);
  });

  it('ends when its pages go in a circle, or are more than allowed', async () => {
    serve({
      first: { ids: ['a'], next: '?page=2' },
      2: { ids: ['b'], next: '?page=3' },
      3: { ids: ['c'], next: '?page=2' },
    });
    await expect(find()).rejects.toMatchObject({ code: 'ehr-malformed', detail: expect.stringContaining('circle') });
    await expect(find({ maxPages: 2 })).rejects.toMatchObject({
      code: 'ehr-malformed',
      detail: expect.stringContaining('pages'),
    });
  });

  it('is started anew, once, when its pages expire', async () => {
    serve({ first: { ids: ['a'], next: '?page=2' }, 2: [{ status: 410 }, { ids: ['b'] }] });
    expect((await find()).matches.map(({ id }) => id)).toEqual(['a', 'b']);
    serve({ first: { ids: ['a'], next: '?page=2' }, 2: { status: 410 } });
    await expect(find()).rejects.toMatchObject({ code: 'ehr-timeout' });
  });

  it('counts a resource once that stands on two pages', async () => {
    serve({ first: { ids: ['a', 'b'], next: '?page=2' }, 2: { ids: ['b', 'c'] } });
    expect((await find()).matches.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('says so when the EHR says that something is missing', async () => {
    const outcome = (severity: string, code: string) => ({
      search: { mode: 'outcome' },
      resource: { resourceType: 'OperationOutcome', issue: [{ severity, code }] },
    });
    serve({ first: { ids: ['a'], more: [outcome('fatal', 'processing')] } });
    expect(await find()).toMatchObject({ complete: false, issues: [{ severity: 'fatal', code: 'processing' }] });
    serve({ first: { ids: ['a'], more: [outcome('warning', 'incomplete')] } });
    expect(await find()).toMatchObject({ complete: false });
    serve({ first: { ids: ['a'], more: [outcome('information', 'informational')] } });
    expect(await find()).toMatchObject({ complete: true });
  });

  it('is cut short at its limit, and says so', async () => {
    serve({ first: { ids: ['a', 'b'], next: '?page=2' }, 2: { ids: ['c'] } });
    expect(await find({ maxResources: 2 })).toMatchObject({ complete: false, matches: [{ id: 'a' }, { id: 'b' }] });
  });

  it('keeps what was included apart, and names what is not FHIR without showing it', async () => {
    serve({
      first: {
        ids: ['a'],
        more: [
          { resource: { resourceType: 'Practitioner', id: 'p' }, search: { mode: 'include' } },
          { resource: { resourceType: 'Observation', id: 'x', subject: 'Ines Tarrow' } },
          {},
        ],
      },
    });
    const { matches, included, malformed } = await find();
    expect(matches.map(({ id }) => id)).toEqual(['a']);
    expect(included).toEqual([{ resourceType: 'Practitioner', id: 'p' }]);
    expect(malformed).toEqual([{ reference: 'Observation/x', fault: 'subject' }]);
  });

  it('is an error when a page is no Bundle', async () => {
    server.answer = ({ url }, response) =>
      url.includes('page=2')
        ? json(response, 200, { resourceType: 'OperationOutcome', issue: [] })
        : json(response, 200, {
            resourceType: 'Bundle',
            type: 'searchset',
            link: [{ relation: 'next', url: '?page=2' }],
          });
    await expect(find()).rejects.toMatchObject({ code: 'ehr-malformed' });
    server.answer = (_request, response) => json(response, 200, { resourceType: 'Parameters' });
    await expect(find()).rejects.toMatchObject({ code: 'ehr-malformed' });
  });
});
