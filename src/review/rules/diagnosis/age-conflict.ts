import type { Finding, NotEvaluated } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { excludingConclusion } from './excluded-by-conclusion.ts';
import { findingOf } from './finding-of.ts';
import { examinationFor } from './reading/examination.ts';
import { statementOf } from './reading/statement.ts';
import { siblingFor } from './reading/sibling-for.ts';

/** Age bands of the Medicare Code Editor, in whole years, inclusive. */
const BANDS = [
  { list: 'newborn', from: 0, to: 0, words: 'newborns' },
  { list: 'pediatric', from: 0, to: 17, words: 'patients under 18' },
  { list: 'maternity', from: 9, to: 64, words: 'patients of 9 to 64' },
  { list: 'adult', from: 15, to: 124, words: 'adults' },
] as const;

/** A code that the Medicare Code Editor keeps for an age the patient does not have. */
export const ageConflict: Rule = {
  id: 'age-conflict',
  source: 'Medicare Code Editor, age conflict',
  evaluate(context) {
    const age = context.chart.patient.ageYears;
    if (age === undefined)
      return { findings: [], notEvaluated: [{ rule: ageConflict.id, reason: 'Age of the patient is not known' }] };
    const findings = context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code, age));
    // Titles give some ages without the editor's lists.
    return context.tables.mce === undefined ? { findings, notEvaluated: [notLoaded(ageConflict.id)] } : { findings };
  },
};

export function notLoaded(rule: string): NotEvaluated {
  return { rule, reason: 'Medicare Code Editor lists: table not loaded' };
}

/** Routine examinations that go by days of age (titles of Z00.110 and Z00.111, note at Z00.12). */
const EXAMINATION_DAYS = [
  { code: 'Z00.110', from: 0, to: 7, words: 'newborns under 8 days' },
  { code: 'Z00.111', from: 8, to: 28, words: 'newborns of 8 to 28 days' },
  { code: 'Z00.12', from: 29, to: Infinity, words: 'children over 28 days' },
] as const;

function ageInWords(years: number, days: number | undefined): string {
  if (years === 0 && days !== undefined) return `${days} days`;
  return years === 90 ? '90 or over' : String(years);
}

function judge(context: RuleContext, code: string, age: number): Finding[] {
  const band = BANDS.find(
    ({ list, from, to }) => (age < from || age > to) && context.tables.mce?.has(list, code) === true,
  );
  const ofDays = EXAMINATION_DAYS.find((one) => code.startsWith(one.code));
  const days = context.chart.patient.ageDays;
  const wrongDays = ofDays !== undefined && days !== undefined && (days < ofDays.from || days > ofDays.to);
  const words = wrongDays ? ofDays.words : (band?.words ?? perinatalWords(context, code));
  if (words === undefined) return [];
  const examination = examinationFor(context, code) ?? siblingFor(context, code) ?? concludedInstead(context, code);
  return [
    findingOf(ageConflict, context, {
      kind: 'demographic-conflict',
      direction: 'neutral',
      billed: [code],
      suggested: examination === undefined ? [] : [examination.code],
      evidence: examination?.evidence ?? [],
      confidence: 0.92,
      rationale: `${code} is for ${words}; the patient was ${ageInWords(age, days)} on the day of service.`,
    }),
  ];
}

const NEWBORN_DAYS = 28;

/** Neonatal conditions are those of the first 28 days (I.C.16.a); one that lasts is coded later, an infection caught later is not. */
function perinatalWords({ chart, tables }: RuleContext, code: string): string | undefined {
  const { ageDays, ageYears } = chart.patient;
  const isOlder = ageDays === undefined ? (ageYears ?? 0) >= 1 : ageDays > 4 * NEWBORN_DAYS;
  const isNeonatal =
    /^P(?:3[5-9]|59|7)/.test(code) && /\b(?:neonatal|newborn)\b/i.test(tables.icd10cm.find(code)?.title ?? '');
  return isOlder && isNeonatal ? 'newborns' : undefined;
}

function concludedInstead(
  context: RuleContext,
  code: string,
): { readonly code: string; readonly evidence: Finding['evidence'] } | undefined {
  const instead = excludingConclusion(context, code);
  return instead === undefined ? undefined : { code: instead.code, evidence: [statementOf(instead.mention)] };
}
