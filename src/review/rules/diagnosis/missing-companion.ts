import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { bills } from './reading/claim.ts';
import { rankCodes } from './reading/best-code.ts';
import { isConclusion, mentionsIn, type RecordMention } from './reading/record.ts';
import { scopeOf } from './reading/scope.ts';
import { statementOf } from './reading/statement.ts';

interface Companion {
  /** Billed codes that take the companion. */
  readonly beside: readonly string[];
  readonly companion: string;
  readonly words: string;
}

const COMPANIONS: readonly Companion[] = [
  {
    beside: ['I12', 'I13', 'E08.22', 'E09.22', 'E10.22', 'E11.22', 'E13.22', 'D63.1'],
    companion: 'N18',
    words: 'the stage of the chronic kidney disease',
  },
  { beside: ['I11.0', 'I13.0', 'I13.2'], companion: 'I50', words: 'the type of heart failure' },
  { beside: ['E10.621', 'E11.621', 'E13.621', 'E08.621', 'E09.621'], companion: 'L97', words: 'the site of the ulcer' },
];

/** Combination codes that ask for the stage or type beside them: kidney disease, heart failure, ulcer site. */
export const missingCompanion: Rule = {
  id: 'missing-companion',
  source: 'ICD-10-CM, use additional code notes at I11.0, I12, I13, E08-E13; Official Guidelines, Section I.C.9.a',
  evaluate(context) {
    return { findings: COMPANIONS.flatMap((companion) => judge(context, companion)) };
  },
};

function judge(context: RuleContext, { beside, companion, words }: Companion) {
  if (bills(context, companion) || !(bills(context, ...beside) || isConcluded(context, beside))) return [];
  const stated = mentionsIn(context).filter(
    ({ assertion, copied, codes }) =>
      assertion === 'asserted' &&
      !copied &&
      codes.some((code) => [companion, ...beside].some((prefix) => code.startsWith(prefix))),
  );
  const choices = [...stated.filter(isConclusion), ...stated.filter((one) => !isConclusion(one))];
  const found = choices
    .map((mention) => ({ mention, code: specifiedCode(context, mention, companion) }))
    .find(({ code }) => code !== undefined);
  if (found?.code === undefined) return [];
  const { mention, code } = found;
  return [
    findingOf(missingCompanion, context, {
      kind: 'missed-diagnosis',
      direction: 'under',
      billed: [],
      suggested: [code],
      evidence: [statementOf(mention)],
      confidence: 0.88,
      rationale: `A code on the claim asks for ${words} beside it; the record gives ${code}.`,
    }),
  ];
}

function isConcluded(context: RuleContext, prefixes: readonly string[]): boolean {
  return mentionsIn(context).some(
    (mention) =>
      mention.assertion === 'asserted' &&
      isConclusion(mention) &&
      mention.codes.some((code) => prefixes.some((prefix) => code.startsWith(prefix))),
  );
}

/** The code of a category whose distinguishing words the statement says. */
function specifiedCode({ tables }: RuleContext, mention: RecordMention, category: string): string | undefined {
  const [best, next] = rankCodes(tables.icd10cm, category, scopeOf([mention]), mention.codes);
  if (best === undefined || best.matched.length === 0 || best.missing.length > 0 || best.contradicted) return undefined;
  return next !== undefined && best.score - next.score < 0.25 ? undefined : best.candidate.code;
}
