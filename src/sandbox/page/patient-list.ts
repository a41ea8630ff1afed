import type { Encounter, Patient } from 'fhir/r4.js';
import type { FhirStore } from '../store.ts';
import { html, type SafeHtml } from './html.ts';
import { toAge, toCount, toDateWords, toMrn, toNameWords } from './words.ts';

const PER_PAGE = 60;

/** Every patient, by family name; `query` looks in names, record number and birth date. `page` counts from 1. */
export function renderPatientList(store: FhirStore, query: string, page: number): SafeHtml {
  const found = store
    .list('Patient')
    .filter((patient) => matches(patient, query))
    .toSorted((one, other) => toNameWords(one.name?.[0]).localeCompare(toNameWords(other.name?.[0])));
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  return html`<h1>Patients</h1>
    <form class="search" method="get" action="/" role="search">
      <label for="q" class="visually-hidden">Name, record number or birth date</label>
      <input id="q" name="q" type="search" value="${query}" placeholder="Name, record number or birth date" />
      <button>Search</button>
      <span class="soft">${toCount(found.length, 'patient')}</span>
    </form>
    <section class="card flush">
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Born</th>
              <th scope="col">Age, sex</th>
              <th scope="col">MRN</th>
              <th scope="col">Encounters</th>
              <th scope="col">Last encounter</th>
              <th scope="col">From apps</th>
            </tr>
          </thead>
          <tbody>
            ${shown.map((patient) => renderRow(store, patient))}
          </tbody>
        </table>
      </div>
      ${shown.length === 0 && html`<p class="empty">Nobody found. Try a part of the name, or the whole record number.</p>`}
      ${renderPager(query, page, found.length)}
    </section>`;
}

function matches(patient: Patient, query: string): boolean {
  const text = `${toNameWords(patient.name?.[0])} ${(patient.name?.[0]?.given ?? []).join(' ')} ${patient.name?.[0]?.family ?? ''} ${toMrn(patient)} ${patient.birthDate ?? ''}`;
  return fold(text).includes(fold(query.trim()));
}

/** Without accents and case, as people type. */
function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('ł', 'l').toLowerCase();
}

function renderRow(store: FhirStore, patient: Patient): SafeHtml {
  const address = `Patient/${patient.id}`;
  const visits = store
    .find('Encounter', 'patient', address)
    .toSorted((one, other) => startOf(other).localeCompare(startOf(one)));
  const issues = store.find('DetectedIssue', 'patient', address).length;
  const last = visits[0];
  return html`<tr>
    <th scope="row"><a href="/patients/${patient.id}">${toNameWords(patient.name?.[0])}</a></th>
    <td>${toDateWords(patient.birthDate)}</td>
    <td>${toAge(patient.birthDate, new Date())}, ${patient.gender ?? ''}</td>
    <td class="code">${toMrn(patient)}</td>
    <td>${visits.length}</td>
    <td>
      ${last !== undefined && html`<a href="/encounters/${last.id}">${toDateWords(last.period?.start)}</a> <span class="soft">${last.type?.[0]?.text ?? ''}</span>`}
    </td>
    <td>${issues > 0 && html`<span class="tag">${toCount(issues, 'issue')}</span>`}</td>
  </tr>`;
}

function startOf(encounter: Encounter): string {
  return encounter.period?.start ?? '';
}

function renderPager(query: string, page: number, total: number): SafeHtml | false {
  if (total <= PER_PAGE) return false;
  const last = Math.ceil(total / PER_PAGE);
  const link = (to: number, label: string): SafeHtml =>
    html`<a href="/?${new URLSearchParams({ q: query, page: String(to) }).toString()}">${label}</a>`;
  return html`<nav class="pager" aria-label="Pages">
    ${page > 1 && link(page - 1, 'Previous')}<span class="soft">Page ${page} of ${last}</span
    >${page < last && link(page + 1, 'Next')}
  </nav>`;
}
