import { toAppError, type Clock, type Log } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { SiteService } from '#sites/index.ts';
import type { Vault } from '#vault/index.ts';
import { deleteExpired } from './launch-store.ts';

/** How long a key signs before a new one takes over. */
export const ROTATE_AFTER_MS = 180 * 24 * 60 * 60_000;
const EVERY_MS = 60 * 60_000;

export interface HousekeepingOptions {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly sites: SiteService;
  readonly log: Log;
}

/**
 * Deletes what is over (sign-ins, launches) and carries key rotations on, for all sites, once. Safe in several processes
 * at once. A failure with one site is logged and does not keep the others from their turn.
 */
export async function housekeep(options: HousekeepingOptions): Promise<void> {
  const { sites, clock, log } = options;
  const all = await sites.listSites();
  const each = async (siteId: string, work: () => Promise<void>): Promise<void> => {
    await work().catch((error: unknown) => log.warn('housekeeping failed', { siteId, code: toAppError(error).code }));
  };
  for (const tenantId of new Set(all.map((site) => site.tenantId))) {
    await each(tenantId, () => deleteExpired(options, tenantId));
  }
  for (const site of all) {
    await each(site.id, async () => {
      const since = await sites.signingSince(site);
      if (since === undefined) return;
      await sites.rotateKeys(site, clock.now().getTime() - since.getTime() > ROTATE_AFTER_MS);
    });
  }
}

/** Housekeeping now and every hour, until disposed. */
export function startHousekeeping(options: HousekeepingOptions): AsyncDisposable {
  const run = (): Promise<void> =>
    housekeep(options).catch((error: unknown) =>
      options.log.warn('housekeeping failed', { code: toAppError(error).code }),
    );
  let underWay = run();
  const timer = setInterval(() => {
    underWay = underWay.then(run);
  }, EVERY_MS);
  timer.unref();
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      await underWay;
    },
  };
}
