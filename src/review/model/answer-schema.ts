import { z } from 'zod';

export const VERDICTS = ['supported', 'contradicted', 'absent'] as const;

/** Why a verdict is what it is. Those of `contradicted` decide which kind of finding it becomes. */
export const REASONS = [
  'documented',
  'negated',
  'ruled-out',
  'uncertain',
  'resolved-or-historical',
  'family-or-other-person',
  'not-performed',
  'other-side',
  'other-type',
  'other-episode',
  'more-specific-in-record',
  'not-mentioned',
] as const;

export const PROBLEM_KINDS = [
  'self-limited-or-minor',
  'stable-chronic',
  'stable-acute',
  'acute-uncomplicated',
  'chronic-not-at-goal',
  'undiagnosed-uncertain-prognosis',
  'acute-with-systemic-symptoms',
  'acute-complicated-injury',
  'chronic-with-severe-exacerbation',
  'threat-to-life-or-function',
] as const;
export type ProblemKind = (typeof PROBLEM_KINDS)[number];

export const DATA_KINDS = [
  'external-note-reviewed',
  'test-ordered-or-reviewed',
  'independent-historian',
  'independent-interpretation',
  'external-discussion',
] as const;
export type DataKind = (typeof DATA_KINDS)[number];

export const RISK_KINDS = [
  'minimal',
  'low',
  'prescription-drug-management',
  'minor-surgery-with-risk-factors',
  'elective-major-surgery',
  'limited-by-social-determinants',
  'monitoring-for-drug-toxicity',
  'elective-major-surgery-with-risk-factors',
  'emergency-major-surgery',
  'decision-for-hospital-or-escalation',
  'decision-to-limit-care',
  'parenteral-controlled-substance',
] as const;
export type RiskKind = (typeof RISK_KINDS)[number];

const spans = z
  .array(z.number())
  .describe('Numbers of the spans that prove it. Only numbers that stand in the documents.');

function fact<const Kinds extends readonly [string, ...string[]]>(kinds: Kinds) {
  return z.object({
    kind: z.enum(kinds),
    name: z.string().describe('A word or two that tell it from others of its kind, the same in every place.'),
    spans,
  });
}

/**
 * What the model answers, in the order in which it must think: billed codes first, then the elements of the visit, then what was missed.
 * Strict structured output: every property is required, nothing further is allowed. There is no field for prose or for a level: prose
 * could say what no check sees, and the level comes out of the published table.
 */
export const answerSchema = z.object({
  codes: z
    .array(
      z.object({
        code: z.string().describe('The billed code, exactly as listed.'),
        verdict: z.enum(VERDICTS),
        reason: z.enum(REASONS),
        spans,
        better: z
          .array(z.string())
          .describe('Code(s) that the record supports instead; empty when there is none or it is supported.'),
      }),
    )
    .describe('One entry for every billed code.'),
  visit: z
    .object({
      problems: z.array(fact(PROBLEM_KINDS)),
      data: z.array(fact(DATA_KINDS)),
      risk: z.array(fact(RISK_KINDS)),
    })
    .nullable()
    .describe('Elements of medical decision making when a levelled visit (E/M) is billed; otherwise null.'),
  missed: z
    .array(
      z.object({
        kind: z.enum(['diagnosis', 'service']),
        code: z.string(),
        managed: z.boolean().describe('Evaluated, monitored, treated or otherwise acted on in this encounter.'),
        spans,
      }),
    )
    .describe('Documented, acted on, billable and not on the claim.'),
});

export type ModelAnswer = z.infer<typeof answerSchema>;
export type CodeVerdict = ModelAnswer['codes'][number];
export type MissedCandidate = ModelAnswer['missed'][number];
