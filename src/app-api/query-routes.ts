import type { Request, Router } from 'express';
import { userActor } from '#audit/index.ts';
import { dateOfService } from '#chart/index.ts';
import { queryAnswerRequest } from '#http/index.ts';
import { AppError, isId } from '#kernel/index.ts';
import { Disposition } from '#review/disposition.entity.ts';
import type { ClinicianQuery } from '#review/queries/clinician-query.entity.ts';
import { launchOf } from '#smart/index.ts';
import { answerQuery, sendQuery, type QueryAct } from './clinician-queries.ts';
import { getCurrentReview } from './current-review.ts';
import { toFindingView } from './finding-view.ts';
import { getLaunchUser } from './launch-user.ts';
import { getFinding } from './review-view.ts';
import type { AppApiOptions } from './app-api-options.ts';
import { mayAnswerQueries } from './user-roles.ts';

/** Queries to the clinician: a person sends each, and the clinician answers. */
export function addQueryRoutes(router: Router, options: AppApiOptions): void {
  router.post('/findings/:findingId/query', async (request, response) => {
    const act = await actOf(options, request);
    response.json(await toAnswer(options, act, await sendQuery(options, act)));
  });

  router.post('/findings/:findingId/query/answer', async (request, response) => {
    const launch = launchOf(request);
    const body = queryAnswerRequest.safeParse(request.body);
    if (!body.success) {
      const reasons = body.error.issues.map(({ message }) => message).join(' ');
      throw new AppError('input-invalid', { publicMessage: `The answer was not understood. ${reasons}` });
    }
    if (!mayAnswerQueries(launch, await options.sites.getSite(launch.siteId))) {
      throw new AppError('forbidden', { publicMessage: 'A query is for the clinician to answer.' });
    }
    const act = await actOf(options, request);
    response.json(await toAnswer(options, act, await answerQuery(options, act, body.data)));
  });
}

async function actOf(options: AppApiOptions, request: Request): Promise<QueryAct> {
  const launch = launchOf(request);
  const { findingId } = request.params;
  if (!isId(findingId)) throw new AppError('not-found', { publicMessage: 'There is no such finding.' });
  const review = await getCurrentReview(options.database, launch);
  const finding = await getFinding(options.database, review, findingId);
  const user = await getLaunchUser(launch, await options.ehrAsUser(launch));
  return { review, finding, user, actor: userActor(launch.user) };
}

async function toAnswer(options: AppApiOptions, { review, finding }: QueryAct, asked: ClinicianQuery) {
  const { database, artifacts, codes } = options;
  const { tenantId, siteId, encounterId } = review;
  const where = { tenantId, siteId, encounterId, findingKey: finding.key };
  const decided = (await database.inTenant(tenantId, (em) => em.findOne(Disposition, where))) ?? undefined;
  const tables = codes.tablesFor(dateOfService(await artifacts.openChart(review)));
  return toFindingView(finding, { artifacts, tables, decided, asked });
}
