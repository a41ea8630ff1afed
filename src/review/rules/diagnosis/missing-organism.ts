import type { Rule, RuleContext } from '../../rule.ts';
import { evidenceAt, findPhrases } from '../../language/index.ts';
import { findingOf } from './finding-of.ts';
import { bills } from './reading/claim.ts';
import { findBetterCode } from './reading/documented-code.ts';
import { isConclusion, mentionsIn } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';

const ORGANISMS: readonly (readonly [string, string])[] = [
  ['B96.20', 'E\\.? ?coli|escherichia coli'],
  ['B96.1', 'klebsiella(?: pneumoniae)?'],
  ['B96.4', 'proteus(?: mirabilis)?'],
  ['B96.5', 'pseudomonas(?: aeruginosa)?'],
  ['B95.2', 'enterococcus(?: faecalis)?'],
  ['B95.62', 'MRSA|methicillin[- ]resistant staph\\w*(?: aureus)?'],
  ['B95.61', 'MSSA|methicillin[- ]susceptible staph\\w*(?: aureus)?'],
  ['B95.1', 'group B strep\\w*|GBS'],
];
/** Local infections that ask for the organism and do not name it themselves. */
const TAKES_ORGANISM = /^(?:N39\.0|N30|N1[0-2]|N41|N45|N70|L0[238]|L02|L08|M00|M86|H66|I33\.0|J86|K65)/;
const INFECTION =
  '(?:\\w+ ){0,2}(?:UTI|urinary tract infection|cystitis|pyelonephritis|cellulitis|abscess|prostatitis|wound infection|infection|pyelo|endocarditis|osteomyelitis|peritonitis|empyema|septic arthritis)';

const CONCLUDED = /assessment|diagnosis|hospital-course/;

/** The organism of an infection, where the clinician names it with the infection and the infection's code does not. */
export const missingOrganism: Rule = {
  id: 'missing-organism',
  source: 'ICD-10-CM, use additional code (B95-B97) to identify infectious agent; Official Guidelines, Section I.C.1.b',
  evaluate(context) {
    if (
      bills(context, 'B95', 'B96', 'B97') ||
      !context.chart.claim.diagnoses.some(({ code }) =>
        TAKES_ORGANISM.test(findBetterCode(context, code)?.code ?? code),
      )
    )
      return { findings: [] };
    if (bills(context, 'A40', 'A41')) return { findings: [] };
    return { findings: ORGANISMS.flatMap(([code, names]) => judge(context, code, names)).slice(0, 1) };
  },
};

const HELICOBACTER = 'B96.81';
const GASTRIC = /^K2[5-9]/;

/** Helicobacter pylori that is concluded beside an ulcer or a gastritis. */
export const helicobacter: Rule = {
  id: 'helicobacter',
  source: 'ICD-10-CM, B96.81 as the cause of diseases classified elsewhere; Official Guidelines, Section I.C.1.b',
  evaluate(context) {
    const asserted = mentionsIn(context).filter((one) => one.assertion === 'asserted' && isConclusion(one));
    const isGastric =
      context.chart.claim.diagnoses.some(({ code }) => GASTRIC.test(code)) ||
      asserted.some(({ codes }) => codes.some((code) => GASTRIC.test(code)));
    const mention = asserted.find(({ codes }) => codes.includes(HELICOBACTER));
    if (mention === undefined || !isGastric || bills(context, HELICOBACTER)) return { findings: [] };
    const finding = findingOf(helicobacter, context, {
      kind: 'missed-diagnosis',
      direction: 'under',
      billed: [],
      suggested: [HELICOBACTER],
      evidence: [statementOf(mention)],
      confidence: 0.82,
      rationale: `The record concludes H. pylori beside the ulcer or gastritis; ${HELICOBACTER} identifies it.`,
    });
    return { findings: [finding] };
  },
};

function judge(context: RuleContext, code: string, names: string) {
  const pattern = new RegExp(
    `\\b(?:(?:${names}) ${INFECTION}|${INFECTION},? (?:due to|from|with|caused by|secondary to|2/2) (?:\\w+[- ]){0,2}(?:${names}))\\b`,
    'gi',
  );
  // In a conclusion a side or a remark may stand between the infection and its cause.
  const linked = new RegExp(
    `\\b${INFECTION}\\b[^.;\\n]{0,60}?\\b(?:due to|positive for|gr[eo]w(?:ing|s)?|from|caused by|secondary to|2/2|with|,) (?:\\w+[- ]){0,3}(?:${names})\\b`,
    'gi',
  );
  for (const document of context.documents) {
    const match =
      findPhrases(document, pattern).find(({ assertion }) => assertion === 'asserted') ??
      findPhrases(document, linked).find(
        ({ assertion, sentence }) =>
          assertion === 'asserted' && sentence !== undefined && CONCLUDED.test(sentence.section.kind),
      );
    if (match === undefined) continue;
    return [
      findingOf(missingOrganism, context, {
        kind: 'missed-diagnosis',
        direction: 'under',
        billed: [],
        suggested: [code],
        evidence: [evidenceAt(document, match)],
        confidence: 0.85,
        rationale: `The record names the organism of the infection; ${code} identifies it.`,
      }),
    ];
  }
  return [];
}
