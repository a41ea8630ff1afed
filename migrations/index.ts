import type { NamedMigration } from '#persistence/index.ts';
import { M0001 } from './0001-initial.ts';

/** In the order they run. Append only: what has been released is never changed. */
export const migrations: readonly NamedMigration[] = [{ name: '0001-initial', class: M0001 }];
