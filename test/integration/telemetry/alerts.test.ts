import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Secret, systemClock, type Log, type LogFields } from '#kernel/index.ts';
import { AlertWebhook, createAlerts, Metrics } from '#telemetry/index.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

/** A receiver that answers with these statuses in turn, the last for ever; 0 stands for no answer at all. */
async function receiver(...statuses: number[]): Promise<{ url: Secret<string>; bodies: unknown[] }> {
  const bodies: unknown[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      bodies.push(JSON.parse(text));
      const status = statuses.length > 1 ? statuses.shift() : statuses[0];
      if (status === 0) return;
      response.writeHead(status ?? 200, status === 302 ? { location: 'http://localhost:1/' } : {}).end();
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: new Secret(`http://127.0.0.1:${port}/hook`), bodies };
}

function collectingLog(lines: { message: string; fields: LogFields }[]): Log {
  const write = (message: string, fields: LogFields = {}): void => void lines.push({ message, fields });
  const log: Log = { debug: write, info: write, warn: write, error: write, with: () => log };
  return log;
}

async function raise(
  target: { url: Secret<string> },
  alerts: number,
  options: { timeoutMs?: number } = {},
): Promise<{ lines: { message: string; fields: LogFields }[]; metrics: string }> {
  const lines: { message: string; fields: LogFields }[] = [];
  const log = collectingLog(lines);
  const metrics = new Metrics();
  {
    await using hook = new AlertWebhook({ url: target.url, log, metrics, pausesMs: [1, 1], ...options });
    const { raise: alert } = createAlerts({ log, metrics, clock: systemClock, hook });
    for (let n = 1; n <= alerts; n += 1) alert('vault-open-failed', { reviewId: `r${n}` });
  }
  return { lines, metrics: await metrics.render() };
}

describe('a security alert', () => {
  it('is a log line with a stable name, a count, and a message', async () => {
    const target = await receiver(200);
    const { lines, metrics } = await raise(target, 1);
    expect(lines).toEqual([{ message: 'security alert', fields: { event: 'vault-open-failed', reviewId: 'r1' } }]);
    expect(metrics).toContain('revrx_security_alerts_total{kind="vault-open-failed"} 1');
    expect(target.bodies).toEqual([
      {
        event: 'security-alert',
        kind: 'vault-open-failed',
        at: expect.any(String),
        alerts: 1,
        text: expect.stringContaining('could not be opened'),
        fields: { reviewId: 'r1' },
      },
    ]);
  });

  it('goes out once at once, and what follows goes out as one', async () => {
    const target = await receiver(200);
    const { metrics } = await raise(target, 500);
    expect(metrics).toContain('revrx_security_alerts_total{kind="vault-open-failed"} 500');
    expect(target.bodies).toHaveLength(2);
    expect(target.bodies).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ alerts: 1, fields: { reviewId: 'r1' } }),
        expect.objectContaining({ alerts: 499, fields: { reviewId: 'r500' } }),
      ]),
    );
  });

  it.each([
    ['refuses', 500],
    ['sends it elsewhere', 302],
    ['never answers', 0],
  ])('does not hold anything up where the receiver %s: it is logged and counted', async (_, status) => {
    const target = await receiver(status);
    const { lines, metrics } = await raise(target, 1, { timeoutMs: 50 });
    expect(target.bodies.length).toBeGreaterThanOrEqual(1);
    expect(target.bodies.length).toBeLessThanOrEqual(3);
    expect(lines.at(-1)?.fields).toEqual({ event: 'alert-undelivered', kind: 'vault-open-failed' });
    expect(metrics).toContain('revrx_alert_messages_undelivered_total 1');
  });

  it('is sent again where the receiver was busy', async () => {
    const target = await receiver(503, 200);
    const { metrics } = await raise(target, 1);
    expect(target.bodies).toHaveLength(2);
    expect(metrics).not.toContain('undelivered_total 1');
  });
});
