import { setTimeout as delay } from 'node:timers/promises';
import type { DetectedIssue, DocumentReference, Identifier, Provenance, Task } from 'fhir/r4.js';
import { requestReview, Review } from '#pipeline/index.ts';
import type { RunningApp } from './running-app.ts';

const POLL_MS = 25;

/** Asks again until there is an answer; the test's own time limit ends it. */
export async function until<T>(look: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await delay(POLL_MS);
  }
}

/** Asks for a review of an encounter, as a launch does. */
export function askForReview(app: RunningApp, encounterId: string): ReturnType<typeof requestReview> {
  const { tenantId, id: siteId } = app.site;
  return requestReview(app.services, { tenantId, siteId, encounterId, requestedBy: 'launch' });
}

/** All reviews of an encounter, the oldest first. */
export function reviewsOf({ services, site }: RunningApp, encounterId: string): Promise<Review[]> {
  const { tenantId } = site;
  return services.database.inTenant(tenantId, (em) =>
    em.find(Review, { tenantId, encounterId }, { orderBy: { createdAt: 'asc' } }),
  );
}

/** The newest review of the encounter once it is in the state. Throws when it comes to rest in another one. */
export function reviewIn(app: RunningApp, encounterId: string, state: Review['state']): Promise<Review> {
  return until(async () => {
    const newest = (await reviewsOf(app, encounterId)).at(-1);
    if (newest?.state === state) return newest;
    if (newest?.state === 'failed' || newest?.state === 'parked') {
      throw new Error(`${encounterId} is ${newest.state} at ${newest.failedStep ?? '?'}: ${newest.errorCode ?? '?'}`);
    }
    return undefined;
  });
}

export interface Written {
  readonly issues: readonly DetectedIssue[];
  readonly reports: readonly DocumentReference[];
  readonly tasks: readonly Task[];
  readonly provenances: readonly Provenance[];
}

/** What stands in the sandbox EHR about an encounter, written by RevRx. */
export function writtenAbout({ sandbox }: RunningApp, encounterId: string): Written {
  const { store } = sandbox;
  const encounter = `Encounter/${encounterId}`;
  const reports = store
    .list('DocumentReference')
    .filter(({ identifier, context }) => isOurs(identifier) && context?.encounter?.[0]?.reference === encounter);
  const reportIds = new Set(reports.map(({ id }) => `DocumentReference/${id}`));
  return {
    reports,
    issues: store
      .list('DetectedIssue')
      .filter(({ extension }) => extension?.some(({ valueReference }) => valueReference?.reference === encounter)),
    tasks: store.list('Task').filter((task) => isOurs(task.identifier) && task.encounter?.reference === encounter),
    provenances: store
      .list('Provenance')
      .filter(({ target }) => target.some(({ reference }) => reportIds.has(reference ?? ''))),
  };
}

function isOurs(identifiers: readonly Identifier[] | undefined): boolean {
  return identifiers?.some(({ system }) => system?.startsWith('https://revrx.dev/fhir/identifier/')) === true;
}

/** How many resources of each kind, and how many different findings: a duplicate shows as a difference. */
export function countWritten(app: RunningApp, encounterId: string) {
  const { issues, reports, tasks, provenances } = writtenAbout(app, encounterId);
  const findings = new Set(issues.map(({ identifier }) => identifier?.[0]?.value)).size;
  return {
    issues: issues.length,
    findings,
    reports: reports.length,
    tasks: tasks.length,
    provenances: provenances.length,
  };
}
