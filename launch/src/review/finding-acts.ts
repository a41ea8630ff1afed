import type { DispositionRequest, FindingView, QueryAnswerRequest } from '#http/contract.ts';

/** What a person can do about a finding. Each resolves when it is saved. */
export interface FindingActs {
  decide(finding: FindingView, request: DispositionRequest): Promise<void>;
  sendQuery(finding: FindingView): Promise<void>;
  answerQuery(finding: FindingView, request: QueryAnswerRequest): Promise<void>;
  /** Whether this person is one whom queries ask. */
  readonly mayAnswer: boolean;
}
