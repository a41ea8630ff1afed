import type { PgBoss } from 'pg-boss';
import { SCHEDULE } from '#audit/index.ts';
import { toAppError, type Clock, type ErrorCode, type Log } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { redrive } from './admin.ts';
import { Review } from './review.entity.ts';

export interface ResumeOptions {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly clock: Clock;
  readonly log: Log;
  readonly tenantIds: () => Promise<readonly string[]>;
  /** Opens what the review's step needs, with keys unwrapped anew. Throws as the vault does. */
  readonly probe: (review: Readonly<Review>) => Promise<void>;
}

export interface Resumed {
  /** Sent into their step again. */
  readonly resumed: number;
  /** Held still: nothing that was tried of these tenants opened, or these do not open. */
  readonly waiting: number;
}

/** What holds a review until its key is back: parked, or published and not to be looked at again. */
const HELD_BY = 'vault-open-failed' satisfies ErrorCode;

/** Errors that say that the key is away; any other is for the step to find, and to settle. */
const KEY_AWAY: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  HELD_BY,
  'vault-seal-failed',
  'vault-unavailable',
  'database-unavailable',
]);

/** Reviews tried first. Chosen at random: one whose bytes are damaged must not hide that the key is back. */
const SAMPLE = 3;
const PAGE = 50;

/** Looks once whether reviews that are held because something did not open can go on, and sends those that open again. */
export async function resumeParked(options: ResumeOptions): Promise<Resumed> {
  let [resumed, waiting] = [0, 0];
  for (const tenantId of await options.tenantIds()) {
    const sample = await heldReviews(options.database, { tenantId, order: 'random()', limit: SAMPLE });
    if (sample.length === 0) continue;
    if ((await opening(options, sample)).length > 0) resumed += await resumeTenant(options, tenantId);
    waiting += await countHeld(options.database, tenantId);
  }
  if (resumed > 0) options.log.info('held reviews go on: their keys open again', { resumed, waiting });
  return { resumed, waiting };
}

/** Tries every held review of a tenant, and sends on those that open. */
async function resumeTenant(options: ResumeOptions, tenantId: string): Promise<number> {
  let resumed = 0;
  for (let after: string | undefined; ;) {
    const page = await heldReviews(options.database, { tenantId, order: 'id', limit: PAGE, after });
    const reviewIds = (await opening(options, page)).map(({ id }) => id);
    const resumption = { tenantId, reviewIds, code: HELD_BY, actor: SCHEDULE, action: 'review.resumed' } as const;
    if (reviewIds.length > 0) resumed += await redrive(options, resumption);
    after = page.at(-1)?.id;
    if (page.length < PAGE) return resumed;
  }
}

async function opening({ probe }: ResumeOptions, reviews: readonly Review[]): Promise<Review[]> {
  const opened: Review[] = [];
  for (const review of reviews) {
    const code = await probe(review).then(
      () => undefined,
      (error: unknown) => toAppError(error).code,
    );
    if (code === undefined || !KEY_AWAY.has(code)) opened.push(review);
  }
  return opened;
}

interface HeldQuery {
  readonly tenantId: string;
  readonly order: 'random()' | 'id';
  readonly limit: number;
  readonly after?: string | undefined;
}

async function heldReviews(database: Database, { tenantId, order, limit, after }: HeldQuery): Promise<Review[]> {
  return database.inTenant(tenantId, async (em) => {
    const ids = await em.execute<{ id: string }[]>(
      `select id from review where tenant_id = ? and state <> 'superseded' and error_code = ? and id > ?
       order by ${order} limit ?`,
      [tenantId, HELD_BY, after ?? '00000000-0000-0000-0000-000000000000', limit],
    );
    return em.find(Review, { tenantId, id: { $in: ids.map(({ id }) => id) } }, { orderBy: { id: 'asc' } });
  });
}

function countHeld(database: Database, tenantId: string): Promise<number> {
  return database.inTenant(tenantId, (em) =>
    em.count(Review, { tenantId, state: { $ne: 'superseded' }, errorCode: HELD_BY }),
  );
}
