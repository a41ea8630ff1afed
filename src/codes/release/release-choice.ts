import type { Release } from '../code-tables.ts';
import type { CodeKind } from './code-kind.ts';
import type { StoredRelease } from './release-store.ts';

/**
 * The release of a kind that judges a date of service: the latest that was in force by then. Before the first there is, the first
 * serves; that it does not belong to the date is then told by `stale`.
 */
export function releaseInForce(
  releases: readonly StoredRelease[],
  wanted: { readonly kind: CodeKind; readonly variant: string; readonly date: string },
): StoredRelease | undefined {
  const ofKind = releases.filter(({ header }) => header.kind === wanted.kind && header.variant === wanted.variant);
  const begun = ofKind.filter(({ header }) => header.effectiveFrom <= wanted.date);
  return (begun.length > 0 ? begun : ofKind.slice(0, 1)).reduce<StoredRelease | undefined>(
    (latest, release) =>
      latest === undefined || release.header.effectiveFrom >= latest.header.effectiveFrom ? release : latest,
    undefined,
  );
}

/** How the release stands to the date of service. One whose year or quarter has passed, or has not begun, is stale. */
export function releaseOn({ header }: StoredRelease, date: string): Release {
  const passed = header.effectiveTo !== '' && date > header.effectiveTo;
  return { label: header.label, starter: false, stale: passed || date < header.effectiveFrom };
}
