import type { Release } from '../code-tables.ts';
import type { Sections } from './release-file.ts';
import { readSections, type StoredRelease } from './release-store.ts';

/** How the sections of one kind become a table. */
export interface TableReader<Data, Table> {
  read(sections: Sections): Data;
  table(data: Data, release: Release): Table;
}

/** Reads each release once, and makes each table once for fresh and once for stale use. */
export class ReleaseCache<Data, Table> {
  readonly #reader: TableReader<Data, Table>;
  readonly #data = new Map<string, Data>();
  readonly #tables = new Map<string, Table>();

  constructor(reader: TableReader<Data, Table>) {
    this.#reader = reader;
  }

  tableOf(stored: StoredRelease, release: Release): Table {
    const key = `${stored.path} ${release.stale}`;
    const known = this.#tables.get(key);
    if (known !== undefined) return known;
    const table = this.#reader.table(this.#dataOf(stored), release);
    this.#tables.set(key, table);
    return table;
  }

  #dataOf(stored: StoredRelease): Data {
    const known = this.#data.get(stored.path);
    if (known !== undefined) return known;
    const data = this.#reader.read(readSections(stored));
    this.#data.set(stored.path, data);
    return data;
  }
}
