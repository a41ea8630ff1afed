import type { RuleContext } from '../../../rule.ts';
import { isConclusion, mentionsIn } from './record.ts';

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
  // The high calcium of the parathyroid (Excludes1 at E83.5).
  { one: /^E21\.[0-3]$/, other: /^E83\.52$/, code: (one) => one },
  { one: /^M5[01]\.1/, other: /^M54\.[134]/, code: (one) => one },
  { one: /^J44\.9$/, other: /^(?:J1[2-8]|J2[0-2])/, code: () => 'J44.0' },
];

/** The code that says both of two billed conditions; undefined where there is none, or the note parts them. */
export function codeForBoth(context: RuleContext, one: string, other: string): string | undefined {
  const { tables, chart } = context;
  const pair = PAIRS.find((entry) => entry.one.test(one) && entry.other.test(other));
  const code = pair?.code(one, other);
  if (pair === undefined || code === undefined || tables.icd10cm.find(code)?.billable !== true) return undefined;
  if (chart.documents.some(({ text }) => pair.unless?.test(text) === true)) return undefined;
  return namedForBoth(context, code) ?? code;
}

/** What the record itself calls it: `acute gastric ulcer with hemorrhage` is more than the ulcer, chronic or unspecified, with it. */
function namedForBoth(context: RuleContext, code: string): string | undefined {
  const titleOf = (one: string): string => context.tables.icd10cm.find(one)?.title ?? '';
  const complication = /(?<=with(?:out)? )[a-z]+/i.exec(titleOf(code))?.[0];
  if (complication === undefined) return undefined;
  return mentionsIn(context)
    .filter((mention) => mention.assertion === 'asserted' && isConclusion(mention))
    .map(({ codes: [first = ''] }) => first)
    .find(
      (first) =>
        first.startsWith(code.slice(0, 3)) &&
        context.tables.icd10cm.find(first)?.billable === true &&
        titleOf(first).includes(`with ${complication}`),
    );
}

/** Whether another billed code and this one have a code for both: they are then judged together. */
export function isHalfOfPair(context: RuleContext, code: string): boolean {
  return context.chart.claim.diagnoses.some(
    (other) =>
      codeForBoth(context, code, other.code) !== undefined || codeForBoth(context, other.code, code) !== undefined,
  );
}
