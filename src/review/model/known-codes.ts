import type { CodeTables } from '#codes/index.ts';
import { isEmCode } from '../em/em-families.ts';
import type { DropReason } from './model-outcome.ts';

/** Whether a diagnosis may be suggested: in the loaded table, billable. Otherwise why not. */
export function checkDiagnosis(code: string, { icd10cm }: CodeTables): DropReason | undefined {
  const known = icd10cm.find(code);
  if (known?.code !== code) return 'unknown-code';
  return known.billable ? undefined : 'code-not-billable';
}

/** The same for a service: some loaded table names it. E/M levels come out of the decision table alone. */
export function checkService(code: string, tables: CodeTables): DropReason | undefined {
  if (isEmCode(code)) return 'level-not-from-table';
  if (!/^[A-Z\d]\d{3}[A-Z\d]$/.test(code)) return 'unknown-code';
  const hcpcs = tables.hcpcs?.find(code);
  if (hcpcs !== undefined) return hcpcs.terminated ? 'code-not-billable' : undefined;
  const known =
    tables.fees?.indicators(code) !== undefined ||
    tables.mue?.find(code) !== undefined ||
    tables.addOn?.find(code) !== undefined;
  return known ? undefined : 'unknown-code';
}

/** The releases that a check of a service code can rest on, for the finding's table. */
export function serviceRelease(code: string, { hcpcs, fees, mue, addOn }: CodeTables): string | undefined {
  if (hcpcs?.find(code) !== undefined) return hcpcs.release.label;
  if (fees?.indicators(code) !== undefined) return fees.release.label;
  if (mue?.find(code) !== undefined) return mue.release.label;
  return addOn?.find(code) === undefined ? undefined : addOn.release.label;
}
