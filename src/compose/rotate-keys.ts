import { commandActor, recordAuditEvent } from '#audit/index.ts';
import { AppError } from '#kernel/index.ts';
import { becomeSoleHolder } from '#persistence/index.ts';
import { addKey, countDue, listTenantVaults, pruneUnusedKeys, rotate, type Rotation } from '#vault/index.ts';
import type { Services } from './services.ts';

/** An arbitrary number that all RevRx processes agree on. */
const ROTATION_LOCK = 727_379_021;

/** What a rotation needs of the services. */
export type RotatingServices = Pick<Services, 'access' | 'clock' | 'config' | 'database' | 'wrapping'>;

export interface RotateKeysOptions {
  /** Takes keys out of the key file that no data key needs any more. */
  readonly prune: boolean;
  readonly onTotal: (total: number) => void;
  readonly onRewrapped: () => void;
  readonly signal: AbortSignal;
}

export interface KeysRotated extends Rotation {
  /** Whether this run began a rotation, or went on with what was due. */
  readonly newKey: boolean;
  /** Data keys that are still due. */
  readonly left: number;
  /** Ids of keys taken out of the key file. */
  readonly pruned: readonly string[];
}

/**
 * Moves all data keys to the current wrapping keys. When nothing is due, and a key file is in use, a new key is put into it
 * first. One run at a time: throws AppError `conflict` while another process has one.
 */
export async function rotateKeys(services: RotatingServices, options: RotateKeysOptions): Promise<KeysRotated> {
  const { access, database, wrapping, config } = services;
  const lock = await becomeSoleHolder(access.application, ROTATION_LOCK);
  if (lock === undefined) {
    throw new AppError('conflict', {
      publicMessage:
        'Another process rotates the keys at this moment. Wait for it to end, then look at "revrx keys list".',
    });
  }
  await using _lock = lock;
  const tenantIds = (await listTenantVaults(database)).map(({ tenantId }) => tenantId);
  const scope = { database, wrapping, tenantIds };
  const newKey = (await countDue(scope)) === 0 && (await usesKeyFile(services, tenantIds));
  if (newKey) await addKey(config.vault.keyFile);
  options.onTotal(await countDue(scope));
  const done = await rotateTenants(services, tenantIds, options);
  const prunes = options.prune && !done.stopped && (await usesKeyFile(services, tenantIds));
  const pruned = prunes ? await pruneUnusedKeys(database, config.vault.keyFile) : [];
  return { ...done, newKey, pruned, left: await countDue(scope) };
}

/** Whether the key file wraps anybody's new data keys. */
async function usesKeyFile({ config, wrapping }: RotatingServices, tenantIds: readonly string[]): Promise<boolean> {
  if (config.vault.kmsKeyId === undefined) return true;
  for (const tenantId of tenantIds) if ((await wrapping.currentKeyId(tenantId)).startsWith('local:')) return true;
  return false;
}

async function rotateTenants(
  services: RotatingServices,
  tenantIds: readonly string[],
  { onRewrapped, signal }: RotateKeysOptions,
): Promise<Rotation> {
  const { database, wrapping } = services;
  const unopened: string[] = [];
  let rewrapped = 0;
  for (const tenantId of tenantIds) {
    const one = await rotate({ database, wrapping, tenantIds: [tenantId], onRewrapped, signal });
    rewrapped += one.rewrapped;
    unopened.push(...one.unopened);
    if (one.rewrapped > 0) await account(services, tenantId, one);
    if (one.stopped) return { rewrapped, unopened, stopped: true };
  }
  return { rewrapped, unopened, stopped: false };
}

async function account(
  { database, clock, wrapping }: RotatingServices,
  tenantId: string,
  done: Rotation,
): Promise<void> {
  const wrappedBy = await wrapping.currentKeyId(tenantId);
  await database.inTenant(tenantId, (em) =>
    recordAuditEvent(em, {
      tenantId,
      at: clock.now(),
      action: 'keys.rotated',
      actor: commandActor(),
      subject: { type: 'tenant', id: tenantId },
      details: { wrappedBy, rewrapped: done.rewrapped, unopened: done.unopened.length, stopped: done.stopped },
    }),
  );
}
