import type { BilledItem } from '#deidentify/index.ts';
import { isEmCode } from '../../../em/em-families.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { hasModifier } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findPassages, isBackground, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';
import { findServiceFamily } from '../services/index.ts';
import { isMajorProcedure } from '../services/major-procedures.ts';

const DECISION =
  /\b(?:decision (?:for|to (?:proceed|operate|take))[^.\n]{0,60}|consent(?:ed)? for (?:surgery|operation|the procedure)[^.\n]{0,40}|(?:taken|proceed(?:ing)?|going|take) to (?:the )?(?:OR|operating room)[^.\n]{0,40}|needs? (?:emergent|urgent) (?:surgery|operati\w+)[^.\n]{0,40})\b/gi;
const IN_GLOBAL =
  /\b(?:within|in|during|still in|inside)\b[^.\n]{0,30}\b(?:global|post-?op(?:erative)? period|postoperative global)\b[^.\n]*|\b(?:90|10)[- ]day global\b[^.\n]*|\bglobal period\b[^.\n]*/gi;
const OUTSIDE = /\b(?:outside|after|beyond|not (?:in|within)|past|no)\b[^.\n]{0,25}\bglobal\b/i;
const UNRELATED =
  /\b(?:unrelated|not related|separate from|nothing to do with|no relation)\b[^.\n]{0,50}\b(?:surgery|operation|procedure|arthroplasty|\w+ectomy|replacement|repair)\b[^.\n]*/gi;
const ROUTINE =
  /\b(?:routine|scheduled|first|second|1st|2nd|normal)?\s*post-?op(?:erative)? (?:visit|check|follow[- ]?up|appointment|exam|care)\b[^.\n]*/gi;
const STAGED = /\b(?:staged|planned (?:second|return|re-?look|stage)|second stage)\b[^.\n]*/gi;
const RETURN =
  /\b(?:return(?:ed)?|taken back|brought back|take-?back|unplanned return) to (?:the )?(?:OR|operating room)\b[^.\n]*/gi;

/** Visits and procedures around an operation by the same clinician: modifiers 24, 57, 58, 78, 79, and what the global period holds. */
export const globalPeriod: Rule = {
  id: 'global-period',
  source: 'Medicare Claims Processing Manual, chapter 12, section 40; CPT appendix A (24, 57, 58, 78, 79)',
  evaluate(context) {
    const drafts = context.chart.claim.items.flatMap(
      (item) => (isEmCode(item.code) ? judgeVisit(context, item) : judgeProcedure(context, item)) ?? [],
    );
    return reportAs(globalPeriod, drafts);
  },
};

function current(context: RuleContext, pattern: RegExp): Passage | undefined {
  return findPassages(context.documents, pattern).find((passage) => !isBackground(passage));
}

function judgeVisit(context: RuleContext, visit: BilledItem): Draft | undefined {
  const major = context.chart.claim.items.find(
    (item) => item !== visit && isMajorProcedure(item.code, context.tables.fees?.indicators(item.code)?.globalDays),
  );
  if (major && hasModifier(visit, '25') && !hasModifier(visit, '57')) {
    const decided = current(context, DECISION);
    return decided ? instead(visit, '25', '57', decided) : undefined;
  }
  const minor = context.chart.claim.items.find((item) => item !== visit && isMinor(context, item));
  if (!major && minor && hasModifier(visit, '57')) return instead(visit, '57', '25', undefined);
  if (major && !hasModifier(visit, '57', '25', '24')) {
    const decided = current(context, DECISION);
    return decided
      ? modifier(
          visit,
          '57',
          decided,
          `The visit at which the operation (${major.code}) was decided takes modifier 57.`,
          0.82,
        )
      : undefined;
  }
  const global = current(context, IN_GLOBAL);
  if (!global || OUTSIDE.test(sentenceOf(global).text) || hasModifier(visit, '57') || visit.code === '99024')
    return undefined;
  const unrelated = current(context, UNRELATED);
  if (hasModifier(visit, '24')) {
    const own = unrelated ? undefined : current(context, ROUTINE);
    return own ? { ...included(visit, own), kind: 'modifier', suggested: [] } : undefined;
  }
  if (unrelated)
    return modifier(
      visit,
      '24',
      unrelated,
      'The visit is for a problem unrelated to the operation in whose global period it falls: modifier 24.',
      0.85,
    );
  const routine = current(context, ROUTINE);
  return routine ? included(visit, routine) : undefined;
}

function judgeProcedure(context: RuleContext, item: BilledItem): Draft | undefined {
  const surgical = /^[1-6]\d{4}$/.test(item.code);
  const global = current(context, IN_GLOBAL);
  const back = current(context, RETURN);
  if (
    !surgical ||
    (!global && !back) ||
    hasModifier(item, '58', '76', '77', '78', '79', '59') ||
    (global && OUTSIDE.test(sentenceOf(global).text))
  )
    return undefined;
  const staged = current(context, STAGED);
  if (staged)
    return modifier(
      item,
      '58',
      staged,
      'A staged or planned further procedure in the global period takes modifier 58.',
      0.78,
    );
  if (back)
    return modifier(
      item,
      '78',
      back,
      'An unplanned return to the operating room for a related problem takes modifier 78.',
      0.78,
    );
  const unrelated = current(context, UNRELATED);
  return unrelated
    ? modifier(
        item,
        '79',
        unrelated,
        'A procedure unrelated to the one in whose global period it falls takes modifier 79.',
        0.78,
      )
    : undefined;
}

function modifier(item: BilledItem, missing: string, passage: Passage, rationale: string, confidence: number): Draft {
  return {
    kind: 'modifier',
    direction: 'under',
    billed: [item.code],
    suggested: [`${item.code}-${missing}`],
    evidence: toEvidenceList([sentenceOf(passage)]),
    confidence,
    rationale,
  };
}

/** A minor procedure by the official days, else by what is known of its family. */
function isMinor(context: RuleContext, item: BilledItem): boolean {
  const official = context.tables.fees?.indicators(item.code)?.globalDays;
  if (official !== undefined) return official === '000' || official === '010';
  const days = findServiceFamily(item.code)?.globalDays;
  return days === 0 || days === 10;
}

/** The one modifier where the other belongs: 57 goes with operations of 90 days, 25 with those of 0 or 10. */
function instead(visit: BilledItem, wrong: string, right: string, passage: Passage | undefined): Draft {
  return {
    kind: 'modifier',
    direction: 'neutral',
    billed: [visit.code],
    suggested: [`${visit.code}-${right}`],
    evidence: toEvidenceList([passage && sentenceOf(passage)]),
    confidence: 0.82,
    rationale: `Beside this procedure the visit takes modifier ${right}, not ${wrong}.`,
  };
}

function included(visit: BilledItem, passage: Passage): Draft {
  return {
    kind: 'unsupported-service',
    direction: 'over',
    billed: [visit.code],
    suggested: ['99024'],
    evidence: toEvidenceList([sentenceOf(passage)]),
    confidence: 0.8,
    rationale: 'Routine care after an operation is part of its global period and is not billed as a visit.',
  };
}
