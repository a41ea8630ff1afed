import type { CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import type { PricedFinding } from './allowed-difference.ts';

type HccTable = NonNullable<CodeTables['hcc']>;

/** A risk category of CMS-HCC, for information. */
export interface RiskCategory {
  readonly category: string;
  readonly label: string | undefined;
}

/** What a finding would change in the risk categories of this claim's diagnoses, both ways alike. */
export interface RiskChange {
  readonly adds: readonly RiskCategory[];
  readonly removes: readonly RiskCategory[];
}

/**
 * Compares the categories of the billed diagnoses with those of the diagnoses as the finding has them; a category that counts for
 * nothing beside a higher one of the claim is not one. What other encounters of the year hold is not known here.
 */
export function riskChange(
  { billed, suggested }: Pick<PricedFinding, 'billed' | 'suggested'>,
  { diagnoses }: DeidentifiedChart['claim'],
  hcc: HccTable,
): RiskChange {
  const before = diagnoses.map(({ code }) => code);
  const after = [...before.filter((code) => !billed.includes(code)), ...suggested];
  const [was, becomes] = [countingCategories(before, hcc), countingCategories(after, hcc)];
  const named = (categories: ReadonlySet<string>): RiskCategory[] =>
    [...categories].toSorted().map((category) => ({ category, label: hcc.label(category) }));
  return { adds: named(without(becomes, was)), removes: named(without(was, becomes)) };
}

function countingCategories(codes: readonly string[], hcc: HccTable): ReadonlySet<string> {
  const all = new Set(codes.flatMap((code) => hcc.categoriesOf(code)));
  return without(all, new Set([...all].flatMap((category) => hcc.categoriesBelow(category))));
}

function without(categories: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...categories].filter((category) => !others.has(category)));
}
