import type { DocumentReference } from 'fhir/r4.js';
import type { FhirStore } from '../store.ts';
import { findAttachmentContent } from './attachment.ts';
import { html, type SafeHtml } from './html.ts';
import { toRtfPreview } from './rtf-preview.ts';
import { toConceptWords, toDateWords } from './words.ts';

const TYPE_NAMES: Readonly<Record<string, string>> = {
  'text/plain': 'Text',
  'text/html': 'HTML',
  'application/rtf': 'RTF',
  'text/rtf': 'RTF',
  'application/pdf': 'PDF',
};

/** A document, readable in place, with its files to download. `level` is that of its heading on the page. */
export function renderNote(store: FhirStore, document: DocumentReference, level: 2 | 3 = 3): SafeHtml {
  const title = toConceptWords(document.type) || 'Document';
  const author = document.author?.[0]?.display ?? (document.author?.[0] ? 'Application' : 'Unknown author');
  const heading = html`<a href="/documents/${document.id}">${title}</a>`;
  return html`<article class="card note">
    <header>
      ${level === 2 ? html`<h2>${heading}</h2>` : html`<h3>${heading}</h3>`}
      <span class="soft">${author}, ${toDateWords(document.date, 'date-time')}</span>
      <span class="row"
        >${document.docStatus === 'preliminary' && html`<span class="tag warn">Unsigned</span>`}
        <span class="links"
          >${document.content.map((_, index) => renderFile(document, index))}<a
            href="/resources/DocumentReference/${document.id}"
            >FHIR</a
          ></span
        ></span
      >
    </header>
    ${renderContent(store, document, title)}
  </article>`;
}

function renderFile(document: DocumentReference, index: number): SafeHtml {
  const type = document.content[index]?.attachment.contentType?.split(';')[0] ?? '';
  return html`<a href="/documents/${document.id}/content/${index}?download">Download ${TYPE_NAMES[type] ?? type}</a>`;
}

/** The first attachment in place. HTML runs in a frame without scripts. */
export function renderContent(store: FhirStore, document: DocumentReference, title: string): SafeHtml {
  const content = findAttachmentContent(store, document, 0);
  const source = `/documents/${document.id}/content/0`;
  if (content === undefined) return html`<p class="empty">The file of this document is not here.</p>`;
  switch (content.contentType) {
    case 'text/plain':
      return html`<pre>${content.bytes.toString('utf8')}</pre>`;
    case 'text/html':
      return html`<iframe sandbox="allow-same-origin" data-fit title="${title}" src="${source}"></iframe>`;
    case 'application/rtf':
    case 'text/rtf':
      return html`<pre class="prose">${toRtfPreview(content.bytes.toString('latin1'))}</pre>`;
    case 'application/pdf':
      return html`<object type="application/pdf" data="${source}" aria-label="${title} (PDF)">
        <p class="empty">
          This browser shows no PDF in place. <a href="${source}?download">Download the note</a> to read it.
        </p>
      </object>`;
    default:
      return html`<p class="empty">This kind of file (${content.contentType}) cannot be shown here.</p>`;
  }
}
