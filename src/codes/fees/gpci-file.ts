/** Geographic practice cost indices of a locality. */
export interface Locality {
  readonly name: string;
  readonly work: number;
  readonly pe: number;
  readonly malpractice: number;
}

/** Which columns hold what; found by their headings, which change in wording each year. */
export interface GpciColumns {
  readonly mac: number;
  readonly locality: number;
  readonly name: number;
  readonly work: number;
  readonly pe: number;
  readonly malpractice: number;
}

export function gpciColumnsOf(cells: readonly string[]): GpciColumns | undefined {
  const at = (...patterns: readonly RegExp[]): number =>
    patterns.map((pattern) => cells.findIndex((cell) => pattern.test(cell))).find((index) => index >= 0) ?? -1;
  const columns: GpciColumns = {
    mac: at(/contractor|\bMAC\b/i),
    locality: at(/locality\s*n(?:umber|o)/i),
    name: at(/locality\s*name/i),
    // With the floor of 1.0 where both are printed: that is what is paid while the floor is law.
    work: at(/(?:PW|work).*with(?!out).*floor/is, /PW\s*GPCI|work\s*GPCI/i),
    pe: at(/(?<!\w)PE\s*GPCI|practice expense/i),
    malpractice: at(/(?<!\w)MP\s*GPCI|malpractice/i),
  };
  return Object.values(columns).some((index) => index < 0) ? undefined : columns;
}

/** A locality by `MAC-number` (`10112-00`); undefined for notes and blank rows. */
export function parseGpciRow(
  cells: readonly string[],
  columns: GpciColumns,
): { readonly key: string; readonly locality: Locality } | undefined {
  const mac = cells[columns.mac] ?? '';
  const number = cells[columns.locality] ?? '';
  const [work = 0, pe = 0, malpractice = 0] = [columns.work, columns.pe, columns.malpractice].map((at) =>
    Number(cells[at] ?? ''),
  );
  if (!/^\d{4,5}$/.test(mac) || !/^\d{1,2}$/.test(number) || !(work > 0 && pe > 0 && malpractice > 0)) return undefined;
  const name = (cells[columns.name] ?? '').replace(/\*+$/, '').trim();
  return { key: `${mac.padStart(5, '0')}-${number.padStart(2, '0')}`, locality: { name, work, pe, malpractice } };
}
