import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';

/** A batch of questions to the language model that is under way. Ids and times: the questions are on the model's server. */
export const ModelBatch = defineEntity({
  name: 'ModelBatch',
  tableName: 'model_batch',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    /** The server's id; null while it is not known whether the server took it. */
    batchId: p.string().nullable(),
    submittedAt: p.datetime(),
  },
});
export type ModelBatch = InferEntity<typeof ModelBatch>;

/** A review in a batch. Its id is the review's: the key is what keeps a review from being in two batches. */
export const BatchedReview = defineEntity({
  name: 'BatchedReview',
  tableName: 'batched_review',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    /** Id of the `ModelBatch`. */
    batchKey: p.uuid().index(),
    /** Questions about its chart. */
    parts: p.integer(),
    /** At most, by estimate: counted against the site's budget until the answers say. */
    tokens: p.integer(),
  },
});
export type BatchedReview = InferEntity<typeof BatchedReview>;
