import type { BilledItem } from '#deidentify/index.ts';
import { isEmCode } from '../../../em/em-families.ts';
import { isPreventiveVisit } from '../../../em/preventive-visits.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { includedService } from '../pairs/included-service.ts';
import { diagnosesOf, hasModifier } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { toEvidenceList, type Passage } from '../reading/passage.ts';
import { findPerformed } from '../reading/performed.ts';
import { findSeparateEvaluation, findTreatment } from '../reading/separate-evaluation.ts';
import { serviceNotPerformed } from '../performed/service-not-performed.ts';
import { findServiceFamily } from '../services/index.ts';
import { isMinorByNumber, isPairedWithVisits } from '../services/minor-procedures.ts';

/**
 * A visit on the day of a minor procedure: the decision to do it is part of it, and only a significant, separately identifiable visit is
 * paid, with modifier 25 (NCCI Policy Manual, chapter I, D; CPT appendix A).
 */
export const modifier25: Rule = {
  id: 'modifier-25',
  source: 'NCCI Policy Manual, chapter I, D (modifier 25); CPT appendix A',
  evaluate(context) {
    const { items } = context.chart.claim;
    // A procedure that was not done is the one cause.
    const notDone = new Set(serviceNotPerformed.evaluate(context).findings.flatMap((finding) => finding.billed));
    // So is a visit that the procedure holds: no modifier sets it apart.
    const held = new Set(includedService.evaluate(context).findings.flatMap(({ billed }) => billed.slice(1)));
    const drafts = items
      .filter((item) => isVisit(item.code) && !held.has(item.code))
      .flatMap((visit) => {
        const procedure = items.find(
          (item) =>
            item !== visit && isMinorProcedure(context, item) && sameDay(item, visit) && !notDone.has(item.code),
        );
        const draft = procedure ? judge(context, visit, procedure) : twoVisits(context, visit);
        return draft ? [draft] : [];
      });
    return reportAs(modifier25, drafts);
  },
};

/** A levelled, preventive or eye visit; critical care and what is billed beside it have their own edits. */
function isVisit(code: string): boolean {
  return (isEmCode(code) && !code.startsWith('9929')) || /^920(?:0[24]|1[24])$/.test(code);
}

function sameDay(a: BilledItem, b: BilledItem): boolean {
  return a.serviceDay === undefined || b.serviceDay === undefined || a.serviceDay === b.serviceDay;
}

function isMinorProcedure(context: RuleContext, item: BilledItem): boolean {
  if (isPairedWithVisits(item.code)) return true;
  const official = context.tables.fees?.indicators(item.code)?.globalDays;
  if (official !== undefined) return official === '000' || official === '010';
  const days = findServiceFamily(item.code)?.globalDays;
  return days === undefined ? isMinorByNumber(item.code) : days === 0 || days === 10;
}

function judge(context: RuleContext, visit: BilledItem, procedure: BilledItem): Draft | undefined {
  const done = findPerformed(context.documents, procedure.code);
  const evaluation = findSeparateEvaluation(context, visit, procedure);
  if (hasModifier(visit, '25'))
    return evaluation.verdict === 'none' ? notSupported(visit, procedure, evaluation.passages) : undefined;
  if (hasModifier(visit, '57')) return undefined;
  if (evaluation.verdict === 'none') return notSupported(visit, procedure, evaluation.passages);
  // Nobody comes to an emergency department by appointment for a procedure: the evaluation stands beside it.
  if (visit.code.startsWith('9928') && isProcedure(procedure)) return missing(visit, procedure, [done], 0.8);
  const otherDiagnosis = diagnosesOf(context, visit).some((code) => !diagnosesOf(context, procedure).includes(code));
  // The examination of a preventive visit is never part of giving a vaccine.
  const apart = otherDiagnosis || (isPreventiveVisit(visit.code) && procedure.code.startsWith('904'));
  const treated = evaluation.verdict === 'unclear' && isNewPatient(visit) ? findTreatment(context, procedure) : [];
  if (evaluation.verdict === 'unclear' && !apart && treated.length === 0) return undefined;
  return missing(
    visit,
    procedure,
    [...evaluation.passages, ...treated, done],
    evaluation.verdict === 'separate' ? 0.88 : 0.75,
  );
}

/** Nobody knew this patient: what the plan prescribes rests on an evaluation of its own. */
function isNewPatient({ code }: BilledItem): boolean {
  return /^9920[3-5]$/.test(code);
}

/** Not the giving of a drug, which the facility bills. */
function isProcedure({ code }: BilledItem): boolean {
  return /^[1-6]\d{4}$/.test(code);
}

function missing(
  visit: BilledItem,
  procedure: BilledItem,
  passages: readonly (Passage | undefined)[],
  confidence: number,
): Draft {
  return {
    kind: 'modifier',
    direction: 'under',
    billed: [visit.code],
    suggested: [`${visit.code}-25`],
    evidence: toEvidenceList(passages),
    confidence,
    rationale: `${visit.code} stands beside ${procedure.code} on the same day without modifier 25, and the note shows a visit that goes beyond the procedure.`,
  };
}

function notSupported(visit: BilledItem, procedure: BilledItem, passages: readonly Passage[]): Draft {
  return {
    kind: 'unsupported-service',
    direction: 'over',
    billed: [visit.code],
    suggested: [],
    evidence: toEvidenceList(passages),
    confidence: 0.75,
    rationale: `The note records the planned ${procedure.code} and no evaluation beyond it; a separate visit, with or without modifier 25, is not supported.`,
  };
}

/** Medicare's welcome visit and its annual wellness visits. */
const WELLNESS = /^G04(?:02|3[89])$/;

/** A problem visit beside a preventive one. */
function twoVisits(context: RuleContext, visit: BilledItem): Draft | undefined {
  const preventive = context.chart.claim.items.find(
    (item) => item !== visit && sameDay(item, visit) && (isPreventiveVisit(item.code) || WELLNESS.test(item.code)),
  );
  if (!preventive || isPreventiveVisit(visit.code) || hasModifier(visit, '25') || !/^992[01]/.test(visit.code))
    return undefined;
  return missing(visit, preventive, [], 0.85);
}
