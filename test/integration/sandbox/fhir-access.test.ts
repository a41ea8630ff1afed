import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '#sandbox/index.ts';
import {
  accessToken,
  assertion,
  fhirClient,
  issueCode,
  send,
  startSandbox,
  tokenRequest,
  toJson,
  type Answer,
} from './smart-app.ts';

const task = (patient: string) => ({
  resourceType: 'Task',
  status: 'requested',
  intent: 'order',
  for: { reference: `Patient/${patient}` },
});

describe('the scopes of a token at the sandbox EHR', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  const withScope = async (scope: string) => fhirClient(sandbox, await accessToken(sandbox, `launch openid ${scope}`));

  it.each([
    ['user/Encounter.s', 'GET', '/Encounter/visit-ada', 403],
    ['user/Encounter.r', 'GET', '/Encounter/visit-ada', 200],
    ['user/Encounter.r', 'GET', '/Encounter?patient=ada', 403],
    ['user/Encounter.s', 'GET', '/Encounter?patient=ada', 200],
    ['user/Encounter.read', 'GET', '/Encounter?patient=ada', 200],
    ['user/Encounter.s', 'GET', '/Encounter/visit-ada/_history', 403],
    ['user/Claim.rs', 'GET', '/Encounter/visit-ada', 403],
    ['user/*.rs', 'GET', '/Encounter/visit-ada', 200],
    ['user/DocumentReference.rs', 'GET', '/Binary/note-ada', 403],
    ['user/*.rs', 'POST', '/Task', 403],
    ['user/Task.c', 'POST', '/Task', 201],
    ['user/Task.write', 'POST', '/Task', 201],
    ['user/Task.u', 'POST', '/Task', 403],
  ])('%s: %s %s gives %i', async (scope, method, path, status) => {
    const fhir = await withScope(scope);
    const answer = await fhir(path, method === 'POST' ? send('POST', task('ada')) : { method });
    expect(answer.status).toBe(status);
    if (status === 403) expect(issueCode(answer)).toBe('forbidden');
    if (status === 403) expect(answer.headers.get('WWW-Authenticate')).toContain('insufficient_scope');
  });

  it('bind every entry of a transaction', async () => {
    const fhir = await withScope('user/Task.c');
    const entry = (type: string, resource: object) => ({ resource, request: { method: 'POST', url: type } });
    const entries = [
      entry('Task', task('ada')),
      entry('DetectedIssue', { resourceType: 'DetectedIssue', status: 'final' }),
    ];
    const answer = await fhir('/', send('POST', { resourceType: 'Bundle', type: 'transaction', entry: entries }));
    expect(answer.status).toBe(403);
    expect(sandbox.store.list('DetectedIssue')).toEqual([]);
  });

  it('reach no other patient when they are of patient level', async () => {
    const fhir = await withScope('patient/*.cruds');
    expect((await fhir('/Patient/ada')).status).toBe(200);
    expect((await fhir('/Patient/ben')).status).toBe(404);
    expect((await fhir('/Encounter/visit-ben')).status).toBe(404);
    expect((await fhir('/Encounter/visit-ben/_history')).status).toBe(404);
    expect((await fhir('/Encounter/visit-ben/_history/1')).status).toBe(404);
    expect((await fhir('/Encounter?status=finished')).body).toMatchObject({ total: 1 });
    expect((await fhir('/Encounter?patient=ben')).body).toMatchObject({ total: 0 });
    expect((await fhir('/Binary/note-ada')).status).toBe(200);
    expect((await fhir('/Binary/note-ben')).status).toBe(404);
    expect((await fhir('/Practitioner/dr-oma')).status).toBe(200);
    expect((await fhir('/Task', send('POST', task('ada')))).status).toBe(201);
    expect((await fhir('/Task', send('POST', task('ben')))).status).toBe(403);
    const note = { resourceType: 'Binary', id: 'note-ben', contentType: 'text/plain', data: 'aGk=' };
    expect((await fhir('/Binary/note-ben', send('PUT', note, { 'If-Match': 'W/"1"' }))).status).toBe(403);
    expect((await fhir('/Binary', send('POST', note))).status).toBe(201);
  });
});

describe('the bearer token at the sandbox EHR', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());

  it('must be there, be known, and stand in the Authorization header', async () => {
    const token = await accessToken(sandbox);
    const none = await fetch(`${sandbox.fhirBaseUrl}/Encounter/visit-ada`);
    expect(none.status).toBe(401);
    expect(none.headers.get('WWW-Authenticate')).toBe('Bearer');
    expect(toJson(await none.json())['resourceType']).toBe('OperationOutcome');
    expect((await fetch(`${sandbox.fhirBaseUrl}/Encounter?patient=ada&access_token=${token}`)).status).toBe(401);
    const unknown = await fhirClient(sandbox, 'made-up')('/Encounter/visit-ada');
    expect(unknown.headers.get('WWW-Authenticate')).toContain('invalid_token');
    expect(issueCode(unknown)).toBe('login');
  });

  it('expires', async () => {
    const fhir = fhirClient(sandbox, await accessToken(sandbox));
    expect((await fhir('/Encounter/visit-ada')).status).toBe(200);
    sandbox.expire('access-tokens');
    const answer = await fhir('/Encounter/visit-ada');
    expect(answer.status).toBe(401);
    expect(answer.headers.get('WWW-Authenticate')).toContain('invalid_token');
  });

  it('may be of a backend service, which writes what it is registered for only', async () => {
    const ask = async (scope: string): Promise<Answer> =>
      tokenRequest(
        sandbox,
        { grant_type: 'client_credentials', scope },
        await assertion(sandbox, { clientId: 'backend' }),
      );
    const { body } = await ask('system/*.rs system/DetectedIssue.c');
    const fhir = fhirClient(sandbox, String(body['access_token']));
    expect((await fhir('/Encounter?status=finished')).body).toMatchObject({ total: 2 });
    expect(
      (await fhir('/DetectedIssue', send('POST', { resourceType: 'DetectedIssue', status: 'final' }))).status,
    ).toBe(201);
    expect((await fhir('/Task', send('POST', task('ada')))).status).toBe(403);
  });
});
