import { recordAuditEvents, type AuditAction } from '#audit/index.ts';
import type { Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { hashOf } from './hash.ts';
import { LaunchDirectoryEntry, LaunchRecord } from './launch.entity.ts';
import type { LaunchUser } from './launch.ts';

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
}

/** Whether anybody else has launched in this browser session. A workstation is handed on with the browser open. */
export async function hasAnotherUser(
  { database }: Dependencies,
  { sessionKey, user }: { readonly sessionKey: string; readonly user: LaunchUser },
): Promise<boolean> {
  const sessionHash = hashOf(sessionKey);
  for (const tenantId of await tenantsOf(database, sessionHash)) {
    const others = await database.inTenant(tenantId, (em) =>
      em.count(LaunchRecord, {
        tenantId,
        sessionHash,
        $or: [{ userIssuer: { $ne: user.issuer } }, { userSubject: { $ne: user.subject } }],
      }),
    );
    if (others > 0) return true;
  }
  return false;
}

export interface Closing {
  readonly sessionKey: string;
  readonly action: AuditAction;
  /** Who closes them. */
  readonly actor: string;
}

/** Ends every open launch of a browser session, and accounts for each. Returns how many. */
export async function closeLaunchesOf(
  { database, clock }: Dependencies,
  { sessionKey, action, actor }: Closing,
): Promise<number> {
  const sessionHash = hashOf(sessionKey);
  const at = clock.now();
  let closed = 0;
  for (const tenantId of await tenantsOf(database, sessionHash)) {
    closed += await database.inTenant(tenantId, async (em) => {
      const open = await em.find(LaunchRecord, { tenantId, sessionHash, expiresAt: { $gt: at } });
      for (const launch of open) Object.assign(launch, { sealedTokens: null, expiresAt: at });
      const events = open.map(({ id }) => ({ tenantId, at, action, actor, subject: { type: 'launch', id } }) as const);
      await recordAuditEvents(em, events);
      return open.length;
    });
  }
  return closed;
}

async function tenantsOf(database: Database, sessionHash: string): Promise<Set<string>> {
  const entries = await database.withoutTenant((em) => em.find(LaunchDirectoryEntry, { sessionHash }));
  return new Set(entries.map(({ tenantId }) => tenantId));
}
