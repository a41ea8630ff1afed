import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { billedInOrder } from './reading/claim.ts';
import { categoryOf, isKin } from './reading/code-relation.ts';
import { codeForBoth } from './reading/code-for-both.ts';
import { findBetterCode } from './reading/documented-code.ts';
import { namingEvidence } from './reading/naming-evidence.ts';
import { isConclusion, mentionsIn } from './reading/record.ts';
import { supportOf } from './reading/support.ts';

/** Two codes that an Excludes1 note keeps apart are not billed together, unless the conditions are unrelated. */
export const excludes1: Rule = {
  id: 'excludes1',
  source: 'ICD-10-CM Official Guidelines, Section I.A.12.a (Excludes1)',
  evaluate(context) {
    const codes = billedInOrder(context);
    const pairs = codes.flatMap((a, index) => codes.slice(index + 1).map((b): [string, string] => [a, b]));
    return { findings: pairs.flatMap(([a, b]) => judge(context, a, b)) };
  },
};

function judge(context: RuleContext, a: string, b: string): Finding[] {
  const note = context.tables.icd10cm.excludes1(a, b);
  if (note === undefined) return [];
  const kept = asDocumented(
    context,
    codeForBoth(context, a, b) ?? codeForBoth(context, b, a) ?? better(context, a, b, note.at),
  );
  return [
    findingOf(excludes1, context, {
      kind: 'excludes1-conflict',
      direction: 'over',
      billed: [a, b],
      suggested: [kept],
      evidence: namingEvidence(context, [kept, a, b]),
      confidence: mayBeUnrelated(a, b) ? 0.6 : 0.88,
      rationale: `An Excludes1 note at ${note.at} keeps ${a} and ${b} apart; both may stand only when the conditions are unrelated.`,
    }),
  ];
}

/** What stays is what the record says of it, in all its detail. */
function asDocumented(context: RuleContext, code: string): string {
  const found = findBetterCode(context, code);
  return found === undefined || found.overstated ? code : found.code;
}

/**
 * The one that the record supports; of two supported, the more definite. A note at a code says what is not coded there: where it
 * holds, the other code is the one to use.
 */
function better(context: RuleContext, a: string, b: string, owner: string): string {
  const isAt = (code: string): number => (code.startsWith(owner.replace(/[.-]+$/, '')) ? 0 : OTHER_THAN_OWNER);
  return rank(context, a) + isAt(a) >= rank(context, b) + isAt(b) ? a : b;
}

const OTHER_THAN_OWNER = 3.5;

function rank(context: RuleContext, code: string): number {
  const support = supportOf(context, code).type;
  const detailed = findBetterCode(context, code);
  const supported = support === 'supported' || (support === 'kin' && detailed !== undefined) ? 4 : 0;
  const fitting = detailed === undefined ? 2 : 0;
  // A symptom fits its words easily: the disease behind it stays, even where its code could say more.
  const definite = code.startsWith('R') ? 0 : 2.5;
  const specified = /unspecified/i.test(context.tables.icd10cm.find(code)?.title ?? '') ? 0 : 1;
  return supported + fitting + definite + specified + (isConcluded(context, code) ? 6 : 0);
}

/** Injuries of different sites, and codes of different sides, are often two conditions. */
function mayBeUnrelated(a: string, b: string): boolean {
  return /^[ST]/.test(a) && /^[ST]/.test(b) && a.slice(0, 3) !== b.slice(0, 3);
}

/** An assessment or a list of final diagnoses names it, where the other stands only in the history. */
function isConcluded(context: RuleContext, code: string): boolean {
  return mentionsIn(context).some(
    (one) =>
      one.assertion === 'asserted' &&
      isConclusion(one) &&
      isKin(one.codes, code) &&
      categoryOf(one.codes[0] ?? '') === categoryOf(code),
  );
}
