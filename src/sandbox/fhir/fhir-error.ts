import type { OperationOutcome, OperationOutcomeIssue } from 'fhir/r4.js';

type IssueCode = OperationOutcomeIssue['code'];

/** A refusal of the FHIR server: an HTTP status and what the OperationOutcome says. The text may name ids and codes. */
export class FhirError extends Error {
  readonly status: number;
  readonly issueCode: IssueCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    issueCode: IssueCode,
    diagnostics: string,
    headers: Readonly<Record<string, string>> = {},
  ) {
    super(diagnostics);
    this.name = 'FhirError';
    this.status = status;
    this.issueCode = issueCode;
    this.headers = headers;
  }
}

export function toOutcome(code: IssueCode, diagnostics: string): OperationOutcome {
  return { resourceType: 'OperationOutcome', issue: [{ severity: 'error', code, diagnostics }] };
}
