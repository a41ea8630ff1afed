import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { isReportable, isSaidMoreClosely, missedFinding } from './missed-diagnosis.ts';
import { episodeOf } from './reading/candidates.ts';
import { isKin } from './reading/code-relation.ts';
import { isConclusion, mentionsIn, type RecordMention } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';
import { supportOf } from './reading/support.ts';
import { codeOf, uncodedConclusions, type Uncoded } from './reading/uncoded.ts';
import { billedInOrder } from './reading/claim.ts';
import { isJudgedByName } from './reading/judged.ts';

/** A diagnosis that the record denies or rules out is not coded. */
export const deniedDiagnosis: Rule = {
  id: 'denied-diagnosis',
  source: 'ICD-10-CM Official Guidelines, Sections II.H and IV.H (a condition ruled out is not coded)',
  evaluate(context) {
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

/** What the encounter was for instead: for the first diagnosis of the claim, or when the same statement names it. */
function replacementFor(context: RuleContext, code: string, mention: RecordMention): Uncoded | undefined {
  const all = uncodedConclusions(context);
  const uncoded = all.filter((one) => !isSaidMoreClosely(one, all));
  const besides = uncoded.find((one) => one.mention.sentence === mention.sentence);
  const instead = billedInOrder(context)[0] === code ? (besides ?? lastWord(uncoded)) : besides;
  // What is neither of the same system, nor a symptom, nor a disease of its own is only a word of the statement.
  const isFit = instead !== undefined && (/^(?:R|Z22)/.test(instead.code) || isOwnOrReportable(instead.code, code));
  return isFit ? instead : undefined;
}

function isOwnOrReportable(instead: string, code: string): boolean {
  return systemOf(instead) === systemOf(code) || isReportable(instead);
}

/** The other kind of the same disease that the record concludes: heat exhaustion, where heat stroke is denied. */
function siblingOf(context: RuleContext, code: string): string | undefined {
  const { character } = episodeOf(code);
  const siblings = mentionsIn(context)
    .filter((one) => one.assertion === 'asserted' && isConclusion(one))
    .filter(({ codes }) => codes[0] !== undefined && isKin([codes[0]], code))
    .flatMap((one) => codeOf(context, one) ?? [])
    .map((one) => (character === '' ? one : `${episodeOf(one).base}${character}`));
  const [sibling] = siblings;
  const isOne = new Set(siblings).size === 1 && context.tables.icd10cm.find(sibling ?? '')?.billable === true;
  return isOne && !context.chart.claim.diagnoses.some((billed) => billed.code === sibling) ? sibling : undefined;
}

/** What the final diagnoses say, before what was thought on the way; else the first conclusion. */
function lastWord(uncoded: readonly Uncoded[]): Uncoded | undefined {
  const isFinal = ({ mentions }: Uncoded): boolean =>
    mentions.some(({ sentence }) => sentence.section.kind === 'discharge-diagnosis');
  return uncoded.find(isFinal) ?? uncoded[0];
}

/** The chapter of a code; transient ischemia stands with the nervous system and is the other outcome of a suspected stroke. */
function systemOf(code: string): string {
  return code.startsWith('G45') ? 'I' : code.slice(0, 1);
}

function judge(context: RuleContext, code: string): Finding[] {
  if (!isJudgedByName(code)) return [];
  const support = supportOf(context, code);
  if (support.type !== 'negated' && support.type !== 'other-person') return [];
  const [first] = support.mentions;
  if (first === undefined) return [];
  const sibling = support.type === 'negated' ? siblingOf(context, code) : undefined;
  if (sibling !== undefined) return [otherKind(context, code, sibling, first)];
  const instead = replacementFor(context, code, first);
  const isAnother =
    instead !== undefined &&
    isReportable(instead.code) &&
    systemOf(instead.code) !== systemOf(code) &&
    !isReasonForVisit(context, code, instead);
  return [
    findingOf(deniedDiagnosis, context, {
      kind: 'unsupported-diagnosis',
      direction: 'over',
      billed: [code],
      suggested: instead === undefined || isAnother ? [] : [instead.code],
      evidence: [statementOf(first)],
      confidence: 0.92,
      rationale:
        support.type === 'negated'
          ? `The record says that the condition of ${code} is not present.`
          : `The record names the condition of ${code} in another person, not in the patient.`,
    }),
    // A disease of another system is a diagnosis of its own, not what the denied code should have been.
    ...(isAnother ? [missedFinding(context, instead, instead.mention)] : []),
  ];
}

/** The claim's first diagnosis was ruled out, and this heads what was concluded: it is what the visit was for. */
function isReasonForVisit(context: RuleContext, code: string, instead: Uncoded): boolean {
  const final = mentionsIn(context).filter((one) => isConclusion(one) && one.assertion === 'asserted');
  const concluded = final.filter(({ sentence }) => sentence.section.kind !== 'hospital-course');
  return billedInOrder(context)[0] === code && instead.mentions.some((one) => one === concluded[0]);
}

function otherKind(context: RuleContext, code: string, sibling: string, denial: RecordMention): Finding {
  return findingOf(deniedDiagnosis, context, {
    kind: 'wrong-diagnosis',
    direction: 'over',
    billed: [code],
    suggested: [sibling],
    evidence: [statementOf(denial)],
    confidence: 0.88,
    rationale: `The record denies the condition of ${code} and concludes another kind of the same disease (${sibling}).`,
  });
}
