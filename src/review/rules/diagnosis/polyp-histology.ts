import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { evidenceAt, type AnalysedDocument } from '../../language/index.ts';
import { findingOf } from './finding-of.ts';

const ADENOMA =
  /\b(?:(?:tubulo-?villous|tubular|villous|sessile serrated|serrated|traditional serrated) (?:adenomas?|lesions?|polyps?)|adenomat(?:ous|a)(?: polyps?)?|adenomas?)\b/gi;
/** A polyp of another kind keeps K63.5 on the claim. */
const OTHER_KIND = /\b(?:hyperplastic|inflammatory|lymphoid|hamartomatous)\b/i;
const NOT_NOW =
  /\b(?:no|not|negative for|without|prior|previous\w*|history|hx|h\/o|in (?:19|20)\d\d|mother|father|brother|sister|if|rule out|possible|likely)\b/i;

/** The code of an adenoma by the part of the bowel that is named with it (ICD-10-CM D12). */
const SITES: readonly (readonly [string, RegExp])[] = [
  ['D12.0', /\b(?:cecum|cecal|ileocecal)\b/i],
  ['D12.2', /\bascending\b/i],
  ['D12.3', /\b(?:transverse|hepatic flexure|splenic flexure)\b/i],
  ['D12.4', /\bdescending\b/i],
  ['D12.7', /\brecto-?sigmoid\b/i],
  ['D12.5', /\bsigmoid\b/i],
  ['D12.8', /\b(?:rectum|rectal)\b/i],
];

/** A polyp that pathology calls an adenoma is a benign neoplasm of its part of the bowel, not a polyp of the colon. */
export const polypHistology: Rule = {
  id: 'polyp-histology',
  source:
    'ICD-10-CM, K63.5 (Excludes1 adenomatous polyp) and D12; Official Guidelines, Section IV.K (pathology at the time of coding)',
  evaluate(context) {
    const [billed] = context.chart.claim.diagnoses.filter(({ code }) => code === 'K63.5' || code === 'K62.1');
    if (billed === undefined || context.chart.claim.diagnoses.some(({ code }) => code.startsWith('D12')))
      return { findings: [] };
    return { findings: judge(context, billed.code) };
  },
};

interface Adenoma {
  readonly code: string;
  readonly document: AnalysedDocument;
  readonly start: number;
  readonly end: number;
}

function judge(context: RuleContext, billed: string): Finding[] {
  const reports = context.documents.filter(({ document }) => isPathology(document.title, document.loinc));
  if (reports.some(({ document }) => OTHER_KIND.test(document.text))) return [];
  const adenomas = reports.flatMap(adenomasIn);
  const codes = [...new Set(adenomas.map(({ code }) => code))].toSorted();
  const [first] = adenomas;
  if (first === undefined || codes.some((code) => context.tables.icd10cm.find(code)?.billable !== true)) return [];
  return [
    findingOf(polypHistology, context, {
      kind: 'diagnosis-specificity',
      direction: 'under',
      billed: [billed],
      suggested: codes,
      evidence: [evidenceAt(first.document, first)],
      confidence: 0.88,
      rationale: `Pathology calls the polyp an adenoma; ${codes.join(' and ')} says so, ${billed} does not.`,
    }),
  ];
}

function isPathology(title: string, loinc: string | undefined): boolean {
  return loinc === '11526-1' || /\bpatholog/i.test(title);
}

/** Adenomas with one named part of the bowel on their line; none where a line leaves the part open. */
function adenomasIn(document: AnalysedDocument): Adenoma[] {
  const { text } = document.document;
  return [...text.matchAll(ADENOMA)].flatMap((match) => {
    const start = text.lastIndexOf('\n', match.index) + 1;
    const next = text.indexOf('\n', match.index);
    const end = next === -1 ? text.length : next;
    const line = text.slice(start, end);
    if (NOT_NOW.test(line.slice(0, match.index - start))) return [];
    const [code, more] = SITES.filter(([, site]) => site.test(line)).map(([one]) => one);
    return code === undefined || more !== undefined ? [] : [{ code, document, start, end }];
  });
}
