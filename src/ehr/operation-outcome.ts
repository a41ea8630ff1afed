import { isRecord } from './fhir/fields.ts';

/** Of an issue only the codes: diagnostics and texts may name people. */
export interface OutcomeIssue {
  readonly severity: string;
  /** FHIR issue type, such as `not-found`; `unknown` where it is none. */
  readonly code: string;
}

/** The issues of an OperationOutcome; none of anything else. */
export function issuesOf(value: unknown): OutcomeIssue[] {
  if (!isRecord(value) || value['resourceType'] !== 'OperationOutcome') return [];
  const { issue } = value;
  if (!Array.isArray(issue)) return [];
  return issue.slice(0, 20).map((one: unknown) => {
    const { severity, code } = isRecord(one) ? one : {};
    return { severity: codeOf(severity), code: codeOf(code) };
  });
}

function codeOf(value: unknown): string {
  return typeof value === 'string' && /^[a-z-]{1,30}$/.test(value) ? value : 'unknown';
}

const SHORTENED: ReadonlySet<string> = new Set([
  'incomplete',
  'too-costly',
  'throttled',
  'timeout',
  'transient',
  'exception',
]);

/** Whether the issue says that a search result lacks something it should have. */
export function saysIncomplete({ severity, code }: OutcomeIssue): boolean {
  return severity === 'fatal' || severity === 'error' || SHORTENED.has(code);
}
