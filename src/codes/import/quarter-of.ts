import { calendarQuarter, monthIn, yearIn } from './dates.ts';
import { importError } from './import-error.ts';
import type { ImportOptions, Member } from './importer.ts';

export interface QuarterWindow {
  /** `2026Q1`. */
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The quarter that a file of a quarterly table is for: from `--effective`, else from the name of the file or its archive
 * (`2026q4`, `Eff_01-01-2026`, `HCPC2026_OCT`, `RVU26D`, `v323r0`).
 * @throws AppError `codes-import-failed` when nothing says it
 */
export function quarterOf(member: Member, options: ImportOptions): QuarterWindow {
  const said = options.effective === undefined ? undefined : fromDate(options.effective);
  const found = said ?? [member.fileName, member.archive ?? ''].map(fromName).find((quarter) => quarter !== undefined);
  const [year, quarter] = found ?? [options.year, options.year === undefined ? undefined : 1];
  if (year === undefined || quarter === undefined) {
    throw importError(
      `${member.displayName}: its name does not say from when it is in force. Say it with --effective YYYY-MM-DD.`,
    );
  }
  return { name: `${year}Q${quarter}`, ...calendarQuarter(year, quarter) };
}

type YearAndQuarter = readonly [number, number];

function fromName(name: string): YearAndQuarter | undefined {
  const text = name.toLowerCase();
  const spelled = /(20\d\d)[-_ ]?q([1-4])/.exec(text) ?? swap(/q([1-4])[-_ ]?(20\d\d)/.exec(text));
  if (spelled !== null) return [Number(spelled[1]), Number(spelled[2])];
  const american = /(\d{2})-(\d{2})-(20\d\d)/.exec(text);
  if (american !== null) return fromMonth(Number(american[3]), Number(american[1]));
  const rvu = /rvu(\d\d)([a-d])/.exec(text);
  if (rvu !== null) return [2000 + Number(rvu[1]), 'abcd'.indexOf(rvu[2] ?? 'a') + 1];
  // NCCI counts its versions by year: v32.0 to v32.3 are the quarters of 2026.
  const ncci = /v(\d\d)([0-3])r\d/.exec(text);
  if (ncci !== null) return [1994 + Number(ncci[1]), Number(ncci[2]) + 1];
  const [year, month] = [yearIn(text), monthIn(text.replace(/[_\d-]+/g, ' '))];
  return year === undefined || month === undefined ? undefined : fromMonth(year, month);
}

function fromDate(date: string): YearAndQuarter {
  return fromMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));
}

function fromMonth(year: number, month: number): YearAndQuarter {
  return [year, Math.floor((Math.min(12, Math.max(1, month)) - 1) / 3) + 1];
}

function swap(match: RegExpExecArray | null): readonly [string, string | undefined, string | undefined] | null {
  return match === null ? null : [match[0], match[2], match[1]];
}
