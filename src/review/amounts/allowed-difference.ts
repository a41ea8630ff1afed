import type { CodeTables } from '#codes/index.ts';
import type { BilledItem, DeidentifiedChart } from '#deidentify/index.ts';
import type { Finding, FindingKind } from '../finding.ts';
import { isFacility } from './facility.ts';

type FeeTable = NonNullable<CodeTables['fees']>;
type Claim = DeidentifiedChart['claim'];
export type PricedFinding = Pick<Finding, 'kind' | 'billed' | 'suggested'>;

/** What a finding would change in allowed amounts, in cents; or why that cannot be said. */
export type AllowedDifference =
  | { readonly kind: 'priced'; readonly billedCents: number; readonly suggestedCents: number }
  | { readonly kind: 'not-priced'; readonly reason: string };

/** Kinds in which the suggested services take the place of the billed ones, nothing where none are suggested. */
const REPLACES: ReadonlySet<FindingKind> = new Set([
  'level-of-service',
  'missed-service',
  'unsupported-service',
  'add-on-without-primary',
]);
/** Kinds about diagnoses, on which the physician fee schedule does not depend. */
const WITHOUT_AMOUNT: ReadonlySet<FindingKind> = new Set([
  'missed-diagnosis',
  'unsupported-diagnosis',
  'diagnosis-specificity',
  'wrong-diagnosis',
  'excludes1-conflict',
  'sequencing',
  'demographic-conflict',
  'diagnosis-pointer',
  'documentation-gap',
]);
/** Modifiers that the fee schedule prices apart: professional and technical component, discontinued procedure. */
const PRICED_MODIFIER = /^(?:26|TC|53)$/;

/**
 * The difference that a finding makes in what the fee schedule allows: both signs alike. For information of the revenue cycle only: no
 * rule, order or confidence knows it. Reductions for several procedures, payers' contracts and edits are not in it.
 */
export function allowedDifference(finding: PricedFinding, claim: Claim, fees: FeeTable): AllowedDifference {
  const { kind, billed, suggested } = finding;
  if (WITHOUT_AMOUNT.has(kind)) return notPriced('the fee schedule does not depend on diagnoses');
  const changesModifier =
    kind === 'modifier' && [...billed, ...suggested].some((code) => modifierOf(code) !== undefined);
  if (!REPLACES.has(kind) && !changesModifier) return notPriced('what changes depends on how it is resolved');
  if (kind === 'modifier' && (billed.length !== 1 || suggested.length !== 1))
    return notPriced('what changes depends on how it is resolved');
  const line = lineOf(claim, billed[0] ?? '');
  const price = (code: string, own: BilledItem | undefined) => priceOf(code, own ?? line ?? claim.items[0], fees);
  const before = billed.map((code) => price(code, lineOf(claim, code)));
  const units = kind === 'level-of-service' || kind === 'modifier' ? (line?.units ?? 1) : 1;
  const after = suggested.map((code) => price(code, undefined));
  if ([...before, ...after].includes(undefined))
    return notPriced('the fee schedule has no amount for one of the codes');
  const billedCents = sum(billed.map((code, at) => (before[at] ?? 0) * (lineOf(claim, code)?.units ?? 1)));
  return { kind: 'priced', billedCents, suggestedCents: sum(after.map((cents) => (cents ?? 0) * units)) };
}

function priceOf(code: string, line: BilledItem | undefined, fees: FeeTable): number | undefined {
  return fees.allowedCents(bareOf(code), modifierOf(code), isFacility(line?.placeOfService));
}

function lineOf({ items }: Claim, code: string): BilledItem | undefined {
  return items.find((item) => item.code === bareOf(code));
}

function bareOf(code: string): string {
  return code.split('-')[0] ?? code;
}

function modifierOf(code: string): string | undefined {
  return code
    .split('-')
    .slice(1)
    .find((modifier) => PRICED_MODIFIER.test(modifier));
}

function sum(cents: readonly number[]): number {
  return cents.reduce((total, each) => total + each, 0);
}

function notPriced(reason: string): AllowedDifference {
  return { kind: 'not-priced', reason };
}
