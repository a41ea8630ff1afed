import type { DetectedIssue, Task } from 'fhir/r4.js';
import type { FhirStore } from '../store.ts';
import { findPatient, isWritten, referencesIn } from './chart-of-encounter.ts';
import { html, type SafeHtml } from './html.ts';
import { toConceptWords, toCount, toDateWords, toNameWords } from './words.ts';
import { directionOf, renderCodes, renderDirection } from './written-view.ts';

/** So many rows of a table at most. */
const SHOWN = 300;

/** Everything that applications wrote, over all patients. */
export function renderFindingsPage(store: FhirStore): SafeHtml {
  const issues = newestFirst(store.list('DetectedIssue'), (issue) => issue.identifiedDateTime);
  const tasks = newestFirst(store.list('Task'), (task) => task.authoredOn);
  const reports = newestFirst(store.list('DocumentReference').filter(isWritten), (report) => report.date);
  const over = issues.filter((issue) => directionOf(issue) === 'over').length;
  const under = issues.filter((issue) => directionOf(issue) === 'under').length;
  return html`<h1>What apps wrote</h1>
    <p class="soft">
      ${toCount(issues.length, 'detected issue')} (${over} billed above the record, ${under} below it),
      ${toCount(tasks.length, 'task')}, ${toCount(reports.length, 'report')}.
    </p>
    <section class="card flush">
      <h2>Detected issues</h2>
      ${issues.length === 0 ? html`<p class="empty">None yet. Open an encounter and launch the app, or let it pull the finished encounters.</p>` : renderIssues(store, issues.slice(0, SHOWN))}
    </section>
    <section class="card flush">
      <h2>Tasks</h2>
      ${tasks.length === 0 ? html`<p class="empty">None yet.</p>` : renderTasks(store, tasks.slice(0, SHOWN))}
    </section>
    <section class="card flush">
      <h2>Reports</h2>
      ${
        reports.length === 0
          ? html`<p class="empty">None yet.</p>`
          : html`<div class="scroll">
              <table>
                <thead>
                  <tr>
                    <th scope="col">Date</th>
                    <th scope="col">Report</th>
                    <th scope="col">Patient</th>
                    <th scope="col">Encounter</th>
                  </tr>
                </thead>
                <tbody>
                  ${reports.slice(0, SHOWN).map(
                    (report) =>
                      html`<tr>
                        <td class="nowrap">${toDateWords(report.date, 'date-time')}</td>
                        <td><a href="/documents/${report.id}">${toConceptWords(report.type)}</a></td>
                        <td>${renderPatient(store, report.subject?.reference)}</td>
                        <td class="nowrap">${renderEncounter(store, report.context?.encounter?.[0]?.reference)}</td>
                      </tr>`,
                  )}
                </tbody>
              </table>
            </div>`
      }
    </section>`;
}

function newestFirst<T>(list: readonly T[], at: (one: T) => string | undefined): T[] {
  return list.toSorted((one, other) => (at(other) ?? '').localeCompare(at(one) ?? ''));
}

function renderIssues(store: FhirStore, issues: readonly DetectedIssue[]): SafeHtml {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">Codes</th>
          <th scope="col">Direction</th>
          <th scope="col">Patient</th>
          <th scope="col">Encounter</th>
          <th scope="col">Why</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        ${issues.map(
          (issue) =>
            html`<tr>
              <td><a href="/resources/DetectedIssue/${issue.id}">${toConceptWords(issue.code)}</a></td>
              <td class="nowrap">${renderCodes(issue)}</td>
              <td>${renderDirection(directionOf(issue))}</td>
              <td>${renderPatient(store, issue.patient?.reference)}</td>
              <td>
                ${renderEncounter(
                  store,
                  referencesIn(issue).find((target) => target.startsWith('Encounter/')),
                )}
              </td>
              <td class="small">${issue.detail ?? ''}</td>
              <td><span class="tag">${issue.status}</span></td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderTasks(store: FhirStore, tasks: readonly Task[]): SafeHtml {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">Task</th>
          <th scope="col">State</th>
          <th scope="col">Patient</th>
          <th scope="col">Encounter</th>
          <th scope="col">Asked</th>
        </tr>
      </thead>
      <tbody>
        ${tasks.map(
          (task) =>
            html`<tr>
              <td><a href="/resources/Task/${task.id}">${toConceptWords(task.code)}</a></td>
              <td>
                <span class="tag">${task.status}</span>
                <span class="soft small">${toConceptWords(task.businessStatus)}</span>
              </td>
              <td>${renderPatient(store, task.for?.reference)}</td>
              <td class="nowrap">${renderEncounter(store, task.encounter?.reference)}</td>
              <td class="nowrap">${toDateWords(task.authoredOn, 'date-time')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function renderPatient(store: FhirStore, reference: string | undefined): SafeHtml | false {
  const patient = findPatient(store, reference);
  return patient !== undefined && html`<a href="/patients/${patient.id}">${toNameWords(patient.name?.[0])}</a>`;
}

function renderEncounter(store: FhirStore, reference: string | undefined): SafeHtml | false {
  const id = reference?.startsWith('Encounter/') ? reference.slice('Encounter/'.length) : undefined;
  const encounter = id === undefined ? undefined : store.get('Encounter', id);
  return encounter !== undefined && html`<a href="/encounters/${id}">${toDateWords(encounter.period?.start)}</a>`;
}
