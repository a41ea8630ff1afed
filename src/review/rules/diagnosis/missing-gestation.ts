import { evidenceAt, findPhrases } from '../../language/index.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { findBetterCode } from './reading/documented-code.ts';
import { isPlausible, WEEKS } from './reading/gestation.ts';

/** Codes of chapter 15 take the weeks of gestation beside them, except abortive outcomes and the puerperium. */
export const missingGestation: Rule = {
  id: 'missing-gestation',
  source: 'ICD-10-CM, Chapter 15, use additional code Z3A; Official Guidelines, Section I.C.21.c.11',
  evaluate(context) {
    if (!takesWeeks(context)) return { findings: [] };
    const billed = context.chart.claim.diagnoses.map(({ code }) => code).find((code) => code.startsWith('Z3A'));
    const stated = new Set(
      context.documents.flatMap((document) =>
        findPhrases(document, WEEKS).map(({ groups }) => weeksCode(Number(groups[0]))),
      ),
    );
    if (billed !== undefined && stated.has(billed)) return { findings: [] };
    for (const document of context.documents) {
      const matches = findPhrases(document, WEEKS).filter(
        ({ assertion, groups }) => assertion === 'asserted' && isPlausible(Number(groups[0])),
      );
      const match =
        matches.find(({ sentence }) => sentence !== undefined && /assessment|plan/.test(sentence.section.kind)) ??
        matches[0];
      const code = weeksCode(Number(match?.groups[0]));
      if (match === undefined || context.tables.icd10cm.find(code) === undefined) continue;
      const finding = findingOf(missingGestation, context, {
        kind: billed === undefined ? 'missed-diagnosis' : 'wrong-diagnosis',
        direction: billed === undefined ? 'under' : 'neutral',
        billed: billed === undefined ? [] : [billed],
        suggested: [code],
        evidence: [evidenceAt(document, match)],
        confidence: 0.9,
        rationale: `A code of the chapter on pregnancy takes the week of gestation beside it; the record gives ${code}.`,
      });
      return { findings: [finding] };
    }
    return { findings: [] };
  },
};

function takesWeeks(context: RuleContext): boolean {
  const codes = context.chart.claim.diagnoses.map(({ code }) => findBetterCode(context, code)?.code ?? code);
  return codes.some((code) => /^O(?:09|[1-7]\d|8[0-2]|9[89]|9A)/.test(code));
}

/** Z3A.01 under eight weeks, Z3A.08 to Z3A.42 by week, Z3A.49 beyond. */
export function weeksCode(weeks: number): string {
  if (weeks < 8) return 'Z3A.01';
  return weeks > 42 ? 'Z3A.49' : `Z3A.${String(weeks).padStart(2, '0')}`;
}
