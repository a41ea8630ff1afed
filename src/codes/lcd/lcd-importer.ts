import { delimitedSink, isDentalCode, isProcedureCode } from '../import/delimited.ts';
import { importError } from '../import/import-error.ts';
import type { Importer, ImportOptions, Member, ReleaseDraft } from '../import/importer.ts';
import { isDate } from '../import/dates.ts';
import { isCodeShaped, toUndotted } from '../icd10cm/code-format.ts';
import { jsonBytes } from '../release/sections.ts';

/** The three lists of the Medicare Coverage Database that join articles with codes (article_x_…csv). Text columns are dropped. */
const PARTS = [
  { part: 'services', column: 'hcpc_code_id', file: /hcpc/i },
  { part: 'covered', column: 'icd10_code_id', file: /icd10_covered/i },
  { part: 'noncovered', column: 'icd10_code_id', file: /icd10_noncovered/i },
] as const;

type Part = (typeof PARTS)[number]['part'];

export function createLcdImporter(options: ImportOptions): Importer {
  const lists: Readonly<Record<Part, Map<string, Set<string>>>> = {
    services: new Map(),
    covered: new Map(),
    noncovered: new Map(),
  };
  return {
    expects:
      'article code lists of the Medicare Coverage Database (article_x_hcpc_code.csv, article_x_icd10_covered.csv)',
    open(member) {
      const found = PARTS.find(
        ({ file, column }) => file.test(member.fileName) && member.head.toLowerCase().includes(column),
      );
      if (found === undefined || !member.head.toLowerCase().includes('article_id')) return undefined;
      return listSink(member, found.column, lists[found.part]);
    },
    finish(): ReleaseDraft[] {
      if (lists.services.size === 0 || lists.covered.size + lists.noncovered.size === 0) {
        throw importError(
          'Both lists are needed: article_x_hcpc_code.csv and article_x_icd10_covered.csv. Give the files of one download together.',
        );
      }
      const from = options.effective;
      if (from === undefined || !isDate(from)) {
        throw importError(
          'The lists do not say their date. Say with --effective YYYY-MM-DD when they were downloaded.',
        );
      }
      const sections = Object.fromEntries(Object.entries(lists).map(([part, list]) => [part, jsonBytes(toJson(list))]));
      return [
        {
          variant: '',
          label: `LCD articles ${from}`,
          effectiveFrom: from,
          effectiveTo: '',
          rows: lists.services.size,
          sections,
        },
      ];
    },
  };
}

function listSink(member: Member, column: string, list: Map<string, Set<string>>) {
  let heading: readonly string[] | undefined;
  return delimitedSink(member.displayName, ',', ({ cells, line }) => {
    if (heading === undefined) {
      heading = cells.map((cell) => cell.toLowerCase());
      return;
    }
    const article = cells[heading.indexOf('article_id')] ?? '';
    const code = toUndotted(cells[heading.indexOf(column)] ?? '');
    if (!/^\d+$/.test(article))
      throw importError(
        `${member.displayName}, line ${line}: the article's number is missing. Download the file again.`,
      );
    const isCode = column === 'hcpc_code_id' ? isProcedureCode(code) && !isDentalCode(code) : isCodeShaped(code);
    if (isCode) list.set(article, (list.get(article) ?? new Set()).add(code));
  });
}

function toJson(list: ReadonlyMap<string, ReadonlySet<string>>): Record<string, string[]> {
  return Object.fromEntries([...list].map(([article, codes]) => [article, [...codes]]));
}
