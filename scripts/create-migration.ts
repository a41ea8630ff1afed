/**
 * Writes a migration for what the entities say and the migrations do not yet: starts a throw-away PostgreSQL, runs the
 * existing migrations, and lets the ORM compare. `node bin/pinned-node.mjs scripts/create-migration.ts NAME`
 */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, prepareEmbeddedDatabase, migrateUp, startEmbeddedPostgres } from '#persistence/index.ts';
import { entities } from '../src/entities.ts';
import { migrations } from '../migrations/index.ts';

const name = process.argv[2];
if (name === undefined || !/^[a-z][a-z0-9-]*$/.test(name))
  throw new TypeError('give a kebab-case name: create-migration.ts add-audit');

const directory = await mkdtemp(join(tmpdir(), 'revrx-migration-'));
await using server = await startEmbeddedPostgres({ directory, disposable: true });
const access = await prepareEmbeddedDatabase(server.superuser, directory);
await migrateUp(access, migrations);
await using database = openDatabase({ connection: access.migrator, entities });
const { up, down } = await database.orm.schema.getUpdateSchemaMigrationSQL({ wrap: false });
const statements = (sql: string): string[] =>
  sql
    .split(/;\n/)
    .map((line) => line.trim().replace(/;$/, ''))
    .filter((line) => line !== '' && !line.includes('revrx_migration'));

if (statements(up).length === 0) {
  console.log('The migrations already say what the entities say.');
} else {
  const number = String(migrations.length + 1).padStart(4, '0');
  const method = (sql: string): string =>
    statements(sql)
      .map((line) => `    this.addSql(${JSON.stringify(line)});`)
      .join('\n');
  const className = `M${number}`;
  const file = `${number}-${name}.ts`;
  await writeFile(
    new URL(`../migrations/${file}`, import.meta.url),
    `import { Migration } from '@mikro-orm/migrations';\n\nexport class ${className} extends Migration {\n  override up(): void {\n${method(up)}\n  }\n\n  override down(): void {\n${method(down)}\n  }\n}\n`,
  );
  console.log(`Wrote migrations/${file}; add it to migrations/index.ts.`);
}
