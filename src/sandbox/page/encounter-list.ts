import type { Encounter } from 'fhir/r4.js';
import type { FhirStore } from '../store.ts';
import { claimsOf, findPatient, findWrittenBack } from './chart-of-encounter.ts';
import { html, type SafeHtml } from './html.ts';
import { toCodeOf, toCount, toDateWords, toNameWords } from './words.ts';

/** So many at most: the page is for looking around, not for reports. */
const SHOWN = 200;

/** The newest encounters with what was billed for each. */
export function renderEncounterList(store: FhirStore): SafeHtml {
  const all = store
    .list('Encounter')
    .toSorted((one, other) => (other.period?.start ?? '').localeCompare(one.period?.start ?? ''));
  return html`<h1>Encounters</h1>
    <p class="soft">
      ${toCount(all.length, 'encounter')}, newest first${all.length > SHOWN && `; the newest ${SHOWN} are shown`}.
    </p>
    <section class="card flush">
      <div class="scroll">${renderEncounterTable(store, all.slice(0, SHOWN), true)}</div>
    </section>`;
}

/** A table of encounters; with the patient's name where they are of several patients. */
export function renderEncounterTable(
  store: FhirStore,
  encounters: readonly Encounter[],
  withPatient: boolean,
): SafeHtml {
  return html`<table>
    <thead>
      <tr>
        <th scope="col">Date</th>
        ${withPatient && html`<th scope="col">Patient</th>`}
        <th scope="col">Visit</th>
        <th scope="col">Clinician</th>
        <th scope="col">Diagnoses billed</th>
        <th scope="col">Services billed</th>
        <th scope="col">From apps</th>
      </tr>
    </thead>
    <tbody>
      ${encounters.map((encounter) => renderRow(store, encounter, withPatient))}
    </tbody>
  </table>`;
}

function renderRow(store: FhirStore, encounter: Encounter, withPatient: boolean): SafeHtml {
  const claims = claimsOf(store, encounter);
  const diagnoses = claims
    .flatMap((claim) => claim.diagnosis ?? [])
    .map((one) => toCodeOf(one.diagnosisCodeableConcept));
  const services = claims
    .flatMap((claim) => claim.item ?? [])
    .map((item) => [toCodeOf(item.productOrService), ...(item.modifier ?? []).map(toCodeOf)].join('-'));
  const issues = findWrittenBack(store, encounter).issues.length;
  return html`<tr>
    <td class="nowrap"><a href="/encounters/${encounter.id}">${toDateWords(encounter.period?.start)}</a></td>
    ${withPatient && html`<td>${toNameWords(findPatient(store, encounter.subject?.reference)?.name?.[0])}</td>`}
    <td>${encounter.type?.[0]?.text ?? encounter.class.display ?? ''}</td>
    <td>${encounter.participant?.[0]?.individual?.display ?? ''}</td>
    <td>${joinCodes(diagnoses)}</td>
    <td>${joinCodes(services)}</td>
    <td>${issues > 0 && html`<span class="tag">${toCount(issues, 'issue')}</span>`}</td>
  </tr>`;
}

function joinCodes(codes: readonly string[]): SafeHtml[] {
  return codes.map((code, index) => html`${index > 0 && ' '}<span class="code">${code}</span>`);
}
