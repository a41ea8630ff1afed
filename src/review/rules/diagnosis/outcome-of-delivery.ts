import { evidenceAt, findPhrases } from '../../language/index.ts';
import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { bills } from './reading/claim.ts';

const LIVE_BIRTH =
  /\blive[- ]?born\b|\b(?:viable|live|living|vigorous|healthy) (?:\w+ )?(?:male |female )?(?:infant|newborn|neonate|baby|boy|girl)\b|\bdelivered (?:a )?(?:\w+ ){0,2}(?:infant|newborn|baby|boy|girl)\b/gi;
const MANY = /\b(?:twins?|triplets?|stillb\w+|fetal demise|IUFD)\b/gi;
const VAGINAL =
  /\b(?:(?:spontaneous |normal |assisted |vacuum |forceps )?vaginal (?:delivery|birth)|SVD|NSVD|VBAC|delivered vaginally|born vaginally)\b/gi;
const CESAREAN = /\b(?:ce?sarean|c-?section|LTCS|delivered by section)\b/gi;

/** A delivery takes the outcome beside it on the mother's record, once. */
export const outcomeOfDelivery: Rule = {
  id: 'outcome-of-delivery',
  source: 'ICD-10-CM Official Guidelines, Section I.C.15.b.5 (outcome of delivery, Z37)',
  evaluate(context) {
    if (bills(context, 'Z37') || !bills(context, 'O80', 'O82', 'O70') || says(context, MANY)) return { findings: [] };
    const born = firstOf(context, LIVE_BIRTH);
    if (born === undefined || context.tables.icd10cm.find('Z37.0')?.billable !== true) return { findings: [] };
    const finding = findingOf(outcomeOfDelivery, context, {
      kind: 'missed-diagnosis',
      direction: 'under',
      billed: [],
      suggested: ['Z37.0'],
      evidence: [born],
      confidence: 0.88,
      rationale: 'The record tells of a single live birth; the delivery takes Z37.0 beside it.',
    });
    return { findings: [finding] };
  },
};

/** The newborn's first code says how it was born; the note must say the same. */
export const wayOfBirth: Rule = {
  id: 'way-of-birth',
  source: 'ICD-10-CM, Z38 (liveborn infants according to place of birth and type of delivery)',
  evaluate(context) {
    const billed = context.chart.claim.diagnoses.map(({ code }) => code).find((code) => /^Z38\.0[01]$/.test(code));
    if (billed === undefined) return { findings: [] };
    const [vaginal, cesarean] = [firstOf(context, VAGINAL), firstOf(context, CESAREAN)];
    const isCesarean = billed === 'Z38.01';
    const evidence = isCesarean ? vaginal : cesarean;
    // A sibling's or an earlier birth is told of too: only what the diagnoses or no other way say decides.
    if (
      evidence === undefined ||
      ((isCesarean ? cesarean : vaginal) !== undefined && !isConcluded(context, isCesarean ? VAGINAL : CESAREAN))
    )
      return { findings: [] };
    const right = isCesarean ? 'Z38.00' : 'Z38.01';
    const finding = findingOf(wayOfBirth, context, {
      kind: 'wrong-diagnosis',
      direction: 'neutral',
      billed: [billed],
      suggested: [right],
      evidence: [evidence],
      confidence: 0.85,
      rationale: `The record tells of the other way of delivery than ${billed} says.`,
    });
    return { findings: [finding] };
  },
};

function firstOf({ documents }: RuleContext, pattern: RegExp): Finding['evidence'][number] | undefined {
  for (const document of documents) {
    const match = findPhrases(document, pattern).find(({ assertion }) => assertion === 'asserted');
    if (match !== undefined) return evidenceAt(document, match);
  }
  return undefined;
}

function isConcluded({ documents }: RuleContext, pattern: RegExp): boolean {
  return documents.some((document) =>
    findPhrases(document, pattern).some(
      ({ assertion, sentence }) =>
        assertion === 'asserted' && /diagnosis|assessment/.test(sentence?.section.kind ?? ''),
    ),
  );
}

function says(context: RuleContext, pattern: RegExp): boolean {
  return firstOf(context, pattern) !== undefined;
}
