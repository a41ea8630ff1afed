import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { notLoaded } from './age-conflict.ts';
import { findingOf } from './finding-of.ts';

/** A code for the other sex than the one recorded. Soft: modifier KX says that the claim means it so. */
export const sexConflict: Rule = {
  id: 'sex-conflict',
  source: 'Medicare Code Editor, sex conflict (bypassed by modifier KX or condition code 45)',
  evaluate(context) {
    const { sex } = context.chart.patient;
    if (context.tables.mce === undefined) return { findings: [], notEvaluated: [notLoaded(sexConflict.id)] };
    if (sex !== 'male' && sex !== 'female') return { findings: [] };
    if (context.chart.claim.items.some(({ modifiers }) => modifiers.includes('KX'))) return { findings: [] };
    const other = sex === 'male' ? 'female' : 'male';
    return {
      findings: context.chart.claim.diagnoses
        .filter(({ code }) => context.tables.mce?.has(other, code) === true)
        .map(({ code }) => toFinding(context, code, other)),
    };
  },
};

function toFinding(context: RuleContext, code: string, other: string): Finding {
  return findingOf(sexConflict, context, {
    kind: 'demographic-conflict',
    direction: 'neutral',
    billed: [code],
    suggested: [],
    confidence: 0.85,
    rationale: `${code} is for ${other} patients; the record says ${context.chart.patient.sex}.`,
  });
}
