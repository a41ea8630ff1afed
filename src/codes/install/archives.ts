import type { CodeKind } from '../release/code-kind.ts';

/** An official archive that `revrx codes install` can fetch. */
export interface Archive {
  /** What the command line takes. */
  readonly id: string;
  readonly kind: CodeKind;
  readonly title: string;
  readonly url: string;
  readonly megabytes: number;
  /** Of the bytes as published, where it is known; an archive without one is confirmed by the person who installs it. */
  readonly sha256: string | undefined;
  /** The archive holds CPT codes, which the American Medical Association licenses. */
  readonly amaTerms: boolean;
}

const CMS = 'https://www.cms.gov/files/zip';

/** Publishers change an archive in place now and then (`_v2`): a checksum is pinned when it has been verified, not before. */
export const ARCHIVES: readonly Archive[] = [
  archive('icd10cm-2027', 'icd10cm', 'ICD-10-CM FY2027 codes and titles', '2027-code-descriptions-tabular-order', 2.21),
  archive(
    'icd10cm-2026',
    'icd10cm',
    'ICD-10-CM FY2026 tabular list with all notes',
    '2026-code-tables-tabular-and-index',
    22.1,
  ),
  archive('hcpcs-2026q4', 'hcpcs', 'HCPCS Level II, October 2026', 'october-2026-alpha-numeric-hcpcs-file', 2.52),
  ...[20.2, 19.2, 19.8, 17.9].map((megabytes, i) =>
    archive(
      `ptp-2026q4-f${i + 1}`,
      'ptp',
      `NCCI PTP edits, practitioner, 2026 Q4, part ${i + 1} of 4`,
      `medicare-ncci-2026q4-practitioner-ptp-edits-ccipra-v323r0-f${i + 1}`,
      megabytes,
    ),
  ),
  archive(
    'mue-2026q4',
    'mue',
    'NCCI MUE, practitioner, 2026 Q4',
    'medicare-ncci-2026-q4-practitioner-services-mue-table',
    0.41,
  ),
  archive('rvu-2026d', 'rvu', 'Medicare physician fee schedule, October 2026', 'rvu26d', 6.18),
];

/** Archives by id or by kind (`ptp`: all its parts). */
export function findArchives(name: string): readonly Archive[] {
  return ARCHIVES.filter(({ id, kind }) => id === name || kind === name);
}

function archive(id: string, kind: CodeKind, title: string, file: string, megabytes: number): Archive {
  const amaTerms = kind === 'ptp' || kind === 'mue' || kind === 'rvu';
  return { id, kind, title, url: `${CMS}/${file}.zip`, megabytes, sha256: undefined, amaTerms };
}
