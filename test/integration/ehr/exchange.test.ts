import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createEhrClient, type EhrClient, type EhrClientOptions } from '#ehr/index.ts';
import { Secret, silentLog, type Log, type LogFields } from '#kernel/index.ts';
import { json, startScriptedServer, type ScriptedServer } from './scripted-server.ts';

const PATIENT = { resourceType: 'Patient', id: '1', birthDate: '1961-04-09' };
const TOKEN = 'token-that-nobody-may-see';

let server: ScriptedServer;
let waits: number[];

beforeAll(async () => {
  server = await startScriptedServer();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});
beforeEach(() => {
  server.seen.length = 0;
  waits = [];
});

function client(options: Partial<EhrClientOptions> = {}): EhrClient {
  return createEhrClient({
    baseUrl: `${server.url}/fhir`,
    accessToken: () => Promise.resolve(new Secret(TOKEN)),
    random: () => 0,
    wait: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
    ...options,
  });
}

/** Answers with the statuses in turn, the last one for good; 200 is the patient. */
function answerWith(...answers: readonly (number | [number, Record<string, string>])[]): void {
  let turn = 0;
  server.answer = (_request, response) => {
    const answer = answers[Math.min(turn++, answers.length - 1)] ?? 200;
    const [status, headers] = typeof answer === 'number' ? [answer, {}] : answer;
    json(response, status, status === 200 ? PATIENT : OUTCOME, headers);
  };
}

const OUTCOME = {
  resourceType: 'OperationOutcome',
  issue: [{ severity: 'error', code: 'processing', diagnostics: 'Ines Tarrow, born 1961-04-09' }],
};

describe('a request to the EHR', () => {
  it('asks for FHIR, names itself and carries its token and an id', async () => {
    answerWith(200);
    expect(await client().read('Patient', '1')).toEqual(PATIENT);
    expect(server.seen[0]).toMatchObject({
      method: 'GET',
      url: '/fhir/Patient/1',
      headers: {
        accept: 'application/fhir+json',
        authorization: `Bearer ${TOKEN}`,
        'user-agent': expect.stringMatching(/^RevRx\//),
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    });
  });

  it.each([408, 429, 500, 502, 503, 504])('is sent again after %i', async (status) => {
    answerWith(status, status, 200);
    expect(await client().read('Patient', '1')).toEqual(PATIENT);
    expect(server.seen).toHaveLength(3);
  });

  it.each([400, 403, 404, 405, 409, 410, 412, 422, 501])('is not sent again after %i', async (status) => {
    answerWith(status);
    await expect(client().read('Patient', '1')).rejects.toMatchObject({ status });
    expect(server.seen).toHaveLength(1);
  });

  it('waits as long as Retry-After says, and leaves a long wait to the queue', async () => {
    answerWith([429, { 'retry-after': '3' }], 200);
    await client().read('Patient', '1');
    expect(waits).toEqual([3_000]);
    answerWith([503, { 'retry-after': '7200' }], 200);
    await expect(client().read('Patient', '1')).rejects.toMatchObject({
      code: 'ehr-throttled',
      retryAfterMs: 3_600_000,
    });
  });

  it('is given up after its attempts', async () => {
    answerWith(503);
    await expect(client().read('Patient', '1')).rejects.toMatchObject({ code: 'ehr-unreachable', status: 503 });
    expect(server.seen).toHaveLength(5);
  });

  it('renews a refused token once', async () => {
    answerWith(401, 200);
    const renewToken = () => Promise.resolve(new Secret('fresh'));
    expect(await client({ renewToken }).read('Patient', '1')).toEqual(PATIENT);
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${TOKEN}`, 'Bearer fresh']);
    answerWith(401);
    await expect(client({ renewToken }).read('Patient', '1')).rejects.toMatchObject({ code: 'ehr-unauthorized' });
    expect(server.seen).toHaveLength(4);
  });

  it('survives a connection that breaks, and says so when it stays broken', async () => {
    let turn = 0;
    server.answer = (_request, response) => (turn++ === 0 ? response.destroy() : json(response, 200, PATIENT));
    expect(await client().read('Patient', '1')).toEqual(PATIENT);
    server.answer = (_request, response) => response.destroy();
    await expect(client().read('Patient', '1')).rejects.toMatchObject({ code: 'ehr-unreachable', status: undefined });
  });

  it('is given up when the EHR takes too long', async () => {
    server.answer = () => undefined;
    const impatient = client({ timeoutMs: 30, retry: { maxAttempts: 2 } });
    await expect(impatient.read('Patient', '1')).rejects.toMatchObject({ code: 'ehr-timeout' });
    expect(server.seen).toHaveLength(2);
  });

  it('ends when its caller ends it, with the caller’s reason', async () => {
    const stop = new AbortController();
    server.answer = () => stop.abort(new Error('stopping'));
    await expect(client({ signal: stop.signal }).read('Patient', '1')).rejects.toThrow('stopping');
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    ['a page of HTML', 'text/html', '<html>Sign in</html>'],
    ['half an answer', 'application/fhir+json', '{"resourceType":"Patient","id'],
    ['nothing', 'application/fhir+json', ''],
    ['another resource', 'application/fhir+json', '{"resourceType":"Observation","id":"1"}'],
    ['a resource that is not FHIR R4', 'application/fhir+json', '{"resourceType":"Patient","name":"Ines Tarrow"}'],
  ])('is an error when the EHR answers with %s', async (_what, type, body) => {
    server.answer = (_request, response) => {
      response.setHeader('content-type', type);
      response.end(body);
    };
    await expect(client().read('Patient', '1')).rejects.toMatchObject({ code: 'ehr-malformed' });
  });

  it('is not led elsewhere', async () => {
    server.answer = (_request, response) => json(response, 302, {}, { location: 'http://127.0.0.1:1/steal' });
    await expect(client().read('Patient', '1')).rejects.toMatchObject({ code: 'ehr-malformed', status: 302 });
    await expect(client().readBinary('http://127.0.0.1:1/fhir/Binary/1')).rejects.toMatchObject({
      code: 'ehr-foreign-origin',
    });
    expect(server.seen).toHaveLength(1);
  });

  it('refuses an answer that is larger than allowed', async () => {
    answerWith(200);
    await expect(client({ maxBodyBytes: 20 }).read('Patient', '1')).rejects.toMatchObject({ code: 'ehr-malformed' });
  });

  it('tells neither log nor error what it was about', async () => {
    const lines: string[] = [];
    const write = (message: string, fields: LogFields = {}): void =>
      void lines.push(`${message} ${JSON.stringify(fields)}`);
    const log: Log = { ...silentLog, debug: write, info: write, warn: write, error: write };
    answerWith(422);
    const error: unknown = await client({ log })
      .search('Patient', { name: 'Tarrow' })
      .catch((caught: unknown) => caught);
    const said = `${lines.join('\n')} ${String(error)} ${JSON.stringify(error)}`;
    expect(said).toContain('ehr-rejected');
    expect(said).toContain('422');
    for (const secret of ['Tarrow', '1961', TOKEN]) expect(said).not.toContain(secret);
  });
});

describe('documents', () => {
  it('come raw, with the type that was asked for', async () => {
    server.answer = (_request, response) => response.setHeader('content-type', 'application/rtf').end('{\\rtf1 a}');
    const { bytes, contentType } = await client().readBinary('Binary/7', 'application/rtf');
    expect([Buffer.from(bytes).toString(), contentType]).toEqual(['{\\rtf1 a}', 'application/rtf']);
    expect(server.seen[0]?.headers.accept).toBe('application/rtf');
  });

  it('come out of a Binary resource, also where the server refuses the type that was asked for', async () => {
    const binary = { resourceType: 'Binary', contentType: 'text/plain', data: Buffer.from('note').toString('base64') };
    server.answer = ({ headers }, response) =>
      headers.accept === 'application/fhir+json' ? json(response, 200, binary) : json(response, 406, OUTCOME);
    const { bytes, contentType } = await client().readBinary(`${server.url}/fhir/Binary/7`, 'text/plain');
    expect([Buffer.from(bytes).toString(), contentType]).toEqual(['note', 'text/plain']);
  });
});

describe('a write', () => {
  const task = { resourceType: 'Task', status: 'requested', intent: 'proposal' } as const;

  it('says what the EHR made of it, from its body or only its headers', async () => {
    server.answer = (_request, response) => {
      response.writeHead(201, {
        location: `${server.url}/fhir/Task/t9/_history/1`,
        etag: 'W/"1"',
        'content-type': 'text/html',
      });
      response.end();
    };
    expect(await client().create(task, { ifNoneExist: 'identifier=s|v' })).toEqual({
      status: 201,
      id: 't9',
      versionId: '1',
      resource: undefined,
    });
    expect(server.seen[0]).toMatchObject({
      method: 'POST',
      url: '/fhir/Task',
      headers: { 'if-none-exist': 'identifier=s|v', 'content-type': 'application/fhir+json' },
      body: JSON.stringify(task),
    });
  });

  it('names the version that it replaces', async () => {
    server.answer = (_request, response) => json(response, 200, { ...task, id: 't9', meta: { versionId: '3' } });
    expect(await client().update({ ...task, id: 't9' }, { ifMatch: '2' })).toMatchObject({
      status: 200,
      id: 't9',
      versionId: '3',
    });
    expect(server.seen[0]).toMatchObject({ method: 'PUT', url: '/fhir/Task/t9', headers: { 'if-match': 'W/"2"' } });
    answerWith(412);
    await expect(client().update({ ...task, id: 't9' }, { ifMatch: '2' })).rejects.toMatchObject({
      code: 'ehr-conflict',
    });
  });

  it.each([[500], [502], [504], [408]])(
    'that is answered with %i is sent once, and its outcome is unknown',
    async (status) => {
      answerWith(status);
      await expect(client().create(task)).rejects.toMatchObject({ code: 'writeback-unknown-outcome', status });
      expect(server.seen).toHaveLength(1);
    },
  );

  it('whose connection breaks is sent once, and its outcome is unknown', async () => {
    server.answer = (_request, response) => response.destroy();
    await expect(client().create(task)).rejects.toMatchObject({ code: 'writeback-unknown-outcome' });
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    [429, 'ehr-throttled'],
    [503, 'ehr-unreachable'],
    [422, 'ehr-rejected'],
    [403, 'ehr-forbidden'],
  ])('that is refused with %i was not done', async (status, code) => {
    answerWith(status);
    await expect(client().create(task)).rejects.toMatchObject({ code });
    expect(server.seen).toHaveLength(1);
  });

  it('that reached nobody was not done', async () => {
    const gone = await startScriptedServer();
    await gone[Symbol.asyncDispose]();
    await expect(client({ baseUrl: gone.url }).create(task)).rejects.toMatchObject({ code: 'ehr-unreachable' });
  });

  it('in a transaction gives its results in the order of the entries', async () => {
    server.answer = (_request, response) =>
      json(response, 200, {
        resourceType: 'Bundle',
        type: 'transaction-response',
        entry: [
          { response: { status: '201 Created', location: 'Task/a/_history/1', etag: 'W/"1"' } },
          { response: { status: '200', location: `${server.url}/fhir/Task/b/_history/4` } },
        ],
      });
    const bundle = {
      resourceType: 'Bundle' as const,
      type: 'transaction' as const,
      entry: [{ resource: task }, { resource: task }],
    };
    expect(await client().transaction(bundle)).toEqual([
      { status: 201, id: 'a', versionId: '1', resource: undefined },
      { status: 200, id: 'b', versionId: '4', resource: undefined },
    ]);
    expect(server.seen[0]?.url).toBe('/fhir');
    await expect(client().transaction({ ...bundle, entry: [{ resource: task }] })).rejects.toMatchObject({
      code: 'writeback-unknown-outcome',
    });
  });
});
