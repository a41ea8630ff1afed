import type { Release } from '../code-tables.ts';
import type { CodeKind } from './code-kind.ts';
import { releaseInForce, releaseOn } from './release-choice.ts';
import type { Sections } from './release-file.ts';
import { readSections, type StoredRelease } from './release-store.ts';

/** How the releases of one kind become tables. */
export interface TableReader<Data, Table> {
  readonly kind: CodeKind;
  /** `release` is the one that the sections are of. */
  read(sections: Sections, release: StoredRelease): Data;
  /** `detail` is what the kind depends on beside the release: the date of service, a locality. */
  table(data: Data, release: Release, detail: string): Table;
}

/** The releases of one kind. Each is read from disk once, when it is first needed. */
export class TableShelf<Data, Table> {
  readonly #stored: readonly StoredRelease[];
  readonly #reader: TableReader<Data, Table>;
  readonly #data = new Map<string, Data>();
  /** The table last made of each release: reviews come in the order of their dates, and an index over a table is worth keeping. */
  readonly #latest = new Map<string, { readonly detail: string; readonly table: Table }>();

  constructor(stored: readonly StoredRelease[], reader: TableReader<Data, Table>) {
    this.#stored = stored;
    this.#reader = reader;
  }

  /** The table in force; undefined when none of that variant is loaded. */
  on(date: string, variant = '', detail = ''): Table | undefined {
    const stored = releaseInForce(this.#stored, { kind: this.#reader.kind, variant, date });
    if (stored === undefined) return undefined;
    const release = releaseOn(stored, date);
    const key = `${stored.path} ${release.stale}`;
    const latest = this.#latest.get(key);
    if (latest?.detail === detail) return latest.table;
    const table = this.#reader.table(this.#dataOf(stored), release, detail);
    this.#latest.set(key, { detail, table });
    return table;
  }

  #dataOf(stored: StoredRelease): Data {
    const known = this.#data.get(stored.path);
    if (known !== undefined) return known;
    const data = this.#reader.read(readSections(stored), stored);
    this.#data.set(stored.path, data);
    return data;
  }
}
