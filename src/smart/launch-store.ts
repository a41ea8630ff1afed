import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { recordAuditEvent, userActor } from '#audit/index.ts';
import { AppError, isId, newId, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { SealContext, Vault } from '#vault/index.ts';
import { hashOf } from './hash.ts';
import { LaunchDirectoryEntry, LaunchRecord } from './launch.entity.ts';
import type { Launch } from './launch.ts';
import { LoginAttempt } from './login-attempt.entity.ts';
import { tokensSchema, type Tokens } from './token-response.ts';

/** A frame that nobody has used for this long is locked (45 CFR 164.312(a)(2)(iii), automatic logoff). */
export const IDLE_LIMIT_MS = 60 * 60_000;
/** `lastSeenAt` is written at most this often. */
const SEEN_STEP_MS = 60_000;

interface Dependencies {
  readonly database: Database;
  readonly vault: Vault;
  readonly clock: Clock;
}

export interface NewLaunch extends Omit<Launch, 'launchId' | 'createdAt'> {
  readonly sessionKey: string;
  readonly tokens: Tokens;
  readonly tokenExpiresAt: Date;
}

export async function storeLaunch(deps: Dependencies, launch: NewLaunch): Promise<Launch> {
  const now = deps.clock.now();
  const { tenantId } = launch;
  const id = newId(now.getTime());
  const sessionHash = hashOf(launch.sessionKey);
  const record = {
    id,
    tenantId,
    siteId: launch.siteId,
    sessionHash,
    userIssuer: launch.user.issuer,
    userSubject: launch.user.subject,
    fhirUser: launch.user.fhirUser ?? null,
    patientId: launch.patientId,
    encounterId: launch.encounterId,
    needPatientBanner: launch.needPatientBanner,
    intent: launch.intent ?? null,
    grantedScope: launch.grantedScope,
    sealedTokens: await sealTokens(deps.vault, { tenantId, id }, launch.tokens),
    tokenExpiresAt: launch.tokenExpiresAt,
    expiresAt: launch.expiresAt,
    createdAt: now,
    lastSeenAt: now,
  };
  await deps.database.inTenant(tenantId, async (em) => {
    await em.insert(LaunchDirectoryEntry, { launchId: id, tenantId, sessionHash });
    await em.insert(LaunchRecord, record);
    await recordAuditEvent(em, {
      tenantId,
      at: now,
      action: 'launch.opened',
      actor: userActor(launch.user),
      subject: { type: 'launch', id },
      details: { siteId: launch.siteId },
    });
  });
  return toLaunch(record);
}

/** Who asks for a launch. */
export interface LaunchRequest {
  readonly launchId: unknown;
  readonly sessionKey: string | undefined;
  /** The page asks by itself, and nobody need be there: it does not keep the launch from idling out. */
  readonly passive?: boolean;
}

/**
 * The launch of this id, if this browser session owns it and it is still open. Throws AppError `not-found` for another's
 * launch as for none (the answer must not tell which), and `not-signed-in` when it is over.
 */
export async function getOwnLaunch(
  deps: Dependencies,
  { launchId, sessionKey, passive = false }: LaunchRequest,
): Promise<Launch> {
  if (!isId(launchId) || sessionKey === undefined) throw noSuchLaunch();
  const sessionHash = hashOf(sessionKey);
  const entry = await deps.database.withoutTenant((em) => em.findOne(LaunchDirectoryEntry, { launchId, sessionHash }));
  if (entry === null) throw noSuchLaunch();
  return deps.database.inTenant(entry.tenantId, async (em) => {
    const record = await em.findOne(LaunchRecord, { tenantId: entry.tenantId, id: launchId, sessionHash });
    if (record === null) throw noSuchLaunch();
    touch(record, { now: deps.clock.now(), passive });
    return toLaunch(record);
  });
}

function touch(record: LaunchRecord, { now, passive }: { now: Date; passive: boolean }): void {
  const idleMs = now.getTime() - record.lastSeenAt.getTime();
  if (record.expiresAt <= now || idleMs > IDLE_LIMIT_MS) throw launchOver();
  if (!passive && idleMs > SEEN_STEP_MS) record.lastSeenAt = now;
}

/** Deletes what is over: sign-ins that never came back, and launches a day after their end. Of one tenant. */
export async function deleteExpired({ database, clock }: Dependencies, tenantId: string): Promise<void> {
  const now = clock.now();
  const dayAgo = new Date(now.getTime() - 24 * 60 * 60_000);
  await database.inTenant(tenantId, async (em) => {
    await em.nativeDelete(LoginAttempt, { tenantId, expiresAt: { $lt: now } });
    const over = await em.find(
      LaunchRecord,
      { tenantId, expiresAt: { $lt: dayAgo } },
      { fields: ['id'], limit: 10_000 },
    );
    const ids = over.map(({ id }) => id);
    await em.nativeDelete(LaunchDirectoryEntry, { tenantId, launchId: { $in: ids } });
    await em.nativeDelete(LaunchRecord, { tenantId, id: { $in: ids } });
  });
}

/** The row, locked until the transaction ends. Throws AppError `not-found`. */
export async function lockLaunch(em: EntityManager, { tenantId, launchId }: LaunchKey): Promise<LaunchRecord> {
  const record = await em.findOne(LaunchRecord, { tenantId, id: launchId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (record === null) throw noSuchLaunch();
  return record;
}

export interface LaunchKey {
  readonly tenantId: string;
  readonly launchId: string;
}

export async function sealTokens(vault: Vault, row: { tenantId: string; id: string }, tokens: Tokens): Promise<Buffer> {
  return vault.seal(sealContext(row), Buffer.from(JSON.stringify(tokens)));
}

export async function openTokens(vault: Vault, record: LaunchRecord): Promise<Tokens> {
  if (record.sealedTokens === null || record.sealedTokens === undefined) throw launchOver();
  const opened = await vault.open(sealContext(record), record.sealedTokens);
  return tokensSchema.parse(JSON.parse(opened.toString('utf8')));
}

function sealContext({ tenantId, id }: { tenantId: string; id: string }): SealContext {
  return { tenantId, table: 'launch', rowId: id, purpose: 'tokens' };
}

type LaunchRow = Omit<LaunchRecord, 'sealedTokens' | 'lastSeenAt' | 'sessionHash' | 'tokenExpiresAt'>;

function toLaunch(record: LaunchRow): Launch {
  return {
    tenantId: record.tenantId,
    siteId: record.siteId,
    launchId: record.id,
    patientId: record.patientId,
    encounterId: record.encounterId,
    user: { issuer: record.userIssuer, subject: record.userSubject, fhirUser: record.fhirUser ?? undefined },
    needPatientBanner: record.needPatientBanner,
    intent: record.intent ?? undefined,
    grantedScope: record.grantedScope,
    createdAt: record.createdAt,
    expiresAt: record.expiresAt,
  };
}

export function noSuchLaunch(): AppError {
  return new AppError('not-found', {
    publicMessage: 'This page does not belong to this browser window. Open RevRx again from the chart.',
  });
}

export function launchOver(): AppError {
  return new AppError('not-signed-in', {
    publicMessage: 'Your sign-in has ended. Open RevRx again from the chart; nothing was lost.',
  });
}
