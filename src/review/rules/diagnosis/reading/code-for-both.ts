import type { RuleContext } from '../../../rule.ts';

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
  // The radiculopathy or sciatica of a disc (Excludes1 at M54.1, M54.3 and M54.4).
  { one: /^M5[01]\.1/, other: /^M54\.[134]/, code: (one) => one },
  { one: /^J44\.9$/, other: /^(?:J1[2-8]|J2[0-2])/, code: () => 'J44.0' },
];

/** The code that says both of two billed conditions; undefined where there is none, or the note parts them. */
export function codeForBoth({ tables, chart }: RuleContext, one: string, other: string): string | undefined {
  const pair = PAIRS.find((entry) => entry.one.test(one) && entry.other.test(other));
  const code = pair?.code(one, other);
  if (pair === undefined || code === undefined || tables.icd10cm.find(code)?.billable !== true) return undefined;
  return chart.documents.some(({ text }) => pair.unless?.test(text) === true) ? undefined : code;
}

/** Whether another billed code and this one have a code for both: they are then judged together. */
export function isHalfOfPair(context: RuleContext, code: string): boolean {
  return context.chart.claim.diagnoses.some(
    (other) =>
      codeForBoth(context, code, other.code) !== undefined || codeForBoth(context, other.code, code) !== undefined,
  );
}
