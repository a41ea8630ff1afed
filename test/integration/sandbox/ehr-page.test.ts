import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSandbox, type Sandbox } from '#sandbox/index.ts';
import { createEhrPage } from '#sandbox/page/index.ts';
import { CASES, createPopulation } from '#sandbox/population/index.ts';

const LAUNCH_URL = 'http://localhost:3999/launch';

describe('the pages of the sandbox EHR', () => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await createSandbox({
      port: 0,
      population: createPopulation(),
      page: createEhrPage,
      clients: [
        {
          clientId: 'app-1',
          name: 'The app',
          redirectUris: ['http://localhost:3999/callback'],
          launchUrl: LAUNCH_URL,
          grantTypes: ['authorization_code'],
          scope: '*',
        },
      ],
    });
  });
  afterAll(() => sandbox.stop());

  const open = async (
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; text: string; response: Response }> => {
    const response = await fetch(`${sandbox.url}${path}`, { headers, redirect: 'manual' });
    return { status: response.status, text: await response.text(), response };
  };
  const submit = (
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> =>
    fetch(`${sandbox.url}${path}`, { method: 'POST', body: new URLSearchParams(fields), headers, redirect: 'manual' });
  const framesIn = (page: string): URL[] =>
    [...page.matchAll(/<iframe[^>]*\ssrc="(http[^"]+)"/g)].map(
      (match) => new URL((match[1] ?? '').replaceAll('&amp;', '&')),
    );

  it('finds patients by name without accents, by record number and by birth date', async () => {
    for (const query of ['gorski', '40774550', '1941-02-08', 'GÓRSKI']) {
      const { text } = await open(`/?${new URLSearchParams({ q: query }).toString()}`);
      expect(text).toContain('Górski, Stanisław');
      expect(text).not.toContain('Achterberg');
    }
    expect((await open('/?q=nobody-of-that-name')).text).toContain('Nobody found');
  });

  it('shows every chart, encounter and document', async () => {
    const paths = [
      '/encounters',
      '/findings',
      '/faults-panel',
      '/side-by-side',
      ...sandbox.store.list('Patient').map(({ id }) => `/patients/${id}`),
      ...CASES.map(({ id }) => `/encounters/enc-${id}`),
      ...sandbox.store
        .list('DocumentReference')
        .flatMap(({ id }) => [`/documents/${id}`, `/documents/${id}/content/0`]),
    ];
    for (const path of paths) expect({ path, status: (await open(path)).status }).toEqual({ path, status: 200 });
  });

  it('shows the codes of the claim and the words of the note', async () => {
    const { text } = await open('/encounters/enc-fm-03');
    for (const words of ['G43.009', '99215', 'a total of 32 minutes', 'Caldera, Ines']) expect(text).toContain(words);
  });

  it('answers an unknown address with a page, not with a trace', async () => {
    for (const path of [
      '/encounters/nobody',
      '/patients/x',
      '/documents/x/content/0',
      '/resources/Nothing/1',
      '/toString',
    ]) {
      const { status, text } = await open(path);
      expect(status).toBe(404);
      expect(text).toContain('There is nothing at this address');
    }
  });

  it('launches the app in a frame that cannot leave it, with the exact iss and a launch value of its own each time', async () => {
    const first = await open('/encounters/enc-fm-03?app=app-1');
    const second = await open('/encounters/enc-fm-03?app=app-1&view=below');
    expect(first.text).toMatch(/sandbox="[^"]*allow-same-origin allow-scripts[^"]*"/);
    expect(first.text).not.toContain('allow-top-navigation');
    const [one] = framesIn(first.text);
    const [two] = framesIn(second.text);
    expect(`${one?.origin}${one?.pathname}`).toBe(LAUNCH_URL);
    expect(one?.searchParams.get('iss')).toBe(sandbox.fhirBaseUrl);
    expect(one?.searchParams.get('launch')).toMatch(/^[\w-]{22,}$/);
    expect(two?.searchParams.get('launch')).not.toBe(one?.searchParams.get('launch'));
  });

  it('opens two charts at once, each with a launch of its own', async () => {
    const { text } = await open('/side-by-side?left=enc-fm-01&right=enc-fm-02&app=app-1');
    const launches = framesIn(text).map((frame) => frame.searchParams.get('launch'));
    expect(launches).toHaveLength(2);
    expect(new Set(launches).size).toBe(2);
    expect(text).toContain('Achterberg, Rosalind M.');
    expect(text).toContain('Nakamura-Reyes, Tobiah J.');
  });

  it('works under 127.0.0.1 too, and names the other address', async () => {
    const response = await fetch(`http://127.0.0.1:${sandbox.port}/encounters/enc-fm-03?app=app-1`);
    const text = await response.text();
    expect(text).toContain('cross-site');
    expect(text).toContain(`http://localhost:${sandbox.port}/encounters/enc-fm-03?app=app-1`);
    expect(framesIn(text)[0]?.searchParams.get('iss')).toBe(sandbox.fhirBaseUrl);
  });

  it('signs in whom one chooses, and goes back only to its own pages', async () => {
    const chosen = await submit('/signed-in', { practitioner: 'pr-03', back: '/encounters' });
    expect(chosen.status).toBe(303);
    expect(chosen.headers.get('Location')).toBe('/encounters');
    const cookie = chosen.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await open('/', { Cookie: cookie })).text).toMatch(/value="pr-03"\s+selected/);
    for (const back of ['https://evil.example/', '//evil.example', '/\\evil.example']) {
      expect((await submit('/signed-in', { practitioner: 'pr-03', back })).headers.get('Location')).toBe('/');
    }
    expect((await submit('/signed-in', { practitioner: 'nobody', back: '/' })).headers.getSetCookie()).toEqual([]);
  });

  it('switches a fault on, shows that it acted, and switches it off', async () => {
    const form = { kind: 'unavailable', method: '', path: '', nth: '', count: '', retryAfter: '7', delayMs: '' };
    expect((await submit('/faults-panel', form)).status).toBe(303);
    expect((await open('/fhir/metadata')).response.headers.get('Retry-After')).toBe('7');
    expect((await open('/faults-panel')).text).toContain('Retry-After 7');
    await submit('/faults-panel/remove', { id: sandbox.faults.list()[0]?.id ?? '' });
    expect(sandbox.faults.list()).toEqual([]);
    expect((await open('/fhir/metadata')).status).toBe(200);
    expect((await submit('/faults-panel', { ...form, delayMs: 'x' })).status).toBe(400);
  });

  it('refuses forms that another site sends', async () => {
    // Sec-Fetch-Site is a header that fetch does not let one set.
    const status = await new Promise((resolve, reject) => {
      const sent = httpRequest(
        `${sandbox.url}/faults-panel/clear`,
        { method: 'POST', headers: { 'Sec-Fetch-Site': 'cross-site' } },
        (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        },
      );
      sent.on('error', reject).end();
    });
    expect(status).toBe(403);
  });

  it('serves HTML notes so that nothing in them runs, and files under a harmless name', async () => {
    const html = await open('/documents/doc-fm-04-1/content/0');
    expect(html.response.headers.get('Content-Security-Policy')).toMatch(
      /^sandbox allow-same-origin; default-src 'none'/,
    );
    const pdf = await open('/documents/doc-fm-07-1/content/0?download');
    expect(pdf.response.headers.get('Content-Type')).toBe('application/pdf');
    expect(pdf.response.headers.get('Content-Disposition')).toBe('attachment; filename="doc-fm-07-1.pdf"');
    expect(pdf.text.startsWith('%PDF-')).toBe(true);
  });

  it('shows what an app writes, without a reload and over all patients, with its history', async () => {
    const before = (await open('/encounters/enc-fm-03/written')).response.headers.get('X-Version');
    sandbox.store.put({
      resourceType: 'Device',
      id: 'dev-1',
      deviceName: [{ name: 'The app', type: 'manufacturer-name' }],
    });
    sandbox.store.put({
      resourceType: 'DetectedIssue',
      id: 'issue-1',
      status: 'preliminary',
      code: { text: 'level of service' },
      patient: { reference: 'Patient/pt-1003' },
      author: { reference: 'Device/dev-1' },
      implicated: [{ reference: 'Claim/clm-fm-03' }],
      detail: 'Total time meets the level below.',
    });
    sandbox.store.put({
      resourceType: 'Task',
      id: 'task-1',
      status: 'requested',
      intent: 'proposal',
      code: { text: 'Review coding findings' },
      for: { reference: 'Patient/pt-1003' },
      encounter: { reference: 'Encounter/enc-fm-03' },
    });
    const after = await open('/encounters/enc-fm-03/written');
    expect(after.response.headers.get('X-Version')).not.toBe(before);
    expect(after.text).toContain('Total time meets the level below.');
    expect(after.text).toContain('Review coding findings');
    expect((await open('/encounters/enc-ps-01/written')).text).toContain('No application has written');
    expect((await open('/findings')).text).toContain('1 detected issue');
    expect((await open('/resources/DetectedIssue/issue-1')).text).toContain('id="history"');
  });
});
