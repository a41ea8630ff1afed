import { readFileSync } from 'node:fs';
import express, { Router, type Request, type RequestHandler, type Response } from 'express';
import type { SandboxServices } from '../options.ts';
import { findAttachmentContent } from './attachment.ts';
import { findEncounterChart, findPatient, findWrittenBack } from './chart-of-encounter.ts';
import { renderEncounterList } from './encounter-list.ts';
import { renderEncounterPage } from './encounter-page.ts';
import { parseFaultForm, renderFaultPanel } from './fault-panel.ts';
import { renderFindingsPage } from './findings-page.ts';
import { html } from './html.ts';
import { renderPage, type PageContent } from './layout.ts';
import { renderNote } from './note-view.ts';
import { renderPatientBanner } from './patient-banner.ts';
import { renderPatientChart } from './patient-chart.ts';
import { renderPatientList } from './patient-list.ts';
import { renderResourcePage } from './resource-page.ts';
import { renderSideBySide } from './side-by-side.ts';
import { USER_COOKIE } from './signed-in.ts';
import { toConceptWords, toNameWords } from './words.ts';
import { versionOf } from './written-version.ts';
import { renderWrittenBack } from './written-view.ts';

/** Frames lead anywhere: an app and the authorization server have origins of their own. */
const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; " +
  "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; object-src 'self'; frame-src 'self' http: https:";
/** A note in HTML: its styles and pictures, but nothing that runs or leads elsewhere. */
const NOTE_POLICY =
  "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'";
const FILE_ENDINGS: Readonly<Record<string, string>> = {
  'text/plain': 'txt',
  'text/html': 'html',
  'application/rtf': 'rtf',
  'text/rtf': 'rtf',
  'application/pdf': 'pdf',
};

/** The EHR's pages for people, to be mounted at `/` of the sandbox. Rendered on the server; the script is a convenience. */
export function createEhrPage(services: SandboxServices): Router {
  const router = Router();
  const send = (request: Request, response: Response, content: PageContent): void => {
    response.set({ 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' });
    response.type('html').send(renderPage(services, request, content));
  };
  addAssets(router);
  addChartPages(router, services, send);
  addFiles(router, services);
  addToolPages(router, services, send);
  addForms(router, services, send);
  router.use((request, response) => {
    response.status(404);
    send(request, response, {
      title: 'Not found',
      body: html`<h1>Not found</h1>
        <p>There is nothing at this address. <a href="/">All patients</a></p>`,
    });
  });
  return router;
}

type Send = (request: Request, response: Response, content: PageContent) => void;

function addAssets(router: Router): void {
  for (const [name, type] of [
    ['ehr.css', 'text/css'],
    ['chart.css', 'text/css'],
    ['ehr.js', 'text/javascript'],
  ] as const) {
    const content = readFileSync(new URL(`assets/${name}`, import.meta.url));
    router.get(`/assets/${name}`, (_request, response) => {
      response.set({ 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-cache' }).send(content);
    });
  }
}

function addChartPages(router: Router, services: SandboxServices, send: Send): void {
  const { store } = services;
  router.get('/', (request, response) => {
    const body = renderPatientList(store, textOf(request.query['q']), Math.max(1, Number(request.query['page']) || 1));
    send(request, response, { title: 'Patients', body, current: '/' });
  });
  router.get('/encounters', (request, response) => {
    send(request, response, { title: 'Encounters', body: renderEncounterList(store), current: '/encounters' });
  });
  router.get('/patients/:id', (request, response, next) => {
    const patient = store.get('Patient', request.params.id);
    if (patient === undefined) return next();
    send(request, response, { title: toNameWords(patient.name?.[0]), body: renderPatientChart(store, patient) });
  });
  router.get('/encounters/:id', (request, response, next) => {
    const chart = findEncounterChart(store, request.params.id);
    if (chart === undefined) return next();
    const title = `${toNameWords(chart.patient.name?.[0])}, encounter`;
    send(request, response, { title, body: renderEncounterPage(services, request, chart), wide: true });
  });
  router.get('/encounters/:id/written', (request, response, next) => {
    const encounter = store.get('Encounter', request.params.id);
    if (encounter === undefined) return next();
    const written = findWrittenBack(store, encounter);
    response.set({ 'X-Version': versionOf(written), 'Cache-Control': 'no-store' });
    response.type('html').send(renderWrittenBack(store, written).toString());
  });
  router.get('/documents/:id', (request, response, next) => {
    const document = store.get('DocumentReference', request.params.id);
    if (document === undefined) return next();
    const patient = findPatient(store, document.subject?.reference);
    const body = html`${patient && renderPatientBanner(patient, new Date(document.date ?? Date.now()))}
      <h1 class="visually-hidden">Document</h1>
      ${renderNote(store, document, 2)}`;
    send(request, response, { title: toConceptWords(document.type) || 'Document', body });
  });
}

function addFiles(router: Router, { store }: SandboxServices): void {
  router.get('/documents/:id/content/:index', (request, response, next) => {
    const document = store.get('DocumentReference', request.params.id);
    const content = document && findAttachmentContent(store, document, Number(request.params.index));
    if (content === undefined) return next();
    const name = `${request.params.id}.${FILE_ENDINGS[content.contentType] ?? 'bin'}`;
    const isShown = request.query['download'] === undefined;
    response.set({
      'Content-Type': content.contentType.startsWith('text/')
        ? `${content.contentType}; charset=utf-8`
        : content.contentType,
      'Content-Disposition': `${isShown ? 'inline' : 'attachment'}; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
      // The browser's PDF viewer does not start in a sandbox; PDF is not a page of this origin anyway.
      ...(content.contentType === 'application/pdf' ? {} : { 'Content-Security-Policy': NOTE_POLICY }),
    });
    response.end(content.bytes);
  });
}

function addToolPages(router: Router, services: SandboxServices, send: Send): void {
  const { store, faults } = services;
  router.get('/findings', (request, response) => {
    send(request, response, { title: 'App write-back', body: renderFindingsPage(store), current: '/findings' });
  });
  router.get('/side-by-side', (request, response) => {
    const body = renderSideBySide(services, request);
    send(request, response, { title: 'Two charts', body, current: '/side-by-side', wide: true });
  });
  router.get('/faults-panel', (request, response) => {
    send(request, response, { title: 'Faults', body: renderFaultPanel(faults), current: '/faults-panel' });
  });
  router.get('/resources/:type/:id', (request, response, next) => {
    const { type, id } = request.params;
    const body = renderResourcePage(store, type, id, textOf(request.query['version']) || undefined);
    if (body === undefined) return next();
    send(request, response, { title: `${type} ${id}`, body });
  });
}

function addForms(router: Router, { store, faults }: SandboxServices, send: Send): void {
  const form: RequestHandler[] = [onlyFromHere, express.urlencoded({ extended: false, limit: '10kb' })];
  router.post('/signed-in', form, (request: Request, response: Response) => {
    const id = fieldOf(request, 'practitioner');
    if (store.get('Practitioner', id) !== undefined)
      response.cookie(USER_COOKIE, id, { httpOnly: true, sameSite: 'lax' });
    response.redirect(303, toLocalPath(fieldOf(request, 'back')));
  });
  router.post('/faults-panel', form, (request: Request, response: Response) => {
    const parsed = parseFaultForm(request.body);
    if ('rule' in parsed) {
      faults.add(parsed.rule);
      return response.redirect(303, '/faults-panel');
    }
    response.status(400);
    send(request, response, {
      title: 'Faults',
      body: renderFaultPanel(faults, parsed.mistake),
      current: '/faults-panel',
    });
  });
  router.post('/faults-panel/remove', form, (request: Request, response: Response) => {
    faults.remove(fieldOf(request, 'id'));
    response.redirect(303, '/faults-panel');
  });
  router.post('/faults-panel/clear', form, (_request: Request, response: Response) => {
    faults.clear();
    response.redirect(303, '/faults-panel');
  });
}

/** A form on another site, or in an app's frame, cannot act on the EHR page. */
const onlyFromHere: RequestHandler = (request, response, next) => {
  const site = request.get('Sec-Fetch-Site');
  if (site === undefined || site === 'same-origin' || site === 'none') return next();
  response.status(403).type('text').send('Forms of the EHR page are sent from the EHR page.');
};

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function fieldOf(request: Request, name: string): string {
  const body: unknown = request.body;
  const value: unknown =
    typeof body === 'object' && body !== null ? Object.entries(body).find(([key]) => key === name)?.[1] : '';
  return textOf(value);
}

/** A path of this server; anything else leads home. */
function toLocalPath(path: string): string {
  return /^\/(?![/\\])/.test(path) ? path : '/';
}
