import { AppError, reactionTo, type ErrorCode, ERROR_TABLE } from '#kernel/index.ts';
import type { ProgressView } from '#http/contract.ts';
import type { Database } from '#persistence/index.ts';
import { Review, type ModelReading } from '#pipeline/index.ts';

/** The encounter that a launch is about. */
export interface EncounterRef {
  readonly tenantId: string;
  readonly siteId: string;
  readonly encounterId: string;
  /** The patient whose chart is open. */
  readonly patientId: string;
}

/** The encounter's review that is not superseded. Throws AppError `not-found` when there is none, `erased` when it was removed. */
export async function getCurrentReview(
  database: Database,
  { tenantId, siteId, encounterId, patientId }: EncounterRef,
): Promise<Review> {
  const review = await database.inTenant(tenantId, (em) =>
    em.findOne(Review, { tenantId, siteId, encounterId, state: { $ne: 'superseded' } }),
  );
  if (review !== null) {
    // The EHR may say one patient and another's encounter (stale context): whose chart is open decides.
    if (typeof review.patientId !== 'string' || review.patientId === patientId) return review;
    throw new AppError('launch-invalid', {
      publicMessage:
        'The encounter belongs to another patient than the chart that is open. Open RevRx again from the chart.',
    });
  }
  if (await hadReview(database, { tenantId, siteId, encounterId })) {
    throw new AppError('erased', {
      publicMessage: 'What RevRx kept of this chart was removed for good. Ask for a new review.',
    });
  }
  throw new AppError('not-found', {
    publicMessage: 'There is no review of this encounter. Open RevRx from the chart again.',
  });
}

/** Reviews stay as superseded when retention, or an administrator, has removed what they held. */
function hadReview(database: Database, where: Omit<EncounterRef, 'patientId'>): Promise<boolean> {
  return database.inTenant(where.tenantId, async (em) => (await em.count(Review, where)) > 0);
}

/** How far a review is, in words for people. */
export function toProgress(review: Review, reading?: ModelReading): ProgressView {
  const { id, state, failedStep, errorCode } = review;
  const notice = noticeOf(review);
  const view = { reviewId: id, state, ...(notice === undefined ? {} : { notice }) };
  // A hint that comes late says nothing of a review that has moved on.
  if (state === 'deidentified' && reading !== undefined) return { ...view, model: reading };
  if (state !== 'failed' && state !== 'parked') return view;
  const code = isErrorCode(errorCode) ? errorCode : 'internal';
  return {
    ...view,
    problem: { code, step: failedStep ?? 'chart', message: sentenceFor(code), canRetry: state === 'failed' },
  };
}

/** What there is to know of a review that has not stopped. */
function noticeOf({ state, failedStep, errorCode, waitsUntil }: Review): string | undefined {
  if (errorCode === null || errorCode === undefined || state === 'failed' || state === 'parked') return undefined;
  if (waitsUntil !== null && waitsUntil !== undefined) {
    const why = PAUSE[errorCode] ?? 'RevRx has to wait.';
    return `${why} It tries again by itself on ${inWords(waitsUntil)}. Nothing is lost.`;
  }
  if (failedStep !== 'chart' || state !== 'published') return undefined;
  return `These findings stand. Whether the chart has changed since could not be found out. ${sentenceFor(isErrorCode(errorCode) ? errorCode : 'internal')}`;
}

const PAUSE: Readonly<Record<string, string>> = {
  'ehr-throttled': 'The EHR asked RevRx to wait.',
  'model-unavailable': 'The language model asked RevRx to wait.',
  'disk-full': 'The disk of RevRx is full.',
  'database-unavailable': 'The database of RevRx cannot be reached.',
};

/** In UTC: the server does not know where the reader is. */
function inWords(time: Date): string {
  return `${time.toISOString().slice(0, 10)} at ${time.toISOString().slice(11, 16)} UTC`;
}

function isErrorCode(code: string | null | undefined): code is ErrorCode {
  return typeof code === 'string' && code in ERROR_TABLE;
}

const SENTENCE: Partial<Record<ErrorCode, string>> = {
  'leak-gate-hit':
    'An identifier may have been left in the text, so the review was stopped before anything was sent. An administrator will look at it.',
  'vault-open-failed':
    'Data integrity error: stored data could not be opened. An administrator has been alerted; nothing is lost.',
  erased:
    'What RevRx kept for this review was removed for good. Ask for a new one; an administrator can say whether this organization is reviewed any more.',
  'vault-unavailable': 'The key service could not be reached. Nothing is lost. Try again later.',
  'ehr-forbidden': 'The EHR does not let RevRx read this chart. Ask its administrator to allow it.',
  'ehr-not-found': 'The EHR does not know this encounter any more.',
  'ehr-unreachable': 'The EHR could not be reached. Try again later.',
  'ehr-timeout': 'The EHR did not answer in time. Try again later.',
  'ehr-throttled': 'The EHR asked RevRx to slow down. Try again later.',
  'ehr-unauthorized': 'The EHR refused RevRx. Its administrator has to look at the connection.',
  'oauth-token-failed': 'The EHR gave RevRx no access. Its administrator has to look at the connection.',
  'writeback-unsupported': 'This EHR does not take the findings back; they can be read here.',
  'chart-incomplete': 'The chart could not be read completely. Try again later.',
};

function sentenceFor(code: ErrorCode): string {
  const fallback = reactionTo(code).reaction === 'retry' ? 'Try again later.' : 'An administrator has to look at it.';
  return SENTENCE[code] ?? `The review could not go on. ${fallback}`;
}
