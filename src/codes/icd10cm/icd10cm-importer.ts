import { fiscalYear, monthIn, yearIn } from '../import/dates.ts';
import { importError } from '../import/import-error.ts';
import type { Importer, ImportOptions, Member, ReleaseDraft } from '../import/importer.ts';
import { type ByteSink, lineSink, textSink } from '../import/sinks.ts';
import type { Sections } from '../release/release-file.ts';
import { type CodeRow, type Icd10cmData, NO_NOTES, packCodes, type PackedCodes } from './icd10cm-data.ts';
import { fromIcd10cmSections, originOf, toIcd10cmSections } from './icd10cm-release.ts';
import { isOrderLine, parseOrderLine } from './order-file.ts';
import { parseTabularXml, type TabularList } from './tabular-xml.ts';

const MAX_XML_BYTES = 100_000_000;

interface Named<T> {
  readonly from: Member;
  readonly content: T;
}

/** Order file and tabular list, in either order, together or one after the other. */
export function createIcd10cmImporter(options: ImportOptions): Importer {
  let order: Named<CodeRow[]> | undefined;
  let tabular: Named<TabularList> | undefined;
  return {
    expects: 'the ICD-10-CM order file (icd10cm_order_YYYY.txt) or tabular list (icd10cm_tabular_YYYY.xml)',
    open(member): ByteSink | undefined {
      if (member.head.includes('<ICD10CM.tabular')) {
        refuseSecond(tabular, member, 'tabular list');
        return textSink(member.displayName, MAX_XML_BYTES, (xml) => {
          tabular = { from: member, content: parseTabularXml(xml, member.displayName) };
        });
      }
      if (!isOrderFile(member)) return undefined;
      refuseSecond(order, member, 'order file');
      const rows: CodeRow[] = [];
      order = { from: member, content: rows };
      return lineSink(member.displayName, (line, number) => {
        const row = parseOrderLine(line, { file: member.displayName, line: number });
        if (row !== undefined) rows.push(row);
      });
    },
    finish(existing): ReleaseDraft[] {
      const own = windowOf(options, order?.from, tabular);
      const windows = order !== undefined && tabular !== undefined ? [own] : [own, ...sisterWindows(own)];
      const window = windows.find(({ label }) => existing('', label) !== undefined) ?? own;
      const stored = existing('', window.label);
      return [draftOf({ order: order?.content, tabular: tabular?.content, stored }, window)];
    },
  };
}

function isOrderFile(member: Member): boolean {
  const firstLine =
    member.head
      .replace(/^\uFEFF/, '')
      .split('\n')
      .find((line) => line.trim() !== '') ?? '';
  return isOrderLine(firstLine) && !/addend/i.test(member.fileName);
}

function refuseSecond(first: Named<unknown> | undefined, second: Member, what: string): void {
  if (first === undefined) return;
  throw importError(
    `Two files hold an ICD-10-CM ${what}: ${first.from.displayName} and ${second.displayName}. Import one release at a time.`,
  );
}

interface Window {
  readonly label: string;
  readonly from: string;
  readonly to: string;
}

/** A release of January or April serves from that day; the year of all is the fiscal year. */
function windowOf(options: ImportOptions, order: Member | undefined, tabular: Named<TabularList> | undefined): Window {
  const names = [order, tabular?.from].filter((member) => member !== undefined);
  const spoken = names.map(({ fileName, archive }) => yearIn(fileName) ?? yearIn(archive ?? ''));
  const version = yearIn(tabular?.content.version ?? '');
  const years = [...new Set([...spoken, version].filter((year) => year !== undefined))];
  if (options.year === undefined && years.length > 1) {
    throw importError(
      `The files are of different years (${years.join(', ')}). Import one year at a time, or say which with --year.`,
    );
  }
  const year = options.year ?? years[0];
  if (year === undefined)
    throw importError('The fiscal year stands neither in the file names nor in the files. Say it with --year.');
  const fiscal = fiscalYear(year);
  const month = names.map(({ fileName }) => monthIn(fileName)).find((found) => found === 1 || found === 4);
  const from = options.effective ?? (month === undefined ? fiscal.from : `${year}-0${month}-01`);
  return windowFrom(year, from);
}

function windowFrom(year: number, from: string): Window {
  const fiscal = fiscalYear(year);
  const suffix = from === fiscal.from ? '' : ` (from ${from})`;
  return { label: `ICD-10-CM FY${year}${suffix}`, from, to: fiscal.to };
}

/** Order file and tabular list of one release may come one after the other, and only one of their names may say "January". */
function sisterWindows(own: Window): Window[] {
  const year = Number(own.to.slice(0, 4));
  return [fiscalYear(year).from, `${year}-01-01`, `${year}-04-01`].map((from) => windowFrom(year, from));
}

interface Parts {
  readonly order: readonly CodeRow[] | undefined;
  readonly tabular: TabularList | undefined;
  /** The release of that label which is there already: what is not given now is kept. */
  readonly stored: Sections | undefined;
}

function draftOf({ order, tabular, stored }: Parts, window: Window): ReleaseDraft {
  const kept = stored === undefined ? undefined : { data: fromIcd10cmSections(stored), origin: originOf(stored) };
  const codes =
    codesOf(order, tabular, kept?.origin.hasOrder === true ? kept.data.codes : undefined) ?? kept?.data.codes;
  if (codes === undefined || codes.count === 0)
    throw importError('The files hold no ICD-10-CM codes. Download them again.');
  const data: Icd10cmData = { codes, notes: tabular?.notes ?? kept?.data.notes ?? NO_NOTES };
  const origin = {
    hasOrder: order !== undefined || kept?.origin.hasOrder === true,
    hasTabular: tabular !== undefined || kept?.origin.hasTabular === true,
  };
  return {
    variant: '',
    label: window.label,
    effectiveFrom: window.from,
    effectiveTo: window.to,
    rows: codes.count,
    sections: toIcd10cmSections(data, origin),
  };
}

function codesOf(
  order: readonly CodeRow[] | undefined,
  tabular: TabularList | undefined,
  keptOrder: PackedCodes | undefined,
): PackedCodes | undefined {
  if (order !== undefined) return packCodes(order);
  return keptOrder ?? (tabular === undefined ? undefined : packCodes(tabular.codes));
}
