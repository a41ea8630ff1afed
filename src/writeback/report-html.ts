import { renderMdm } from './mdm-html.ts';
import { escapeHtml } from './escape-html.ts';
import type { PublicationInput, PublishableFinding } from './publication-input.ts';

const DIRECTION = { over: 'Overcoded', under: 'Undercoded', neutral: 'Coding' } as const;

const STYLE = `body{font:15px/1.5 system-ui,sans-serif;color:#1f2933;max-width:60rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}h2{font-size:1.05rem;margin:1.6rem 0 .3rem}blockquote{margin:.4rem 0;padding:.3rem .8rem;border-left:3px solid #7b8794;background:#f5f7fa}
.codes{font-family:ui-monospace,monospace}.meta{color:#52606d;font-size:.9rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{border:1px solid #cbd2d9;padding:.25rem .5rem;text-align:left;vertical-align:top}caption{caption-side:bottom;text-align:left;color:#52606d}.reached{background:#e6f0fa}`;

/**
 * The report as a whole HTML page: no script, nothing loaded from elsewhere, everything from the chart escaped. Says
 * nothing about money, as clinicians read it.
 */
export function renderReport(input: PublicationInput): string {
  const { findings, notEvaluated } = input;
  const titles = new Map(input.documents.map(({ id, title }) => [id, title]));
  const head =
    findings.length === 0
      ? '<p>Nothing was found: what was checked agrees with the documentation.</p>'
      : `<p>${findings.length} finding${findings.length === 1 ? '' : 's'}, surest first. These are suggestions for people; RevRx has not changed the claim, a note or a diagnosis.</p>`;
  const model =
    input.modelName === undefined ? 'rules alone' : `rules and the language model ${escapeHtml(input.modelName)}`;
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Coding review report</title><style>${STYLE}</style></head><body>
<h1>Coding review report</h1>
${head}
${findings.map((finding) => renderFinding(finding, titles)).join('\n')}
${renderNotEvaluated(notEvaluated)}
<p class="meta">Made by RevRx ${escapeHtml(input.softwareVersion)} on ${input.reviewedAt.toISOString()} with ${model}.</p>
</body></html>
`;
}

function renderFinding(finding: PublishableFinding, titles: ReadonlyMap<string, string>): string {
  const { billed, suggested, evidence, rule, decision } = finding;
  const codes = [
    billed.length === 0 ? '' : `billed <span class="codes">${escapeHtml(billed.join(', '))}</span>`,
    suggested.length === 0 ? '' : `look at <span class="codes">${escapeHtml(suggested.join(', '))}</span>`,
  ].filter((part) => part !== '');
  const quotes = evidence.map(
    ({ documentId, quote }) =>
      `<blockquote>${escapeHtml(quote)}<br><span class="meta">${escapeHtml(titles.get(documentId) ?? documentId)}</span></blockquote>`,
  );
  const decided =
    decision === undefined
      ? ''
      : `<p>${decision.decision === 'accepted' ? 'Accepted' : 'Rejected'} by ${escapeHtml(decision.by)}.</p>`;
  return `<section><h2>${DIRECTION[finding.direction]}: ${escapeHtml(finding.kind.replaceAll('-', ' '))}</h2>
<p>${codes.join('; ')}</p>
<p>${escapeHtml(finding.rationale)}</p>
${quotes.join('\n')}
${finding.mdm === undefined ? '' : renderMdm(finding.mdm)}
<p class="meta">Confidence ${Math.round(finding.confidence * 100)} %. Rule ${escapeHtml(rule.id)}: ${escapeHtml(rule.source)}.</p>${decided}</section>`;
}

function renderNotEvaluated(notEvaluated: PublicationInput['notEvaluated']): string {
  const reasons = [...new Set(notEvaluated.map(({ reason }) => reason))];
  if (reasons.length === 0) return '';
  return `<section><h2>Not evaluated</h2><ul>${reasons.map((reason) => `<li>${escapeHtml(reason)}</li>`).join('')}</ul></section>`;
}
