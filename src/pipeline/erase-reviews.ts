import type { EntityManager } from '@mikro-orm/postgresql';
import { ChartVersion } from '#chart/chart-version.entity.ts';
import { Deidentification } from '#deidentify/deidentification.entity.ts';
import { Disposition } from '#review/disposition.entity.ts';
import { FindingRecord } from '#review/finding.entity.ts';
import { ClinicianQuery } from '#review/queries/clinician-query.entity.ts';
import { ReviewOutcome } from '#review/review-outcome.entity.ts';
import { Review } from './review.entity.ts';

/** One review, or all of a tenant. */
export interface ReviewSelection {
  readonly tenantId: string;
  readonly reviewId?: string;
}

/** What there is of reviews. */
export interface ReviewHoldings {
  readonly reviews: number;
  readonly charts: number;
  readonly findings: number;
  readonly decisions: number;
}

/** Counts what `eraseReviews` would take. */
export async function countHoldings(em: EntityManager, selection: ReviewSelection): Promise<ReviewHoldings> {
  const { ofReview, byReview } = conditions(selection);
  return {
    reviews: await em.count(Review, ofReview),
    charts: await em.count(ChartVersion, ofReview),
    findings: await em.count(FindingRecord, byReview),
    decisions: await em.count(Disposition, byReview),
  };
}

/**
 * Takes away what was derived from charts in reviews whose keys are shredded, in the caller's transaction. The reviews stay
 * as superseded, so that a new one of the encounter can be made at once, with an id and a key of its own; steps under way
 * find that their review has moved. What stands in the EHR is still known, so that a new review takes it over.
 */
export async function eraseReviews(
  em: EntityManager,
  { at, ...selection }: ReviewSelection & { readonly at: Date },
): Promise<ReviewHoldings> {
  const { ofReview, byReview } = conditions(selection);
  // A chart's version is a hash of it, and two reviews of an encounter cannot have the same.
  const values = { state: 'superseded' as const, chartVersion: null, updatedAt: at };
  const reviews = await em.nativeUpdate(Review, ofReview, values);
  const charts = await em.nativeDelete(ChartVersion, ofReview);
  await em.nativeDelete(Deidentification, ofReview);
  const findings = await em.nativeDelete(FindingRecord, byReview);
  await em.nativeDelete(ReviewOutcome, ofReview);
  await em.nativeDelete(ClinicianQuery, byReview);
  const decisions = await em.nativeDelete(Disposition, byReview);
  return { reviews, charts, findings, decisions };
}

function conditions({ tenantId, reviewId }: ReviewSelection) {
  return {
    /** Rows whose id is the review's. */
    ofReview: reviewId === undefined ? { tenantId } : { tenantId, id: reviewId },
    byReview: reviewId === undefined ? { tenantId } : { tenantId, reviewId },
  };
}
