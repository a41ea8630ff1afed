import type { Finding } from '../../finding.ts';
import { evidenceAt, findPhrases } from '../../language/index.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';

/** Routine examinations with and without abnormal findings. */
const PAIRS: ReadonlyMap<string, string> = new Map([
  ['Z00.01', 'Z00.00'],
  ['Z00.121', 'Z00.129'],
  ['Z01.01', 'Z01.00'],
  ['Z01.411', 'Z01.419'],
  ['Z01.110', 'Z01.10'],
]);
const NORMAL =
  /\b(?:(?:no|without|w\/o) (?:\w+ )?abnormal(?:ities|ity|(?: \w+)? findings?)|normal (?:\w+ ){0,2}(?:exam(?:ination)?|findings)\b(?! (?:except|other))|(?:exam(?:ination)?|findings) (?:\w+ )?(?:is |are |was |were )?(?:entirely |completely |all )?(?:normal|unremarkable)\b(?! (?:except|other|but)))/gi;
const ABNORMAL = /\bwith (?:\w+ )?abnormal findings?\b|\babnormal findings?(?: \w+){0,2}:/gi;

/** An examination is coded with abnormal findings when this one has any, and without when it has none. */
export const examinationResult: Rule = {
  id: 'examination-result',
  source:
    'ICD-10-CM Official Guidelines, Section I.C.21.c.13 (routine examinations with and without abnormal findings)',
  evaluate(context) {
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

function judge(context: RuleContext, code: string): Finding[] {
  const normal = PAIRS.get(code);
  const abnormal = [...PAIRS].find(([, without]) => without === code)?.[0];
  const evidence = context.documents.flatMap((document) =>
    findPhrases(document, normal === undefined ? ABNORMAL : NORMAL)
      .filter(
        ({ sentence, text, assertion }) =>
          sentence !== undefined &&
          /assessment|impression|diagnos/.test(`${sentence.section.kind} ${sentence.section.heading.toLowerCase()}`) &&
          (normal !== undefined || (assertion === 'asserted' && text !== '')),
      )
      .map((match) => evidenceAt(document, match)),
  );
  const suggested = normal ?? abnormal;
  if (suggested === undefined || evidence.length === 0) return [];
  if (normal !== undefined && context.chart.claim.diagnoses.some((one) => /^[A-T]/.test(one.code))) return [];
  return [
    findingOf(examinationResult, context, {
      kind: 'wrong-diagnosis',
      direction: normal === undefined ? 'under' : 'over',
      billed: [code],
      suggested: [suggested],
      evidence: evidence.slice(0, 1),
      confidence: 0.85,
      rationale: `The record says whether this examination had abnormal findings; ${suggested} says so, ${code} does not.`,
    }),
  ];
}
