import type { Patient } from 'fhir/r4.js';
import { html, type SafeHtml } from './html.ts';
import { toAge, toDateWords, toMrn, toNameWords } from './words.ts';

/** Who this chart is about, at the top of every page of it. `on` is the day on which the age is told. */
export function renderPatientBanner(patient: Patient, on: Date): SafeHtml {
  const phone = patient.telecom?.find((one) => one.system === 'phone')?.value;
  return html`<section class="banner" aria-label="Patient ${toNameWords(patient.name?.[0])}">
    <strong><a href="/patients/${patient.id}">${toNameWords(patient.name?.[0])}</a></strong>
    <span>${toAge(patient.birthDate, on)} years, ${patient.gender ?? 'sex unknown'}</span>
    <span>Born ${toDateWords(patient.birthDate)}</span>
    <span>MRN <span class="code">${toMrn(patient)}</span></span>
    ${phone !== undefined && html`<span>${phone}</span>`}
  </section>`;
}
