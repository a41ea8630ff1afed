import type { PgBoss } from 'pg-boss';
import type { CodeLibrary } from '#codes/index.ts';
import type { EhrClient } from '#ehr/index.ts';
import type { EventStreams } from '#http/index.ts';
import type { Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { Artifacts, ProgressListener } from '#pipeline/index.ts';
import type { SiteService } from '#sites/index.ts';
import type { Launch } from '#smart/index.ts';

/** What the API of the app works with. */
export interface AppApiOptions {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly artifacts: Artifacts;
  readonly codes: CodeLibrary;
  readonly clock: Clock;
  readonly sites: SiteService;
  readonly progress: ProgressListener;
  readonly streams: EventStreams;
  /** The EHR as the user who launched. */
  readonly ehrAsUser: (launch: Launch) => Promise<EhrClient>;
}
