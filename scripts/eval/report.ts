import type { CaseScore, Scored } from './score.ts';

type Row = readonly string[];

interface Named {
  readonly kind: string;
  readonly direction: string;
  readonly decidable?: string;
  readonly source?: string;
  readonly rule?: { readonly id: string };
}

/** The scores as tables: overall, by kind, direction, decidable, source and rule; clean cases; quotes. */
export function describeScores(scores: readonly CaseScore[], { verbose }: { readonly verbose: boolean }): string {
  const expected = scores.flatMap((score) => score.expected);
  const predicted = scores.flatMap((score) => score.predicted);
  const groups = (name: string, valueOf: (finding: Named) => string | undefined): Row[] => {
    const values = new Set([...expected, ...predicted].map(({ finding }) => valueOf(finding) ?? ''));
    return [...values]
      .filter((value) => value !== '')
      .toSorted()
      .map((value) => {
        const of = ({ finding }: Scored<Named>) => valueOf(finding) === value;
        return row(`${name} ${value}`, expected.filter(of), predicted.filter(of));
      });
  };
  const table = [
    ['', 'expected', 'predicted', 'strict P', 'strict R', 'lenient P', 'lenient R'],
    row('overall', expected, predicted),
    ...groups('kind', ({ kind }) => kind),
    ...groups('direction', ({ direction }) => direction),
    ...groups('decidable', ({ decidable }) => decidable),
    ...groups('source', ({ source }) => source),
    ...groups('rule', ({ rule }) => rule?.id),
  ];
  const clean = scores.filter((score) => score.clean);
  const untouched = clean.filter((score) => score.predicted.length === 0);
  const notVerbatim = scores.flatMap((score) => score.notVerbatim);
  return [
    toText(table),
    `${scores.length} cases; of ${clean.length} clean ones ${untouched.length} without a finding (${rate(untouched.length, clean.length)})`,
    `quotes that are not verbatim: ${notVerbatim.length}`,
    ...(verbose ? [[...misses(expected), ...falseAlarms(predicted)].join('\n')] : []),
  ].join('\n\n');
}

function row(name: string, expected: readonly Scored<Named>[], predicted: readonly Scored<Named>[]): Row {
  const rates = (['strict', 'lenient'] as const).flatMap((level) => [
    rate(sum(predicted, level), predicted.length),
    rate(sum(expected, level), expected.length),
  ]);
  return [name, String(expected.length), String(predicted.length), ...rates];
}

function sum(rows: readonly Scored<Named>[], level: 'strict' | 'lenient'): number {
  return rows.reduce((total, scored) => total + scored[level], 0);
}

function rate(part: number, whole: number): string {
  return whole === 0 ? '-' : (part / whole).toFixed(3);
}

/** Columns of equal width, numbers to the right. */
export function toText(table: readonly Row[]): string {
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((cells) => cells[column]?.length ?? 0)));
  const align = (cell: string, column: number) =>
    column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0);
  return table.map((cells) => cells.map(align).join('  ').trimEnd()).join('\n');
}

interface Coded extends Named {
  readonly billed: readonly string[];
  readonly suggested: readonly string[];
}

const short = ({ kind, billed, suggested }: Coded) =>
  `${kind} ${billed.join('+') || 'nothing'} -> ${suggested.join('+') || 'nothing'}`;

function misses(expected: readonly Scored<Coded>[]): string[] {
  return expected
    .filter(({ strict }) => strict === 0)
    .map(({ caseId, finding }) => `miss         ${caseId}  ${short(finding)}  (${finding.decidable ?? ''})`);
}

function falseAlarms(predicted: readonly Scored<Coded>[]): string[] {
  return predicted
    .filter(({ strict }) => strict === 0)
    .map(({ caseId, finding }) => `false alarm  ${caseId}  ${short(finding)}  (${finding.rule?.id ?? ''})`);
}
