import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseSync } from 'oxc-parser';

export interface ImportEdge {
  /** Path from the root, such as `src/vault/index.ts`. */
  readonly from: string;
  /** Path from the root, or the name of a package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

const root = join(import.meta.dirname, '..', '..');

/** Source files below a folder, by their path from the root. */
export function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((path) => !path.includes('/dist/'));
}

export function readSource(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** Every import and re-export of a file, static and dynamic, read from its syntax. */
export function importsOf(path: string): ImportEdge[] {
  const source = readSource(path);
  const { module } = parseSync(path, source);
  const edges = module.staticImports.map((statement) => ({
    specifier: statement.moduleRequest.value,
    typeOnly: statement.entries.length > 0 && statement.entries.every(({ isType }) => isType),
  }));
  const reexports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest === null ? [] : [{ specifier: moduleRequest.value, typeOnly: isType }],
    ),
  );
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const text = source.slice(moduleRequest.start, moduleRequest.end);
    return /^['"]/.test(text) ? [{ specifier: text.slice(1, -1), typeOnly: false }] : [];
  });
  return [...edges, ...reexports, ...dynamic].map(({ specifier, typeOnly }) => ({
    from: path,
    to: target(path, specifier),
    typeOnly,
  }));
}

function target(from: string, specifier: string): string {
  if (specifier.startsWith('#test/')) return `test/${specifier.slice('#test/'.length)}`;
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  if (specifier.startsWith('.')) return relative(root, resolve(root, dirname(from), specifier));
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}
