import { TestBrowser } from './cookie-browser.ts';
import type { RunningApp } from './running-app.ts';

/** RevRx as it is open in the EHR's frame: one launch of one browser, and its API. */
export interface Launched {
  readonly launchId: string;
  readonly browser: TestBrowser;
  /** `path` below the launch, such as `/review`. */
  get(path: string): Promise<Response>;
  /** A body that is no string is sent as JSON; `headers` replace those that the app sends, `''` takes one away. */
  post(path: string, body?: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** Launches RevRx from the chart of a visit of the sandbox, as its EHR page does. */
export async function launchFrom(app: RunningApp, encounterId: string): Promise<Launched> {
  const encounter = app.sandbox.store.get('Encounter', encounterId);
  const practitioner = app.sandbox.store.list('Practitioner')[0]?.id ?? '';
  const patient = encounter?.subject?.reference?.split('/')[1] ?? '';
  const browser = new TestBrowser();
  const { trail } = await browser.visit(
    app.sandbox.launchUrl('revrx', { patient, encounter: encounterId, practitioner }),
  );
  const launchId = trail.at(-1)?.split('/').at(-1) ?? '';
  const base = `${app.url}/api/launches/${launchId}`;
  const own = { origin: app.url, 'x-revrx-request': '1', 'content-type': 'application/json' };
  return {
    launchId,
    browser,
    get: (path) => browser.fetch(`${base}${path}`),
    post(path, body = {}, headers = {}) {
      const sent = Object.fromEntries(Object.entries({ ...own, ...headers }).filter(([, value]) => value !== ''));
      const text = typeof body === 'string' ? body : JSON.stringify(body);
      return browser.fetch(`${base}${path}`, { method: 'POST', headers: sent, body: text });
    },
  };
}
