import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaseScore } from './score.ts';

const FILE = join(import.meta.dirname, '..', '..', 'src', 'review', 'calibration', 'measured-precision.ts');

/** Writes what the cases have shown of each rule into the one table that confidences are moved by. The same cases write the same. */
export async function writeMeasured(scores: readonly CaseScore[], source: string): Promise<string> {
  const byRule = Map.groupBy(
    scores.flatMap(({ predicted }) => predicted),
    ({ finding }) => finding.rule.id,
  );
  const rows = [...byRule]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([rule, own]) => {
      const right = own.reduce((sum, { strict }) => sum + strict, 0);
      const stated = own.reduce((sum, { finding }) => sum + finding.confidence, 0) / own.length;
      const name = /^[a-z]+$/.test(rule) ? rule : `'${rule}'`;
      return `    ${name}: { right: ${right}, found: ${own.length}, stated: ${Number(stated.toFixed(3))} },`;
    });
  const text = `import type { Measured } from './expected-precision.ts';

interface MeasuredPrecision {
  /** Which cases, by which tables. */
  readonly source: string;
  readonly rules: Readonly<Record<string, Measured>>;
}

/** Written by "npm run eval -- --measure SOURCE": not to be changed by hand. */
export const MEASURED_PRECISION: MeasuredPrecision = {
  source:
    ${JSON.stringify(source)},
  rules: {
${rows.join('\n')}
  },
};
`;
  await writeFile(FILE, text);
  return FILE;
}
