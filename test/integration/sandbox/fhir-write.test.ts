import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Sandbox } from '#sandbox/index.ts';
import { accessToken, fhirClient, issueCode, send, startSandbox, toJson, type Fhir } from './smart-app.ts';

const identifier = (value: string) => [{ system: 'urn:test', value }];
const issue = (value: string, more: object = {}) => ({
  resourceType: 'DetectedIssue',
  identifier: identifier(value),
  status: 'final',
  patient: { reference: 'Patient/ada' },
  ...more,
});

describe('writing to the sandbox EHR', () => {
  let sandbox: Sandbox;
  let fhir: Fhir;
  beforeAll(async () => {
    sandbox = await startSandbox();
    fhir = fhirClient(sandbox, await accessToken(sandbox));
  });
  afterAll(() => sandbox.stop());

  const create = async (resource: object, headers: Record<string, string> = {}) =>
    fhir('/DetectedIssue', send('POST', resource, headers));

  it('creates with an id of its own, and says where', async () => {
    const answer = await create(issue('created', { id: 'mine' }));
    expect(answer.status).toBe(201);
    expect(answer.headers.get('ETag')).toBe('W/"1"');
    const id = String(answer.body['id']);
    expect(id).not.toBe('mine');
    expect(answer.headers.get('Location')).toBe(`${sandbox.fhirBaseUrl}/DetectedIssue/${id}/_history/1`);
    expect((await fhir(`/DetectedIssue/${id}`)).body).toMatchObject({ patient: { reference: 'Patient/ada' } });
  });

  it('leaves the body out when asked', async () => {
    const answer = await create(issue('minimal'), { Prefer: 'return=minimal' });
    expect(answer.status).toBe(201);
    expect(answer.text).toBe('');
    expect(answer.headers.get('Location')).toContain('/DetectedIssue/');
  });

  it('creates once by If-None-Exist, and refuses when several match', async () => {
    const condition = { 'If-None-Exist': 'identifier=urn:test|once' };
    const first = await create(issue('once'), condition);
    const second = await create(issue('once'), condition);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(second.body['id']).toBe(first.body['id']);
    await create(issue('once'));
    const third = await create(issue('once'), condition);
    expect(third.status).toBe(412);
    expect(issueCode(third)).toBe('multiple-matches');
    expect((await create(issue('once'), { 'If-None-Exist': 'colour=red' })).status).toBe(400);
    expect((await create(issue('once'), { 'If-None-Exist': '' })).status).toBe(400);
  });

  it('creates one of several at once by If-None-Exist', async () => {
    const condition = { 'If-None-Exist': 'identifier=urn:test|race' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(issue('race'), condition)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(sandbox.store.find('DetectedIssue', 'identifier', 'urn:test|race')).toHaveLength(1);
  });

  it('updates against the version that was read, and no other', async () => {
    const { body } = await create(issue('updated'));
    const path = `/DetectedIssue/${String(body['id'])}`;
    const update = (etag: Record<string, string>) =>
      fhir(path, send('PUT', { ...issue('updated', { status: 'cancelled' }), id: body['id'] }, etag));
    const unconditional = await update({});
    expect(unconditional.status).toBe(400);
    expect((await update({ 'If-Match': 'W/"7"' })).status).toBe(412);
    expect((await update({ 'If-Match': '1' })).status).toBe(400);
    const good = await update({ 'If-Match': 'W/"1"' });
    expect(good.status).toBe(200);
    expect(good.headers.get('ETag')).toBe('W/"2"');
    const stale = await update({ 'If-Match': 'W/"1"' });
    expect(stale.status).toBe(412);
    expect(issueCode(stale)).toBe('conflict');
    expect((await fhir(`${path}/_history/1`)).body['status']).toBe('final');
  });

  it('updates by condition', async () => {
    const put = (status: string) =>
      fhir('/DetectedIssue?identifier=urn:test|conditional', send('PUT', issue('conditional', { status })));
    expect((await put('preliminary')).status).toBe(201);
    const second = await put('final');
    expect(second.status).toBe(200);
    expect(second.headers.get('ETag')).toBe('W/"2"');
    expect((await fhir('/DetectedIssue', send('PUT', issue('x')))).status).toBe(400);
  });

  it('gives out ids itself', async () => {
    const answer = await fhir(
      '/DetectedIssue/mine',
      send('PUT', issue('mine', { id: 'mine' }), { 'If-Match': 'W/"1"' }),
    );
    expect(answer.status).toBe(405);
    expect(issueCode(answer)).toBe('not-supported');
  });

  it('refuses a body whose id is not that of the URL', async () => {
    const { body } = await create(issue('other-id'));
    const answer = await fhir(
      `/DetectedIssue/${String(body['id'])}`,
      send('PUT', issue('other-id', { id: 'x' }), { 'If-Match': 'W/"1"' }),
    );
    expect(answer.status).toBe(400);
  });

  it('deletes, and then answers 410', async () => {
    const { body } = await create(issue('deleted'));
    const path = `/DetectedIssue/${String(body['id'])}`;
    expect((await fhir(path, { method: 'DELETE' })).status).toBe(204);
    const answer = await fhir(path);
    expect(answer.status).toBe(410);
    expect(issueCode(answer)).toBe('deleted');
    expect((await fhir('/DetectedIssue?identifier=urn:test|deleted')).body['total']).toBe(0);
    expect((await fhir('/DetectedIssue/never', { method: 'DELETE' })).status).toBe(404);
  });

  it.each([['Claim'], ['Encounter'], ['Patient'], ['Condition']])('lets no client write a %s', async (type) => {
    const answer = await fhir(`/${type}`, send('POST', { resourceType: type }));
    expect(answer.status).toBe(405);
    expect(issueCode(answer)).toBe('not-supported');
  });

  it.each([
    ['without its status', { status: undefined }, 'required'],
    ['with a status that is not in the binding', { status: 'nope' }, 'code-invalid'],
    ['with an element that R4 does not have', { colour: 'red' }, 'structure'],
    ['with a list where there is one', { patient: [{ reference: 'Patient/ada' }] }, 'structure'],
    ['with one where there is a list', { identifier: identifier('x')[0] }, 'structure'],
    ['with an empty list', { evidence: [] }, 'structure'],
    ['with an empty object', { code: {} }, 'structure'],
    ['with null', { code: null }, 'structure'],
    ['about a patient who is not here', { patient: { reference: 'Patient/nobody' } }, 'not-found'],
    [
      'with a reference to another server',
      { patient: { reference: 'https://elsewhere.example/fhir/Patient/ada' } },
      'not-found',
    ],
    [
      'with an unresolved urn',
      { patient: { reference: 'urn:uuid:5c3f4fd0-1d5c-4f4c-9f0b-0d1c6a1f5e00' } },
      'not-found',
    ],
    ['with a contained reference that leads nowhere', { author: { reference: '#me' } }, 'not-found'],
  ])('refuses a resource %s', async (_case, more, code) => {
    const answer = await create(issue('refused', more));
    expect(answer.status).toBe(422);
    expect(issueCode(answer)).toBe(code);
    expect(sandbox.store.find('DetectedIssue', 'identifier', 'urn:test|refused')).toEqual([]);
  });

  it('resolves references to itself, whole or short', async () => {
    const { body } = await create(issue('absolute', { patient: { reference: `${sandbox.fhirBaseUrl}/Patient/ada` } }));
    expect(body['patient']).toEqual({ reference: 'Patient/ada' });
  });

  it.each([
    ['malformed JSON', '{"resourceType":', 400, 'structure'],
    ['JSON that is no resource', '[1]', 400, 'structure'],
    ['a resource of another type', '{"resourceType":"Task"}', 400, 'invalid'],
    ['nothing', '', 400, 'structure'],
  ])('refuses %s', async (_case, body, status, code) => {
    const answer = await fhir('/DetectedIssue', {
      method: 'POST',
      headers: { 'Content-Type': 'application/fhir+json' },
      body,
    });
    expect(answer.status).toBe(status);
    expect(issueCode(answer)).toBe(code);
  });

  it.each([['application/json'], ['text/plain'], ['application/fhir+xml']])('takes no body as %s', async (type) => {
    const answer = await fhir('/DetectedIssue', {
      method: 'POST',
      headers: { 'Content-Type': type },
      body: JSON.stringify(issue('type')),
    });
    expect(answer.status).toBe(415);
    expect(issueCode(answer)).toBe('not-supported');
  });

  it('refuses a body that is too large', async () => {
    const answer = await create(issue('large', { detail: 'x'.repeat(21 * 1024 * 1024) }));
    expect(answer.status).toBe(413);
    expect(issueCode(answer)).toBe('too-long');
  });
});

describe('bundles at the sandbox EHR', () => {
  let sandbox: Sandbox;
  let fhir: Fhir;
  beforeAll(async () => {
    sandbox = await startSandbox();
    fhir = fhirClient(sandbox, await accessToken(sandbox));
  });
  afterAll(() => sandbox.stop());

  const bundle = (type: string, entry: readonly object[]) =>
    fhir('/', send('POST', { resourceType: 'Bundle', type, entry }));
  const post = (resource: { resourceType: string }, request: object = {}, fullUrl?: string) => ({
    ...(fullUrl === undefined ? {} : { fullUrl }),
    resource,
    request: { method: 'POST', url: resource.resourceType, ...request },
  });
  const statusesOf = (body: Record<string, unknown>): unknown[] =>
    (Array.isArray(body['entry']) ? body['entry'] : []).map((entry) => toJson(toJson(entry)['response'])['status']);

  const URN = 'urn:uuid:0b6a1c2e-6f6e-4f0a-8f43-8e4f6f0c1a11';
  const provenance = (target: string) => ({
    resourceType: 'Provenance',
    target: [{ reference: target }],
    recorded: '2026-03-04T00:00:00Z',
    agent: [{ who: { reference: 'Practitioner/dr-oma' } }],
  });

  it('write a transaction whole, its entries referring to each other', async () => {
    const answer = await bundle('transaction', [post(provenance(URN)), post(issue('whole'), {}, URN)]);
    expect(answer.status).toBe(200);
    expect(answer.body['type']).toBe('transaction-response');
    expect(statusesOf(answer.body)).toEqual(['201 Created', '201 Created']);
    const [written] = sandbox.store.find('DetectedIssue', 'identifier', 'urn:test|whole');
    expect(sandbox.store.find('Provenance', 'target', `DetectedIssue/${written?.id}`)).toHaveLength(1);
  });

  it.each([
    ['an invalid resource', { resource: { resourceType: 'Task' }, request: { method: 'POST', url: 'Task' } }, 422],
    ['a reference that leads nowhere', post(provenance('DetectedIssue/nowhere')), 422],
    ['a stale If-Match', { resource: {}, request: { method: 'PUT', url: 'Task/STALE', ifMatch: 'W/"9"' } }, 412],
    ['a type that nobody may write', post({ resourceType: 'Claim' }), 405],
    ['no request', { resource: issue('x') }, 400],
    ['a method that is none', { resource: issue('x'), request: { method: 'PATCH', url: 'Task/1' } }, 400],
    [
      'a URL that does not go with its method',
      { resource: issue('x'), request: { method: 'POST', url: 'DetectedIssue/1' } },
      400,
    ],
  ])('write nothing of a transaction with %s', async (_case, bad, status) => {
    const stale = sandbox.store.put({ resourceType: 'Task', id: 'stale', status: 'draft', intent: 'plan' });
    const entry = JSON.parse(JSON.stringify(bad).replace('Task/STALE', `Task/${stale.id}`));
    const answer = await bundle('transaction', [post(issue('rolled-back')), entry]);
    expect(answer.status).toBe(status);
    expect(answer.body['resourceType']).toBe('OperationOutcome');
    expect(sandbox.store.find('DetectedIssue', 'identifier', 'urn:test|rolled-back')).toEqual([]);
  });

  it('take conditions and versions in the entries of a transaction', async () => {
    const entries = [
      post(issue('again'), { ifNoneExist: 'identifier=urn:test|again' }, URN),
      { resource: issue('upserted'), request: { method: 'PUT', url: 'DetectedIssue?identifier=urn:test|upserted' } },
      post(provenance(URN)),
    ];
    expect(statusesOf((await bundle('transaction', entries)).body)).toEqual([
      '201 Created',
      '201 Created',
      '201 Created',
    ]);
    const second = await bundle('transaction', entries);
    expect(statusesOf(second.body)).toEqual(['200 OK', '200 OK', '201 Created']);
    const [again] = sandbox.store.find('DetectedIssue', 'identifier', 'urn:test|again');
    expect(sandbox.store.find('Provenance', 'target', `DetectedIssue/${again?.id}`)).toHaveLength(2);
    const update = {
      resource: { ...issue('again', { status: 'amended' }), id: again?.id },
      request: { method: 'PUT', url: `DetectedIssue/${again?.id}`, ifMatch: 'W/"1"' },
    };
    expect(statusesOf((await bundle('transaction', [update])).body)).toEqual(['200 OK']);
    expect((await bundle('transaction', [update])).status).toBe(412);
  });

  it('refuse a transaction that writes one resource twice', async () => {
    const put = {
      resource: issue('twice'),
      request: { method: 'PUT', url: 'DetectedIssue?identifier=urn:test|upserted' },
    };
    expect((await bundle('transaction', [put, put])).status).toBe(400);
  });

  it('refuse a transaction that would create one resource twice by one condition', async () => {
    const entry = post(issue('double'), { ifNoneExist: 'identifier=urn:test|double' });
    expect((await bundle('transaction', [entry, entry])).status).toBe(400);
    expect(sandbox.store.find('DetectedIssue', 'identifier', 'urn:test|double')).toEqual([]);
  });

  it('point an attachment to the Binary of the same transaction', async () => {
    const binary = { resourceType: 'Binary', contentType: 'text/html', data: 'PGI+aGk8L2I+' };
    const document = {
      resourceType: 'DocumentReference',
      identifier: [...identifier('report'), { system: 'urn:ietf:rfc:3986', value: URN }],
      status: 'current',
      subject: { reference: 'Patient/ada' },
      content: [{ attachment: { contentType: 'text/html', url: URN } }],
    };
    expect((await bundle('transaction', [post(document), post(binary, {}, URN)])).status).toBe(200);
    const [written] = sandbox.store.find('DocumentReference', 'identifier', 'urn:test|report');
    const url = written?.content[0]?.attachment.url ?? '';
    expect(written?.identifier?.[1]?.value).toBe(URN);
    const page = await fhir(`/${url}`);
    expect(page.text).toBe('<b>hi</b>');
    expect(page.headers.get('Content-Security-Policy')).toContain('sandbox');
  });

  it('treat the entries of a batch each on its own', async () => {
    const answer = await bundle('batch', [
      post(issue('batched')),
      post({ resourceType: 'Task' }),
      { request: { method: 'GET', url: 'Encounter?patient=ada' } },
      { request: { method: 'GET', url: 'Encounter/nobody' } },
    ]);
    expect(statusesOf(answer.body)).toEqual(['201 Created', '422', '200 OK', '404']);
  });

  it.each([
    ['a Bundle that is neither', { resourceType: 'Bundle', type: 'collection', entry: [] }],
    ['no Bundle', issue('x')],
    ['entries that are no list', { resourceType: 'Bundle', type: 'transaction', entry: {} }],
  ])('refuse %s', async (_case, body) => {
    expect((await fhir('/', send('POST', body))).status).toBe(400);
  });
});

describe('a validator that the sandbox EHR is handed', () => {
  it('refuses what it finds wrong', async () => {
    await using sandbox = await startSandbox({
      validate: ({ resourceType }) => (resourceType === 'Task' ? ['too much to do'] : []),
    });
    const fhir = fhirClient(sandbox, await accessToken(sandbox));
    const answer = await fhir('/Task', send('POST', { resourceType: 'Task', status: 'draft', intent: 'plan' }));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('too much to do');
    expect((await fhir('/DetectedIssue', send('POST', issue('valid')))).status).toBe(201);
  });
});

describe('the CapabilityStatement of the sandbox EHR', () => {
  it('is public, names SMART, and promises what the server keeps', async () => {
    await using sandbox = await startSandbox();
    const fhir = fhirClient(sandbox, await accessToken(sandbox));
    const statement = toJson(await (await fetch(`${sandbox.fhirBaseUrl}/metadata`)).json());
    expect(statement).toMatchObject({
      resourceType: 'CapabilityStatement',
      fhirVersion: '4.0.1',
      implementation: { url: sandbox.fhirBaseUrl },
    });
    expect(JSON.stringify(statement)).toContain(`${sandbox.issuer}/token`);
    const [rest] = Array.isArray(statement['rest']) ? statement['rest'].map(toJson) : [];
    const resources = Array.isArray(rest?.['resource']) ? rest['resource'].map(toJson) : [];
    for (const { type, interaction } of resources) {
      const codes = JSON.stringify(interaction);
      const created = await fhir(`/${String(type)}`, send('POST', { resourceType: type, colour: 'red' }));
      expect([type, created.status]).toEqual([type, codes.includes('"create"') ? 422 : 405]);
      const searched = await fhir(`/${String(type)}?_id=nobody`);
      expect([type, searched.status]).toEqual([type, codes.includes('"search-type"') ? 200 : 405]);
    }
  });
});
