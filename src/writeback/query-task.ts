import type { Task, TaskInput, TaskOutput } from 'fhir/r4.js';
import { CODE_SYSTEM, IDENTIFIER, PROFILE } from './canonical.ts';
import type { PublishableQuery, PublishedPerson } from './publishable-query.ts';
import { identifierValue, type PublicationInput } from './publication-input.ts';

const PREFIX = 'query:';

/** The key of a query in its identifier and in the outbox: of the finding that it is about. */
export function queryKey(findingKey: string): string {
  return `${PREFIX}${findingKey}`;
}

export function isQueryKey(key: string): boolean {
  return key.startsWith(PREFIX);
}

/**
 * A query to the clinician as a Task, which EHRs put into somebody's list: what is asked in `input`, the answer in `output`. `finding` is
 * a reference to the DetectedIssue; undefined when it no longer stands.
 */
export function toQueryTask(query: PublishableQuery, input: PublicationInput, finding: string | undefined): Task {
  const { answer, owner } = query;
  return {
    resourceType: 'Task',
    meta: { profile: [PROFILE.query] },
    identifier: [{ system: IDENTIFIER.query, value: identifierValue(input, queryKey(query.key)) }],
    status: answer !== undefined ? 'completed' : query.holds ? 'requested' : 'cancelled',
    ...(answer === undefined && !query.holds
      ? { statusReason: { text: 'The record has changed, and the question no longer stands.' } }
      : {}),
    intent: 'order',
    code: { coding: [{ system: CODE_SYSTEM.codingReview, code: 'clinician-query' }], text: query.title },
    description: query.question,
    ...(finding === undefined ? {} : { focus: { reference: finding } }),
    for: { reference: `Patient/${input.patientId}` },
    encounter: { reference: `Encounter/${input.encounterId}` },
    authoredOn: query.at.toISOString(),
    ...(answer === undefined ? {} : { lastModified: answer.at.toISOString() }),
    requester: toReference(query.by),
    ...(owner === undefined ? { performerType: [{ text: 'Treating clinician' }] } : { owner: { reference: owner } }),
    input: toInputs(query),
    ...(answer === undefined ? {} : { output: toOutputs(answer) }),
  };
}

function toInputs({ indicators, options }: PublishableQuery): TaskInput[] {
  return [
    ...indicators.map(({ source, quote }) => ({
      type: ofType('query-indicator'),
      valueString: `${source}: "${quote}"`,
    })),
    ...options.map((option) => ({ type: ofType('query-option'), valueString: option })),
  ];
}

function toOutputs({ option, words, by }: NonNullable<PublishableQuery['answer']>): TaskOutput[] {
  return [
    ...(option === undefined ? [] : [{ type: ofType('query-answer'), valueString: option }]),
    ...(words === undefined ? [] : [{ type: ofType('query-answer-words'), valueString: words }]),
    { type: ofType('query-answered-by'), valueReference: toReference(by) },
  ];
}

function ofType(code: string) {
  return { coding: [{ system: CODE_SYSTEM.codingReview, code }] };
}

function toReference({ name, reference }: PublishedPerson) {
  return { ...(reference === undefined ? {} : { reference }), display: name };
}
