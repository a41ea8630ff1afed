import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
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

  it('finds the hosts of a reachable EHR by itself, and stops at one that is not there', async () => {
    await expect(run('add', 'Gone', '--fhir', 'http://localhost:1/fhir', '--client-id', 'c')).rejects.toMatchObject({
      code: 'ehr-unreachable',
    });
  });
});
