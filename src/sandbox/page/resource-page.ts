import type { FhirStore, ResourceVersion } from '../store.ts';
import { SafeHtml, escapeHtml, html } from './html.ts';
import { toDateWords } from './words.ts';

/** A resource as it stands, in JSON with its references as links, and every version of it. Undefined when unknown. */
export function renderResourcePage(
  store: FhirStore,
  type: string,
  id: string,
  versionId?: string,
): SafeHtml | undefined {
  const versions = store.history(type, id);
  const shown = versionId === undefined ? versions[0] : versions.find((version) => version.versionId === versionId);
  if (shown === undefined) return undefined;
  return html`<h1>${type} <span class="code">${id}</span></h1>
    <p class="soft">
      Version ${shown.versionId}, ${shown.method}d ${toDateWords(shown.lastUpdated, 'date-time')}. FHIR address:
      <code>/fhir/${type}/${id}</code>
    </p>
    <section class="card flush">
      ${shown.resource === undefined ? html`<p class="empty">This version is a deletion.</p>` : html`<pre class="json" tabindex="0">${toLinkedJson(shown.resource)}</pre>`}
    </section>
    <section class="card flush" id="history">
      <h2>History</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">Version</th>
            <th scope="col">When</th>
            <th scope="col">How</th>
          </tr>
        </thead>
        <tbody>
          ${versions.map((version) => renderVersion(version, shown))}
        </tbody>
      </table>
    </section>`;
}

function renderVersion(version: ResourceVersion, shown: ResourceVersion): SafeHtml {
  const path = `/resources/${version.type}/${version.id}?${new URLSearchParams({ version: version.versionId }).toString()}`;
  return html`<tr>
    <td><a href="${path}" ${version === shown && html` aria-current="true"`}>${version.versionId}</a></td>
    <td>${toDateWords(version.lastUpdated, 'date-time')}</td>
    <td>${version.method}</td>
  </tr>`;
}

/** Long base64 is cut; a relative reference leads to its resource. */
function toLinkedJson(resource: object): SafeHtml {
  const json = JSON.stringify(
    resource,
    (key, value: unknown) =>
      key === 'data' && typeof value === 'string' && value.length > 120
        ? `${value.slice(0, 80)}… (${value.length} characters)`
        : value,
    2,
  );
  const linked = escapeHtml(json).replaceAll(
    /&quot;reference&quot;: &quot;([A-Z][A-Za-z]+\/[A-Za-z0-9.-]+)&quot;/g,
    '&quot;reference&quot;: &quot;<a href="/resources/$1">$1</a>&quot;',
  );
  return new SafeHtml(linked);
}
