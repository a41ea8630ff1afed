import { UniqueConstraintViolationException, type EntityManager } from '@mikro-orm/postgresql';
import { AppError, newId, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { PullRun } from './pull-run.entity.ts';
import { nextWindow, type PullWindow } from './pull-window.ts';

export interface PullOf {
  readonly tenantId: string;
  readonly siteId: string;
}

export interface RunStart extends PullOf {
  readonly requestedBy: 'nightly' | 'command';
  /** Instead of the watermark. */
  readonly since?: Date;
}

/** A run that has begun, and with it the lock on its site. */
export interface StartedRun extends PullOf {
  readonly runId: string;
  readonly window: PullWindow;
  /** Up to when everything had been pulled before this run. */
  readonly watermark: Date | undefined;
}

/** A run is taken for dead when its process has been silent for so long. */
export const SILENCE_MS = 3 * 60_000;

/** The pull runs of all sites, in the database: one at a time for a site, however many processes there are. */
export class PullRuns {
  readonly #database: Database;
  readonly #clock: Clock;

  constructor(database: Database, clock: Clock) {
    this.#database = database;
    this.#clock = clock;
  }

  /** Begins a run; undefined when another one is under way. A run whose process has died makes way. */
  async start(start: RunStart): Promise<StartedRun | undefined> {
    try {
      return await this.#database.inTenant(start.tenantId, (em) => this.#startIn(em, start));
    } catch (error) {
      // Two began at the same moment, and the other one has the lock.
      if (error instanceof UniqueConstraintViolationException) return undefined;
      throw error;
    }
  }

  /** Says that the run is alive and how far it is. False when it has lost its lock, and must stop. */
  async heartbeat({ tenantId, runId }: StartedRun, found: number): Promise<boolean> {
    return this.#update(tenantId, runId, { found, heartbeatAt: this.#clock.now() });
  }

  /**
   * Ends the run and moves the site's watermark.
   *
   * @throws AppError `conflict` when the run has lost its lock: the one that took over moves the watermark
   */
  async finish({ tenantId, runId }: StartedRun, found: number, watermark: Date): Promise<void> {
    const done = await this.#update(tenantId, runId, {
      state: 'done',
      found,
      watermark,
      finishedAt: this.#clock.now(),
    });
    if (!done) throw lostLock(runId);
  }

  /** Ends the run; the watermark stays. */
  async fail({ tenantId, runId }: StartedRun, found: number, errorCode: string): Promise<void> {
    await this.#update(tenantId, runId, { state: 'failed', found, errorCode, finishedAt: this.#clock.now() });
  }

  /** Up to when everything has been pulled; undefined before the first run that succeeded. */
  async watermark({ tenantId, siteId }: PullOf): Promise<Date | undefined> {
    return this.#database.inTenant(tenantId, (em) => watermarkIn(em, { tenantId, siteId }));
  }

  async #startIn(
    em: EntityManager,
    { tenantId, siteId, requestedBy, since }: RunStart,
  ): Promise<StartedRun | undefined> {
    const now = this.#clock.now();
    const silentSince = new Date(now.getTime() - SILENCE_MS);
    const running = { tenantId, siteId, state: 'running' as const };
    const abandoned = { state: 'failed' as const, errorCode: 'abandoned', finishedAt: now };
    await em.nativeUpdate(PullRun, { ...running, heartbeatAt: { $lt: silentSince } }, abandoned);
    if ((await em.count(PullRun, running)) > 0) return undefined;
    const watermark = await watermarkIn(em, { tenantId, siteId });
    const window = nextWindow(now, watermark, since);
    const runId = newId(now.getTime());
    await em.insert(PullRun, {
      id: runId,
      ...running,
      requestedBy,
      windowFrom: window.from,
      windowUntil: window.until,
      watermark: null,
      found: 0,
      errorCode: null,
      startedAt: now,
      heartbeatAt: now,
      finishedAt: null,
    });
    return { tenantId, siteId, runId, window, watermark };
  }

  async #update(tenantId: string, runId: string, changes: Partial<PullRun>): Promise<boolean> {
    const changed = await this.#database.inTenant(tenantId, (em) =>
      em.nativeUpdate(PullRun, { id: runId, tenantId, state: 'running' }, changes),
    );
    return changed > 0;
  }
}

async function watermarkIn(em: EntityManager, { tenantId, siteId }: PullOf): Promise<Date | undefined> {
  const last = await em.findOne(
    PullRun,
    { tenantId, siteId, state: 'done', watermark: { $ne: null } },
    { orderBy: { watermark: 'desc' } },
  );
  return last?.watermark ?? undefined;
}

export function lostLock(runId: string): AppError {
  return new AppError('conflict', {
    publicMessage: 'Another process has taken over this pull, because this one had been silent for too long.',
    detail: `pull run ${runId}`,
  });
}
