import { createBatchStore, spentModelTokens, type BatchTurnOptions } from '#pipeline/index.ts';
import { createBatchReviewer } from '#review/index.ts';
import { createOnParked } from './parked.ts';
import type { Services } from './services.ts';

/** How this process looks at batches of questions to the model. */
export function createBatchTurnOptions(services: Services): BatchTurnOptions {
  const { config, database, boss, clock, log, artifacts, codes } = services;
  const { model } = config;
  return {
    database,
    boss,
    clock,
    log,
    artifacts,
    tablesFor: (date) => codes.tablesFor(date),
    createStore: (tenantId) => createBatchStore(database, tenantId),
    createReviewer: model && ((store) => createBatchReviewer({ ...model, model: model.name, store, log, clock })),
    async roomOf(tenantId, siteId) {
      if (model?.tokensPerSiteDay === undefined) return undefined;
      const midnight = new Date(`${clock.now().toISOString().slice(0, 10)}T00:00:00Z`);
      return model.tokensPerSiteDay - (await spentModelTokens(database, { tenantId, siteId, since: midnight }));
    },
    onParked: createOnParked(services),
  };
}
