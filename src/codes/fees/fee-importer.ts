import { delimitedSink, type DelimitedRow } from '../import/delimited.ts';
import { importError } from '../import/import-error.ts';
import type { Importer, ImportOptions, Member, ReleaseDraft } from '../import/importer.ts';
import { quarterOf } from '../import/quarter-of.ts';
import type { Sections } from '../release/release-file.ts';
import { jsonBytes, section } from '../release/sections.ts';
import { type GpciColumns, gpciColumnsOf, type Locality, parseGpciRow } from './gpci-file.ts';
import { type FeeRow, parseFeeRow } from './pprrvu-file.ts';

interface FeeFile {
  readonly member: Member;
  readonly rows: Map<string, FeeRow>;
  readonly factors: Map<number, number>;
}

/**
 * The Medicare physician fee schedule: PPRRVU (CSV), with GPCI from the same archive or beside it. The conversion factor is the one
 * in the file unless one is given. Where there are two files, for QPP participants and others, each is a release of its own.
 */
export function createFeeImporter(options: ImportOptions): Importer {
  const files: FeeFile[] = [];
  const localities = new Map<string, Locality>();
  let gpciSource: Member | undefined;
  return {
    expects: 'the relative value file (PPRRVUyyyy_….csv) or the localities (GPCIyyyy.csv)',
    open(member) {
      if (holdsFees(member)) {
        const file: FeeFile = { member, rows: new Map(), factors: new Map() };
        files.push(file);
        return delimitedSink(member.displayName, ',', (row) => addRow(file, row));
      }
      if (!holdsLocalities(member)) return undefined;
      gpciSource = member;
      let columns: GpciColumns | undefined;
      return delimitedSink(member.displayName, ',', ({ cells }) => {
        const parsed = columns === undefined ? undefined : parseGpciRow(cells, columns);
        if (parsed !== undefined) localities.set(parsed.key, parsed.locality);
        columns ??= gpciColumnsOf(cells);
      });
    },
    finish(existing): ReleaseDraft[] {
      if (files.length > 0) return files.map((file) => draftOf(file, localities, options, existing));
      if (gpciSource === undefined || localities.size === 0)
        throw importError('The GPCI file holds no localities. Download it again.');
      return completed(gpciSource, localities, options, existing);
    },
  };
}

function holdsFees(member: Member): boolean {
  return (
    member.head.split('\n').some((line) => parseFeeRow(line.split(',').map((cell) => cell.trim())) !== undefined) ||
    (/CONV/.test(member.head) &&
      /GLOB/.test(member.head) &&
      /HCPCS/.test(member.head) &&
      /\.csv$/i.test(member.fileName))
  );
}

function holdsLocalities(member: Member): boolean {
  return (
    /GPCI/i.test(member.head) &&
    /locality/i.test(member.head) &&
    member.head.includes(',') &&
    !/\.txt$/i.test(member.fileName)
  );
}

function addRow({ rows, factors }: FeeFile, { cells }: DelimitedRow): void {
  const parsed = parseFeeRow(cells);
  if (parsed === undefined) return;
  rows.set(parsed.key, parsed.row);
  if (parsed.conversionFactor > 0)
    factors.set(parsed.conversionFactor, (factors.get(parsed.conversionFactor) ?? 0) + 1);
}

type Existing = (variant: string, label: string) => Sections | undefined;

function draftOf(
  file: FeeFile,
  localities: ReadonlyMap<string, Locality>,
  options: ImportOptions,
  existing: Existing,
): ReleaseDraft {
  const { member, rows, factors } = file;
  if (rows.size === 0) throw importError(`${member.displayName} holds no relative values. Download it again.`);
  const conversionFactor = options.conversionFactor ?? [...factors].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  if (conversionFactor === undefined) {
    throw importError(`${member.displayName} names no conversion factor. Say it with --conversion-factor.`);
  }
  const { name, from } = quarterOf(member, options);
  const variant = /qpp/i.test(member.fileName) && !/non[-_ ]?qpp/i.test(member.fileName) ? 'qpp' : '';
  const label = `Medicare physician fee schedule ${name}`;
  const stored = localities.size > 0 ? undefined : existing(variant, label)?.['localities'];
  const sections = {
    rows: jsonBytes(Object.fromEntries(rows)),
    factor: jsonBytes({ conversionFactor }),
    localities: stored ?? jsonBytes(Object.fromEntries(localities)),
  };
  return { variant, label, effectiveFrom: from, effectiveTo: `${from.slice(0, 4)}-12-31`, rows: rows.size, sections };
}

/** Localities alone complete the releases of their year that are there. */
function completed(
  source: Member,
  localities: ReadonlyMap<string, Locality>,
  options: ImportOptions,
  existing: Existing,
): ReleaseDraft[] {
  const year = options.year ?? Number(/20\d\d/.exec(`${source.fileName} ${source.archive ?? ''}`)?.[0] ?? Number.NaN);
  const drafts = [1, 2, 3, 4].flatMap((quarter) =>
    ['', 'qpp'].flatMap((variant) => {
      const label = `Medicare physician fee schedule ${year}Q${quarter}`;
      const stored = existing(variant, label);
      if (stored === undefined) return [];
      const sections = {
        rows: section(stored, 'rows'),
        factor: section(stored, 'factor'),
        localities: jsonBytes(Object.fromEntries(localities)),
      };
      const effectiveFrom = `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`;
      return [{ variant, label, effectiveFrom, effectiveTo: `${year}-12-31`, rows: localities.size, sections }];
    }),
  );
  if (drafts.length > 0) return drafts;
  throw importError(
    `${source.displayName}: there are no relative values of its year yet. Import PPRRVU first, or both together.`,
  );
}
