import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createSharedBudget } from '#deidentify/index.ts';
import { openDatabase, type Database } from '#persistence/index.ts';
import { createTestDatabase, type TestDatabase } from '#test/support/postgres.ts';
import { entities } from '../../../src/entities.ts';

let access: TestDatabase;
let databases: Database[];

beforeAll(async () => {
  access = await createTestDatabase();
  databases = [1, 2].map(() => openDatabase({ connection: access.application, entities }));
});
afterAll(async () => {
  for (const database of databases) await database[Symbol.asyncDispose]();
  await access[Symbol.asyncDispose]();
});

describe('the budget that processes share', () => {
  it('lets one second of characters go at once, and makes whoever comes next wait, whichever process it is', async () => {
    const [one, two] = databases.map((database) =>
      createSharedBudget(database, { requestsPerSecond: 100, charactersPerSecond: 1_000 }),
    );
    expect(await one?.take(1, 1_000)).toBe(0);
    const wait = (await two?.take(1, 60_000)) ?? 0;
    // Sixty seconds of characters, less what has passed meanwhile.
    expect(wait).toBeGreaterThan(30_000);
    expect(wait).toBeLessThanOrEqual(60_000);
    expect(await one?.take(1, 1)).toBeGreaterThan(30_000);
  });
});
