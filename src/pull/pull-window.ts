/** From when to when a pull asks for what changed: `from` belongs to it, `until` does not. */
export interface PullWindow {
  readonly from: Date;
  readonly until: Date;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What changes in the EHR shows in its searches only after a while. */
const LAG_MS = 2 * MINUTE_MS;
/** Looked at twice: clocks differ, and transactions end later than they say. Whatever comes twice is asked for once. */
const OVERLAP_MS = HOUR_MS;
/** How far the first pull of a site looks back. */
const FIRST_MS = 7 * DAY_MS;

/**
 * The window of the next pull.
 *
 * @param watermark up to when everything has been pulled; undefined before the first pull
 * @param since what a person asked for instead
 */
export function nextWindow(now: Date, watermark: Date | undefined, since: Date | undefined): PullWindow {
  const until = new Date(now.getTime() - LAG_MS);
  const own = watermark === undefined ? until.getTime() - FIRST_MS : watermark.getTime() - OVERLAP_MS;
  const from = Math.min(since?.getTime() ?? own, until.getTime());
  return { from: new Date(from), until };
}

/**
 * Up to when everything has been pulled once a window is done. A window that starts after the watermark leaves a hole before
 * it, so the watermark stays; it never goes back.
 *
 * @param serverTime the EHR's clock at the beginning, where it told: what it had not yet done then is still to come
 */
export function watermarkAfter(window: PullWindow, watermark: Date | undefined, serverTime: Date | undefined): Date {
  const told = serverTime === undefined ? window.until.getTime() : serverTime.getTime() - LAG_MS;
  const done = new Date(Math.min(window.until.getTime(), told));
  if (watermark === undefined) return done;
  return window.from > watermark || done < watermark ? watermark : done;
}
