import { describe, expect, it } from '@jest/globals';
import { Metrics } from '#telemetry/index.ts';

describe('metrics', () => {
  it('are written in the text format of Prometheus', async () => {
    const metrics = new Metrics();
    const alerts = metrics.counter('alerts_total', 'Alerts by kind.');
    alerts.inc({ kind: 'a' });
    alerts.inc({ kind: 'a' });
    alerts.inc({ kind: 'b' }, 3);
    metrics.counter('plain_total', 'Without labels.').inc();
    metrics.gauge('reviews', 'Reviews by state.', async () => [{ labels: { state: 'published' }, value: 7 }]);
    expect(await metrics.render()).toBe(
      [
        '# HELP alerts_total Alerts by kind.',
        '# TYPE alerts_total counter',
        'alerts_total{kind="a"} 2',
        'alerts_total{kind="b"} 3',
        '# HELP plain_total Without labels.',
        '# TYPE plain_total counter',
        'plain_total 1',
        '# HELP reviews Reviews by state.',
        '# TYPE reviews gauge',
        'reviews{state="published"} 7',
        '',
      ].join('\n'),
    );
  });

  it('count an observation in every bucket that it fits into', async () => {
    const metrics = new Metrics();
    const seconds = metrics.histogram('seconds', 'Time.', [0.1, 1]);
    for (const value of [0.05, 0.5, 5]) seconds.observe(value, { step: 'chart' });
    expect((await metrics.render()).split('\n').slice(2, -1)).toEqual([
      'seconds_bucket{step="chart",le="0.1"} 1',
      'seconds_bucket{step="chart",le="1"} 2',
      'seconds_bucket{step="chart",le="+Inf"} 3',
      'seconds_sum{step="chart"} 5.55',
      'seconds_count{step="chart"} 3',
    ]);
  });

  it('keep a label from breaking out of its quotes', async () => {
    const metrics = new Metrics();
    metrics.counter('c', 'C.').inc({ l: 'a"b\\c\nd' });
    expect(await metrics.render()).toContain(String.raw`c{l="a\"b\\c\nd"} 1`);
  });

  it('leave out a number that cannot be had, and keep the others', async () => {
    const metrics = new Metrics();
    metrics.gauge('away', 'Away.', () => Promise.reject(new RangeError('database away')));
    metrics.counter('here', 'Here.').inc();
    expect(await metrics.render()).toContain('here 1');
  });
});
