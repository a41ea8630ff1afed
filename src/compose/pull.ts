import { commandActor, recordAuditEvent, SCHEDULE, type AuditDetails } from '#audit/index.ts';
import { isAlertKind, toAppError } from '#kernel/index.ts';
import { requestReviews } from '#pipeline/index.ts';
import {
  runPull,
  startNightly,
  type Nightly,
  type PullDependencies,
  type PullOptions,
  type PullOutcome,
} from '#pull/index.ts';
import type { Services } from './services.ts';
import { createSiteEhrs } from './site-ehr.ts';

/** Pulls a site's finished encounters since its watermark, and asks for a review of each. */
export async function pullSite(services: Services, options: PullOptions): Promise<PullOutcome> {
  const { sites } = services;
  const outcome = await runPull(toDependencies(services), options).catch(async (error: unknown) => {
    const { code } = toAppError(error);
    if (isAlertKind(code)) services.alerts.raise(code, { tenantId: options.tenantId, siteId: options.siteId });
    await account(services, options, { code });
    throw error;
  });
  if (outcome.kind === 'done') {
    await sites.recordSuccessfulPull(await sites.getSite(options.siteId), outcome.watermark);
    const { found, window } = outcome;
    await account(services, options, { found, from: window.from.toISOString(), until: window.until.toISOString() });
  }
  return outcome;
}

/** A pull under way has handed its encounters on already: what went wrong is told by `code`. */
async function account(
  { database, clock }: Services,
  { tenantId, siteId, requestedBy }: PullOptions,
  details: AuditDetails,
) {
  await database.inTenant(tenantId, (em) =>
    recordAuditEvent(em, {
      tenantId,
      at: clock.now(),
      action: 'pull.done',
      outcome: 'code' in details ? 'failure' : 'success',
      actor: requestedBy === 'nightly' ? SCHEDULE : commandActor(),
      subject: { type: 'site', id: siteId },
      details,
    }),
  );
}

/** The nightly pulls of all sites, each by its own schedule and time zone. */
export function startNightlyPulls(services: Services): Promise<Nightly> {
  return startNightly({
    listSites: () => services.sites.listSites(),
    pull: async ({ tenantId, id }, signal) => {
      await pullSite(services, { tenantId, siteId: id, requestedBy: 'nightly', signal });
    },
    log: services.log,
  });
}

function toDependencies(services: Services): PullDependencies {
  const { database, clock, log } = services;
  const ehrs = createSiteEhrs(services);
  return {
    database,
    clock,
    log,
    connect: async (siteId, signal) => {
      const [{ ehr }, capabilities] = await Promise.all([ehrs.asBackend(siteId, signal), ehrs.capabilities(siteId)]);
      return { ehr, capabilities };
    },
    onEncounters: async ({ tenantId, siteId, requestedBy }, encounters) => {
      await requestReviews(services, { tenantId, siteId, encounters, requestedBy });
    },
  };
}
