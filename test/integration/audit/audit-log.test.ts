import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '#kernel/index.ts';
import {
  chainEnd,
  listAuditEvents,
  recordAuditEvent,
  verifyAuditChain,
  type AuditAction,
  type AuditEvent,
  type AuditFilter,
  type NewAuditEvent,
} from '#audit/index.ts';
import { type Database, openDatabase, toPgOptions } from '#persistence/index.ts';
import { createTestDatabase, type TestDatabase } from '#test/support/postgres.ts';
import { entities } from '../../../src/entities.ts';

let access: TestDatabase;
let database: Database;

beforeAll(async () => {
  access = await createTestDatabase();
  database = openDatabase({ connection: access.application, entities });
});
afterAll(async () => {
  await database[Symbol.asyncDispose]();
  await access[Symbol.asyncDispose]();
});

const AT = new Date('2026-03-04T05:06:07.089Z');

function event(tenantId: string, action: AuditAction = 'review.viewed', rest: Partial<NewAuditEvent> = {}) {
  return {
    tenantId,
    at: AT,
    action,
    actor: 'user:Practitioner/p1',
    subject: { type: 'review', id: newId() },
    ...rest,
  } as const;
}

async function append(events: readonly NewAuditEvent[]): Promise<void> {
  for (const each of events) await database.inTenant(each.tenantId, (em) => recordAuditEvent(em, each));
}

/** A tenant with five events. */
async function chain(): Promise<string> {
  const tenantId = newId();
  await append(
    Array.from({ length: 5 }, (_, index) => event(tenantId, 'review.viewed', { details: { b: index, a: true } })),
  );
  return tenantId;
}

async function asOwner(sql: string, values: readonly unknown[]): Promise<void> {
  const client = new pg.Client(toPgOptions(access.superuser));
  await client.connect();
  try {
    await client.query(sql, [...values]);
  } finally {
    await client.end();
  }
}

async function all(tenantId: string, filter: Omit<AuditFilter, 'tenantId'> = {}): Promise<AuditEvent[]> {
  const events: AuditEvent[] = [];
  for await (const each of listAuditEvents(database, { tenantId, ...filter })) events.push(each);
  return events;
}

describe('the audit log', () => {
  it('keeps events in the order in which they were appended, each after the hash of the one before', async () => {
    const tenantId = await chain();
    const events = await all(tenantId);
    expect(events.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5]);
    expect(events.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      events.slice(0, -1).map(({ hash }) => hash),
    );
    expect(await verifyAuditChain(database, tenantId)).toEqual({
      intact: true,
      end: await chainEnd(database, tenantId),
    });
  });

  it('loses no event and never forks when many append at once', async () => {
    const tenantId = newId();
    await Promise.all(Array.from({ length: 60 }, () => append([event(tenantId)])));
    expect((await all(tenantId)).length).toBe(60);
    expect(await verifyAuditChain(database, tenantId)).toMatchObject({ intact: true, end: { position: 60 } });
  });

  it('is whole to whoever verifies it while others append', async () => {
    const tenantId = await chain();
    const appending = Promise.all(Array.from({ length: 40 }, () => append([event(tenantId)])));
    for (let n = 0; n < 10; n += 1) {
      expect(await verifyAuditChain(database, tenantId)).toMatchObject({ intact: true });
    }
    await appending;
    expect(await verifyAuditChain(database, tenantId)).toMatchObject({ intact: true, end: { position: 45 } });
  });

  it('stands or falls with what it accounts for', async () => {
    const tenantId = await chain();
    await expect(
      database.inTenant(tenantId, async (em) => {
        await recordAuditEvent(em, event(tenantId));
        throw new RangeError('the action failed');
      }),
    ).rejects.toThrow('the action failed');
    expect(await verifyAuditChain(database, tenantId)).toMatchObject({ intact: true, end: { position: 5 } });
  });

  it('is found by review, by user and by time', async () => {
    const [tenantId, reviewId] = [newId(), newId()];
    const later = new Date(AT.getTime() + 60_000);
    await append([
      event(tenantId, 'review.viewed', { subject: { type: 'review', id: reviewId } }),
      event(tenantId, 'finding.decided', {
        subject: { type: 'finding', id: newId() },
        reviewId,
        actor: 'user:Practitioner/p2',
      }),
      event(tenantId, 'pull.done', { at: later, actor: 'schedule', subject: { type: 'site', id: newId() } }),
    ]);
    expect((await all(tenantId, { reviewId })).map(({ action }) => action)).toEqual([
      'review.viewed',
      'finding.decided',
    ]);
    expect((await all(tenantId, { actor: 'schedule' })).map(({ action }) => action)).toEqual(['pull.done']);
    expect((await all(tenantId, { since: later })).length).toBe(1);
    expect((await all(tenantId, { until: later })).length).toBe(2);
  });

  it('shows one tenant nothing of another', async () => {
    const [mine, theirs] = [await chain(), newId()];
    const seen = await database.inTenant(theirs, (em) =>
      em.execute('select id from audit_event where tenant_id = ?', [mine]),
    );
    expect(seen).toEqual([]);
  });
});

describe('the audit log against its application', () => {
  it.each([
    ['update', `update audit_event set actor = 'x'`],
    ['delete', 'delete from audit_event'],
    ['truncate', 'truncate audit_event'],
    ['delete the end of', 'delete from audit_head'],
  ])('does not let the role of the application %s it', async (_, sql) => {
    const tenantId = await chain();
    await expect(database.inTenant(tenantId, (em) => em.execute(sql))).rejects.toThrow(/permission denied/);
    expect(await verifyAuditChain(database, tenantId)).toMatchObject({ intact: true });
  });
});

describe('verifying the audit log', () => {
  it.each(['action', 'outcome', 'actor', 'subject_id', 'subject_type'])(
    'finds an event whose %s was changed',
    async (column) => {
      const tenantId = await chain();
      await asOwner(`update audit_event set ${column} = 'x' where tenant_id = $1 and position = 3`, [tenantId]);
      expect(await verifyAuditChain(database, tenantId)).toEqual({ intact: false, position: 3, reason: 'changed' });
    },
  );

  it.each([
    ['time', `at = at + interval '1 millisecond'`],
    ['details', `details = '{"b": 2}'`],
    ['review', 'review_id = null'],
  ])('finds an event whose %s was changed', async (_, change) => {
    const tenantId = await chain();
    await asOwner(`update audit_event set ${change} where tenant_id = $1 and position = 3`, [tenantId]);
    expect(await verifyAuditChain(database, tenantId)).toEqual({ intact: false, position: 3, reason: 'changed' });
  });

  it('finds an event that was taken out', async () => {
    const tenantId = await chain();
    await asOwner('delete from audit_event where tenant_id = $1 and position = 2', [tenantId]);
    expect(await verifyAuditChain(database, tenantId)).toEqual({ intact: false, position: 2, reason: 'missing' });
  });

  it('finds an event that was taken out although the places were closed up', async () => {
    const tenantId = await chain();
    await asOwner('delete from audit_event where tenant_id = $1 and position = 2', [tenantId]);
    await asOwner('update audit_event set position = position - 1 where tenant_id = $1 and position = 3', [tenantId]);
    expect(await verifyAuditChain(database, tenantId)).toEqual({ intact: false, position: 2, reason: 'changed' });
  });

  it('finds events that changed places', async () => {
    const tenantId = await chain();
    await asOwner('update audit_event set position = -position where tenant_id = $1 and position in (2, 3)', [
      tenantId,
    ]);
    await asOwner('update audit_event set position = 5 + position where tenant_id = $1 and position < 0', [tenantId]);
    expect(await verifyAuditChain(database, tenantId)).toEqual({ intact: false, position: 2, reason: 'changed' });
  });

  it('finds an event that was put in', async () => {
    const tenantId = await chain();
    await asOwner('update audit_event set position = position + 100 where tenant_id = $1 and position > 2', [tenantId]);
    await asOwner('update audit_event set position = position - 99 where tenant_id = $1 and position > 100', [
      tenantId,
    ]);
    await asOwner(
      `insert into audit_event select $2, tenant_id, 3, at, action, outcome, actor, subject_type, subject_id, review_id, details, previous_hash, hash
       from audit_event where tenant_id = $1 and position = 2`,
      [tenantId, newId()],
    );
    expect(await verifyAuditChain(database, tenantId)).toEqual({ intact: false, position: 3, reason: 'changed' });
  });

  it('finds events that were taken off the end', async () => {
    const tenantId = await chain();
    await asOwner('delete from audit_event where tenant_id = $1 and position > 3', [tenantId]);
    expect(await verifyAuditChain(database, tenantId)).toEqual({ intact: false, position: 4, reason: 'tail-missing' });
  });

  it('finds an end that was taken off although others were appended since', async () => {
    const tenantId = await chain();
    await asOwner('delete from audit_event where tenant_id = $1 and position > 3', [tenantId]);
    await append([event(tenantId)]);
    expect(await verifyAuditChain(database, tenantId)).toEqual({ intact: false, position: 4, reason: 'missing' });
  });

  it('finds an end taken off together with the noted one when an earlier note of it is given', async () => {
    const tenantId = await chain();
    const noted = await chainEnd(database, tenantId);
    await asOwner('delete from audit_event where tenant_id = $1 and position > 3', [tenantId]);
    await asOwner(
      `update audit_head set position = 3, hash = (select hash from audit_event where tenant_id = $1 and position = 3) where id = $1`,
      [tenantId],
    );
    expect(await verifyAuditChain(database, tenantId)).toMatchObject({ intact: true });
    expect(await verifyAuditChain(database, tenantId, { noted })).toEqual({
      intact: false,
      position: 4,
      reason: 'tail-missing',
    });
  });

  it('finds an event that was put behind the end', async () => {
    const tenantId = await chain();
    await asOwner('update audit_head set position = 4 where id = $1', [tenantId]);
    expect(await verifyAuditChain(database, tenantId)).toEqual({ intact: false, position: 5, reason: 'beyond-end' });
  });
});
