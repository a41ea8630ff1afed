import type { CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import { spentModelTokens, type ReviewContext } from '#pipeline/index.ts';
import { createDailyBudgets, createModelReviewer, reviewChartWithModel, type ReviewResult } from '#review/index.ts';
import type { Services } from './services.ts';

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
    { tenantId, siteId, signal, gate, onProgress }: ReviewContext,
  ): Promise<ReviewResult> => {
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
