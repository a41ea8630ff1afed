import type { CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import { spentModelTokens, type ReviewContext } from '#pipeline/index.ts';
import {
  createDailyBudgets,
  createModelReviewer,
  reviewChart,
  reviewChartWithModel,
  type ReviewResult,
} from '#review/index.ts';
import type { Services } from './services.ts';

/** Shown with the review. */
const RESTRICTED =
  'The language model was not asked: something in this chart is marked as restricted. The rules alone have read it.';

/** How a chart is reviewed in this process: by the rules, and by the model where one is configured. */
export function createReview(services: Services) {
  const { config, log, clock, database } = services;
  const reviewer = config.model && createModelReviewer({ ...config.model, model: config.model.name, log, clock });
  const tokensPerDay = config.model?.tokensPerSiteDay;
  const budgets =
    tokensPerDay === undefined
      ? undefined
      : createDailyBudgets({
          tokensPerDay,
          clock,
          spentSince: ({ tenantId, siteId }, since) => spentModelTokens(database, { tenantId, siteId, since }),
        });
  return async (
    chart: DeidentifiedChart,
    tables: CodeTables,
    { tenantId, siteId, signal, gate, restricted, onProgress }: ReviewContext,
  ): Promise<ReviewResult> => {
    if (restricted && reviewer !== undefined) {
      return { ...reviewChart(chart, tables), model: { used: false, note: RESTRICTED } };
    }
    const budget = budgets?.({ tenantId, siteId });
    return reviewChartWithModel(chart, tables, {
      reviewer,
      signal,
      gate,
      ...(budget === undefined ? {} : { budget }),
      ...(onProgress === undefined ? {} : { onProgress }),
    });
  };
}
