/** What can be imported, by the name that `revrx codes import` takes. */
export const CODE_KINDS = ['icd10cm', 'hcpcs', 'ptp', 'mue', 'aoc', 'rvu', 'hcc', 'mce', 'lcd'] as const;

export type CodeKind = (typeof CODE_KINDS)[number];

export function isCodeKind(value: string): value is CodeKind {
  return CODE_KINDS.some((kind) => kind === value);
}
