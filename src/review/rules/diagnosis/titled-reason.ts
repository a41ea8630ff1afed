import type { Finding } from '../../finding.ts';
import { evidenceAt, titleFeatures, tokensOf } from '../../language/index.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';

const REASON = /^Z(?:0[0-9]|1[1-3]|3[0-9]|4[0-9]|51|76)/;

/** An unspecified reason for the encounter where the note says another one in the words of its title. */
export const titledReason: Rule = {
  id: 'titled-reason',
  source: 'ICD-10-CM Official Guidelines, Sections I.B.2 (level of detail) and I.C.21.a (reasons for encounters)',
  evaluate(context) {
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

function judge(context: RuleContext, billed: string): Finding[] {
  const table = context.tables.icd10cm;
  if (!REASON.test(billed) || !/unspecified/i.test(table.find(billed)?.title ?? '')) return [];
  const category = billed.slice(0, 3);
  if (context.chart.claim.diagnoses.some(({ code }) => code !== billed && code.startsWith(category))) return [];
  for (const document of context.documents) {
    for (const sentence of document.sentences) {
      const text = document.document.text.slice(sentence.start, sentence.end);
      if (!/\bencounter for\b/i.test(text)) continue;
      const said = new Set(tokensOf(document.document.text, sentence).map(({ term }) => term));
      const fitting = table
        .billableUnder(category)
        .map((entry) => ({ code: entry.code, features: titleFeatures(entry.title) }))
        .filter(
          ({ features: { present, unspecified, other } }) =>
            !unspecified && !other && present.size > 1 && [...present].every((term) => said.has(term)),
        )
        .toSorted((a, b) => b.features.present.size - a.features.present.size);
      const [best, next] = fitting;
      if (best === undefined || best.features.present.size === next?.features.present.size) continue;
      return [
        findingOf(titledReason, context, {
          kind: 'diagnosis-specificity',
          direction: 'under',
          billed: [billed],
          suggested: [best.code],
          evidence: [evidenceAt(document, sentence)],
          confidence: 0.88,
          rationale: `The note gives the reason for the encounter in the words of ${best.code} (${table.find(best.code)?.title ?? ''}).`,
        }),
      ];
    }
  }
  return [];
}
