/**
 * Codes that were billable in FY2021 and became headings in a later year (ICD-10-CM addenda), with the new code for what
 * is not specified: `year: code>new`. Serves where the loaded table is older than the date of service.
 */
const EXPANDED = `
2022: M54.5>M54.50 R05>R05.9 G92>G92.9 K22.8>K22.89 R35.8>R35.89 R63.3>R63.30 P00.8>P00.89
2023: I47.2>I47.20 I71.1>I71.10 I71.2>I71.20 I71.3>I71.30 I71.4>I71.40 I71.5>I71.50 I71.6>I71.60 I34.8>I34.89 F01.51>F01.518 F02.81>F02.818 F03.91>F03.918 E87.2>E87.20 N80.0>N80.00 N80.1>N80.10 N80.3>N80.30 Q21.1>Q21.10 Q21.2>Q21.20 Z91.11>Z91.119
2024: G20>G20.A1 I24.8>I24.89 E88.81>E88.819 R92.3>R92.30 D13.9>D13.99 Z91.14>Z91.148
2025: E66.8>E66.89 F50.2>F50.20 M51.36>M51.369 M51.37>M51.379 L29.8>L29.89 M65.9>M65.90
`;

export interface ExpandedCode {
  readonly fiscalYear: number;
  readonly unspecified: string;
  /** The first year after the table's: certain once the table is stale. A later change may lie after the date of service. */
  readonly certain: boolean;
}

const changes = new Map<string, { readonly fiscalYear: number; readonly unspecified: string }>(
  EXPANDED.trim()
    .split('\n')
    .flatMap((line) => {
      const [year = '', codes = ''] = line.split(': ');
      return codes.split(' ').map((change): [string, { fiscalYear: number; unspecified: string }] => {
        const [code = '', unspecified = ''] = change.split('>');
        return [code, { fiscalYear: Number(year), unspecified }];
      });
    }),
);

/** The later change of a code that a table (by its label, `ICD-10-CM FY2021`) still has as billable. */
export function expandedSince(code: string, tableLabel: string): ExpandedCode | undefined {
  const change = changes.get(code);
  const tableYear = Number(/FY(\d{4})/.exec(tableLabel)?.[1] ?? Number.NaN);
  if (change === undefined || !(change.fiscalYear > tableYear)) return undefined;
  return { ...change, certain: change.fiscalYear === tableYear + 1 };
}

/** Of some of these, what the words of the note decide. */
const KINDS: Readonly<Record<string, readonly (readonly [words: RegExp, code: string])[]>> = {
  R05: [
    [/(?<![\w-])subacute(?![\w-])/i, 'R05.2'],
    [/(?<![\w-])chronic(?![\w-])/i, 'R05.3'],
    [/(?<![\w-])acute(?![\w-])/i, 'R05.1'],
    [/(?<![\w-])syncop/i, 'R05.4'],
  ],
  'M54.5': [[/(?<![\w-])vertebrogenic(?![\w-])/i, 'M54.51']],
};

/** The new code that the quoted words name: `chronic cough` is R05.3. */
export function documentedKind(code: string, evidence: readonly { readonly quote: string }[]): string | undefined {
  const kinds = KINDS[code] ?? [];
  return kinds.find(([words]) => evidence.some(({ quote }) => words.test(quote)))?.[1];
}
