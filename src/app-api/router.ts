import { Router, type Request } from 'express';
import { recordAuditEvent, userActor, type NewAuditEvent } from '#audit/index.ts';
import { dateOfService } from '#chart/index.ts';
import { dispositionRequest } from '#http/index.ts';
import { AppError, isId } from '#kernel/index.ts';
import { leaveBatch, requestReview } from '#pipeline/index.ts';
import { hashOf, launchOf, type Launch } from '#smart/index.ts';
import { getCurrentReview, toProgress } from './current-review.ts';
import { decide } from './decide.ts';
import { getLaunchView, getUserName } from './launch-view.ts';
import { getAmounts } from './amounts.ts';
import { findQuery } from './clinician-queries.ts';
import { followReview } from './events.ts';
import { toFindingView } from './finding-view.ts';
import type { AppApiOptions } from './app-api-options.ts';
import { addQueryRoutes } from './query-routes.ts';
import { getFinding, getReviewView } from './review-view.ts';
import { isOfRevenueCycle } from './user-roles.ts';

/** What the app in the EHR's frame asks, below `/api/launches/:launchId`; see src/http/contract.ts. */
export function createAppApi(options: AppApiOptions): Router {
  const { database } = options;
  const router = Router({ mergeParams: true });

  router.get('/', async (request, response) => {
    const launch = launchOf(request);
    const [review, site, ehr] = await Promise.all([
      getCurrentReview(database, launch),
      options.sites.getSite(launch.siteId),
      options.ehrAsUser(launch),
    ]);
    const view = await getLaunchView({ launch, site, reviewId: review.id, ehr });
    await account(options, launch, { action: 'chart.viewed', reviewId: review.id });
    response.json(view);
  });

  router.get('/review', async (request, response) => {
    const launch = launchOf(request);
    const review = await getCurrentReview(database, launch);
    const view = await getReviewView(options, review);
    await account(options, launch, { action: 'review.viewed', reviewId: review.id });
    response.json(view);
  });

  router.get('/amounts', async (request, response) => {
    const launch = launchOf(request);
    const site = await options.sites.getSite(launch.siteId);
    if (!isOfRevenueCycle(launch, site)) {
      throw new AppError('forbidden', { publicMessage: 'Amounts are for people of the revenue cycle.' });
    }
    const review = await getCurrentReview(database, launch);
    const view = await getAmounts(options, review, site);
    await account(options, launch, { action: 'amounts.viewed', reviewId: review.id });
    response.json(view);
  });

  router.post('/review', async (request, response) => {
    const launch = launchOf(request);
    const { tenantId, siteId, encounterId, patientId } = launch;
    const { reviewId, state } = await requestReview(options, {
      tenantId,
      siteId,
      encounterId,
      patientId,
      requestedBy: 'launch',
    });
    // Whoever asks for a review that waits for the batch of the night does not want to wait for it.
    if (state === 'waiting-for-model') await leaveBatch(options, { tenantId, id: reviewId }, 'person-waits');
    await account(options, launch, { action: 'review.requested', reviewId });
    response.json(toProgress(await getCurrentReview(database, launch)));
  });

  router.post('/findings/:findingId/disposition', async (request, response) => {
    response.json(await decideOn(options, request));
  });

  addQueryRoutes(router, options);

  router.get('/events', async (request, response) => {
    const launch = launchOf(request);
    await getCurrentReview(database, launch);
    await followReview(options, launch, options.streams.open(response, hashOf(launch.launchId)));
  });

  return router;
}

/** Before anything of a chart is answered: what cannot be accounted for is not shown. */
async function account(
  { database, clock }: AppApiOptions,
  { tenantId, user, launchId }: Launch,
  { action, reviewId }: Pick<NewAuditEvent, 'action'> & { readonly reviewId: string },
): Promise<void> {
  await database.inTenant(tenantId, (em) =>
    recordAuditEvent(em, {
      tenantId,
      at: clock.now(),
      action,
      actor: userActor(user),
      subject: { type: 'review', id: reviewId },
      details: { launchId },
    }),
  );
}

async function decideOn(options: AppApiOptions, request: Request) {
  const { database, artifacts, codes } = options;
  const launch = launchOf(request);
  const { findingId } = request.params;
  const body = dispositionRequest.safeParse(request.body);
  if (!body.success) {
    const reasons = body.error.issues.map(({ message }) => message).join(' ');
    throw new AppError('input-invalid', { publicMessage: `The decision was not understood. ${reasons}` });
  }
  if (!isId(findingId)) throw new AppError('not-found', { publicMessage: 'There is no such finding.' });
  const review = await getCurrentReview(database, launch);
  const finding = await getFinding(database, review, findingId);
  const name = await getUserName(launch, await options.ehrAsUser(launch));
  const id = hashOf(`${launch.user.issuer} ${launch.user.subject}`);
  const user = { id, name, actor: userActor(launch.user) };
  const decided = await decide(options, { review, finding, request: body.data, user });
  const tables = codes.tablesFor(dateOfService(await artifacts.openChart(review)));
  const asked = (await findQuery(database, { review, finding })) ?? undefined;
  return toFindingView(finding, { artifacts, tables, decided, asked });
}
