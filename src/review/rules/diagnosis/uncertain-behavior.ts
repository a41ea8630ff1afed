import type { Finding } from '../../finding.ts';
import { evidenceAt, findPhrases } from '../../language/index.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';

/** Neoplasms of uncertain behavior and the code of unspecified behavior for the same site. */
const UNSPECIFIED: readonly (readonly [RegExp, string])[] = [
  [/^D37/, 'D49.0'],
  [/^D38/, 'D49.1'],
  [/^D48\.[0-25]/, 'D49.2'],
  [/^D48\.6/, 'D49.3'],
  [/^D41\.4/, 'D49.4'],
  [/^(?:D43|D42)/, 'D49.6'],
  [/^D44/, 'D49.7'],
];
const PENDING =
  /\b(?:(?:path(?:ology)?|histolog\w*|biops\w*|specimens?|results?)\b[^.;\n]{0,40}\b(?:pending|awaited|await\w*|not (?:yet )?(?:back|available|known)|sent (?:to|for))|(?:behaviou?r|nature|histology) (?:is )?(?:not (?:yet )?(?:known|determined|specified)|unknown|undetermined|unspecified)|(?:sent|send|submitted) (?:to|for) (?:path(?:ology)?|histology|dermatopathology)|await(?:ing)? path\w*|call with path\w*)\b/gi;
const REPORTED =
  /\b(?:uncertain (?:behaviou?r|malignant potential)|atypical (?:melanocytic|proliferation|fibroxanthoma)|dysplastic|(?:path(?:ology)?|biopsy|histology)(?: report)?(?: \w+){0,3} (?:showed|shows|returned|revealed|consistent|confirmed|came back|reads?))\b/i;

/** "Uncertain behavior" is a pathologist's finding; before the report the behavior is unspecified (D49). */
export const uncertainBehavior: Rule = {
  id: 'uncertain-behavior',
  source: 'ICD-10-CM, notes at D37-D48 (histologic confirmation cannot be made) and D49 (behavior unspecified)',
  evaluate(context) {
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

function judge(context: RuleContext, code: string): Finding[] {
  const suggested = UNSPECIFIED.find(([pattern]) => pattern.test(code))?.[1];
  if (suggested === undefined || context.tables.icd10cm.find(suggested)?.billable !== true) return [];
  if (context.chart.documents.some(({ text }) => REPORTED.test(text))) return [];
  for (const document of context.documents) {
    const [pending] = findPhrases(document, PENDING);
    if (pending === undefined) continue;
    const finding = findingOf(uncertainBehavior, context, {
      kind: 'wrong-diagnosis',
      direction: 'neutral',
      billed: [code],
      suggested: [suggested],
      evidence: [evidenceAt(document, pending)],
      confidence: 0.85,
      rationale: `No pathology report calls the behavior uncertain; until there is one it is unspecified (${suggested}).`,
    });
    return [finding];
  }
  return [];
}
