import { describe, expect, it } from '@jest/globals';
import { silentLog } from '#kernel/index.ts';
import { startNightly, type ScheduledSite } from '#pull/index.ts';

const site = (id: string, more: Partial<ScheduledSite> = {}): ScheduledSite => ({
  id,
  tenantId: 't',
  nightlySchedule: '15 2 * * *',
  timeZone: 'America/Chicago',
  nightlyEnabled: true,
  ...more,
});

describe('the nightly schedule', () => {
  it('has every enabled site at its own time in its own time zone', async () => {
    const sites = [site('a'), site('b', { timeZone: 'Asia/Kolkata' }), site('c', { nightlyEnabled: false })];
    await using nightly = await startNightly({
      listSites: () => Promise.resolve(sites),
      pull: () => Promise.resolve(),
      log: silentLog,
    });
    const runs = nightly.nextRuns();
    expect([...runs.keys()]).toEqual(['a', 'b']);
    const shown = (id: string, timeZone: string) =>
      new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
        runs.get(id) ?? undefined,
      );
    expect([shown('a', 'America/Chicago'), shown('b', 'Asia/Kolkata')]).toEqual(['02:15', '02:15']);
  });

  it('follows sites that come, change and go, and leaves out one whose schedule is not valid', async () => {
    let sites = [site('a'), site('b')];
    await using nightly = await startNightly({
      listSites: () => Promise.resolve(sites),
      pull: () => Promise.resolve(),
      log: silentLog,
    });
    const before = nightly.nextRuns().get('b');
    sites = [
      site('b', { nightlySchedule: '45 3 * * *' }),
      site('c'),
      site('d', { nightlySchedule: 'at night' }),
      site('e', { timeZone: 'Mars/Base' }),
    ];
    await nightly.refresh();
    expect([...nightly.nextRuns().keys()].toSorted()).toEqual(['b', 'c']);
    expect(nightly.nextRuns().get('b')).not.toEqual(before);
  });

  it('pulls when the time comes, goes on after a failure, and ends a pull under way when it is stopped', async () => {
    const pulled: string[] = [];
    let reached: () => void = () => undefined;
    const twice = new Promise<void>((resolve) => (reached = resolve));
    const nightly = await startNightly({
      listSites: () => Promise.resolve([site('a', { nightlySchedule: '* * * * * *' })]),
      log: silentLog,
      pull: async ({ id }, signal) => {
        pulled.push(id);
        if (pulled.length === 1) throw new Error('the EHR is away');
        const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
        reached();
        await ended;
        pulled.push('ended');
      },
    });
    await twice;
    await nightly[Symbol.asyncDispose]();
    expect(pulled).toEqual(['a', 'a', 'ended']);
  });
});
