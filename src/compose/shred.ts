import type { EntityManager } from '@mikro-orm/postgresql';
import { commandActor, recordAuditEvent } from '#audit/index.ts';
import { AppError } from '#kernel/index.ts';
import { countHoldings, eraseReviews, Review, type ReviewHoldings, type ReviewSelection } from '#pipeline/index.ts';
import { listTenantVaults, reopenTenantVault, shredKeys } from '#vault/index.ts';
import type { Services } from './services.ts';

type Parts = Pick<Services, 'database' | 'clock'>;

/** What shredding would take away. */
export interface ShredPlan extends ReviewHoldings {
  /** Other reviews of the same encounter, which stay readable. */
  readonly otherReviews: readonly string[];
}

/** The review of this id, in whichever tenant it stands. Throws AppError `not-found`. */
export async function findReviewTenant({ database }: Parts, reviewId: string): Promise<string> {
  for (const { tenantId } of await listTenantVaults(database)) {
    const found = await database.inTenant(tenantId, (em) => em.count(Review, { tenantId, id: reviewId }));
    if (found > 0) return tenantId;
  }
  throw new AppError('not-found', { publicMessage: `There is no review ${reviewId}.` });
}

export async function planShredding({ database }: Parts, selection: ReviewSelection): Promise<ShredPlan> {
  return database.inTenant(selection.tenantId, async (em) => ({
    ...(await countHoldings(em, selection)),
    otherReviews: await listOthers(em, selection),
  }));
}

/**
 * Makes a review, or everything of a tenant, unreadable for good: the keys, what they sealed, and an audit event, in one
 * transaction. Processes that hold a key in memory forget it within five minutes.
 */
export async function shred({ database, clock }: Parts, selection: ReviewSelection): Promise<ReviewHoldings> {
  const { tenantId, reviewId } = selection;
  const at = clock.now();
  return database.inTenant(tenantId, async (em) => {
    const keys = await shredKeys(em, { ...selection, at });
    const erased = await eraseReviews(em, { ...selection, at });
    await recordAuditEvent(em, {
      tenantId,
      at,
      action: 'keys.shredded',
      actor: commandActor(),
      subject: reviewId === undefined ? { type: 'tenant', id: tenantId } : { type: 'review', id: reviewId },
      details: { keys, ...erased },
    });
    return erased;
  });
}

/** Takes a shredded tenant up again. Throws AppError `conflict` when it was not shredded. */
export async function reopenTenant({ database, clock, sites }: Parts & Pick<Services, 'sites'>, tenantId: string) {
  await database.inTenant(tenantId, async (em) => {
    if (!(await reopenTenantVault(em, tenantId))) {
      throw new AppError('conflict', {
        publicMessage: 'This organization was not shredded: there is nothing to reopen.',
      });
    }
    await recordAuditEvent(em, {
      tenantId,
      at: clock.now(),
      action: 'keys.reopened',
      actor: commandActor(),
      subject: { type: 'tenant', id: tenantId },
    });
  });
  const connections = await sites.listSites(tenantId);
  for (const site of connections) if (site.authMethod === 'private_key_jwt') await sites.replaceKeys(site);
  return connections;
}

async function listOthers(em: EntityManager, { tenantId, reviewId }: ReviewSelection): Promise<string[]> {
  if (reviewId === undefined) return [];
  const { siteId, encounterId } = await em.findOneOrFail(Review, { tenantId, id: reviewId });
  const others = await em.find(Review, { tenantId, siteId, encounterId, id: { $ne: reviewId } });
  // Without a chart version nothing was sealed for it, or it was shredded.
  return others.filter(({ chartVersion }) => typeof chartVersion === 'string').map(({ id }) => id);
}
