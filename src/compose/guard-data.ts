import { verifyAuditChain, type ChainBreak } from '#audit/index.ts';
import { becomeSoleHolder } from '#persistence/index.ts';
import { removeExpiredCharts, resumeParked, type Resumed, type Review } from '#pipeline/index.ts';
import { TENANT_SCOPE } from '#vault/index.ts';
import { startRecurring } from './recurring.ts';
import type { Services } from './services.ts';

const SECOND_MS = 1_000;
const HOUR_MS = 60 * 60 * SECOND_MS;

/** How soon held reviews are tried again: at first, and at last, when nothing opens for long. */
const RESUME_FIRST_MS = 30 * SECOND_MS;
const RESUME_LAST_MS = 10 * 60 * SECOND_MS;

/** An arbitrary number that all RevRx processes agree on: one of them verifies the audit log. */
const VERIFY_LOCK = 727_379_031;

/** What looks after stored data in the worker, by the clock: retention, held reviews, the audit log. */
export function guardData(services: Services): AsyncDisposable {
  const { log } = services;
  const stack = new AsyncDisposableStack();
  const afterFailureMs = RESUME_LAST_MS;
  const everyHour = (signal: AbortSignal): Promise<number> => keepRetention(services, signal).then(() => HOUR_MS);
  stack.use(startRecurring({ name: 'retention', turn: everyHour, afterFailureMs, log }));
  stack.use(startRecurring({ name: 'resuming held reviews', turn: createResumeTurn(services), afterFailureMs, log }));
  const everyDay = (signal: AbortSignal): Promise<number> => verifyAuditLogs(services, signal).then(() => 24 * HOUR_MS);
  // Not at every start: a long log takes a while.
  const daily = { name: 'verifying the audit log', turn: everyDay, firstAfterMs: HOUR_MS };
  stack.use(startRecurring({ ...daily, afterFailureMs, log }));
  return stack;
}

/** Removes what sites no longer keep. A failure with one site does not keep the others from their turn. */
export async function keepRetention(services: Services, signal?: AbortSignal): Promise<void> {
  const { database, clock, log, sites } = services;
  const failures: unknown[] = [];
  for (const { id: siteId, tenantId, retentionDays } of await sites.listSites()) {
    if (retentionDays === undefined) continue;
    const options = { database, clock, tenantId, siteId, retentionDays, ...(signal === undefined ? {} : { signal }) };
    const removed = await removeExpiredCharts(options).catch((error: unknown) => {
      failures.push(error);
      return undefined;
    });
    if (removed !== undefined && removed.reviews > 0) log.info('charts removed by retention', { siteId, ...removed });
  }
  if (failures.length > 0) throw failures[0];
}

/** Waits twice as long each time that nothing opens. */
function createResumeTurn(services: Services): () => Promise<number> {
  let pauseMs = RESUME_FIRST_MS;
  return async () => {
    const { resumed, waiting } = await resumeHeld(services);
    pauseMs = waiting > 0 && resumed === 0 ? Math.min(pauseMs * 2, RESUME_LAST_MS) : RESUME_FIRST_MS;
    return pauseMs;
  };
}

/** Sends reviews on that are held because something did not open, as soon as it does. */
export function resumeHeld(services: Services): Promise<Resumed> {
  return resumeParked({
    ...services,
    tenantIds: async () => (await services.sites.listSites()).map(({ tenantId }) => tenantId),
    probe: (review) => openEverything(services, review),
  });
}

/** What any step opens and seals: the site's credential, the chart, its own result; with keys unwrapped anew. */
async function openEverything({ vault, sites, artifacts }: Services, review: Readonly<Review>): Promise<void> {
  const { tenantId, id, siteId, failedStep } = review;
  vault.dataKeys.forget(tenantId, TENANT_SCOPE);
  vault.dataKeys.forget(tenantId, id);
  const site = await sites.getSite(siteId);
  await (site.authMethod === 'private_key_jwt' ? sites.signer(site) : sites.clientSecret(site));
  // A key may be there to open and not to seal.
  await vault.seal({ tenantId, table: 'review', rowId: id, purpose: 'probe', reviewId: id }, Buffer.of(0));
  if (failedStep === 'chart') return;
  await artifacts.openChart(review);
  if (failedStep !== 'deidentify') await artifacts.openDeidentified(review);
}

/** Follows the audit log of every tenant; what is broken raises an alert, what is whole is noted in the log of the process. */
export async function verifyAuditLogs(services: Services, signal?: AbortSignal): Promise<void> {
  const { access, database, log, sites } = services;
  const lock = await becomeSoleHolder(access.application, VERIFY_LOCK);
  if (lock === undefined) return;
  await using _lock = lock;
  for (const tenantId of new Set((await sites.listSites()).map((site) => site.tenantId))) {
    const check = await verifyAuditChain(database, tenantId, signal === undefined ? {} : { signal });
    if (check.intact) log.info('audit log is whole', { tenantId, position: check.end.position, hash: check.end.hash });
    else alertBrokenChain(services, tenantId, check);
  }
}

export function alertBrokenChain(
  { alerts }: Pick<Services, 'alerts'>,
  tenantId: string,
  { reason, position }: { readonly reason: ChainBreak; readonly position: number },
): void {
  alerts.raise('audit-chain-broken', { tenantId, reason, position });
}
