import type { Request } from 'express';
import type { Encounter } from 'fhir/r4.js';
import type { ClientRegistration, SandboxServices } from '../options.ts';
import { listApps, nameOfApp, renderAppFrame } from './app-frame.ts';
import { findWrittenBack, type EncounterChart } from './chart-of-encounter.ts';
import { renderClaim } from './claim-view.ts';
import { html, type SafeHtml } from './html.ts';
import { renderNote } from './note-view.ts';
import { renderPatientBanner } from './patient-banner.ts';
import { renderListCard } from './patient-chart.ts';
import { findSignedIn } from './signed-in.ts';
import { toCodeOf, toConceptWords, toNameWords, toPeriodWords, toQuantityWords } from './words.ts';
import { versionOf } from './written-version.ts';
import { renderWrittenBack } from './written-view.ts';

/** One visit: claim, notes, what apps wrote; and an app beside or below it when one is launched (`?app=ID&view=below`). */
export function renderEncounterPage(services: SandboxServices, request: Request, chart: EncounterChart): SafeHtml {
  const { encounter, patient } = chart;
  const app = listApps(services).find((one) => one.clientId === request.query['app']);
  const view = request.query['view'] === 'below' ? 'below' : 'beside';
  const content = renderChart(services, chart);
  return html`<p class="trail"><a href="/">Patients</a> / <a href="/patients/${patient.id}">Chart</a> / Encounter</p>
    ${renderPatientBanner(patient, new Date(encounter.period?.start ?? Date.now()))}
    <div class="spread">
      <h1>
        ${encounter.type?.[0]?.text ?? 'Encounter'}${encounter.reasonCode?.[0]?.text !== undefined && `: ${encounter.reasonCode[0].text}`}
      </h1>
      <div class="row">
        ${listApps(services).map((one) => renderLaunch(encounter, one, app))}
        ${listApps(services).length === 0 && html`<span class="soft">No app is registered with this EHR.</span>`}
      </div>
    </div>
    ${
      app === undefined
        ? content
        : html`<div class="with-app ${view}">
            <div>${content}</div>
            ${renderApp(services, request, { chart, app, view })}
          </div>`
    }`;
}

function renderLaunch(encounter: Encounter, app: ClientRegistration, open: ClientRegistration | undefined): SafeHtml {
  const isOpen = app.clientId === open?.clientId;
  const target = isOpen
    ? `/encounters/${encounter.id}`
    : `/encounters/${encounter.id}?${new URLSearchParams({ app: app.clientId }).toString()}`;
  return html`<a class="button${isOpen ? ' quiet' : ''}" href="${target}"
    >${isOpen ? 'Close' : 'Launch'} ${nameOfApp(app)}</a
  >`;
}

function renderApp(
  services: SandboxServices,
  request: Request,
  { chart, app, view }: { chart: EncounterChart; app: ClientRegistration; view: 'beside' | 'below' },
): SafeHtml {
  const practitioner = findSignedIn(services.store, request)?.id ?? '';
  const link = (to: string, label: string): SafeHtml =>
    html`<a href="/encounters/${chart.encounter.id}?${new URLSearchParams({ app: app.clientId, view: to }).toString()}"
      >${label}</a
    >`;
  return renderAppFrame(services, app, {
    patientName: toNameWords(chart.patient.name?.[0]),
    request: {
      patient: chart.patient.id ?? '',
      encounter: chart.encounter.id ?? '',
      practitioner,
      needPatientBanner: false,
    },
    controls: view === 'beside' ? link('below', 'Show below the chart') : link('beside', 'Show beside the chart'),
  });
}

function renderChart({ store }: SandboxServices, chart: EncounterChart): SafeHtml {
  const { encounter, claims, notes } = chart;
  const written = findWrittenBack(store, encounter);
  return html`<div class="columns">
    <div>
      ${claims.map(renderClaim)}
      ${
        claims.length === 0 &&
        html`<section class="card">
          <h2>Claim</h2>
          <p class="empty">Nothing was billed for this encounter.</p>
        </section>`
      }
      <h2>Notes</h2>
      ${notes.map((note) => renderNote(store, note))}
      ${notes.length === 0 && html`<p class="empty">There is no note.</p>`}
    </div>
    <div>
      ${renderVisit(encounter)}
      <section class="card">
        <h2>Written back by apps</h2>
        <div
          class="written"
          aria-live="polite"
          data-live="/encounters/${encounter.id}/written"
          data-version="${versionOf(written)}"
        >
          ${renderWrittenBack(store, written)}
        </div>
      </section>
      ${renderListCard(
        'Prescribed',
        chart.medications.map(
          (one) =>
            html`${toConceptWords(one.medicationCodeableConcept)}
              <span class="soft">${one.dosageInstruction?.[0]?.text ?? ''}</span>`,
        ),
      )}
      ${renderListCard(
        'Results and vital signs',
        chart.observations.map(
          (one) => html`${toConceptWords(one.code)} <strong>${toQuantityWords(one.valueQuantity)}</strong>`,
        ),
      )}
      ${renderListCard(
        'Procedures',
        chart.procedures.map((one) => toConceptWords(one.code)),
      )}
      ${renderListCard(
        'Problem list',
        chart.problems.map((one) => html`<span class="code">${toCodeOf(one.code)}</span> ${toConceptWords(one.code)}`),
      )}
    </div>
  </div>`;
}

function renderVisit(encounter: Encounter): SafeHtml {
  return html`<section class="card">
    <h2>Visit</h2>
    <dl class="facts">
      <dt>When</dt>
      <dd>${toPeriodWords(encounter.period?.start, encounter.period?.end)}</dd>
      <dt>Setting</dt>
      <dd>${encounter.class.display ?? encounter.class.code ?? ''}</dd>
      <dt>Clinician</dt>
      <dd>${encounter.participant?.[0]?.individual?.display ?? ''}</dd>
      <dt>Place</dt>
      <dd>${encounter.serviceProvider?.display ?? ''}</dd>
      <dt>Number</dt>
      <dd class="code">${encounter.identifier?.[0]?.value ?? encounter.id}</dd>
      <dt>State</dt>
      <dd>${encounter.status}</dd>
      <dt>Record</dt>
      <dd><a href="/resources/Encounter/${encounter.id}">FHIR resource</a></dd>
    </dl>
  </section>`;
}
