/**
 * Every error code of RevRx and what it means for HTTP, FHIR and the queue. A code without a row does not compile.
 * Codes are stable: clients, alerts and the database keep them.
 */

/** What a queue step does with a failed job: try again with backoff, give up now, or hold the review for a person. */
export type QueueReaction = 'retry' | 'dead-letter' | 'park';

/** FHIR R4 issue types (http://hl7.org/fhir/issue-type) that RevRx answers with. */
export type IssueType =
  | 'invalid'
  | 'login'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'exception'
  | 'timeout'
  | 'throttled'
  | 'transient'
  | 'security'
  | 'not-supported'
  | 'processing';

interface ErrorRow {
  readonly httpStatus: number;
  readonly issueType: IssueType;
  readonly reaction: QueueReaction;
}

const row = (httpStatus: number, issueType: IssueType, reaction: QueueReaction): ErrorRow => ({
  httpStatus,
  issueType,
  reaction,
});

export const ERROR_TABLE = {
  'config-invalid': row(500, 'exception', 'dead-letter'),
  'input-invalid': row(400, 'invalid', 'dead-letter'),
  'not-found': row(404, 'not-found', 'dead-letter'),
  conflict: row(409, 'conflict', 'retry'),
  'not-signed-in': row(401, 'login', 'dead-letter'),
  forbidden: row(403, 'forbidden', 'dead-letter'),
  'too-many-requests': row(429, 'throttled', 'retry'),
  'launch-unknown-issuer': row(400, 'security', 'dead-letter'),
  'launch-invalid': row(400, 'invalid', 'dead-letter'),
  'launch-state-mismatch': row(400, 'security', 'dead-letter'),
  'launch-refused': row(403, 'forbidden', 'dead-letter'),
  'oauth-discovery-failed': row(502, 'transient', 'retry'),
  'oauth-token-failed': row(502, 'login', 'retry'),
  'ehr-unreachable': row(502, 'transient', 'retry'),
  'ehr-timeout': row(504, 'timeout', 'retry'),
  'ehr-throttled': row(503, 'throttled', 'retry'),
  'ehr-unauthorized': row(502, 'login', 'retry'),
  'ehr-forbidden': row(502, 'forbidden', 'dead-letter'),
  'ehr-not-found': row(404, 'not-found', 'dead-letter'),
  'ehr-rejected': row(502, 'processing', 'dead-letter'),
  'ehr-conflict': row(409, 'conflict', 'retry'),
  'ehr-malformed': row(502, 'invalid', 'retry'),
  'ehr-foreign-origin': row(502, 'security', 'dead-letter'),
  'chart-incomplete': row(422, 'processing', 'retry'),
  'chart-unsupported': row(422, 'not-supported', 'dead-letter'),
  'document-unreadable': row(422, 'processing', 'dead-letter'),
  'leak-gate-hit': row(422, 'security', 'park'),
  'comprehend-unavailable': row(503, 'transient', 'retry'),
  erased: row(410, 'not-found', 'dead-letter'),
  'vault-open-failed': row(500, 'security', 'park'),
  'vault-seal-failed': row(500, 'exception', 'retry'),
  'vault-unavailable': row(503, 'transient', 'retry'),
  'codes-import-failed': row(422, 'invalid', 'dead-letter'),
  'model-unavailable': row(503, 'transient', 'retry'),
  'model-answer-invalid': row(502, 'invalid', 'dead-letter'),
  'model-budget-spent': row(429, 'throttled', 'park'),
  'writeback-unknown-outcome': row(502, 'transient', 'retry'),
  'writeback-unsupported': row(422, 'not-supported', 'dead-letter'),
  'database-unavailable': row(503, 'transient', 'retry'),
  'disk-full': row(507, 'exception', 'retry'),
  internal: row(500, 'exception', 'retry'),
} as const satisfies Record<string, ErrorRow>;

export type ErrorCode = keyof typeof ERROR_TABLE;

/** HTTP status, FHIR issue type and queue reaction of a code. */
export function reactionTo(code: ErrorCode): ErrorRow {
  return ERROR_TABLE[code];
}
