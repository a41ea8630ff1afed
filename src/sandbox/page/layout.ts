import type { Request } from 'express';
import type { Practitioner } from 'fhir/r4.js';
import type { SandboxServices } from '../options.ts';
import { html, type HtmlValue, type SafeHtml } from './html.ts';
import { findSignedIn } from './signed-in.ts';
import { toSpokenName } from './words.ts';

export interface PageContent {
  readonly title: string;
  readonly body: HtmlValue;
  /** Path of the navigation entry that is the current one. */
  readonly current?: string;
  /** The page uses the whole width: charts beside an app. */
  readonly wide?: boolean;
}

const NAVIGATION = [
  ['/', 'Patients'],
  ['/encounters', 'Encounters'],
  ['/findings', 'App write-back'],
  ['/side-by-side', 'Two charts'],
  ['/faults-panel', 'Faults'],
] as const;

/** The whole page: header, navigation, who is signed in, and under which address it is shown. */
export function renderPage(services: SandboxServices, request: Request, content: PageContent): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${content.title} – Kestrel Chart</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="/assets/ehr.css" />
        <link rel="stylesheet" href="/assets/chart.css" />
        <script src="/assets/ehr.js" defer></script>
      </head>
      <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="top">
          <a class="brand" href="/"><span aria-hidden="true" class="mark"></span>Kestrel Chart</a>
          <nav aria-label="Main">
            <ul>
              ${NAVIGATION.map(([path, label]) => renderEntry(path, label, content.current))}
            </ul>
          </nav>
          <span class="synthetic">Sandbox: every person here is invented</span>
          ${renderUserChoice(services, request)}
        </header>
        <main id="main" tabindex="-1" class="${content.wide ? 'wide' : 'normal'}">${content.body}</main>
        <footer class="foot">
          ${renderAddressSwitch(services, request)}<span>FHIR R4 at <code>${services.fhirBaseUrl}</code></span>
        </footer>
      </body>
    </html> `;
  return page.value;
}

function renderEntry(path: string, label: string, current: string | undefined): SafeHtml {
  return html`<li><a href="${path}" ${path === current && html` aria-current="page"`}>${label}</a></li>`;
}

function renderUserChoice({ store }: SandboxServices, request: Request): SafeHtml {
  const signedIn = findSignedIn(store, request);
  const option = (one: Practitioner): SafeHtml =>
    html`<option value="${one.id}" ${one.id === signedIn?.id && html` selected`}>
      ${toSpokenName(one.name?.[0])}
    </option>`;
  return html`<form class="user" method="post" action="/signed-in">
    <input type="hidden" name="back" value="${request.originalUrl}" />
    <label for="user">Signed in</label>
    <select id="user" name="practitioner" data-submit-on-change>
      ${store.list('Practitioner').map(option)}
    </select>
    <button class="quiet">Switch</button>
  </form>`;
}

/**
 * The same page under the other loopback name. Seen from there, an app on `localhost` is another site, and its frame is
 * third-party to the browser.
 */
function renderAddressSwitch({ url }: SandboxServices, request: Request): SafeHtml {
  const port = new URL(url).port;
  const isCrossSite = request.hostname === '127.0.0.1';
  const other = `http://${isCrossSite ? 'localhost' : '127.0.0.1'}:${request.socket.localPort ?? port}${request.originalUrl}`;
  return html`<span
    >${isCrossSite ? 'Shown as 127.0.0.1: apps on localhost run cross-site, as third parties.' : 'Shown as localhost: apps on localhost run same-site.'}
    <a href="${other}"
      >${isCrossSite ? 'Switch to the same-site address (localhost)' : 'Switch to the cross-site address (127.0.0.1)'}</a
    ></span
  >`;
}
