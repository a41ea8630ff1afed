import type { PgBoss } from 'pg-boss';
import type { CodeTables } from '#codes/index.ts';
import type { Clock, Log } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { BatchReviewer, BatchStore } from '#review/index.ts';
import type { Artifacts } from '../artifacts.ts';
import type { SiteRoom } from './batch-budget.ts';

/** What a look at a tenant's batches needs. */
export interface BatchTurnOptions {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly clock: Clock;
  readonly log: Log;
  readonly artifacts: Artifacts;
  /** The tables in force on a date of service (YYYY-MM-DD). */
  readonly tablesFor: (date: string) => CodeTables;
  /** On the store that it is given. Undefined where no model is configured any more. */
  readonly createReviewer: ((store: BatchStore) => BatchReviewer) | undefined;
  readonly createStore: (tenantId: string) => BatchStore;
  /** Tokens that a site may still use today; undefined: no limit. */
  readonly roomOf: SiteRoom;
  /** Called when a review is parked: security alert. */
  readonly onParked?: (review: { tenantId: string; reviewId: string; step: string; code: string }) => void;
}

/** One look: on one tenant. */
export interface BatchTurn {
  readonly tenantId: string;
  readonly store: BatchStore;
  readonly reviewer: BatchReviewer;
  readonly options: BatchTurnOptions;
  readonly signal: AbortSignal;
}
