import { Command } from 'commander';
import { loadCodeTables, type ReleaseHeader } from '#codes/index.ts';
import { parseConfig } from '#config/index.ts';
import { print, toTable } from './output.ts';

/** `revrx codes list` */
export function codesListCommand(): Command {
  return new Command('list')
    .description('Show the releases that are loaded, and from when to when they are in force.')
    .option('--json', 'print JSON, with the checksums of the sources')
    .action(async ({ json }: { readonly json?: true }) => {
      const directory = parseConfig(process.env).codesDirectory;
      const { releases } = loadCodeTables({ directory });
      await print(json === true ? JSON.stringify(releases, null, 2) : describe(releases, directory));
    });
}

function describe(releases: readonly ReleaseHeader[], directory: string): string {
  if (releases.length === 0) {
    return `No table is loaded in ${directory}. The starter catalogue serves for ICD-10-CM; checks that need other tables are "not evaluated".`;
  }
  const rows = releases.map(({ kind, variant, label, effectiveFrom, effectiveTo, rows: count, sources }) => [
    kind,
    variant === '' ? label : `${label} (${variant})`,
    effectiveFrom,
    effectiveTo === '' ? 'open' : effectiveTo,
    String(count),
    sources.map(({ name, sha256 }) => `${name} ${sha256.slice(0, 12)}`).join(', '),
  ]);
  return toTable([['KIND', 'RELEASE', 'FROM', 'TO', 'ROWS', 'SOURCES'], ...rows]);
}
