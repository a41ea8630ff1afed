import type { Claim, ClaimItem } from 'fhir/r4.js';
import { html, type SafeHtml } from './html.ts';
import { toCodeOf, toConceptWords, toDateWords } from './words.ts';

/** A claim as a biller reads it: diagnoses in order, then the lines with what they point to. */
export function renderClaim(claim: Claim): SafeHtml {
  const items = claim.item ?? [];
  return html`<section class="card flush claim">
    <h2>
      Claim <span class="code">${claim.identifier?.[0]?.value ?? claim.id}</span>
      <span class="tag">${toConceptWords(claim.type)}</span>
    </h2>
    <p class="soft small">
      ${claim.insurer?.display ?? ''},
      ${toDateWords(claim.billablePeriod?.start)}${claim.billablePeriod?.end !== claim.billablePeriod?.start && ` to ${toDateWords(claim.billablePeriod?.end)}`}.
      Billed by ${claim.careTeam?.[0]?.provider.display ?? claim.provider.display ?? ''}.
      <a href="/resources/Claim/${claim.id}">FHIR resource</a>
    </p>
    <div class="scroll" tabindex="0" role="region" aria-label="Diagnoses of the claim">
      <table>
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">ICD-10-CM</th>
            <th scope="col">Diagnosis billed</th>
          </tr>
        </thead>
        <tbody>
          ${(claim.diagnosis ?? []).map(
            (one) =>
              html`<tr>
                <td>${one.sequence}</td>
                <td class="code">${toCodeOf(one.diagnosisCodeableConcept)}</td>
                <td>${toConceptWords(one.diagnosisCodeableConcept)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    ${items.length > 0 ? renderItems(items) : html`<p class="soft small">No service lines: the stay is billed as a whole.</p>`}
  </section>`;
}

function renderItems(items: readonly ClaimItem[]): SafeHtml {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Lines of the claim">
    <table>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Service</th>
          <th scope="col">Modifiers</th>
          <th scope="col" class="number">Units</th>
          <th scope="col">Diagnoses</th>
          <th scope="col">Date</th>
          <th scope="col">Place</th>
          <th scope="col" class="number">Charge</th>
        </tr>
      </thead>
      <tbody>
        ${items.map(renderItem)}
      </tbody>
    </table>
  </div>`;
}

function renderItem(item: ClaimItem): SafeHtml {
  const modifiers = (item.modifier ?? []).map(toCodeOf).join(' ');
  return html`<tr>
    <td>${item.sequence}</td>
    <td class="code">${toCodeOf(item.productOrService)}</td>
    <td class="code">${modifiers}</td>
    <td class="number">${item.quantity?.value ?? 1}</td>
    <td>${item.diagnosisSequence?.join(', ') ?? html`<span class="tag warn">none</span>`}</td>
    <td class="nowrap">${toDateWords(item.servicedDate)}</td>
    <td>${toCodeOf(item.locationCodeableConcept)}</td>
    <td class="number">${item.net?.value !== undefined && `$${item.net.value.toFixed(2)}`}</td>
  </tr>`;
}
