import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newId, type AlertKind, type LogFields } from '#kernel/index.ts';
import { recordAuditEvent } from '#audit/index.ts';
import { type Database, openDatabase } from '#persistence/index.ts';
import { createTestDatabase, type TestDatabase } from '#test/support/postgres.ts';
import { auditCommand } from '../../../src/cli/audit.ts';
import { entities } from '../../../src/entities.ts';

const TENANT = newId();
const REVIEW = newId();
const write = process.stdout.write.bind(process.stdout);
const alerts: string[] = [];

let access: TestDatabase;
let database: Database;

beforeAll(async () => {
  access = await createTestDatabase();
  database = openDatabase({ connection: access.application, entities });
  const common = { tenantId: TENANT, subject: { type: 'review', id: REVIEW } } as const;
  await database.inTenant(TENANT, async (em) => {
    await recordAuditEvent(em, {
      ...common,
      at: new Date('2026-01-01T10:00:00Z'),
      action: 'review.viewed',
      actor: 'user:Practitioner/p1',
    });
    await recordAuditEvent(em, {
      ...common,
      at: new Date('2026-01-02T10:00:00Z'),
      action: 'keys.shredded',
      actor: 'cli:root',
      outcome: 'failure',
    });
  });
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await access[Symbol.asyncDispose]();
});
afterEach(() => {
  process.stdout.write = write;
  process.exitCode = 0;
});

async function run(...args: string[]): Promise<string[]> {
  let printed = '';
  process.stdout.write = (text: string | Uint8Array): boolean => {
    printed += String(text);
    return true;
  };
  const services = {
    database,
    sites: { listSites: async () => [{ tenantId: TENANT }] },
    alerts: {
      raise: (kind: AlertKind, { tenantId, reason, position }: LogFields = {}) =>
        void alerts.push([kind, tenantId, reason, position].join(' ')),
    },
    [Symbol.asyncDispose]: async () => undefined,
  };
  const command = auditCommand(async () => services).exitOverride();
  for (const child of command.commands) child.exitOverride();
  await command.parseAsync(args, { from: 'user' });
  process.stdout.write = write;
  return printed.trim() === '' ? [] : printed.trim().split('\n');
}

describe('revrx audit', () => {
  it('lists events as JSON lines with the words of FHIR', async () => {
    const lines = (await run('list')).map((line): unknown => JSON.parse(line));
    expect(lines).toMatchObject([
      {
        position: 1,
        action: 'review.viewed',
        actor: 'user:Practitioner/p1',
        reviewId: REVIEW,
        fhir: { action: 'R', outcome: '0' },
      },
      { position: 2, action: 'keys.shredded', actor: 'cli:root', fhir: { action: 'D', outcome: '8' } },
    ]);
  });

  it.each([
    [['--user', 'Practitioner/p1'], 1],
    [['--user', 'cli:root'], 1],
    [['--review', REVIEW], 2],
    [['--review', newId()], 0],
    [['--since', '2026-01-02'], 1],
    [['--until', '2026-01-01T10:00:00Z'], 0],
  ])('lists only what %j asks for', async (options, count) => {
    expect(await run('list', ...options)).toHaveLength(count);
  });

  it('refuses a review id and a time that are none', async () => {
    await expect(run('list', '--review', 'x')).rejects.toThrow('That is no review id');
    await expect(run('list', '--since', 'yesterday-ish')).rejects.toThrow('is no time');
    await expect(run('verify', '--expect', 'x')).rejects.toThrow('is no end');
  });

  it('prints an end that a later check can hold the log to, and alerts when it no longer stands', async () => {
    const [line = ''] = await run('verify');
    expect(line).toMatch(/^whole {3}2 events, end /);
    const end = line.split('end ')[1] ?? '';
    expect(await run('verify', '--expect', end)).toEqual([line]);
    expect(process.exitCode).toBe(0);
    const [broken] = await run('verify', '--expect', end.replace(':2:', ':3:'));
    expect(broken).toContain('BROKEN');
    expect(process.exitCode).toBe(1);
    expect(alerts).toEqual([`audit-chain-broken ${TENANT} tail-missing 3`]);
  });
});
