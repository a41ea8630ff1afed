import type { Request } from 'express';
import type { Encounter } from 'fhir/r4.js';
import type { ClientRegistration, SandboxServices } from '../options.ts';
import { listApps, nameOfApp, renderAppFrame } from './app-frame.ts';
import { findPatient } from './chart-of-encounter.ts';
import { html, type SafeHtml } from './html.ts';
import { renderPatientBanner } from './patient-banner.ts';
import { findSignedIn } from './signed-in.ts';
import { toDateWords, toNameWords } from './words.ts';

const SIDES = ['left', 'right'] as const;

/**
 * The charts of two patients open at once in one browser, each with the app in a frame of its own: their contexts must
 * never mix. `?left=ENCOUNTER&right=ENCOUNTER&app=CLIENT`.
 */
export function renderSideBySide(services: SandboxServices, request: Request): SafeHtml {
  const encounters = services.store.list('Encounter');
  const apps = listApps(services);
  const app = apps.find((one) => one.clientId === request.query['app']) ?? apps[0];
  const first = encounters[0];
  const chosen = {
    left: findChosen(encounters, request.query['left']) ?? first,
    right:
      findChosen(encounters, request.query['right']) ??
      encounters.find((one) => one.subject?.reference !== first?.subject?.reference),
  };
  const isOpen = request.query['left'] !== undefined;
  return html`<h1>Two charts side by side</h1>
    <form class="card" method="get" action="/side-by-side">
      <div class="fields">
        ${SIDES.map((side) => renderChoice(services, { side, encounters, chosen: chosen[side] }))}
        <label
          >App<select name="app">
            ${apps.map((one) => html`<option value="${one.clientId}" ${one === app && html` selected`}>${nameOfApp(one)}</option>`)}
          </select></label
        >
        <div><button>Open both charts</button></div>
      </div>
      ${apps.length === 0 && html`<p class="empty">No app is registered with this EHR.</p>`}
    </form>
    ${isOpen && app !== undefined && html`<div class="pair">${SIDES.map((side) => renderSide(services, request, { app, encounter: chosen[side] }))}</div>`}`;
}

function findChosen(encounters: readonly Encounter[], id: unknown): Encounter | undefined {
  return encounters.find((encounter) => encounter.id === id);
}

function renderChoice(
  { store }: SandboxServices,
  {
    side,
    encounters,
    chosen,
  }: { side: 'left' | 'right'; encounters: readonly Encounter[]; chosen: Encounter | undefined },
): SafeHtml {
  const label = (encounter: Encounter): string =>
    `${toNameWords(findPatient(store, encounter.subject?.reference)?.name?.[0])}, ${toDateWords(encounter.period?.start)}`;
  return html`<label
    >${side === 'left' ? 'Left' : 'Right'} chart<select name="${side}">
      ${encounters.map((one) => html`<option value="${one.id}" ${one === chosen && html` selected`}>${label(one)}</option>`)}
    </select></label
  >`;
}

function renderSide(
  services: SandboxServices,
  request: Request,
  { app, encounter }: { app: ClientRegistration; encounter: Encounter | undefined },
): SafeHtml {
  const patient = findPatient(services.store, encounter?.subject?.reference);
  if (encounter?.id === undefined || patient?.id === undefined)
    return html`<p class="empty">There is no such chart.</p>`;
  const practitioner = findSignedIn(services.store, request)?.id ?? '';
  return html`<div>
    ${renderPatientBanner(patient, new Date(encounter.period?.start ?? Date.now()))}
    ${renderAppFrame(services, app, { patientName: toNameWords(patient.name?.[0]), request: { patient: patient.id, encounter: encounter.id, practitioner, needPatientBanner: false } })}
  </div>`;
}
