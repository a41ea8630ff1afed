import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Encounter } from 'fhir/r4.js';
import type { Sandbox } from '#sandbox/index.ts';
import {
  accessToken,
  fhirClient,
  issueCode,
  launchApp,
  startSandbox,
  toJson,
  type Answer,
  type Fhir,
} from './smart-app.ts';

const idsOf = ({ body }: Answer): unknown[] =>
  (Array.isArray(body['entry']) ? body['entry'] : []).map((entry) => toJson(toJson(entry)['resource'])['id']);

const linkOf = ({ body }: Answer, relation: string): string | undefined => {
  const links = Array.isArray(body['link']) ? body['link'].map(toJson) : [];
  const url = links.find((link) => link['relation'] === relation)?.['url'];
  return typeof url === 'string' ? url : undefined;
};

const ENCOUNTER: Encounter = {
  resourceType: 'Encounter',
  status: 'finished',
  class: { code: 'AMB' },
  subject: { reference: 'Patient/ada' },
};

describe('reading from the sandbox EHR', () => {
  let sandbox: Sandbox;
  let fhir: Fhir;
  beforeAll(async () => {
    sandbox = await startSandbox();
    fhir = fhirClient(sandbox, await accessToken(sandbox));
  });
  afterAll(() => sandbox.stop());

  it('gives a resource with its ETag and Last-Modified', async () => {
    const { status, headers, body } = await fhir('/Encounter/visit-ada');
    expect(status).toBe(200);
    expect(headers.get('ETag')).toBe('W/"1"');
    expect(headers.get('Last-Modified')).toBe('Mon, 02 Mar 2026 10:00:00 GMT');
    expect(headers.get('Content-Type')).toMatch(/^application\/fhir\+json/);
    expect(body).toMatchObject({ meta: { versionId: '1', lastUpdated: '2026-03-02T10:00:00.000Z' } });
  });

  it('keeps every version', async () => {
    const { id, ...organization } = { id: 'clinic', resourceType: 'Organization' as const, name: 'Quill Harbor West' };
    sandbox.store.put({ ...organization, id });
    expect((await fhir('/Organization/clinic/_history/1')).body).toMatchObject({ name: 'Quill Harbor Clinic' });
    expect((await fhir('/Organization/clinic')).headers.get('ETag')).toBe('W/"2"');
    const history = await fhir('/Organization/clinic/_history');
    expect(history.body).toMatchObject({ type: 'history', total: 2 });
    expect(history.body['entry']).toMatchObject([{ response: { etag: 'W/"2"' } }, { request: { method: 'POST' } }]);
    expect((await fhir('/Organization/clinic/_history/9')).status).toBe(404);
  });

  it.each([
    ['/Encounter/nobody', 404, 'not-found'],
    ['/Spaceship/1', 404, 'not-supported'],
    ['/Spaceship', 404, 'not-supported'],
    ['/Encounter/visit-ada/nonsense', 404, 'not-found'],
    ['/a/b/c/d/e/f', 404, 'not-found'],
    ['/Encounter/%E0%A4%A', 400, 'structure'],
    ['/', 400, 'not-supported'],
  ])('answers %s with an OperationOutcome', async (path, status, code) => {
    const answer = await fhir(path);
    expect(answer.status).toBe(status);
    expect(issueCode(answer)).toBe(code);
  });

  it.each([['application/xml'], ['text/html'], ['application/fhir+xml']])('speaks no %s', async (accept) => {
    const answer = await fhir('/Encounter/visit-ada', { headers: { Accept: accept } });
    expect(answer.status).toBe(406);
    expect(issueCode(answer)).toBe('not-supported');
  });

  it('gives a Binary in its own type, or as a resource, and as nothing else', async () => {
    const native = await fhir('/Binary/note-ada', { headers: { Accept: 'text/plain' } });
    expect(native.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    expect(native.text).toBe('Ear pain for two days. Left ear red. No fever.');
    expect((await fhir('/Binary/note-ada')).text).toBe(native.text);
    const wrapped = await fhir('/Binary/note-ada', { headers: { Accept: 'application/fhir+json' } });
    expect(wrapped.body).toMatchObject({ resourceType: 'Binary', contentType: 'text/plain; charset=utf-8' });
    const refused = await fhir('/Binary/note-ada', { headers: { Accept: 'application/json' } });
    expect(refused.status).toBe(406);
    expect(issueCode(refused)).toBe('not-supported');
  });
});

describe('searching the sandbox EHR', () => {
  let sandbox: Sandbox;
  let fhir: Fhir;
  beforeAll(async () => {
    sandbox = await startSandbox();
    fhir = fhirClient(sandbox, await accessToken(sandbox));
  });
  afterAll(() => sandbox.stop());

  it.each([
    ['/Encounter?patient=ada', ['visit-ada']],
    ['/Encounter?patient=Patient/ada', ['visit-ada']],
    ['/Encounter?patient=ada,ben', ['visit-ada', 'visit-ben']],
    ['/Encounter?subject=Patient/ben', ['visit-ben']],
    ['/Encounter?_id=visit-ben,nobody', ['visit-ben']],
    ['/Encounter?date=ge2026-03-02&date=lt2026-03-03', ['visit-ada', 'visit-ben']],
    ['/Encounter?date=2026-03', ['visit-ada', 'visit-ben']],
    ['/Encounter?date=gt2026-03-02', []],
    ['/Encounter?status=finished&class=AMB', ['visit-ada', 'visit-ben']],
    ['/Encounter?class=http://terminology.hl7.org/CodeSystem/v3-ActCode|AMB&patient=ben', ['visit-ben']],
    ['/Encounter?class=http://elsewhere.example|AMB', []],
    ['/Encounter?status=planned', []],
    ['/Encounter?_lastUpdated=ge2026-03-02T10:00:00Z&_lastUpdated=lt2026-03-02T10:00:01Z', ['visit-ada', 'visit-ben']],
    ['/Encounter?_lastUpdated=gt2026-03-02T10:00:00Z', []],
    ['/Encounter?_lastUpdated=eq2026-03-02', ['visit-ada', 'visit-ben']],
    ['/Patient?identifier=urn:mrn|mrn-ben', ['ben']],
    ['/Patient?identifier=mrn-ben', ['ben']],
    ['/Patient?identifier=|mrn-ben', []],
    ['/Patient?identifier=urn:mrn|', ['ada', 'ben']],
    ['/Patient?family=lind', ['ada']],
    ['/Patient?birthdate=1980', ['ada', 'ben']],
    ['/Claim?encounter=visit-ada', ['claim-ada']],
    ['/Claim?patient=ben&created=ge2026-03-01', ['claim-ben']],
    ['/Condition?encounter=Encounter/visit-ben', ['condition-ben']],
    ['/DocumentReference?patient=ada&status=current&date=ge2026-03-01', ['note-ada']],
    ['/DocumentReference?patient=ada&encounter=visit-ben', []],
  ])('%s finds what it should', async (path, ids) => {
    const answer = await fhir(path);
    expect(answer.status).toBe(200);
    expect(idsOf(answer)).toEqual(ids);
    expect(answer.body['total']).toBe(ids.length);
  });

  it.each([
    ['a parameter that it does not know', '/Encounter?colour=red'],
    ['a parameter of another type', '/DetectedIssue?encounter=visit-ada'],
    ['a modifier', '/Encounter?status:not=finished'],
    ['_include', '/Encounter?patient=ada&_include=Encounter:patient'],
    ['_sort', '/Encounter?patient=ada&_sort=date'],
    ['a name out of the language', '/Encounter?constructor=1'],
    ['a parameter without a value', '/Encounter?patient='],
    ['a name without a value, which every name would begin with', '/Patient?family='],
    ['a date that is none', '/Encounter?date=yesterday'],
    ['a day that is not in the calendar', '/Encounter?date=2026-02-30'],
    ['a reference that is none', '/Encounter?patient=Patient/a/b'],
    ['a count that is none', '/Encounter?_count=many'],
    ['a sweep across charts', '/Condition?code=J06.9'],
  ])('refuses %s', async (_case, path) => {
    const answer = await fhir(path);
    expect(answer.status).toBe(400);
    expect(answer.body['resourceType']).toBe('OperationOutcome');
  });

  it('takes a search by POST, with its parameters in the body only', async () => {
    const form = {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'patient=ada',
    };
    expect(idsOf(await fhir('/Encounter/_search', form))).toEqual(['visit-ada']);
    expect((await fhir('/Encounter/_search?patient=ada', form)).status).toBe(400);
    const wrong = await fhir('/Encounter/_search', {
      ...form,
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    });
    expect(wrong.status).toBe(415);
    expect(issueCode(wrong)).toBe('not-supported');
  });

  it('gives its answer in pages, by opaque links', async () => {
    const first = await fhir('/Encounter?status=finished&_count=1');
    expect(idsOf(first)).toEqual(['visit-ada']);
    expect(first.body['total']).toBe(2);
    const next = linkOf(first, 'next') ?? '';
    expect(next).not.toContain('finished');
    const second = await fhir(next);
    expect(idsOf(second)).toEqual(['visit-ben']);
    expect(linkOf(second, 'next')).toBeUndefined();
    expect(linkOf(first, 'self')).toBe(`${sandbox.fhirBaseUrl}/Encounter?status=finished&_count=1`);
  });

  it('does not let a write shift the pages', async () => {
    const first = await fhir('/Patient?birthdate=1980&_count=1');
    const gone = sandbox.store.get('Patient', 'ada');
    sandbox.store.commit([{ kind: 'delete', type: 'Patient', id: 'ada' }]);
    expect(idsOf(await fhir(linkOf(first, 'next') ?? ''))).toEqual(['ben']);
    if (gone !== undefined) sandbox.store.put(gone);
  });

  it('lets its next links expire', async () => {
    const next = linkOf(await fhir('/Encounter?status=finished&_count=1'), 'next') ?? '';
    sandbox.expire('pages');
    const answer = await fhir(next);
    expect(answer.status).toBe(410);
    expect(issueCode(answer)).toBe('expired');
  });

  it('lets a token of another patient follow no next link, though its scopes are the same', async () => {
    const scope = 'launch openid patient/*.rs';
    const ofAda = fhirClient(sandbox, await accessToken(sandbox, scope));
    sandbox.store.put({ ...ENCOUNTER, id: 'second-visit-ada' });
    const next = linkOf(await ofAda('/Encounter?patient=ada&_count=1'), 'next') ?? '';
    const launch = sandbox.createLaunch({ patient: 'ben', practitioner: 'dr-oma' });
    const ofBen = fhirClient(sandbox, String((await launchApp(sandbox, { scope, launch }))['access_token']));
    expect((await ofBen(next)).status).toBe(410);
    expect((await ofAda(next)).status).toBe(200);
    sandbox.store.commit([{ kind: 'delete', type: 'Encounter', id: 'second-visit-ada' }]);
  });

  it('lets nobody else follow a next link', async () => {
    const next = linkOf(await fhir('/Encounter?status=finished&_count=1'), 'next') ?? '';
    expect((await fhirClient(sandbox, await accessToken(sandbox, 'launch openid user/Claim.rs'))(next)).status).toBe(
      403,
    );
  });
});
