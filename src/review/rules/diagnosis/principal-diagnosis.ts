import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { billedInOrder, isInpatientFacility } from './reading/claim.ts';
import { namingEvidence } from './reading/naming-evidence.ts';

/** Never first on any claim: external causes, organisms, BMI, weeks of gestation, long-term drugs, and other status codes. */
const NEVER_FIRST =
  /^(?:[V-Y]\d|B9[5-7]|Z1[678]|Z37|Z3A|Z68|Z79|Z66|Z9[0-35-9]|Z8[0-7]|Z72|Z73|T(?:3[6-9]|4\d|50)\.\w{2}[56][ADS])/;
/** Status and history codes that may be the reason of an outpatient visit. */
const FIRST_OUTPATIENT = /^(?:Z8|Z9|Z72|Z73)/;

/** Codes that say something about another code cannot stand first; a hospital's principal diagnosis has a list of its own. */
export const principalDiagnosis: Rule = {
  id: 'principal-diagnosis',
  source:
    'ICD-10-CM Official Guidelines, Sections II, I.C.20.a.6 and I.C.21.c; Medicare Code Editor, unacceptable principal diagnosis',
  evaluate(context) {
    const [first, ...others] = billedInOrder(context);
    if (first === undefined || !cannotBeFirst(context, first)) return { findings: [] };
    return {
      findings: [
        toFinding(
          context,
          first,
          others.find((code) => !cannotBeFirst(context, code)),
        ),
      ],
    };
  },
};

function cannotBeFirst(context: RuleContext, code: string): boolean {
  if (NEVER_FIRST.test(code)) return isInpatientFacility(context) || !FIRST_OUTPATIENT.test(code);
  return isInpatientFacility(context) && context.tables.mce?.has('unacceptable-principal', code) === true;
}

function toFinding(context: RuleContext, first: string, next: string | undefined): Finding {
  return findingOf(principalDiagnosis, context, {
    kind: 'sequencing',
    direction: 'neutral',
    billed: next === undefined ? [first] : [first, next],
    suggested: next === undefined ? [] : [next, first],
    evidence: next === undefined ? [] : namingEvidence(context, [next]),
    confidence: 0.9,
    rationale: `${first} cannot be the first diagnosis: it adds to another code, which goes before it.`,
  });
}
