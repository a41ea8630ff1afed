import type { BilledItem } from '#deidentify/index.ts';
import { isEmCode } from '../../../em/em-families.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { diagnosesOf } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { toEvidenceList, type Passage } from '../reading/passage.ts';
import { findPerformed } from '../reading/performed.ts';
import { findStatedReason } from '../reading/stated-reason.ts';
import { serviceNotPerformed } from '../performed/service-not-performed.ts';
import { isPreventiveService, isRoutineReason, pointerRule } from '../services/justifying-diagnoses.ts';

/** A line must point to a diagnosis that justifies it, when the claim has one. */
export const diagnosisPointer: Rule = {
  id: 'diagnosis-pointer',
  source: 'Medicare Claims Processing Manual, chapter 26, section 10.4, item 24E (diagnosis pointer)',
  evaluate(context) {
    if (context.chart.claim.type === 'institutional') return reportAs(diagnosisPointer, []);
    // A service that was not done is the one cause, reported by service-not-performed.
    const notDone = new Set(serviceNotPerformed.evaluate(context).findings.flatMap(({ billed }) => billed));
    return reportAs(
      diagnosisPointer,
      context.chart.claim.items.flatMap((item) => (notDone.has(item.code) ? [] : (judge(context, item) ?? []))),
    );
  },
};

function judge(context: RuleContext, item: BilledItem): Draft | undefined {
  const { diagnoses } = context.chart.claim;
  if (diagnoses.length === 0) return undefined;
  const pointed = diagnosesOf(context, item);
  const justifies = pointerRule(item.code);
  const fitting = justifies ? diagnoses.map((diagnosis) => diagnosis.code).filter((code) => justifies.test(code)) : [];
  const evidence = toEvidenceList([findPerformed(context.documents, item.code)]);
  if (pointed.length === 0) {
    const only = diagnoses.length === 1 ? diagnoses.map((diagnosis) => diagnosis.code) : fitting.slice(0, 1);
    return {
      kind: 'diagnosis-pointer',
      direction: 'neutral',
      billed: [item.code],
      suggested: only,
      evidence,
      confidence: 0.95,
      rationale: `The line for ${item.code} points to no diagnosis on the claim.`,
    };
  }
  const problem = problemOfVisit(context, item, pointed);
  if (problem !== undefined) return unexplained(item, problem, pointed, evidence);
  const [best] = fitting;
  const reason = isEmCode(item.code) ? undefined : findStatedReason(context, item, pointed);
  if (reason) return stated(item, reason);
  if (!justifies || !best || pointed.some((code) => justifies.test(code))) return undefined;
  return unexplained(item, best, pointed, evidence);
}

/** The visit about a problem beside a preventive one, which points to the routine examination only. */
function problemOfVisit({ chart }: RuleContext, item: BilledItem, pointed: readonly string[]): string | undefined {
  const { diagnoses, items } = chart.claim;
  if (!/^992[01]\d$/.test(item.code) || !items.some(({ code }) => isPreventiveService(code))) return undefined;
  if (!pointed.every(isRoutineReason)) return undefined;
  return diagnoses.find(({ code }) => !isRoutineReason(code))?.code;
}

function unexplained(item: BilledItem, best: string, pointed: readonly string[], evidence: Draft['evidence']): Draft {
  return {
    kind: 'diagnosis-pointer',
    direction: 'neutral',
    billed: [item.code],
    suggested: [best],
    evidence,
    confidence: 0.8,
    rationale: `The line for ${item.code} points to ${pointed.join(', ')}, which does not explain the service; ${best} on the same claim does.`,
  };
}

function stated(item: BilledItem, { code, passage }: { code: string; passage: Passage }): Draft {
  return {
    kind: 'diagnosis-pointer',
    direction: 'neutral',
    billed: [item.code],
    suggested: [code],
    evidence: toEvidenceList([passage]),
    confidence: 0.85,
    rationale: `The note says that ${item.code} was done for ${code}; the line points to another diagnosis.`,
  };
}
