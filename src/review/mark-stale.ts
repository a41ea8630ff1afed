import type { CodeTables } from '#codes/index.ts';
import type { Finding } from './finding.ts';

/** A finding that a release of another year than the service has judged says so; every other is left as it is. */
export function markStale(finding: Finding, tables: CodeTables): Finding {
  const { tableRelease, rationale } = finding;
  if (tableRelease === undefined) return finding;
  const release = [tables.icd10cm, tables.hcpcs, tables.ptp, tables.mue, tables.addOn, tables.mce, tables.lcd]
    .map((table) => table?.release)
    .find((one) => one?.label === tableRelease);
  if (release?.stale !== true || release.starter) return finding;
  return {
    ...finding,
    rationale: `${rationale} Judged by ${tableRelease}, which was not in force on the date of service.`,
  };
}
