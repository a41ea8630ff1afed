import { Command } from 'commander';
import type { Services } from '#compose/index.ts';
import { AppError } from '#kernel/index.ts';
import { countKeyUsage, localKeyId, readKeyFile, type KeyUsage } from '#vault/index.ts';
import { listOrganizations, type Organization } from './keys-organizations.ts';
import { counted, print, toTable } from './output.ts';
import { withServices } from './with-services.ts';

/** `current`: wraps new data keys. `old`: data keys need it. `unused`: none does. `missing`: they do, and it is not there. */
type KeyState = 'current' | 'old' | 'unused' | 'missing';

interface ListedKey {
  readonly key: string;
  readonly state: KeyState;
  readonly createdAt?: string;
  readonly dataKeys: number;
}

interface ListedOrganization {
  readonly id: string;
  readonly name: string;
  /** What wraps its new data keys; undefined when that cannot be told now. */
  readonly key: string | undefined;
  readonly ownKmsKey: string | undefined;
  readonly dataKeys: number;
  /** Wrapped by another key than `key`: work for `revrx keys rotate`. */
  readonly due: number;
  readonly shreddedAt: Date | undefined;
}

/** `revrx keys list` */
export function keysListCommand(): Command {
  return new Command('list')
    .description('Show the wrapping keys, what they wrap, and what is due for rotation. Never shows a key itself.')
    .option('--json', 'for a program to read')
    .action(({ json }: { json?: true }) => withServices((services) => list(services, json === true)));
}

async function list(services: Services, json: boolean): Promise<void> {
  const usage = await countKeyUsage(services.database);
  const organizations = await Promise.all(
    (await listOrganizations(services)).map((organization) => toListed(services, organization, usage)),
  );
  const keys = await listKeys(services, organizations, usage);
  if (json) return print(JSON.stringify({ keys, organizations }, null, 2));
  const keyRows = keys.map(({ key, state, createdAt, dataKeys }) => [key, state, createdAt ?? '', String(dataKeys)]);
  await print(toTable([['KEY', 'STATE', 'MADE', 'DATA KEYS'], ...keyRows]));
  const rows = organizations.map(({ name, id, key, dataKeys, due, shreddedAt }) => [
    name,
    id,
    shreddedAt === undefined ? (key ?? 'cannot be told now') : `shredded ${shreddedAt.toISOString()}`,
    String(dataKeys),
    String(due),
  ]);
  if (rows.length > 0) await print(`\n${toTable([['ORGANIZATION', 'ID', 'WRAPPED BY', 'DATA KEYS', 'DUE'], ...rows])}`);
  await print(`\n${adviceOn(keys, organizations)}`);
}

async function toListed(
  { wrapping }: Services,
  { id, name, shreddedAt, kmsKeyId }: Organization,
  usage: readonly KeyUsage[],
): Promise<ListedOrganization> {
  const own = usage.filter(({ tenantId }) => tenantId === id);
  // A list should not fail because KMS is away.
  const key = await wrapping.currentKeyId(id).catch(() => undefined);
  return {
    id,
    name,
    key,
    ownKmsKey: kmsKeyId,
    dataKeys: sum(own),
    due: key === undefined ? 0 : sum(own.filter(({ wrappedBy }) => wrappedBy !== key)),
    shreddedAt,
  };
}

async function listKeys(
  { config }: Services,
  organizations: readonly ListedOrganization[],
  usage: readonly KeyUsage[],
): Promise<ListedKey[]> {
  const { keyFile, kmsKeyId } = config.vault;
  const file = await readKeyFile(keyFile).catch((error: unknown) => {
    if (kmsKeyId === undefined || !(error instanceof AppError)) throw error;
    return undefined;
  });
  const made = new Map(file?.keys.map((key) => [localKeyId(key), key.createdAt]));
  const newest = kmsKeyId === undefined && file !== undefined ? [localKeyId(file.keys[0])] : [];
  const current = new Set([...newest, ...organizations.flatMap(({ key }) => (key === undefined ? [] : [key]))]);
  const names = new Set([...current, ...made.keys(), ...usage.map(({ wrappedBy }) => wrappedBy)]);
  return [...names].map((key) => {
    const createdAt = made.get(key);
    const dataKeys = sum(usage.filter(({ wrappedBy }) => wrappedBy === key));
    const missing = key.startsWith('local:') && createdAt === undefined;
    const state = missing ? 'missing' : current.has(key) ? 'current' : dataKeys > 0 ? 'old' : 'unused';
    return { key, state, ...(createdAt === undefined ? {} : { createdAt }), dataKeys };
  });
}

function adviceOn(keys: readonly ListedKey[], organizations: readonly ListedOrganization[]): string {
  const due = organizations.reduce((total, each) => total + each.due, 0);
  const advice: string[] = [];
  if (keys.some(({ state }) => state === 'missing')) {
    advice.push('A key that data keys need is missing from the key file: restore the file from your backup.');
  }
  if (due > 0) advice.push(`${counted(due, 'data key')} due: "revrx keys rotate" moves what is due.`);
  if (keys.some(({ state }) => state === 'unused')) {
    advice.push('"revrx keys rotate --prune" takes unused keys out of the key file.');
  }
  return advice.length === 0 ? 'Nothing is due.' : advice.join('\n');
}

function sum(usage: readonly KeyUsage[]): number {
  return usage.reduce((total, { dataKeys }) => total + dataKeys, 0);
}
