import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';
import { LEFT_BATCH, type LeftBatch } from './batch/batch-waiting.ts';

/**
 * `requested → charted → deidentified → (waiting-for-model →) reviewed → published`; from any of them `failed`, `parked` or
 * `superseded`. `waiting-for-model`: a batch of questions to the language model is to be answered, within a day.
 */
export const REVIEW_STATES = [
  'requested',
  'charted',
  'deidentified',
  'waiting-for-model',
  'reviewed',
  'published',
  'failed',
  'parked',
  'superseded',
] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** One review per encounter and chart version. Holds ids, states and times: nothing of the chart. */
export const Review = defineEntity({
  name: 'Review',
  tableName: 'review',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    siteId: p.uuid(),
    /** FHIR id of the Encounter in the site's EHR. */
    encounterId: p.string(),
    /** FHIR id of the Patient, once known. */
    patientId: p.string().nullable(),
    /** SHA-256 of the chart, once pulled. */
    chartVersion: p.string().nullable(),
    state: p.enum(() => [...REVIEW_STATES]).$type<ReviewState>(),
    /**
     * The step that failed or parked the review, and the stable error code. Of a review that is `published` or waits for a batch: the
     * last look at its chart failed. With `waitsUntil`: why the step waits.
     */
    failedStep: p.string().nullable(),
    errorCode: p.string().nullable(),
    /** Before this time the step is not tried again: the EHR asked for a pause, or the disk was full. */
    waitsUntil: p.datetime().nullable(),
    /** Who asked last: `launch`, `nightly` or `command`. */
    requestedBy: p.string(),
    /** Set when no batch is to answer it any more: it goes the ordinary way. */
    leftBatch: p
      .enum(() => [...LEFT_BATCH])
      .$type<LeftBatch>()
      .nullable(),
    /** Milliseconds by step. */
    timings: p.json().$type<Record<string, number>>(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    /** When the EHR was last asked whether the chart has changed. */
    checkedAt: p.datetime().nullable(),
  },
  uniques: [
    { name: 'review_one_per_chart_version', properties: ['tenantId', 'siteId', 'encounterId', 'chartVersion'] },
  ],
  indexes: [
    {
      name: 'review_one_current',
      expression: `create unique index "review_one_current" on "review" ("tenant_id", "site_id", "encounter_id") where state <> 'superseded'`,
    },
    { name: 'review_by_state', properties: ['tenantId', 'state', 'updatedAt'] },
  ],
});
export type Review = InferEntity<typeof Review>;
