import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { notLoaded } from './age-conflict.ts';
import { findingOf } from './finding-of.ts';
import { namingEvidence } from './reading/naming-evidence.ts';
import { siblingFor } from './reading/sibling-for.ts';

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

/** The code that says the same of the patient's own sex: C50.411 and C50.421. */
function counterpartOf({ chart, tables }: RuleContext, code: string, other: string): string | undefined {
  const own = chart.patient.sex;
  const title = tables.icd10cm.find(code)?.title;
  if (title === undefined || own === undefined) return undefined;
  const wanted = title.replace(new RegExp(`\\b${other}\\b`, 'gi'), own).toLowerCase();
  if (wanted === title.toLowerCase()) return undefined;
  return tables.icd10cm.billableUnder(code.slice(0, 3)).find((one) => one.title.toLowerCase() === wanted)?.code;
}

function toFinding(context: RuleContext, code: string, other: string): Finding {
  const counterpart = counterpartOf(context, code, other) ?? siblingFor(context, code)?.code;
  return findingOf(sexConflict, context, {
    kind: 'demographic-conflict',
    direction: 'neutral',
    billed: [code],
    suggested: counterpart === undefined ? [] : [counterpart],
    evidence: namingEvidence(context, [counterpart ?? code, code]),
    confidence: 0.85,
    rationale: `${code} is for ${other} patients; the record says ${context.chart.patient.sex}.`,
  });
}
