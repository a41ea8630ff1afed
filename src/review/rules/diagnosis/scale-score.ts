import type { Finding } from '../../finding.ts';
import { evidenceAt, findPhrases } from '../../language/index.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';

interface Scale {
  readonly codes: RegExp;
  /** The first group is the score, or the second. */
  readonly written: RegExp;
  readonly codeOf: (score: number) => string | undefined;
}

/** Scales whose every score is a code: the note's number says which. */
const SCALES: readonly Scale[] = [
  {
    codes: /^R29\.7\d\d$/,
    written:
      /\bNIHSS?(?: (?:score|stroke scale))?(?: (?:on|at) (?:arrival|admission|presentation|triage))?(?: (?:was|is|of))?[:= ]*(\d{1,2})\b/gi,
    codeOf: (score) => (score <= 42 ? `R29.7${String(score).padStart(2, '0')}` : undefined),
  },
];

/** A code of a scored scale against the score in the note. */
export const scaleScore: Rule = {
  id: 'scale-score',
  source: 'ICD-10-CM, R29.7 (NIHSS score); Official Guidelines, Sections I.B.14 and I.C.18.i',
  evaluate(context) {
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

export function isScaleScore(code: string): boolean {
  return SCALES.some(({ codes }) => codes.test(code));
}

function judge(context: RuleContext, billed: string): Finding[] {
  const scale = SCALES.find(({ codes }) => codes.test(billed));
  if (scale === undefined) return [];
  const stated = context.documents.flatMap((document) =>
    findPhrases(document, scale.written).map((phrase) => ({
      evidence: evidenceAt(document, phrase),
      code: scale.codeOf(Number(phrase.groups[0])),
    })),
  );
  const [first] = stated;
  if (first === undefined) return [];
  if (first.code === undefined || stated.some(({ code }) => code === billed)) return [];
  return [
    findingOf(scaleScore, context, {
      kind: 'wrong-diagnosis',
      direction: 'neutral',
      billed: [billed],
      suggested: [first.code],
      evidence: [first.evidence],
      confidence: 0.85,
      rationale: `The score in the note is that of ${first.code}, not of ${billed}.`,
    }),
  ];
}
