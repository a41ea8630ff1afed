import { isDentalCode, isProcedureCode } from '../import/delimited.ts';

/** What is kept of a row of PPRRVU. No descriptor. Relative values as printed. */
export interface FeeRow {
  readonly work: number;
  readonly nonFacilityPe: number;
  readonly facilityPe: number;
  readonly malpractice: number;
  /** `NA`: not done in that setting as a rule, so there is no price. */
  readonly nonFacilityNa: boolean;
  readonly facilityNa: boolean;
  readonly status: string;
  readonly pctc: string;
  readonly globalDays: string;
  readonly bilateral: string;
}

const COLUMNS = 25;

/** A row by position (31 columns as of 2021; the headings stand on several lines). Undefined for headings, banners and dental codes. */
export function parseFeeRow(
  cells: readonly string[],
): { readonly key: string; readonly row: FeeRow; readonly conversionFactor: number } | undefined {
  const [code, modifier = ''] = cells;
  if (!isProcedureCode(code) || cells.length < COLUMNS || isDentalCode(code) || !/^(?:[0-9A-Z]{2})?$/.test(modifier))
    return undefined;
  const numbers = [5, 6, 8, 10, 24].map((at) => Number(cells[at] ?? ''));
  const [work = 0, nonFacilityPe = 0, facilityPe = 0, malpractice = 0, conversionFactor = 0] = numbers;
  if (numbers.some((value) => !Number.isFinite(value) || value < 0)) return undefined;
  const row: FeeRow = {
    work,
    nonFacilityPe,
    facilityPe,
    malpractice,
    nonFacilityNa: cells[7] === 'NA',
    facilityNa: cells[9] === 'NA',
    status: cells[3] ?? '',
    pctc: cells[13] ?? '',
    globalDays: cells[14] ?? '',
    bilateral: cells[19] ?? '',
  };
  return { key: feeKey(code, modifier), row, conversionFactor };
}

export function feeKey(code: string, modifier: string | undefined): string {
  return modifier === undefined || modifier === '' ? code : `${code}-${modifier}`;
}
