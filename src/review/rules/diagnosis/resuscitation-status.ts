import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { bills, isInpatientFacility } from './reading/claim.ts';
import { mentionsIn, type RecordMention } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';

const CODE = 'Z66';
/** Talked of, or given up. */
const NOT_IN_FORCE =
  /\b(?:discuss\w*|declin\w*|refus\w*|consider\w*|wants? (?:everything|full)|full code|revers\w*|rescind\w*|revok\w*|undecided|if |would)\b/i;

/** An order not to resuscitate that was in force in an inpatient stay has a code of its own. */
export const resuscitationStatus: Rule = {
  id: 'resuscitation-status',
  source:
    'ICD-10-CM, Z66; Official Guidelines, Section I.C.21.c.3 (status, documented by the provider in an inpatient stay)',
  evaluate(context) {
    if (!isInpatientFacility(context) || bills(context, CODE)) return { findings: [] };
    if (context.tables.icd10cm.find(CODE)?.billable !== true) return { findings: [] };
    const stated = mentionsIn(context).filter(({ codes, copied }) => !copied && codes.includes(CODE));
    const inForce = stated.filter((mention) => mention.assertion === 'asserted' && isInForce(mention));
    const [first] = inForce;
    if (first === undefined || saysFullCode(context)) return { findings: [] };
    return {
      findings: [
        findingOf(resuscitationStatus, context, {
          kind: 'missed-diagnosis',
          direction: 'under',
          billed: [],
          suggested: [CODE],
          evidence: [statementOf(inForce.at(-1) ?? first)],
          confidence: 0.85,
          rationale: 'The record gives an order not to resuscitate for this stay; Z66 is not on the claim.',
        }),
      ],
    };
  },
};

function isInForce({ document, sentence }: RecordMention): boolean {
  return !NOT_IN_FORCE.test(document.document.text.slice(sentence.start, sentence.end));
}

function saysFullCode({ documents }: RuleContext): boolean {
  return documents.some(({ document }) => /\bfull code\b|\bcode status:? full\b/i.test(document.text));
}
