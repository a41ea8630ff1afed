import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { billedInOrder } from './reading/claim.ts';
import { isConclusion, mentionsIn, type RecordMention } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';

/** Words that break the link which the classification assumes. */
const UNRELATED =
  /\b(?:not (?:due|related|secondary)|unrelated|non-?diabetic|non-?hypertensive|rather than|due to (?!(?:type|dm|diabet|hypert|htn|t[12]dm|her|his|long))\w+|secondary to (?!(?:type|dm|diabet|hypert|htn|t[12]dm)))/i;

interface Combination {
  /** The code billed alone. */
  readonly billed: RegExp;
  /** The condition that the classification links to it, as categories of the mention. */
  readonly linked: readonly string[];
  /** Fourth to sixth characters behind the category, or the code in whole. */
  code(billed: string, others: ReadonlySet<string>): string;
}

const category = (code: string): string => code.slice(0, 3);
const DIABETES = /^E(?:08|09|10|11|13)\.9$/;

const COMBINATIONS: readonly Combination[] = [
  { billed: /^I10$/, linked: ['N18', 'I50'], code: hypertensionCode },
  { billed: DIABETES, linked: ['N18'], code: (billed) => `${category(billed)}.22` },
  { billed: DIABETES, linked: ['G62.9', 'G63'], code: (billed) => `${category(billed)}.42` },
  { billed: DIABETES, linked: ['K31.84'], code: (billed) => `${category(billed)}.43` },
  { billed: DIABETES, linked: ['L97'], code: (billed) => `${category(billed)}.621` },
  { billed: DIABETES, linked: ['I73.9', 'I70.2'], code: (billed) => `${category(billed)}.51` },
];

/** "With": hypertension with heart failure or kidney disease, diabetes with its complications, unless the record denies the link. */
export const combinationCode: Rule = {
  id: 'combination-code',
  source: 'ICD-10-CM Official Guidelines, Sections I.A.15 ("with"), I.C.9.a and I.B.9 (combination codes)',
  evaluate(context) {
    return { findings: billedInOrder(context).flatMap((code) => judge(context, code)) };
  },
};

function judge(context: RuleContext, billed: string): Finding[] {
  const linked = COMBINATIONS.filter((combination) => combination.billed.test(billed)).flatMap((combination) => {
    const mention = findLinked(context, combination.linked);
    return mention === undefined ? [] : [{ mention, code: combination.code(billed, linkedCategories(context)) }];
  });
  const [first] = linked;
  if (first === undefined || context.tables.icd10cm.find(first.code)?.billable !== true) return [];
  if (context.chart.claim.diagnoses.some(({ code }) => code === first.code)) return [];
  return [
    findingOf(combinationCode, context, {
      kind: 'diagnosis-specificity',
      direction: 'under',
      billed: [billed],
      suggested: [first.code],
      evidence: [statementOf(first.mention)],
      confidence: 0.84,
      rationale: `The classification links the two conditions that the record gives: ${first.code} in place of ${billed}.`,
    }),
  ];
}

function findLinked(context: RuleContext, prefixes: readonly string[]): RecordMention | undefined {
  return mentionsIn(context).find(
    (mention) =>
      mention.assertion === 'asserted' &&
      isConclusion(mention) &&
      mention.codes.some((code) => prefixes.some((prefix) => code.startsWith(prefix))) &&
      !isUnrelated(mention),
  );
}

function isUnrelated({ document, sentence }: RecordMention): boolean {
  return UNRELATED.test(document.document.text.slice(sentence.start, sentence.end));
}

function linkedCategories(context: RuleContext): ReadonlySet<string> {
  const found = new Set<string>();
  for (const prefix of ['I50', 'N18', 'N18.5', 'N18.6'])
    if (findLinked(context, [prefix]) !== undefined) found.add(prefix);
  for (const { code } of context.chart.claim.diagnoses)
    if (/^(?:I50|N18)/.test(code)) found.add(category(code)).add(code);
  return found;
}

function hypertensionCode(_billed: string, others: ReadonlySet<string>): string {
  const failure = others.has('I50');
  const endStage = others.has('N18.5') || others.has('N18.6');
  if (failure && others.has('N18')) return endStage ? 'I13.2' : 'I13.0';
  if (failure) return 'I11.0';
  return endStage ? 'I12.0' : 'I12.9';
}
