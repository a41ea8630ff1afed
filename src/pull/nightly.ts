import { schedule, validate, type ScheduledTask } from 'node-cron';
import { toAppError, type Log } from '#kernel/index.ts';

/** What the schedule needs to know of a site. */
export interface ScheduledSite {
  readonly id: string;
  readonly tenantId: string;
  /** Cron expression in the site's time zone. */
  readonly nightlySchedule: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly nightlyEnabled: boolean;
}

export interface NightlyOptions {
  /** All sites, as they stand now. */
  readonly listSites: () => Promise<readonly ScheduledSite[]>;
  /** Pulls one site; another process may be faster. */
  readonly pull: (site: ScheduledSite, signal: AbortSignal) => Promise<void>;
  readonly log: Log;
  /** Cron expression by which the sites are read again. Default: every minute. */
  readonly refresh?: string;
}

/** The nightly pulls of all sites. Disposing stops the clock, ends what is under way and waits for it. */
export interface Nightly extends AsyncDisposable {
  /** Reads the sites again: new ones begin, changed ones change, others stop. */
  refresh(): Promise<void>;
  /** When each site is pulled next. */
  nextRuns(): ReadonlyMap<string, Date | null>;
}

interface Timed {
  readonly key: string;
  readonly task: ScheduledTask;
}

const EVERY_MINUTE = '* * * * *';

/**
 * Pulls every site by its own schedule and time zone. Runs in every worker: the lock in the database lets one of them through.
 */
export async function startNightly(options: NightlyOptions): Promise<Nightly> {
  const nightly = new NightlySchedule(options);
  await nightly.refresh();
  return nightly;
}

class NightlySchedule implements Nightly {
  readonly #options: NightlyOptions;
  readonly #timed = new Map<string, Timed>();
  readonly #running = new Set<Promise<void>>();
  readonly #stop = new AbortController();
  readonly #clock: ScheduledTask;

  constructor(options: NightlyOptions) {
    this.#options = options;
    this.#clock = schedule(options.refresh ?? EVERY_MINUTE, () => this.#refreshQuietly(), {
      noOverlap: true,
      unref: true,
    });
  }

  nextRuns(): ReadonlyMap<string, Date | null> {
    return new Map([...this.#timed].map(([id, { task }]) => [id, task.getNextRun()]));
  }

  async refresh(): Promise<void> {
    const sites = (await this.#options.listSites()).filter((site) => site.nightlyEnabled && this.#isValid(site));
    const wanted = new Map(sites.map((site) => [site.id, site]));
    for (const [id, { key, task }] of this.#timed) {
      const site = wanted.get(id);
      if (site !== undefined && keyOf(site) === key) continue;
      await task.destroy();
      this.#timed.delete(id);
    }
    for (const site of sites) if (!this.#timed.has(site.id)) this.#timed.set(site.id, this.#schedule(site));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort(new Error('stopping'));
    await this.#clock.destroy();
    for (const { task } of this.#timed.values()) await task.destroy();
    this.#timed.clear();
    await Promise.all(this.#running);
  }

  #schedule(site: ScheduledSite): Timed {
    const { nightlySchedule, timeZone } = site;
    const task = schedule(nightlySchedule, () => this.#pull(site), {
      timezone: timeZone,
      noOverlap: true,
      unref: true,
    });
    return { key: keyOf(site), task };
  }

  async #pull(site: ScheduledSite): Promise<void> {
    const { pull, log } = this.#options;
    const work = pull(site, this.#stop.signal).catch((error: unknown) => {
      log.error('nightly pull failed', { siteId: site.id, code: toAppError(error).code });
    });
    this.#running.add(work);
    await work;
    this.#running.delete(work);
  }

  async #refreshQuietly(): Promise<void> {
    try {
      await this.refresh();
    } catch (error) {
      this.#options.log.warn('sites could not be read for the nightly pull', { code: toAppError(error).code });
    }
  }

  #isValid({ id, nightlySchedule, timeZone }: ScheduledSite): boolean {
    const valid = validate(nightlySchedule) && isTimeZone(timeZone);
    if (!valid) this.#options.log.warn('the schedule of a site is not valid', { siteId: id });
    return valid;
  }
}

function keyOf({ nightlySchedule, timeZone }: ScheduledSite): string {
  return `${nightlySchedule} ${timeZone}`;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
