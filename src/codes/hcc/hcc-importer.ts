import { yearIn } from '../import/dates.ts';
import { delimitedSink } from '../import/delimited.ts';
import { importError } from '../import/import-error.ts';
import type { Importer, ImportOptions, Member, ReleaseDraft } from '../import/importer.ts';
import type { ByteSink } from '../import/sinks.ts';
import { toUndotted } from '../icd10cm/code-format.ts';
import type { Sections } from '../release/release-file.ts';
import { jsonBytes } from '../release/sections.ts';

/** The model that judges Medicare Advantage since 2024; others of the files are kept apart as variants. */
export const DEFAULT_MODEL = 'cms-hcc-v28';

interface Model {
  readonly categories: Map<string, string[]>;
  readonly below: Map<string, string[]>;
  readonly labels: Map<string, string>;
}

const PARTS = [
  { part: 'categories', header: /^"?diagnosis_code"?,"?cc"?,"?model_name"?/i },
  { part: 'hierarchies', header: /^"?cc_parent"?,"?cc_child"?,/i },
  { part: 'labels', header: /^"?cc"?,"?label"?,/i },
] as const;

/** CMS-HCC: diagnosis to category, with hierarchies and labels when they are given too (ra_dx_to_cc, ra_hierarchies, ra_labels). */
export function createHccImporter(options: ImportOptions): Importer {
  const models = new Map<string, Model>();
  let source: Member | undefined;
  const modelOf = (name: string): Model => {
    const model = models.get(name) ?? { categories: new Map(), below: new Map(), labels: new Map() };
    models.set(name, model);
    return model;
  };
  return {
    expects: 'CMS-HCC mappings (ra_dx_to_cc_YYYY.csv), hierarchies or labels',
    open(member): ByteSink | undefined {
      const part = PARTS.find(({ header }) =>
        header.test(member.head.replace(/^\u00EF\u00BB\u00BF|^\uFEFF/, '')),
      )?.part;
      if (part === undefined) return undefined;
      if (part === 'categories') source = member;
      return delimitedSink(member.displayName, ',', ({ cells, line }) => {
        if (line > 1) readRow(part, cells, modelOf, `${member.displayName}, line ${line}`);
      });
    },
    finish(existing): ReleaseDraft[] {
      if (source === undefined)
        throw importError(
          'The mappings are missing: import ra_dx_to_cc_YYYY.csv, with hierarchies and labels beside it.',
        );
      const year = options.year ?? yearIn(source.fileName) ?? yearIn(source.archive ?? '');
      if (year === undefined)
        throw importError(`${source.displayName}: its name does not say the payment year. Say it with --year.`);
      return [...models]
        .filter(([, { categories }]) => categories.size > 0)
        .map(([name, model]) => draftOf(name, model, year, existing));
    },
  };
}

function draftOf(
  variant: string,
  { categories, below, labels }: Model,
  year: number,
  existing: (variant: string, label: string) => Sections | undefined,
): ReleaseDraft {
  const label = `${variant.toUpperCase().replace('RXHCC', 'RxHCC').replace('-V', ' V')} payment year ${year}`;
  const kept = existing(variant, label);
  const part = (entries: ReadonlyMap<string, unknown>, name: string): Uint8Array =>
    entries.size === 0 && kept?.[name] !== undefined ? kept[name] : jsonBytes(Object.fromEntries(entries));
  const sections = {
    categories: jsonBytes(Object.fromEntries(categories)),
    below: part(below, 'below'),
    labels: part(labels, 'labels'),
  };
  // A payment year is made of the diagnoses of the year before (42 CFR 422.310).
  return {
    variant,
    label,
    effectiveFrom: `${year - 1}-01-01`,
    effectiveTo: `${year - 1}-12-31`,
    rows: categories.size,
    sections,
  };
}

function readRow(
  part: (typeof PARTS)[number]['part'],
  cells: readonly string[],
  modelOf: (name: string) => Model,
  place: string,
): void {
  const [first = '', second = '', third = '', fourth = ''] = cells;
  if (first === '' || second === '')
    throw importError(`${place}: a cell is empty that must not be. Download the file again.`);
  if (part === 'categories') append(modelOf(modelNamed(third)).categories, toUndotted(first), second);
  else if (part === 'hierarchies') append(modelOf(modelNamed(`${third} ${fourth}`)).below, first, second);
  else modelOf(modelNamed(`${third} ${fourth}`)).labels.set(first.replace(/^(?:Rx)?HCC/i, ''), second);
}

/** `CMS-HCC Model V28` and `CMS-HCC V28` are one: `cms-hcc-v28`. */
function modelNamed(name: string): string {
  const version = /[VR]0?(\d+)/i.exec(name.replace(/RxHCC/i, ''))?.[1] ?? '';
  const family = /ESRD/i.test(name) ? 'esrd' : /RxHCC/i.test(name) ? 'rxhcc' : 'cms-hcc';
  return `${family}-v${version}`;
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}
