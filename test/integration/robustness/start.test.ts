import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '#test/support/free-port.ts';
import { revrx, RevrxCommand } from '#test/support/revrx-command.ts';

let home: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'revrx-start-'));
  // The embedded server's user has to be able to enter.
  await chmod(home, 0o755);
});
afterAll(() => rm(home, { recursive: true, force: true }));

async function settings(): Promise<Record<string, string>> {
  const [port, sandboxPort] = await Promise.all([freePort(), freePort()]);
  return { REVRX_HOME: home, PORT: String(port), SANDBOX_PORT: String(sandboxPort), LOG_LEVEL: 'error' };
}

const postgresRuns = (): boolean => existsSync(join(home, 'postgres', 'data', 'postmaster.pid'));

describe('revrx start', () => {
  it('runs once in a home, comes back after a kill, and stops with all that it started', async () => {
    const ports = await settings();
    const first = new RevrxCommand(['start'], ports);
    await first.untilLine(`RevRx ready: http://localhost:${ports['PORT']}`);
    expect(first.stdout).toContain(`Sandbox EHR: http://localhost:${ports['SANDBOX_PORT']}\n`);

    const second = await revrx(['start'], await settings());
    expect([second.code, second.stdout]).toEqual([1, '']);
    expect(second.stderr).toMatch(/runs already in .*Stop that one first/);
    expect((await fetch(`http://localhost:${ports['PORT']}/readyz`)).status).toBe(200);

    // The command waits on the process that does the work: that one dies without a word, its PostgreSQL lives on.
    process.kill(Number(await readFile(join(home, 'postgres', 'starter.pid'), 'utf8')), 'SIGKILL');
    expect((await first.ended).code).not.toBe(0);
    expect(postgresRuns()).toBe(true);
    const again = new RevrxCommand(['start'], ports);
    await again.untilLine('RevRx ready');
    expect(await again.stop('SIGINT')).toMatchObject({ code: 0, stderr: '' });
    expect(postgresRuns()).toBe(false);
  }, 120_000);

  it('says which port is in use, and leaves nothing running', async () => {
    const ports = await settings();
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(Number(ports['PORT']), resolve));
    const { code, stderr } = await revrx(['start'], ports);
    await new Promise((resolve) => blocker.close(resolve));
    expect([code, stderr]).toEqual([1, expect.stringContaining(`Port ${ports['PORT']} is in use.`)]);
    expect(postgresRuns()).toBe(false);
  }, 120_000);

  it('has its database brought back to nothing and forth again by migrate', async () => {
    const ports = await settings();
    for (const [args, said] of [
      [['migrate'], 'The database is at the newest version.'],
      [['migrate', '--down', '99'], 'Took back: '],
      [['migrate'], 'Ran: '],
    ] as const) {
      expect(await revrx(args, ports)).toMatchObject({ code: 0, stdout: expect.stringContaining(said), stderr: '' });
    }
    expect((await revrx(['jobs'], ports)).stdout).toContain('Nothing is stopped.');
  }, 120_000);
});
