import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { headsProblem } from './reading/management.ts';
import { namesCode } from './reading/code-relation.ts';
import { isConclusion, mentionsIn } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';
import { uncodedConclusions, type Uncoded } from './reading/uncoded.ts';

/** Signs, symptoms and abnormal findings, and the diagnoses that they are part of. */
const PART_OF: readonly (readonly [RegExp, RegExp])[] = [
  [/^R03\.0$/, /^I1[0-6]/],
  [/^R73\./, /^E(?:08|09|10|11|13)/],
  [/^R56\.9$/, /^G40/],
  [/^R51/, /^G4[34]/],
  [/^R06\.2$/, /^J4[45]/],
  [/^R05/, /^J(?:1[2-8]|2[01]|4[0-7])/],
  [/^R06\.0/, /^(?:J1[2-8]|J44|J45|J96|I26|I50)/],
  [/^R07\./, /^(?:I2[0-5]|I30)/],
  [/^R10\./, /^(?:K|N1[0-3]|N2)/],
  [/^R31/, /^(?:N30|N20|C6[4-7])/],
  [/^R(?:30|35|39\.1)/, /^(?:N30|N39\.0|N40\.1|N41)/],
  [/^R42$/, /^H8[1-3]/],
  [/^R60\./, /^(?:I50|I87|I89)/],
  [/^R21$/, /^(?:L[0-5]|B0|B35|B86)/],
  [/^R13/, /^K2[0-2]/],
  [/^R17$/, /^(?:K8|C2[2-5]|B1)/],
  [/^R(?:19\.7|11)/, /^(?:A0|K5[0-28]|K56|K85)/],
  [/^R00\./, /^I4[4-9]/],
  [/^R4(?:1\.0|1\.82)/, /^(?:G93\.4|F05)/],
  [/^R(?:47|29\.810)/, /^(?:I63|G45)/],
  [/^M25\.5/, /^M(?:0[5-9]|1[0-9]|23|70|75|76|77)/],
  [/^M54\./, /^M(?:43|47|48|50|51)/],
  [/^N63/, /^C50/],
  [/^Z72\.0$/, /^F17/],
];

/** A sign or symptom is not coded in place of the diagnosis that it is part of. */
export const symptomOfDiagnosis: Rule = {
  id: 'symptom-of-diagnosis',
  source: 'ICD-10-CM Official Guidelines, Sections I.B.4 and I.B.5 (symptoms integral to a disease process), IV.D',
  evaluate(context) {
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

/** The concluded diagnosis, not on the claim, that a billed sign is part of. */
export function diagnosisBehind(context: RuleContext, billed: string): Uncoded | undefined {
  const diagnosis = PART_OF.find(([symptom]) => symptom.test(billed))?.[1];
  if (diagnosis === undefined || isConcludedToo(context, billed)) return undefined;
  return uncodedConclusions(context).find(({ code, mentions }) => diagnosis.test(code) && mentions.some(headsProblem));
}

function judge(context: RuleContext, billed: string): Finding[] {
  const found = diagnosisBehind(context, billed);
  if (found === undefined) return [];
  return [
    findingOf(symptomOfDiagnosis, context, {
      kind: 'diagnosis-specificity',
      direction: 'under',
      billed: [billed],
      suggested: [found.code],
      evidence: [statementOf(found.mention)],
      confidence: 0.82,
      rationale: `The record gives the diagnosis (${found.code}, ${found.title}) that ${billed} is only a sign of.`,
    }),
  ];
}

function isConcludedToo(context: RuleContext, billed: string): boolean {
  return mentionsIn(context).some(
    (one) => one.assertion === 'asserted' && isConclusion(one) && headsProblem(one) && namesCode(one.codes, billed) > 0,
  );
}
