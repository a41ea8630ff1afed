import type { Evidence, Finding, NotEvaluated } from '../../../finding.ts';
import type { RuleOutcome } from '../../../rule.ts';

/** What a rule says about one thing; `reportAs` adds who says it. */
export type Draft = Omit<Finding, 'source' | 'rule'>;

/** Findings of a rule, with its id and published source on each. */
export function reportAs(
  rule: { readonly id: string; readonly source: string },
  drafts: readonly Draft[],
  notEvaluated: readonly NotEvaluated[] = [],
): RuleOutcome {
  const findings = drafts.map((draft) => ({
    ...draft,
    source: 'rules' as const,
    rule: { id: rule.id, source: rule.source },
  }));
  return { findings, notEvaluated };
}

/** The outcome of a rule whose table is missing: never silently passed. */
export function tableNotLoaded(rule: { readonly id: string }, table: string): RuleOutcome {
  return { findings: [], notEvaluated: [{ rule: rule.id, reason: `${table}: table not loaded` }] };
}

interface Shown {
  readonly evidence: readonly Evidence[];
  readonly rationale: string;
}

/** The note makes another code of the family than the billed one: a lesser one is overcoded, a greater one was missed. */
export function otherVariant({
  billed,
  right,
  over,
  ...shown
}: Shown & { readonly billed: string; readonly right: string; readonly over: boolean }): Draft {
  return over
    ? {
        kind: 'unsupported-service',
        direction: 'over',
        billed: [billed],
        suggested: [right],
        confidence: 0.85,
        ...shown,
      }
    : { kind: 'missed-service', direction: 'under', billed: [billed], suggested: [right], confidence: 0.75, ...shown };
}

/** Other units than the note makes; none billed is a missed service, none due an unsupported one. */
export function wrongUnits({
  code,
  units,
  expected,
  ...shown
}: Shown & { readonly code: string; readonly units: number; readonly expected: number }): Draft {
  if (units === 0)
    return { kind: 'missed-service', direction: 'under', billed: [], suggested: [code], confidence: 0.82, ...shown };
  if (expected === 0)
    return {
      kind: 'unsupported-service',
      direction: 'over',
      billed: [code],
      suggested: [],
      confidence: 0.87,
      ...shown,
    };
  const direction = units > expected ? 'over' : 'under';
  return { kind: 'units', direction, billed: [code], suggested: [code], confidence: 0.87, ...shown };
}
