import type { Finding } from '../../finding.ts';
import { evidenceAt, findPhrases } from '../../language/index.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { bills } from './reading/claim.ts';
import { personalHistoryOf } from './reading/history-codes.ts';
import { isConclusion, mentionsIn, type RecordMention } from './reading/record.ts';
import { itemOf } from './reading/management.ts';
import { statementOf } from './reading/statement.ts';
import { codeOf } from './reading/uncoded.ts';

const UNDER_TREATMENT =
  /\b(?:on|under(?:going)?|continu\w*|receiving|active|current|adjuvant|maintenance|cycle \d+|tolerating)\b[^.;\n]{0,60}\b(?:treatment|therapy|chemo\w*|radiation|radiotherapy|immunotherapy|hormon\w*|endocrine|tamoxifen|letrozole|anastrozole|exemestane|leuprolide|ADT|androgen deprivation|\w+mab|\w+tinib|capecitabine|abiraterone|enzalutamide|bicalutamide)\b/i;
const NOT_NOW =
  /\b(?:completed|finished|no (?:current|active|further) (?:treatment|therapy)|off (?:treatment|therapy)|NED|history of|h\/o)\b/i;

/** A cancer that is still treated, adjuvant treatment too, is current and no history. */
export const activeCancer: Rule = {
  id: 'active-cancer',
  source: 'ICD-10-CM Official Guidelines, Section I.C.2.m (current malignancy versus personal history)',
  evaluate(context) {
    const histories = context.chart.claim.diagnoses.map(({ code }) => code).filter((code) => code.startsWith('Z85'));
    return { findings: histories.flatMap((code) => judge(context, code)) };
  },
};

function judge(context: RuleContext, billed: string): Finding[] {
  if (bills(context, 'C')) return [];
  const mentions = treatedCancers(context).filter(({ codes }) =>
    codes.some((code) => personalHistoryOf(code) === billed),
  );
  const found = mentions
    .map((mention) => ({ mention, code: codeOf(context, mention) }))
    .toSorted((a, b) => Number(b.code !== undefined) - Number(a.code !== undefined))[0];
  if (found === undefined) return [];
  return [
    findingOf(activeCancer, context, {
      kind: 'wrong-diagnosis',
      direction: 'neutral',
      billed: [billed],
      suggested: found.code === undefined ? [] : [found.code],
      evidence: [statementOf(found.mention)],
      confidence: 0.85,
      rationale: `The record describes the cancer as under treatment: it is current, not history (${billed}).`,
    }),
  ];
}

function treatedCancers(context: RuleContext): RecordMention[] {
  return mentionsIn(context).filter(
    (mention) =>
      mention.assertion === 'asserted' &&
      isConclusion(mention) &&
      mention.codes.some((code) => code.startsWith('C')) &&
      UNDER_TREATMENT.test(itemOf(mention)) &&
      !NOT_NOW.test(mention.document.document.text.slice(mention.sentence.start, mention.sentence.end)),
  );
}

function isConcludedCurrent(context: RuleContext): boolean {
  return mentionsIn(context).some(
    (mention) =>
      mention.assertion === 'asserted' &&
      isConclusion(mention) &&
      mention.codes.some((code) => code.startsWith('C50')) &&
      !NOT_NOW.test(itemOf(mention)),
  );
}

const RECEPTOR = /\b(?:ER|estrogen[- ]receptor)(?: status)?[ :-]*(?:\([^)]*\) ?)?(positive|negative|\+|pos\b|neg\b)/gi;

/** Breast cancer takes the estrogen receptor status beside it. */
export const receptorStatus: Rule = {
  id: 'receptor-status',
  source: 'ICD-10-CM, C50, use additional code to identify estrogen receptor status (Z17.0, Z17.1)',
  evaluate(context) {
    const isCurrent =
      treatedCancers(context).some(({ codes }) => codes.some((code) => code.startsWith('C50'))) ||
      (bills(context, 'C50') && isConcludedCurrent(context));
    if (!isCurrent || bills(context, 'Z17')) return { findings: [] };
    for (const document of context.documents) {
      const match = findPhrases(document, RECEPTOR).at(-1);
      if (match === undefined) continue;
      const code = /^(?:positive|\+|pos)/i.test(match.groups[0] ?? '') ? 'Z17.0' : 'Z17.1';
      if (context.tables.icd10cm.find(code)?.billable !== true) continue;
      const finding = findingOf(receptorStatus, context, {
        kind: 'missed-diagnosis',
        direction: 'under',
        billed: [],
        suggested: [code],
        evidence: [evidenceAt(document, match)],
        confidence: 0.85,
        rationale: `Breast cancer takes its estrogen receptor status beside it; the record gives it (${code}).`,
      });
      return { findings: [finding] };
    }
    return { findings: [] };
  },
};
