import { evidenceAt, findPhrases, type AnalysedDocument, type PhraseMatch } from '../../language/index.ts';
import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { bills, isInpatientFacility } from './reading/claim.ts';
import { mentionsIn } from './reading/record.ts';
import { LONG_TERM_DRUGS, type LongTermDrug } from './reading/long-term-drugs.ts';

/** Words that say a drug is not, no more, or not yet taken, or only for this stay. */
const NOT_TAKEN =
  /\b(?:start(?:ed|s|ing)?|begin|initiat\w*|stop(?:ped|s)?|discontinu\w*|d\/c(?:'d)?|held|hold|holding|declin\w*|refus\w*|consider\w*|discuss\w*|if |off |completed|failed|intoleran\w*|allerg\w*|not (?:on|taking)|no |avoid|never|previously|prior|past|sliding scale|allergy|instead of|switch(?:ed)? from|was on|vs|versus|denies|without|contraindicated|load(?:ed|ing)?|x1|once|stat|given in|EMS)\b/i;
/** Begun at this encounter: a loading dose, a pack for the first days. */
const STARTED_TODAY =
  /\b(?:first dose|starter pack|new prescription|newly (?:started|prescribed)|x ?\d+ ?d(?:ays?)?,? then)\b/i;
const TAKEN_NOW =
  /\b(?:on|takes?|taking|continues?|continuing|current|daily|bid|tid|qhs|qd|q\d+h|nightly|units?|mg|mcg|puffs?|weekly|long[- ]term|home|increase[ds]?|decrease[ds]?|titrat\w*|adjust\w*|maintenance|indefinitely|refill\w*)\b/i;

/** The same steroid by another way than inhaled: no systemic or inhaled steroid (Z79.51, Z79.52). */
const OTHER_ROUTE =
  /^[^,;.\n]{0,25}\b(?:nasal|intranasal|nasally|nose|nostrils?|NS|sprays?|cream|ointment|oint|lotion|topical(?:ly)?|enema|foam|slurry|drops?|rectal)\b/i;

/** Long-term use of a drug that has a code of its own, beside the condition it is taken for. */
export const missingLongTermDrug: Rule = {
  id: 'missing-long-term-drug',
  source: 'ICD-10-CM Official Guidelines, Sections I.C.4.a.3 and I.C.21.c.3 (long-term current drug therapy, Z79)',
  evaluate(context) {
    return { findings: LONG_TERM_DRUGS.flatMap((drug) => judge(context, drug)) };
  },
};

function judge(context: RuleContext, drug: LongTermDrug): Finding[] {
  const billed = context.chart.claim.diagnoses.map(({ code }) => code);
  if (bills(context, drug.code) || billed.some((code) => drug.not?.test(code) === true)) return [];
  if (!billed.some((code) => drug.reason.test(code))) return [];
  if (context.tables.icd10cm.find(drug.code) === undefined) return [];
  if (drug.code === 'Z79.4' && (isInpatientFacility(context) || isTypeOne(context))) return [];
  const admitted = isInpatientFacility(context);
  for (const document of context.documents) {
    const taken = findPhrases(document, drug.drugs)
      .filter((match) => isTaken(document, match, drug))
      .filter((match) => !admitted || saysLongTerm(document, match));
    const best =
      taken.find(({ sentence }) => sentence !== undefined && /assessment|plan/.test(sentence.section.kind)) ?? taken[0];
    if (best?.sentence !== undefined) return [toFinding(context, document, drug, best)];
  }
  return [];
}

/** What a hospital gives is not yet taken for long: the record says that it was, or will be. */
function saysLongTerm({ document }: AnalysedDocument, { sentence }: PhraseMatch): boolean {
  return (
    sentence !== undefined &&
    /\b(?:home|chronic\w*|long[- ]term|continue[ds]?|since|lifelong|indefinite\w*|maintenance|outpatient)\b/i.test(
      document.text.slice(sentence.start, sentence.end),
    )
  );
}

/** Type 1 diabetes lives on insulin: no code says so beside it (I.C.4.a.3). */
function isTypeOne(context: RuleContext): boolean {
  return mentionsIn(context).some(
    ({ assertion, codes }) => assertion === 'asserted' && codes[0]?.startsWith('E10') === true,
  );
}

function isTaken({ document }: AnalysedDocument, match: PhraseMatch, drug: LongTermDrug): boolean {
  const { sentence, assertion, start, end } = match;
  if (sentence === undefined || (assertion !== 'asserted' && assertion !== 'resolved')) return false;
  if (/allergies|family-history|hospital-course/.test(sentence.section.kind)) return false;
  const before = document.text.slice(Math.max(sentence.start, start - 45), start);
  const clause = before.slice(Math.max(before.lastIndexOf(';'), before.lastIndexOf(','), before.lastIndexOf('.')) + 1);
  const after = /^[^,;.\n]{0,50}/.exec(document.text.slice(end, sentence.end))?.[0] ?? '';
  if (
    NOT_TAKEN.test(clause) ||
    (drug.code.startsWith('Z79.5') && OTHER_ROUTE.test(after)) ||
    /\b(?:stopped|finished|ended|discontinued|held|declined|refused|intoleran\w*|no longer|until|till|for now|caus(?:es|ed)|gives (?:him|her)|allerg\w*|hives|not (?:started|taken|taking)|completed|x1|once|(?:started|begun|initiated)(?! (?:in|on|at|since|last|\d|\[)))\b/i.test(
      after,
    )
  )
    return false;
  if (STARTED_TODAY.test(document.text.slice(sentence.start, sentence.end))) return false;
  if (drug.longTerm !== undefined) return drug.longTerm.test(document.text.slice(sentence.start, sentence.end));
  return sentence.section.kind === 'medications' || TAKEN_NOW.test(`${clause} ${after}`);
}

function toFinding(context: RuleContext, document: AnalysedDocument, drug: LongTermDrug, match: PhraseMatch): Finding {
  const { sentence } = match;
  const end = sentence === undefined ? match.end : Math.min(sentence.end, match.end + 60);
  const tail = document.document.text.slice(match.end, end);
  const stop = tail.search(/[.;]\s|[;\n]|$/);
  return findingOf(missingLongTermDrug, context, {
    kind: 'missed-diagnosis',
    direction: 'under',
    billed: [],
    suggested: [drug.code],
    evidence: [evidenceAt(document, { start: match.start, end: match.end + (stop === -1 ? 0 : stop) })],
    confidence: drug.code === 'Z79.4' ? 0.88 : 0.78,
    rationale: `The patient takes ${match.text} for a condition on the claim; ${drug.code} (${context.tables.icd10cm.find(drug.code)?.title ?? ''}) is not on it.`,
  });
}
