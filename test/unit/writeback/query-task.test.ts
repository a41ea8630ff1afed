import { describe, expect, it } from '@jest/globals';
import type { Task } from 'fhir/r4.js';
import { planPublication } from '../../../src/writeback/plan.ts';
import type { PublicationInput, PublishableQuery } from '#writeback/index.ts';
import { publicationInput, publishableFinding } from '#test/support/publication.ts';
import { validateAgainstProfiles } from '#test/support/fhir-validator.ts';

const finding = publishableFinding({ kind: 'documentation-gap', rule: { id: 'unsigned-note', source: 'test' } });
const query: PublishableQuery = {
  key: finding.key,
  holds: true,
  title: 'Documentation clarification: authentication of the note',
  question: 'Please say how the note stands.',
  options: ['The note is mine', 'Other (please specify)', 'Unable to determine'],
  indicators: [{ documentId: 'doc-1', quote: 'Plan: as above.', source: 'Progress note' }],
  owner: 'Practitioner/author',
  by: { name: 'Rhea Coder', reference: 'Practitioner/coder' },
  at: new Date('2026-05-05T08:00:00Z'),
};
const answer = {
  option: 'Other (please specify)',
  words: 'Signed on paper.',
  by: { name: 'Avery Author' },
  at: new Date('2026-05-06T08:00:00Z'),
};
const NOTHING = {
  device: undefined,
  findings: new Map(),
  report: undefined,
  task: undefined,
  queries: new Map(),
  provenance: undefined,
};

function tasksOf(input: PublicationInput): Task[] {
  const { entries } = planPublication({ input, memory: [], standing: NOTHING });
  return entries.flatMap(({ resource }) =>
    resource.resourceType === 'Task' && resource.code?.coding?.[0]?.code === 'clinician-query' ? [resource] : [],
  );
}

describe('a query to the clinician', () => {
  it.each([
    ['open', { ...query }, 'requested'],
    ['answered', { ...query, answer }, 'completed'],
    ['without an author to ask, about what no longer holds', { ...query, owner: undefined, holds: false }, 'cancelled'],
  ])('is a Task that validates against its profile: %s', (_name, one, status) => {
    const [task] = tasksOf(publicationInput({ findings: [finding], queries: [one] }));
    expect(task?.status).toBe(status);
    expect(task === undefined ? ['no task'] : validateAgainstProfiles(task)).toEqual([]);
  });

  it('holds the words it rests on, every answer it offers, whom it asks and who asked', () => {
    const [task] = tasksOf(publicationInput({ findings: [finding], queries: [{ ...query, answer }] }));
    expect(task?.input?.map(({ valueString }) => valueString)).toEqual([
      'Progress note: "Plan: as above."',
      'The note is mine',
      'Other (please specify)',
      'Unable to determine',
    ]);
    expect(task?.owner?.reference).toBe('Practitioner/author');
    expect(task?.requester?.display).toBe('Rhea Coder');
    expect(task?.output?.map(({ valueString }) => valueString)).toEqual([answer.option, answer.words, undefined]);
    expect(task?.focus?.reference).toMatch(/^urn:uuid:/);
  });

  it('is withdrawn where RevRx no longer has it, and an answered one is left', () => {
    const { entries } = planPublication({
      input: publicationInput({ findings: [finding], queries: [query] }),
      memory: [],
      standing: NOTHING,
    });
    const entry = entries.find(({ key }) => key === `query:${finding.key}`);
    const standingTask: Task = { resourceType: 'Task', id: 't1', status: 'requested', intent: 'order' };
    const memory = [
      {
        resourceType: 'Task',
        key: entry?.key ?? '',
        resourceId: 't1',
        versionId: '1',
        contentHash: 'x',
        state: 'current' as const,
      },
    ];
    const withdrawnIn = (task: Task) =>
      planPublication({
        input: publicationInput({ findings: [finding] }),
        memory,
        standing: { ...NOTHING, queries: new Map([[entry?.key ?? '', task]]) },
      }).entries.flatMap(({ resource, key }) =>
        key.startsWith('query:') && resource.resourceType === 'Task' ? [resource.status] : [],
      );
    expect(withdrawnIn(standingTask)).toEqual(['cancelled']);
    expect(withdrawnIn({ ...standingTask, status: 'completed' })).toEqual([]);
  });
});
