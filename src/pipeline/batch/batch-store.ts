import type { Database } from '#persistence/index.ts';
import type { BatchState, BatchStore } from '#review/index.ts';
import { BatchedReview, ModelBatch } from './model-batch.entity.ts';

/** The batches of a tenant, in the database. A review that is in a batch cannot be put into another: `put` fails on its key. */
export function createBatchStore(database: Database, tenantId: string): BatchStore {
  return {
    list: () =>
      database.inTenant(tenantId, async (em) => {
        const batches = await em.find(ModelBatch, { tenantId }, { orderBy: { submittedAt: 'asc' } });
        const reviews = await em.find(BatchedReview, { tenantId }, { orderBy: { id: 'asc' } });
        const byBatch = Map.groupBy(reviews, ({ batchKey }) => batchKey);
        return batches.map((batch) => toState(batch, byBatch.get(batch.id) ?? []));
      }),
    put: ({ key, batchId, submittedAt, reviews }) =>
      database.inTenant(tenantId, async (em) => {
        const known = await em.findOne(ModelBatch, { tenantId, id: key });
        if (known !== null) {
          known.batchId = batchId ?? null;
          return;
        }
        await em.insert(ModelBatch, {
          id: key,
          tenantId,
          batchId: batchId ?? null,
          submittedAt: new Date(submittedAt),
        });
        const rows = reviews.map(({ reviewId, parts, tokens }) => ({
          id: reviewId,
          tenantId,
          batchKey: key,
          parts,
          tokens,
        }));
        if (rows.length > 0) await em.insertMany(BatchedReview, rows);
      }),
    delete: (key) =>
      database.inTenant(tenantId, async (em) => {
        await em.nativeDelete(BatchedReview, { tenantId, batchKey: key });
        await em.nativeDelete(ModelBatch, { tenantId, id: key });
      }),
  };
}

function toState({ id, batchId, submittedAt }: ModelBatch, reviews: readonly BatchedReview[]): BatchState {
  return {
    key: id,
    batchId: batchId ?? undefined,
    submittedAt: submittedAt.toISOString(),
    reviews: reviews.map(({ id: reviewId, parts, tokens }) => ({ reviewId, parts, tokens })),
  };
}
