import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { newId } from '#kernel/index.ts';
import { type Database, openDatabase, toPgOptions } from '#persistence/index.ts';
import { Review } from '#pipeline/review.entity.ts';
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

async function rows<T extends pg.QueryResultRow>(sql: string): Promise<T[]> {
  const client = new pg.Client(toPgOptions(access.superuser));
  await client.connect();
  const result = await client.query<T>(sql);
  await client.end();
  return result.rows;
}

function review(tenantId: string) {
  const now = new Date();
  return {
    id: newId(),
    tenantId,
    siteId: newId(),
    encounterId: 'e1',
    state: 'requested' as const,
    requestedBy: 'test',
    timings: {},
    createdAt: now,
    updatedAt: now,
  };
}

describe('row level security', () => {
  it('is forced on every table that has a tenant', async () => {
    const open = await rows(`
      select c.relname from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
        and not (c.relrowsecurity and c.relforcerowsecurity
          and exists (select 1 from pg_policy p where p.polrelid = c.oid))`);
    expect(open).toEqual([]);
    const tenantTables = await rows(
      `select 1 from information_schema.columns where table_schema = 'public' and column_name = 'tenant_id'`,
    );
    expect(tenantTables.length).toBeGreaterThan(0);
  });

  it('gives the application role nothing to own and no way around it', async () => {
    const [role] = await rows<{ rolsuper: boolean; rolbypassrls: boolean }>(
      `select rolsuper, rolbypassrls from pg_roles where rolname = 'revrx_app'`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
    expect(await rows(`select relname from pg_class where relowner = 'revrx_app'::regrole`)).toEqual([]);
  });

  it('shows a tenant its own rows, another tenant none of them, and nobody nothing', async () => {
    const [mine, theirs] = [newId(), newId()];
    await database.inTenant(mine, async (em) => void em.create(Review, review(mine)));
    expect(await database.inTenant(mine, (em) => em.count(Review, {}))).toBe(1);
    expect(await database.inTenant(theirs, (em) => em.count(Review, {}))).toBe(0);
    expect(await database.withoutTenant((em) => em.count(Review, {}))).toBe(0);
  });

  it('refuses a row written for another tenant', async () => {
    const [mine, theirs] = [newId(), newId()];
    await expect(database.inTenant(mine, async (em) => void em.create(Review, review(theirs)))).rejects.toThrow(
      /row-level security/,
    );
  });
});
