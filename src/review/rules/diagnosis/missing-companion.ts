import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { bills } from './reading/claim.ts';
import { isConclusion, mentionsIn } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';
import { codeOf } from './reading/uncoded.ts';

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
  if (!bills(context, ...beside) || bills(context, companion)) return [];
  const stated = mentionsIn(context).filter(
    (mention) =>
      mention.assertion === 'asserted' && !mention.copied && mention.codes.some((code) => code.startsWith(companion)),
  );
  const mention =
    stated.find((one) => isConclusion(one) && one.codes.some((code) => code.length > 3)) ??
    stated.find(isConclusion) ??
    stated[0];
  const code = mention === undefined ? undefined : codeOf(context, mention);
  if (mention === undefined || code === undefined || !code.startsWith(companion)) return [];
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
