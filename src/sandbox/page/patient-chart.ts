import type { Patient } from 'fhir/r4.js';
import type { FhirStore } from '../store.ts';
import { isProblem } from './chart-of-encounter.ts';
import { renderEncounterTable } from './encounter-list.ts';
import { html, type HtmlValue, type SafeHtml } from './html.ts';
import { renderPatientBanner } from './patient-banner.ts';
import { toCodeOf, toConceptWords, toDateWords, toNameWords, toQuantityWords } from './words.ts';

/** One patient: who they are, their visits, problems, medicines, results and documents. */
export function renderPatientChart(store: FhirStore, patient: Patient): SafeHtml {
  const address = `Patient/${patient.id}`;
  const visits = store
    .find('Encounter', 'patient', address)
    .toSorted((one, other) => (other.period?.start ?? '').localeCompare(one.period?.start ?? ''));
  return html`<p class="trail"><a href="/">Patients</a> / Chart</p>
    ${renderPatientBanner(patient, new Date())}
    <h1 class="visually-hidden">Chart of ${toNameWords(patient.name?.[0])}</h1>
    <section class="card flush">
      <h2>Encounters</h2>
      <div class="scroll">${renderEncounterTable(store, visits, false)}</div>
    </section>
    <div class="columns">
      <div>${renderDocuments(store, address)} ${renderResults(store, address)}</div>
      <div>
        ${renderPerson(store, patient)}
        ${renderListCard(
          'Problems',
          store
            .find('Condition', 'patient', address)
            .filter(isProblem)
            .map((one) => html`<span class="code">${toCodeOf(one.code)}</span> ${toConceptWords(one.code)}`),
        )}
        ${renderListCard(
          'Medicines',
          store
            .find('MedicationRequest', 'patient', address)
            .map(
              (one) =>
                html`${toConceptWords(one.medicationCodeableConcept)}
                  <span class="soft">${one.dosageInstruction?.[0]?.text ?? ''}, ${toDateWords(one.authoredOn)}</span>`,
            ),
        )}
      </div>
    </div>`;
}

function renderPerson(store: FhirStore, patient: Patient): SafeHtml {
  const address = patient.address?.[0];
  const home = [
    address?.line?.join(', '),
    address?.city,
    `${address?.state ?? ''} ${address?.postalCode ?? ''}`.trim(),
  ];
  const coverage = store.find('Coverage', 'patient', `Patient/${patient.id}`)[0];
  const relatives = store.find('RelatedPerson', 'patient', `Patient/${patient.id}`);
  return html`<section class="card">
    <h2>Person</h2>
    <dl class="facts">
      <dt>Address</dt>
      <dd>${home.filter((part) => part).join(', ')}</dd>
      ${(patient.telecom ?? []).map(
        (one) =>
          html`<dt>${one.system === 'email' ? 'E-mail' : 'Phone'}</dt>
            <dd>${one.value}</dd>`,
      )}
      <dt>Plan</dt>
      <dd>
        ${coverage?.payor[0]?.display ?? 'none on file'}
        ${coverage?.subscriberId !== undefined && html`<span class="soft">member ${coverage.subscriberId}</span>`}
      </dd>
      ${relatives.map(
        (one) =>
          html`<dt>Contact</dt>
            <dd>
              ${toNameWords(one.name?.[0])}
              <span class="soft">${toConceptWords(one.relationship?.[0])}, ${one.telecom?.[0]?.value ?? ''}</span>
            </dd>`,
      )}
      <dt>Record</dt>
      <dd><a href="/resources/Patient/${patient.id}">FHIR resource</a></dd>
    </dl>
  </section>`;
}

function renderDocuments(store: FhirStore, address: string): SafeHtml {
  const documents = store
    .find('DocumentReference', 'patient', address)
    .toSorted((one, other) => (other.date ?? '').localeCompare(one.date ?? ''));
  return html`<section class="card flush">
    <h2>Documents</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Date</th>
            <th scope="col">Document</th>
            <th scope="col">Author</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          ${documents.map(
            (one) =>
              html`<tr>
                <td class="nowrap">${toDateWords(one.date)}</td>
                <td><a href="/documents/${one.id}">${toConceptWords(one.type)}</a></td>
                <td>${one.author?.[0]?.display ?? 'application'}</td>
                <td>
                  ${one.docStatus === 'preliminary' ? html`<span class="tag warn">preliminary</span>` : (one.docStatus ?? '')}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </section>`;
}

function renderResults(store: FhirStore, address: string): SafeHtml | false {
  return renderListCard(
    'Results and vital signs',
    store
      .find('Observation', 'patient', address)
      .map(
        (one) =>
          html`${toConceptWords(one.code)} <strong>${toQuantityWords(one.valueQuantity)}</strong>
            <span class="soft">${toDateWords(one.effectiveDateTime)}</span>`,
      ),
  );
}

/** A card with a list, or nothing at all when the list is empty. */
export function renderListCard(title: string, items: readonly HtmlValue[]): SafeHtml | false {
  if (items.length === 0) return false;
  return html`<section class="card">
    <h2>${title}</h2>
    <ul class="plain">
      ${items.map((item) => html`<li>${item}</li>`)}
    </ul>
  </section>`;
}
