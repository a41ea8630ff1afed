import type { Rule, RuleContext } from '../rule.ts';

/** Checks that live on the notes of the tabular list, with what each asks of them. */
const LIVE_ON_NOTES: readonly (readonly [rule: string, what: string])[] = [
  ['excludes1', 'Excludes1 notes'],
  ['manifestation-order', 'code-first notes'],
  ['missing-companion', 'use-additional-code notes'],
  ['invalid-code', '7th characters'],
];

/** Says which checks did not run because only the order file of ICD-10-CM is loaded. Makes no finding. */
export const tableState: Rule = {
  id: 'table-state',
  source: 'ICD-10-CM tabular list (instructional notes)',
  evaluate({ tables }: RuleContext) {
    const { hasNotes, release } = tables.icd10cm;
    if (hasNotes !== false || release.starter) return { findings: [] };
    return {
      findings: [],
      notEvaluated: LIVE_ON_NOTES.map(([rule, what]) => ({
        rule,
        reason: `ICD-10-CM ${what}: table not loaded (${release.label} holds codes and titles only)`,
      })),
    };
  },
};
