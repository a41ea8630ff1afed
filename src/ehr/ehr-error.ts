import { AppError, type ErrorCode } from '#kernel/index.ts';
import type { OutcomeIssue } from './operation-outcome.ts';

interface EhrErrorOptions {
  readonly publicMessage: string;
  readonly detail: string;
  readonly cause?: unknown;
  readonly retryAfterMs?: number;
  readonly status?: number;
  readonly issues?: readonly OutcomeIssue[];
}

/** A failure of the EHR or on the way to it. Holds the status and the codes of its answer, nothing of its words. */
export class EhrError extends AppError {
  /** HTTP status; undefined when there was no answer. */
  readonly status: number | undefined;
  readonly issues: readonly OutcomeIssue[];

  constructor(code: ErrorCode, { status, issues = [], ...options }: EhrErrorOptions) {
    super(code, options);
    this.status = status;
    this.issues = issues;
  }
}

/** What was asked, for messages and the log: never a query, which may name people. */
export interface RequestLabel {
  readonly method: string;
  /** Path below the FHIR base, such as `Patient/123`. */
  readonly path: string;
  readonly requestId: string;
}

interface StatusRow {
  readonly code: ErrorCode;
  readonly message: string;
}

const BY_STATUS: ReadonlyMap<number, StatusRow> = new Map([
  [
    401,
    {
      code: 'ehr-unauthorized',
      message: 'The EHR no longer accepts the sign-in of RevRx. Launch RevRx from the chart again.',
    },
  ],
  [
    403,
    { code: 'ehr-forbidden', message: 'The EHR does not let RevRx do this. Ask the administrator to grant the scope.' },
  ],
  [404, { code: 'ehr-not-found', message: 'The EHR does not have what was asked for.' }],
  [408, { code: 'ehr-timeout', message: 'The EHR took too long to answer. RevRx will try again.' }],
  [409, { code: 'ehr-conflict', message: 'The EHR has a newer version of what was to be changed.' }],
  [410, { code: 'ehr-not-found', message: 'The EHR no longer has what was asked for.' }],
  [412, { code: 'ehr-conflict', message: 'The EHR has a newer version of what was to be changed.' }],
  [429, { code: 'ehr-throttled', message: 'The EHR asks RevRx to slow down. RevRx will try again.' }],
  [504, { code: 'ehr-timeout', message: 'The EHR took too long to answer. RevRx will try again.' }],
]);

/** The error that an answer with this status is. */
export function errorForStatus(
  status: number,
  label: RequestLabel,
  answer: { readonly issues: readonly OutcomeIssue[]; readonly retryAfterMs?: number },
): EhrError {
  const row = BY_STATUS.get(status) ?? otherStatus(status, answer.retryAfterMs !== undefined);
  const codes = answer.issues.map(({ severity, code }) => `${severity}:${code}`).join(' ');
  return new EhrError(row.code, {
    publicMessage: row.message,
    detail: `${describe(label)}: ${status}${codes === '' ? '' : ` ${codes}`}`,
    status,
    issues: answer.issues,
    ...(answer.retryAfterMs === undefined ? {} : { retryAfterMs: answer.retryAfterMs }),
  });
}

export function describe({ method, path, requestId }: RequestLabel): string {
  // The type alone: ids of patients stay out of logs.
  return `${method} ${path.split('/', 1)[0] ?? ''} [${requestId}]`;
}

function otherStatus(status: number, asksForPause: boolean): StatusRow {
  if (status === 503 && asksForPause)
    return { code: 'ehr-throttled', message: 'The EHR asks RevRx to wait. RevRx will try again.' };
  if (status >= 500 && status !== 501 && status !== 505) {
    return { code: 'ehr-unreachable', message: 'The EHR has a problem of its own. RevRx will try again.' };
  }
  if (status >= 300 && status < 400) {
    return {
      code: 'ehr-malformed',
      message:
        'The EHR sent RevRx to another address, which RevRx does not follow. Check the FHIR address of the site.',
    };
  }
  return { code: 'ehr-rejected', message: 'The EHR did not accept what RevRx sent.' };
}
