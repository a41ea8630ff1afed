import type { DeidentifiedChart } from '#deidentify/index.ts';
import type { Evidence, Finding } from '../finding.ts';
import { lintQuery } from './lint-query.ts';
import { OPEN_QUESTION, TEMPLATES } from './query-templates.ts';
import type { Indicator, Query } from './query.ts';

/**
 * The query to the clinician for a documentation gap, made by template. Undefined for any other kind of finding, for a gap without a
 * word of the record to show, and for a query that the linter objects to: what fails is not sent.
 */
export function draftQuery(finding: Finding, chart: DeidentifiedChart): Query | undefined {
  if (finding.kind !== 'documentation-gap') return undefined;
  const evidence = finding.evidence.length > 0 ? finding.evidence : lastWords(finding, chart);
  const template = TEMPLATES[finding.rule.id] ?? OPEN_QUESTION;
  const query: Query = {
    ...template,
    indicators: evidence.flatMap((one) => toIndicator(one, chart) ?? []),
    aboutDocumentedDiagnosis: false,
  };
  return lintQuery(query).length === 0 ? query : undefined;
}

function toIndicator(evidence: Evidence, chart: DeidentifiedChart): Indicator | undefined {
  const document = chart.documents.find((one) => one.id === evidence.document);
  if (!document || document.text.slice(evidence.start, evidence.end) !== evidence.quote) return undefined;
  return { ...evidence, source: document.title, day: document.day };
}

/** An unsigned note without a word on it is shown by its last line, where a signature would stand. */
function lastWords(finding: Finding, chart: DeidentifiedChart): Evidence[] {
  if (finding.rule.id !== 'unsigned-note') return [];
  const document = chart.documents.find((one) => one.docStatus === 'preliminary');
  const text = document?.text.trimEnd() ?? '';
  const start = text.lastIndexOf('\n') + 1;
  return document && text !== '' ? [{ document: document.id, start, end: text.length, quote: text.slice(start) }] : [];
}
