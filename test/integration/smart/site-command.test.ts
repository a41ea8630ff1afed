import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { listAuditEvents } from '#audit/index.ts';
import { siteCommand } from '../../../src/cli/site.ts';
import { startSmartStack, type SmartStack } from '#test/support/smart-stack.ts';

let stack: SmartStack;
const write = process.stdout.write.bind(process.stdout);

beforeAll(async () => {
  stack = await startSmartStack();
});
afterAll(async () => {
  await stack[Symbol.asyncDispose]();
});
afterEach(() => {
  process.stdout.write = write;
  process.exitCode = 0;
});

/** Runs `revrx site …` on the stack's services and gives what it printed. */
async function run(...args: string[]): Promise<string> {
  let printed = '';
  process.stdout.write = (text: string | Uint8Array): boolean => {
    printed += String(text);
    return true;
  };
  const services = {
    sites: stack.sites,
    smart: stack.smart,
    config: { publicUrl: stack.url },
    [Symbol.asyncDispose]: async () => undefined,
  };
  await siteCommand(async () => services)
    .exitOverride()
    .parseAsync(args, { from: 'user' });
  process.stdout.write = write;
  return printed;
}

describe('revrx site', () => {
  it('lists connections for people and for programs', async () => {
    expect(await run('list')).toContain(stack.sandbox.fhirBaseUrl);
    expect(JSON.parse(await run('list', '--json'))).toMatchObject([{ id: stack.site.id, name: 'Sandbox' }]);
  });

  it('tries a connection by its name', async () => {
    const printed = await run('test', 'sandbox');
    expect(printed.split('\n').filter((line) => line.startsWith('failed'))).toEqual([]);
    expect(printed).toContain('backend-token: The EHR gave a token');
  });

  it('adds one, says what to register, and refuses the same address twice', async () => {
    const args = [
      'add',
      'Hill',
      '--fhir',
      'https://hill.example.org/fhir',
      '--client-id',
      'c',
      '--host',
      'hill.example.org',
    ];
    const added: unknown = JSON.parse(await run(...args, '--json'));
    expect(added).toMatchObject({
      name: 'Hill',
      launchUrl: `${stack.url}/launch`,
      redirectUrl: `${stack.url}/callback`,
      jwksUrl: expect.stringMatching(/\/sites\/[0-9a-f-]{36}\/jwks\.json$/),
    });
    await expect(run(...args)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('keeps charts for good unless it is told for how many days, and refuses what is no number of days', async () => {
    expect(JSON.parse(await run('list', '--json'))).toMatchObject([{ retentionDays: null }, { retentionDays: null }]);
    expect(await run('set', 'sandbox', '--retention-days', '90')).toContain('removed for good 90 days after');
    expect(JSON.parse(await run('set', 'sandbox', '--retention-days', '30', '--json'))).toMatchObject({
      retentionDays: 30,
    });
    for (const days of ['0', '-3', '1.5', 'soon', '40000']) {
      await expect(run('set', 'sandbox', `--retention-days=${days}`)).rejects.toMatchObject({ code: 'input-invalid' });
    }
    expect(await run('set', 'sandbox', '--retention-days', 'none')).toContain('kept until somebody shreds them');
  });

  it('accounts for connections that were added and changed', async () => {
    const events: string[] = [];
    for await (const { action, actor } of listAuditEvents(stack.database, { tenantId: stack.tenantId })) {
      events.push(`${action} ${actor.slice(0, 4)}`);
    }
    expect(events).toEqual(['site.added cli:', ...Array<string>(3).fill('site.changed cli:')]);
  });

  it('finds the hosts of a reachable EHR by itself, and stops at one that is not there', async () => {
    await expect(run('add', 'Gone', '--fhir', 'http://localhost:1/fhir', '--client-id', 'c')).rejects.toMatchObject({
      code: 'ehr-unreachable',
    });
  });
});
