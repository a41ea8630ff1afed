import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';

/** `requested → charted → deidentified → reviewed → published`; from any of them `failed`, `parked` or `superseded`. */
export const REVIEW_STATES = [
  'requested',
  'charted',
  'deidentified',
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
    /** The step that failed or parked the review, and the stable error code. */
    failedStep: p.string().nullable(),
    errorCode: p.string().nullable(),
    requestedBy: p.string(),
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
