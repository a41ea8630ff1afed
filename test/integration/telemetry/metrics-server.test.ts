import { describe, expect, it } from '@jest/globals';
import { Secret } from '#kernel/index.ts';
import { Metrics, serveMetrics } from '#telemetry/index.ts';

const host = '127.0.0.1';

describe('the server of metrics', () => {
  it('gives the metrics and nothing else', async () => {
    const metrics = new Metrics();
    metrics.counter('c', 'C.').inc();
    await using server = await serveMetrics({ metrics, host, port: 0, token: undefined });
    const answer = await fetch(`http://${host}:${server.port}/metrics`);
    expect(answer.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(await answer.text()).toContain('c 1');
    expect((await fetch(`http://${host}:${server.port}/`)).status).toBe(404);
    expect((await fetch(`http://${host}:${server.port}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('asks for the token where one is set', async () => {
    const token = new Secret('a token of some length');
    await using server = await serveMetrics({ metrics: new Metrics(), host, port: 0, token });
    const status = async (authorization?: string): Promise<number> =>
      (
        await fetch(
          `http://${host}:${server.port}/metrics`,
          authorization === undefined ? {} : { headers: { authorization } },
        )
      ).status;
    expect(await status()).toBe(401);
    expect(await status('Bearer another')).toBe(401);
    expect(await status(`Bearer ${token.reveal()}`)).toBe(200);
  });

  it('says in a sentence that its port is taken', async () => {
    await using server = await serveMetrics({ metrics: new Metrics(), host, port: 0, token: undefined });
    await expect(
      serveMetrics({ metrics: new Metrics(), host, port: server.port, token: undefined }),
    ).rejects.toMatchObject({
      code: 'config-invalid',
    });
  });
});
