import type { DetectedIssue, DocumentReference, Extension, Provenance, Task } from 'fhir/r4.js';
import type { FhirStore } from '../store.ts';
import type { WrittenBack } from './chart-of-encounter.ts';
import { html, type HtmlValue, type SafeHtml } from './html.ts';
import { renderContent } from './note-view.ts';
import { toConceptWords, toCount, toDateWords } from './words.ts';

const DIRECTION_WORDS: Readonly<Record<string, string>> = {
  over: 'billed above the record',
  under: 'billed below the record',
  neutral: 'to correct',
};

/** What applications wrote about an encounter, in words. */
export function renderWrittenBack(store: FhirStore, written: WrittenBack): SafeHtml {
  const { issues, tasks, reports, provenance } = written;
  if (issues.length + tasks.length + reports.length === 0) {
    return html`<p class="empty">No application has written to this encounter yet.</p>`;
  }
  return html` ${
    issues.length > 0 &&
    html`<h3>${toCount(issues.length, 'detected issue')}</h3>
      ${issues.map((issue) => renderIssue(store, issue))}`
  }
  ${
    tasks.length > 0 &&
    html`<h3>${toCount(tasks.length, 'task')}</h3>
      ${tasks.map(renderTask)}`
  }
  ${
    reports.length > 0 &&
    html`<h3>${toCount(reports.length, 'report')}</h3>
      ${reports.map((report) => renderReport(store, report))}`
  }
  ${
    provenance.length > 0 &&
    html`<h3>Provenance</h3>
      ${provenance.map((one) => renderProvenance(store, one))}`
  }`;
}

/** Values of an extension by the last part of its URL, so that any application's own address will do. */
function extensionsOf(resource: DetectedIssue, name: string): Extension[] {
  return (resource.extension ?? []).filter((extension) => extension.url.endsWith(`/${name}`));
}

export function directionOf(issue: DetectedIssue): string | undefined {
  return extensionsOf(issue, 'direction')[0]?.valueCode;
}

function codesOf(issue: DetectedIssue, name: 'billed-code' | 'suggested-code'): string[] {
  return extensionsOf(issue, name).map((extension) => extension.valueCoding?.code ?? '');
}

export function renderDirection(direction: string | undefined): SafeHtml | false {
  return (
    direction !== undefined && html`<span class="tag ${direction}">${DIRECTION_WORDS[direction] ?? direction}</span>`
  );
}

/** `99215 → 99214`; nothing billed for what was missed, nothing suggested for what has no support. */
export function renderCodes(issue: DetectedIssue): SafeHtml {
  const billed = codesOf(issue, 'billed-code');
  const suggested = codesOf(issue, 'suggested-code');
  return html`<span class="code">${billed.join(', ') || 'not billed'}</span
    >${suggested.length > 0 && html` <span aria-label="suggested instead">→</span> <span class="code">${suggested.join(', ')}</span>`}`;
}

export function renderIssue(store: FhirStore, issue: DetectedIssue): SafeHtml {
  return html`<div class="issue">
    <div class="row">
      <strong>${capitalize(toConceptWords(issue.code))}</strong> ${renderCodes(issue)}
      ${renderDirection(directionOf(issue))}
      <span class="tag">${issue.status}</span>${isAiAsserted(issue) && html`<span class="tag">AI asserted</span>`}
    </div>
    ${issue.detail !== undefined && html`<p>${issue.detail}</p>`}
    ${(issue.evidence ?? []).map((one) => html`<blockquote>${toConceptWords(one.code?.[0])}${(one.detail ?? []).map((detail) => html` ${renderTarget(store, detail.reference)}`)}</blockquote>`)}
    ${(issue.mitigation ?? []).map((one) => html`<p class="small">${toConceptWords(one.action)} <span class="soft">${one.author?.display ?? ''} ${toDateWords(one.date, 'date-time')}</span></p>`)}
    ${renderLinks(issue, issue.identifiedDateTime)}
  </div>`;
}

function renderTask(task: Task): SafeHtml {
  return html`<div class="issue">
    <div class="row">
      <strong>${capitalize(toConceptWords(task.code))}</strong><span class="tag">${task.status}</span>
      ${task.businessStatus !== undefined && html`<span class="soft">${toConceptWords(task.businessStatus)}</span>`}
    </div>
    ${task.description !== undefined && html`<p>${task.description}</p>`}
    <p class="small soft">
      ${task.performerType?.[0] !== undefined && `For: ${toConceptWords(task.performerType[0])}. `}${task.owner?.display ?? ''}
    </p>
    ${renderLinks(task, task.authoredOn)}
  </div>`;
}

function renderReport(store: FhirStore, report: DocumentReference): SafeHtml {
  const title = toConceptWords(report.type) || 'Report';
  return html`<div class="issue report">
    <details>
      <summary>${title}</summary>
      ${renderContent(store, report, title)}
    </details>
    ${report.description !== undefined && html`<p class="small soft">${report.description}</p>`}
    ${renderLinks(report, report.date)}
  </div>`;
}

function renderProvenance(store: FhirStore, provenance: Provenance): SafeHtml {
  const sources = (provenance.entity ?? []).map((entity) => renderTarget(store, entity.what.reference));
  return html`<div class="issue">
    <p>
      ${provenance.agent.map((agent) => nameOfAgent(store, agent.who.reference, agent.who.display)).join(', ')} made
      ${toCount(provenance.target.length, 'resource')} from ${joined(sources)}.
    </p>
    ${renderLinks(provenance, provenance.recorded)}
  </div>`;
}

function nameOfAgent(store: FhirStore, reference: string | undefined, display: string | undefined): string {
  const device = reference?.startsWith('Device/') ? store.get('Device', reference.slice('Device/'.length)) : undefined;
  const versions = (device?.version ?? []).map((version) => version.value).join(', ');
  const name = device?.deviceName?.[0]?.name ?? display ?? reference ?? 'Somebody';
  return versions === '' ? name : `${name} ${versions}`;
}

/** A link to a resource, by its title where it is a document. */
function renderTarget(store: FhirStore, reference: string | undefined): SafeHtml | false {
  const [type = '', id = ''] = reference?.split('/') ?? [];
  if (type === 'DocumentReference') {
    const document = store.get('DocumentReference', id);
    if (document !== undefined)
      return html`<a class="small" href="/documents/${id}">${toConceptWords(document.type)}</a>`;
  }
  return reference !== undefined && html`<a class="small" href="/resources/${type}/${id}">${type}</a>`;
}

function renderLinks(
  resource: DetectedIssue | Task | DocumentReference | Provenance,
  at: string | undefined,
): SafeHtml {
  const path = `/resources/${resource.resourceType}/${resource.id}`;
  return html`<div class="links">
    <span class="soft">${toDateWords(at, 'date-time')}</span><a href="${path}">FHIR resource</a
    ><a href="${path}#history">Version ${resource.meta?.versionId ?? '1'}, history</a>
  </div>`;
}

function isAiAsserted(issue: DetectedIssue): boolean {
  return issue.meta?.security?.some((label) => label.code === 'AIAST') ?? false;
}

function joined(items: readonly HtmlValue[]): HtmlValue[] {
  return items.map((item, index) => (index === 0 ? item : html`, ${item}`));
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
