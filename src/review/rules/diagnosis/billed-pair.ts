import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { namingEvidence } from './reading/naming-evidence.ts';
import { supportOf } from './reading/support.ts';

interface Pair {
  readonly one: RegExp;
  readonly other: RegExp;
  /** The code that says both. */
  code(one: string, other: string): string;
  /** Words of the note that part the two. */
  readonly unless?: RegExp;
}

/** Conditions that have one code for both, by the codes that are billed for each alone. */
const PAIRS: readonly Pair[] = [
  { one: /^N20\.[0129]$/, other: /^N13\.3/, code: () => 'N13.2' },
  { one: /^K70\.30$/, other: /^R18\.8$/, code: () => 'K70.31' },
  { one: /^K80\.20$/, other: /^K81\.0$/, code: () => 'K80.00' },
  { one: /^K80\.20$/, other: /^K81\.1$/, code: () => 'K80.10' },
  {
    one: /^K57\.30$/,
    other: /^(?:K92\.[12]|K62\.5)$/,
    code: () => 'K57.31',
    unless: /not (?:the )?source|hemorrhoidal/i,
  },
  {
    one: /^K57\.32$/,
    other: /^(?:K92\.[12]|K62\.5)$/,
    code: () => 'K57.33',
    unless: /not (?:the )?source|hemorrhoidal/i,
  },
  { one: /^K2([5-7])\.9$/, other: /^K92\.[012]$/, code: (one) => `${one.slice(0, 3)}.4` },
  { one: /^K29\.([2-7])0$/, other: /^K92\.[012]$/, code: (one) => `${one.slice(0, 5)}1` },
  { one: /^N40\.0$/, other: /^(?:R35\.[01]|R39\.1[1246]|R33\.8|R39\.15)$/, code: () => 'N40.1' },
  { one: /^N30\.([0129])0$/, other: /^R31/, code: (one) => `${one.slice(0, 5)}1` },
  { one: /^K50\.90$/, other: /^K62\.5$/, code: () => 'K50.911' },
  { one: /^K51\.90$/, other: /^K62\.5$/, code: () => 'K51.911' },
  { one: /^I25\.10$/, other: /^I20\.0$/, code: () => 'I25.110' },
  { one: /^I25\.10$/, other: /^I20\.[89]$/, code: (_one, other) => (other === 'I20.8' ? 'I25.118' : 'I25.119') },
  { one: /^E11\.9$/, other: /^E16\.2$/, code: () => 'E11.649' },
  { one: /^E10\.9$/, other: /^E16\.2$/, code: () => 'E10.649' },
  { one: /^E1([01])\.9$/, other: /^R73\.9$/, code: (one) => `${one.slice(0, 3)}.65` },
  { one: /^J44\.9$/, other: /^(?:J1[2-8]|J2[0-2])/, code: () => 'J44.0' },
];

/** Two billed codes for what one combination code says. */
export const billedPair: Rule = {
  id: 'billed-pair',
  source: 'ICD-10-CM Official Guidelines, Section I.B.9 (combination codes)',
  evaluate(context) {
    const codes = context.chart.claim.diagnoses.map(({ code }) => code);
    return {
      findings: codes.flatMap((one) => codes.flatMap((other) => (one === other ? [] : judge(context, one, other)))),
    };
  },
};

function judge(context: RuleContext, one: string, other: string): Finding[] {
  const pair = PAIRS.find((entry) => entry.one.test(one) && entry.other.test(other));
  if (pair === undefined) return [];
  const code = pair.code(one, other);
  if (context.tables.icd10cm.find(code)?.billable !== true) return [];
  if (context.chart.documents.some(({ text }) => pair.unless?.test(text) === true)) return [];
  // The infection keeps its own code beside J44.0, and the symptom its own beside N40.1.
  const keepsOther = code === 'J44.0' || code === 'N40.1';
  return [
    findingOf(billedPair, context, {
      kind: 'diagnosis-specificity',
      direction: keepsOther ? 'under' : 'neutral',
      billed: keepsOther ? [one] : [one, other],
      suggested: [code],
      evidence: namingEvidence(context, [code, one, other]),
      confidence: 0.85,
      rationale: `${code} (${context.tables.icd10cm.find(code)?.title ?? ''}) says both conditions in one code.`,
    }),
  ];
}

/** An exacerbation of COPD with a lower respiratory infection takes both J44.1 and J44.0. */
export const copdInfection: Rule = {
  id: 'copd-infection',
  source: 'ICD-10-CM, J44.0 and J44.1 (Excludes2); Official Guidelines, Section I.C.10.a',
  evaluate(context) {
    const codes = context.chart.claim.diagnoses.map(({ code }) => code);
    const infection = codes.find(
      (code) => /^(?:J1[2-8]|J2[0-2])/.test(code) && supportOf(context, code).type === 'supported',
    );
    if (infection === undefined || !codes.includes('J44.1') || codes.includes('J44.0')) return { findings: [] };
    const finding = findingOf(copdInfection, context, {
      kind: 'missed-diagnosis',
      direction: 'under',
      billed: [],
      suggested: ['J44.0'],
      evidence: namingEvidence(context, ['J44.0', infection]),
      confidence: 0.82,
      rationale: `COPD with a lower respiratory infection (${infection}) takes J44.0 beside the exacerbation.`,
    });
    return { findings: [finding] };
  },
};
