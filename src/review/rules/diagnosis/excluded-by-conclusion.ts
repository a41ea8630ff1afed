import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { findBetterCode } from './reading/documented-code.ts';
import { isJudgedByName } from './reading/judged.ts';
import { headsProblem } from './reading/management.ts';
import { isConclusion, mentionsIn } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';
import { supportOf } from './reading/support.ts';
import { uncodedConclusions, type Uncoded } from './reading/uncoded.ts';

/**
 * A conclusion of the record that an Excludes1 note keeps apart from a billed code which the record does not conclude: the billed one
 * was taken for it (unspecified bleeding for the ulcer that bled, tonsillitis for the abscess beside the tonsil).
 */
export const excludedByConclusion: Rule = {
  id: 'excluded-by-conclusion',
  source: 'ICD-10-CM Official Guidelines, Section I.A.12.a (Excludes1); I.B.2 (level of detail)',
  evaluate(context) {
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

/** The uncoded conclusion that a note keeps apart from a code, where it heads a problem of its own. */
export function excludingConclusion(context: RuleContext, code: string): Uncoded | undefined {
  return uncodedConclusions(context).find(
    (one) =>
      one.mentions.some((mention) => mention.assertion === 'asserted' && headsProblem(mention)) &&
      context.tables.icd10cm.excludes1(code, one.code) !== undefined,
  );
}

function judge(context: RuleContext, billed: string): Finding[] {
  const better = findBetterCode(context, billed);
  if (!isJudgedByName(billed) || (better !== undefined && isConclusion(better.mention))) return [];
  const instead = excludingConclusion(context, billed);
  if (instead === undefined || isConcluded(context, billed)) return [];
  // What only leaves open what the billed code says is no other disease: the bleeding of a bleeding diverticulum.
  if (isUnspecified(context, instead.code) && !isUnspecified(context, billed)) return [];
  const isLess = isUnspecified(context, billed) && supportOf(context, billed).type === 'supported';
  return [
    findingOf(excludedByConclusion, context, {
      kind: isLess ? 'diagnosis-specificity' : 'wrong-diagnosis',
      direction: isLess ? 'under' : 'neutral',
      billed: [billed],
      suggested: [instead.code],
      evidence: [statementOf(instead.mention)],
      confidence: 0.82,
      rationale: `The record concludes ${instead.code} (${instead.title}); an Excludes1 note keeps it apart from ${billed}.`,
    }),
  ];
}

function isUnspecified({ tables }: RuleContext, code: string): boolean {
  return code.startsWith('R') || /unspecified|not specified/i.test(tables.icd10cm.find(code)?.title ?? '');
}

/** The billed condition is a final diagnosis too: the clinician means both, and which stays is not for a rule to say. */
function isConcluded(context: RuleContext, billed: string): boolean {
  return mentionsIn(context).some(
    (one) =>
      one.assertion === 'asserted' &&
      isConclusion(one) &&
      one.sentence.section.kind !== 'hospital-course' &&
      headsProblem(one) &&
      one.codes.includes(billed),
  );
}
