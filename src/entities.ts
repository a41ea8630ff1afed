import { AuditEvent, AuditHead } from '#audit/audit-event.entity.ts';
import { ChartVersion } from '#chart/chart-version.entity.ts';
import { RateBudgetRow } from '#deidentify/comprehend/rate-budget.entity.ts';
import { Deidentification } from '#deidentify/deidentification.entity.ts';
import { BatchedReview, ModelBatch } from '#pipeline/batch/model-batch.entity.ts';
import { Review } from '#pipeline/review.entity.ts';
import { PullRun } from '#pull/pull-run.entity.ts';
import { Disposition } from '#review/disposition.entity.ts';
import { FindingRecord } from '#review/finding.entity.ts';
import { ClinicianQuery } from '#review/queries/clinician-query.entity.ts';
import { ReviewOutcome } from '#review/review-outcome.entity.ts';
import { DataKey } from '#vault/data-key.entity.ts';
import { TenantVault } from '#vault/tenant-vault.entity.ts';
import { Publication } from '#writeback/publication.entity.ts';
import { HttpSession } from '#http/http-session.entity.ts';
import { SigningKeyRecord } from '#sites/signing-key.entity.ts';
import { SiteDirectoryEntry } from '#sites/site-directory.entity.ts';
import { SiteRecord } from '#sites/site.entity.ts';
import { Tenant } from '#sites/tenant.entity.ts';
import { LaunchDirectoryEntry, LaunchRecord } from '#smart/launch.entity.ts';
import { LoginAttempt } from '#smart/login-attempt.entity.ts';

/** Every entity of every room, for the ORM and for `npm run generate`, which writes migrations from them. */
export const entities = [
  DataKey,
  TenantVault,
  AuditEvent,
  AuditHead,
  Review,
  ModelBatch,
  BatchedReview,
  ChartVersion,
  Deidentification,
  RateBudgetRow,
  FindingRecord,
  ReviewOutcome,
  Disposition,
  ClinicianQuery,
  Publication,
  PullRun,
  Tenant,
  SiteDirectoryEntry,
  SiteRecord,
  SigningKeyRecord,
  LoginAttempt,
  LaunchRecord,
  LaunchDirectoryEntry,
  HttpSession,
];
