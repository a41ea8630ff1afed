import type { Evidence } from '../../../finding.ts';
import { evidenceAt, findPhrases } from '../../../language/index.ts';
import type { RuleContext } from '../../../rule.ts';

const NORMAL =
  /\b(?:no|without|w\/o)(?: \w+){0,2} (?:abnormal(?:ities|ity)?(?: findings?)?|concerns|problems)\b|\b(?:well|healthy|normal) (?:\d+[- ](?:year|yr|month|mo|week)[- ]?old|child|infant|baby|adolescent|teen|toddler|growth|adult|exam|male|female|woman|man)[^.\n]{0,60}/gi;

/** The routine examination code of the patient's age in place of one for another age (Z00.0-, Z00.12-). */
export function examinationFor(
  context: RuleContext,
  code: string,
): { readonly code: string; readonly evidence: readonly Evidence[] } | undefined {
  if (!/^Z00\.(?:0|1[12])/.test(code)) return undefined;
  const abnormal = /^Z00\.(?:01|121)$/.test(code);
  const days = context.chart.patient.ageDays;
  const child = (context.chart.patient.ageYears ?? 0) < 18;
  const evidence = context.documents.flatMap((document) =>
    findPhrases(document, NORMAL)
      .slice(0, 1)
      .map((match) => evidenceAt(document, match)),
  );
  if (!child) return { code: abnormal ? 'Z00.01' : 'Z00.00', evidence };
  if (days !== undefined && days < 8) return { code: 'Z00.110', evidence };
  if (days !== undefined && days < 29) return { code: 'Z00.111', evidence };
  return { code: abnormal ? 'Z00.121' : 'Z00.129', evidence };
}
