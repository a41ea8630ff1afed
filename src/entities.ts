import { ChartVersion } from '#chart/chart-version.entity.ts';
import { Deidentification } from '#deidentify/deidentification.entity.ts';
import { Review } from '#pipeline/review.entity.ts';
import { Disposition } from '#review/disposition.entity.ts';
import { FindingRecord } from '#review/finding.entity.ts';
import { ReviewOutcome } from '#review/review-outcome.entity.ts';
import { Publication } from '#writeback/publication.entity.ts';

/** Every entity of every room, for the ORM and for `npm run generate`, which writes migrations from them. */
export const entities = [
  Review,
  ChartVersion,
  Deidentification,
  FindingRecord,
  ReviewOutcome,
  Disposition,
  Publication,
];
