import type { Rule, RuleContext } from '../rule.ts';
import { linesOf, placeOfCare, totalUnits } from '../rules/claim/reading/claim-lines.ts';
import { reportAs, type Draft } from '../rules/claim/reading/draft.ts';
import { listMinutes, purposeOf, type DocumentedMinutes } from '../rules/claim/reading/minutes.ts';
import { findPassages, sentenceOf, toEvidenceList, type Passage } from '../rules/claim/reading/passage.ts';

/** Critical care: 30 minutes make the first code, 75 the first add-on unit, each further 30 another. Procedures billed apart are not in it. */
export const criticalCare: Rule = {
  id: 'critical-care',
  source: 'CPT critical care services guidelines; Medicare Claims Processing Manual, chapter 12, section 30.6.12',
  evaluate(context) {
    if (linesOf(context, ['99291', '99292']).length === 0) return reportAs(criticalCare, missed(context));
    const times = listMinutes(context.documents).filter(
      (time) =>
        !time.isRange &&
        (purposeOf(time) === 'critical-care' ||
          /\b(?:critical care|crit care|CC time|CCT)\b/i.test(time.sentence.text)),
    );
    const values = new Set(times.map((time) => time.minutes));
    const [time] = times;
    if (values.size > 1) return reportAs(criticalCare, []);
    return reportAs(criticalCare, time ? judge(context, time.minutes, time.sentence) : gap(context));
  },
};

function judge(context: RuleContext, minutes: number, passage: Passage): Draft[] {
  const evidence = toEvidenceList([passage]);
  const first = linesOf(context, ['99291']);
  if (minutes < 30 && first.length > 0) {
    const visit = placeOfCare(context) === 'ed' ? '99285' : placeOfCare(context) === 'inpatient' ? '99233' : undefined;
    return [
      {
        kind: 'level-of-service',
        direction: 'over',
        billed: ['99291'],
        suggested: visit ? [visit] : [],
        evidence,
        confidence: 0.85,
        rationale: `${minutes} minutes of critical care are documented; 99291 needs 30. The visit is levelled by its decision making.`,
      },
    ];
  }
  const expected = minutes < 75 ? 0 : Math.floor((minutes - 75) / 30) + 1;
  const billed = totalUnits(linesOf(context, ['99292']));
  if (billed === expected) return [];
  const rationale = `${minutes} minutes of critical care make ${expected} units of 99292 (from 75 minutes, each 30); ${billed} were billed.`;
  if (billed === 0)
    return [
      {
        kind: 'missed-service',
        direction: 'under',
        billed: [],
        suggested: ['99292'],
        evidence,
        confidence: 0.85,
        rationale,
      },
    ];
  if (expected === 0)
    return [
      {
        kind: 'unsupported-service',
        direction: 'over',
        billed: ['99292'],
        suggested: [],
        evidence,
        confidence: 0.88,
        rationale,
      },
    ];
  return [
    {
      kind: 'units',
      direction: billed > expected ? 'over' : 'under',
      billed: ['99292'],
      suggested: ['99292'],
      evidence,
      confidence: 0.88,
      rationale,
    },
  ];
}

/** Visits in whose place the same clinician's critical care of the date stands. */
const VISITS = /^99(?:22[1-3]|23[1-3]|28[1-5])$/;

/** At least 30 minutes of one's own critical care are stated, and only a visit is billed. */
function missed(context: RuleContext): Draft[] {
  const [visit, ...others] = context.chart.claim.items.filter(({ code }) => VISITS.test(code));
  const times = listMinutes(context.documents.filter(({ document }) => document.byBillingClinician !== false)).filter(
    (time) => isOfCriticalCare(time) && isProvided(time),
  );
  const [time] = times;
  if (!visit || others.length > 0 || !time || new Set(times.map(({ minutes }) => minutes)).size > 1) return [];
  if (time.isRange || time.minutes < 30) return [];
  return [
    {
      kind: 'level-of-service',
      direction: 'under',
      billed: [visit.code],
      suggested: time.minutes < 75 ? ['99291'] : ['99291', '99292'],
      evidence: toEvidenceList([time.sentence]),
      confidence: 0.85,
      rationale: `${time.minutes} minutes of critical care are documented (99291 needs 30), and ${visit.code} was billed in its place.`,
    },
  ];
}

/** By the words of the amount, or by a lead from which brackets and commas part it: `Critical care time (without procedures): 42 min`. */
function isOfCriticalCare(time: DocumentedMinutes): boolean {
  const purpose = purposeOf(time);
  const before = time.sentence.text.slice(0, time.amount.start - time.sentence.start);
  return (
    purpose === 'critical-care' ||
    (purpose === 'encounter' && /\b(?:critical care|crit care|CC) time\b\D*$/i.test(before))
  );
}

/** What the minutes leave out: no denial of them. */
const LEFT_OUT = /\b(?:not (?:counting|includ\w+)|exclu\w+(?: of)?|exclusive of|without|outside of?)\b[^.:;]{0,60}/gi;

/** Neither denied, nor less than a threshold, nor what another clinician or another day gave. */
function isProvided({ amount, sentence }: DocumentedMinutes): boolean {
  const before = sentence.text.slice(0, amount.start - sentence.start).replace(LEFT_OUT, '');
  return (
    !/\b(?:no|not|without|less than|under|fewer than|did not|below)\b|<\s*$/i.test(before) &&
    !/\b(?:not (?:met|meet|reached|billed|claimed|provided)|EMS|transferring|outside|referring|ED (?:physician|doctor|team)|by (?:the )?(?:ICU|intensivist|resident|fellow))\b/i.test(
      sentence.text.replace(/\b(?:family|orders|with|and|to|,) (?:the )?EMS\b/gi, ''),
    )
  );
}

function gap(context: RuleContext): Draft[] {
  const [line] = linesOf(context, ['99291', '99292']);
  const named = findPassages(context.documents, /\b(?:critical(?:ly)? (?:care|ill)|crit care|CC time)\b/gi).at(-1);
  if (
    !line ||
    context.documents.some(
      ({ document }) =>
        /\b\d{2,3}\s*-?\s*min/i.test(document.text) && /critical care|crit care|CC time/i.test(document.text),
    )
  )
    return [];
  return [
    {
      kind: 'documentation-gap',
      direction: 'neutral',
      billed: [line.code],
      suggested: [],
      evidence: toEvidenceList([named && sentenceOf(named)]),
      confidence: 0.9,
      rationale: `${line.code} is billed by time and the note gives no minutes of critical care.`,
    },
  ];
}
