import { Command } from 'commander';
import { type CodeTables, loadCodeTables } from '#codes/index.ts';
import { parseConfig } from '#config/index.ts';
import { toDate } from './codes-import.ts';
import { print } from './output.ts';

interface LookupOptions {
  readonly date?: string;
  readonly json?: true;
}

/** `revrx codes lookup CODE…` */
export function codesLookupCommand(): Command {
  return new Command('lookup')
    .description('Show what the loaded tables say about codes on a date of service.')
    .argument('<code...>', 'ICD-10-CM, HCPCS or CPT codes; of two or more, the edits between them too')
    .option('--date <date>', 'date of service (YYYY-MM-DD); default: today', toDate)
    .option('--json', 'print JSON')
    .addHelpText('after', '\nExit code 1 when none of the tables knows a code.')
    .action(async (codes: string[], { date = new Date().toISOString().slice(0, 10), json }: LookupOptions) => {
      const tables = loadCodeTables({ directory: parseConfig(process.env).codesDirectory }).tablesFor(date);
      const found = codes.map((code) => lookUp(tables, code));
      const pairs = pairsOf(codes).flatMap(([a, b]) => edits(tables, a, b));
      const answer = { date, release: tables.icd10cm.release, codes: found, pairs };
      await print(
        json === true ? JSON.stringify(answer, null, 2) : [...found.map(describe), ...pairs.map(describe)].join('\n\n'),
      );
      if (found.some(({ known }) => !known)) process.exitCode = 1;
    });
}

type Facts = { readonly code: string; readonly known: boolean } & Readonly<Record<string, unknown>>;

function lookUp(tables: CodeTables, given: string): Facts {
  const code = given.trim().toUpperCase();
  const { icd10cm, hcpcs, mue, addOn, fees, hcc } = tables;
  const diagnosis = icd10cm.find(code);
  const facts = {
    ...diagnosis,
    ...(diagnosis === undefined ? {} : diagnosisFacts(tables, diagnosis.code)),
    hcpcs: hcpcs?.find(code),
    mue: mue?.find(code),
    addOn: addOn?.find(code),
    fee: fees?.indicators(code),
    hcc: hcc?.categoriesOf(code).map((category) => `${category} ${hcc.label(category) ?? ''}`.trim()),
  };
  const kept = Object.entries(facts).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  return { ...Object.fromEntries(kept), code: diagnosis?.code ?? code, known: kept.length > 0 };
}

function diagnosisFacts({ icd10cm }: CodeTables, code: string) {
  const texts = (notes: readonly { readonly at: string; readonly text: string }[]) =>
    notes.map(({ at, text }) => `${at}: ${text}`);
  return {
    terms: icd10cm.terms(code),
    seventhCharacters: icd10cm.seventhCharacters(code).map(({ character, meaning }) => `${character} ${meaning}`),
    codeFirst: texts(icd10cm.codeFirst(code)),
    useAdditional: texts(icd10cm.useAdditional(code)),
    codeAlso: texts(icd10cm.codeAlso(code)),
    children: icd10cm.children(code).map((child) => `${child.code} ${child.title}`),
  };
}

function edits({ icd10cm, ptp }: CodeTables, a: string, b: string): Facts[] {
  const found = {
    excludes1: icd10cm.excludes1(a, b)?.text,
    excludes2: icd10cm.excludes2(a, b)?.text,
    ptp: ptp?.find(a, b),
  };
  const kept = Object.entries(found).filter(([, value]) => value !== undefined);
  return kept.length === 0 ? [] : [{ code: `${a} with ${b}`, known: true, ...Object.fromEntries(kept) }];
}

function pairsOf(codes: readonly string[]): [string, string][] {
  return codes.flatMap((a) => codes.filter((b) => a !== b).map((b): [string, string] => [a, b]));
}

function describe({ code, known, ...facts }: Facts): string {
  if (!known) return `${code}: not in any loaded table.`;
  const lines = Object.entries(facts).map(([name, value]) => {
    const text = Array.isArray(value)
      ? value.map((item) => `\n    ${String(item)}`).join('')
      : ` ${typeof value === 'string' ? value : JSON.stringify(value)}`;
    return `  ${name}:${text}`;
  });
  return [code, ...lines].join('\n');
}
