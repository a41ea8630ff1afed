import type { Task } from 'fhir/r4.js';
import { CODE_SYSTEM, IDENTIFIER, PROFILE } from './canonical.ts';
import { identifierValue, type PublicationInput } from './publication-input.ts';

/** The key of an encounter's task in its identifier and in the outbox. */
export const TASK_KEY = 'task';

/** Asks the coding team to look at an encounter's findings; `completed` once every finding is decided on. */
export function toTask(input: PublicationInput, { device, report }: { device: string; report: string }): Task {
  const open = input.findings.filter(({ decision }) => decision === undefined).length;
  const count = input.findings.length;
  return {
    resourceType: 'Task',
    meta: { profile: [PROFILE.task] },
    identifier: [{ system: IDENTIFIER.task, value: identifierValue(input, TASK_KEY) }],
    status: count === 0 ? 'cancelled' : open === 0 ? 'completed' : 'requested',
    intent: 'proposal',
    code: {
      coding: [{ system: CODE_SYSTEM.codingReview, code: 'review-findings', display: 'Review coding findings' }],
    },
    businessStatus: { text: `${open} of ${count} findings open` },
    description: `RevRx found ${count} thing${count === 1 ? '' : 's'} to look at in the coding of this encounter.`,
    focus: { reference: report },
    for: { reference: `Patient/${input.patientId}` },
    encounter: { reference: `Encounter/${input.encounterId}` },
    authoredOn: input.reviewedAt.toISOString(),
    requester: { reference: device },
    performerType: [{ text: 'Coding team' }],
  };
}
