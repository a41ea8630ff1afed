import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { careElsewhere, headsProblem, managementOf } from './reading/management.ts';
import { isKin } from './reading/code-relation.ts';
import { mentionsIn, type RecordMention } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';
import { uncodedConclusions, type Uncoded } from './reading/uncoded.ts';

/** Conclusions that are a code of their own accord: diseases, not symptoms, findings, injuries' causes or reasons for contact; and implants that are cared for. */
const REPORTABLE = /^(?:A|B(?!9[5-7])|[C-NU]|[O-Q]|S|Z9[345]|Z96\.1)/;
/** Chapter 16 is for the record of the infant, never of the mother (I.C.16.a.1); what lasts from birth is coded at any age. */
const PERINATAL = /^P/;
const INFANT_YEARS = 1;

/** A condition concluded and cared for in this encounter, of which nothing is on the claim. */
export const missedDiagnosis: Rule = {
  id: 'missed-diagnosis',
  source:
    'ICD-10-CM Official Guidelines, Sections III (UHDDS additional diagnoses) and IV.J (all documented conditions that require care)',
  evaluate(context) {
    const missed = uncodedConclusions(context).filter(
      ({ code }) => isReportable(code) && (!PERINATAL.test(code) || isInfant(context)),
    );
    return { findings: missed.flatMap((one) => judge(context, one)) };
  },
};

export function isReportable(code: string): boolean {
  return REPORTABLE.test(code);
}

function isInfant({ chart }: RuleContext): boolean {
  return chart.patient.ageYears !== undefined && chart.patient.ageYears <= INFANT_YEARS;
}

function judge(context: RuleContext, uncoded: Uncoded): Finding[] {
  const { mentions } = uncoded;
  const heads = mentions.filter(
    (mention) => mention.assertion === 'asserted' && headsProblem(mention) && !isPartOfBilled(context, mention),
  );
  const mention = heads.find((one) => managementOf(one) !== undefined) ?? heads[0];
  if (mention === undefined) return [];
  const care = managementOf(mention) ?? careElsewhere(context, mention);
  if (care === undefined) return [];
  return [missedFinding(context, uncoded, mention, care)];
}

/** The words stand within those that name a billed code: the vein of `chronic embolism of a femoral vein`. */
function isPartOfBilled(context: RuleContext, mention: RecordMention): boolean {
  return mentionsIn(context).some(
    (other) =>
      other.sentence === mention.sentence &&
      other.start < mention.end &&
      other.end > mention.start &&
      context.chart.claim.diagnoses.some(({ code }) => isKin(other.codes, code)),
  );
}

/** @param care what was done for it, in one word; undefined for what the encounter was about */
export function missedFinding(
  context: RuleContext,
  { code, title }: Uncoded,
  mention: RecordMention,
  care?: string,
): Finding {
  return findingOf(missedDiagnosis, context, {
    kind: 'missed-diagnosis',
    direction: 'under',
    billed: [],
    suggested: [code],
    evidence: [statementOf(mention)],
    confidence: 0.74,
    rationale: `${title} is concluded${care === undefined ? '' : ` and cared for in this encounter (${care})`}; no code for it is on the claim.`,
  });
}
