import { createHash, randomUUID } from 'node:crypto';
import type { DetectedIssue, FhirResource, Task } from 'fhir/r4.js';
import { CODE_SYSTEM, IDENTIFIER } from './canonical.ts';
import { toDetectedIssue } from './detected-issue.ts';
import { deviceKey, toDevice } from './device.ts';
import { PROVENANCE_KEY, toProvenance } from './provenance.ts';
import { identifierValue, type PublicationInput } from './publication-input.ts';
import type { PublishedResource } from './published-resource.ts';
import { isQueryKey, queryKey, toQueryTask } from './query-task.ts';
import { REPORT_KEY, toReport } from './report.ts';
import type { Standing } from './standing.ts';
import { TASK_KEY, toTask } from './task.ts';

/** One entry of the transaction. */
export interface PlannedEntry {
  readonly key: string;
  readonly resource: FhirResource;
  readonly contentHash: string;
  readonly state: 'current' | 'retracted';
  readonly write:
    | { readonly kind: 'create'; readonly urn: string; readonly ifNoneExist: string | undefined }
    | { readonly kind: 'update'; readonly urn: string; readonly id: string; readonly versionId: string | undefined };
}

export interface Plan {
  readonly entries: readonly PlannedEntry[];
  readonly unchanged: readonly PublishedResource[];
}

interface Planning {
  readonly input: PublicationInput;
  readonly memory: readonly PublishedResource[];
  readonly standing: Standing;
}

/** A resource to stand in the EHR: how to build it, and what stands there of it. */
interface Wanted {
  readonly key: string;
  readonly resourceType: string;
  readonly identifier: { readonly system: string; readonly value: string } | undefined;
  readonly standing: FhirResource | undefined;
  build(input: PublicationInput, refs: References): FhirResource;
}

/** References that a resource needs of the others. */
interface References {
  readonly device: string;
  readonly report: string;
  /** Of the DetectedIssue of a finding, where it stands. */
  readonly findings: ReadonlyMap<string, string>;
}

const EPOCH = new Date(0);
/** For the hash: the same whatever ids the EHR gives. */
const SYMBOLIC: References = { device: 'device', report: 'report', findings: new Map() };

/** Compares what is to stand with what stands. Pure but for the transaction's own `urn:uuid`s. */
export function planPublication(planning: Planning): Plan {
  const { input, memory, standing } = planning;
  const [device, report, ...others] = wantedResources(planning);
  const deviceSlot = slotOf(device);
  const reportSlot = slotOf(report);
  const slots = [deviceSlot, reportSlot, ...others.map(slotOf)];
  const issues = slots.filter(({ wanted }) => wanted.resourceType === 'DetectedIssue');
  const findings = new Map(issues.map(({ wanted, reference }) => [wanted.key, reference]));
  const refs = { device: deviceSlot.reference, report: reportSlot.reference, findings };
  const entries: PlannedEntry[] = [];
  const unchanged: PublishedResource[] = [];
  for (const slot of slots) {
    const contentHash = hashOf(slot.wanted, input);
    const known = memory.find(
      ({ resourceType, key }) => resourceType === slot.wanted.resourceType && key === slot.wanted.key,
    );
    if (slot.wanted.standing !== undefined && known?.contentHash === contentHash && known.state === 'current') {
      unchanged.push(known);
    } else if (slot.wanted.resourceType !== 'Device' || slot.wanted.standing === undefined) {
      entries.push(toEntry(slot, { input, refs, contentHash }));
    }
  }
  entries.push(...retractions(planning));
  if (entries.length > 0) entries.push(provenanceEntry(planning, refs, slots));
  else if (standing.provenance !== undefined) unchanged.push(...memory.filter(({ key }) => key === PROVENANCE_KEY));
  unchanged.push(
    ...memory.filter(({ state, key }) => state === 'retracted' && !slots.some(({ wanted }) => wanted.key === key)),
  );
  return { entries, unchanged };
}

function wantedResources({ input, standing }: Planning): [Wanted, Wanted, ...Wanted[]] {
  const device: Wanted = {
    key: 'device',
    resourceType: 'Device',
    identifier: { system: IDENTIFIER.device, value: deviceKey(input.softwareVersion, input.modelName) },
    standing: standing.device,
    build: ({ softwareVersion, modelName }) => toDevice(softwareVersion, modelName),
  };
  const report: Wanted = {
    key: REPORT_KEY,
    resourceType: 'DocumentReference',
    identifier: { system: IDENTIFIER.report, value: identifierValue(input, REPORT_KEY) },
    standing: standing.report,
    build: (own, refs) => toReport(own, refs.device),
  };
  const findings = input.findings.map((finding): Wanted => ({
    key: finding.key,
    resourceType: 'DetectedIssue',
    identifier: { system: IDENTIFIER.finding, value: identifierValue(input, finding.key) },
    standing: standing.findings.get(finding.key),
    build: (own, refs) => toDetectedIssue(finding, own, refs.device),
  }));
  const task: Wanted = {
    key: TASK_KEY,
    resourceType: 'Task',
    identifier: { system: IDENTIFIER.task, value: identifierValue(input, TASK_KEY) },
    standing: standing.task,
    build: toTask,
  };
  // No findings, no task; one that stands is cancelled by `toTask`.
  const tasks = input.findings.length > 0 || standing.task !== undefined ? [task] : [];
  const queries = input.queries.map((query): Wanted => ({
    key: queryKey(query.key),
    resourceType: 'Task',
    identifier: { system: IDENTIFIER.query, value: identifierValue(input, queryKey(query.key)) },
    standing: standing.queries.get(queryKey(query.key)),
    build: (own, refs) => toQueryTask(query, own, refs.findings.get(query.key)),
  }));
  return [device, report, ...findings, ...tasks, ...queries];
}

interface Slot {
  readonly wanted: Wanted;
  readonly urn: string;
  readonly reference: string;
}

function slotOf(wanted: Wanted): Slot {
  const urn = randomUUID();
  const id = wanted.standing?.id;
  return { wanted, urn, reference: id === undefined ? `urn:uuid:${urn}` : `${wanted.resourceType}/${id}` };
}

function toEntry(
  { wanted, urn }: Slot,
  { input, refs, contentHash }: { input: PublicationInput; refs: References; contentHash: string },
): PlannedEntry {
  const { key, identifier, standing } = wanted;
  const resource = wanted.build(input, refs);
  const id = standing?.id;
  if (id !== undefined) {
    const write = { kind: 'update', urn, id, versionId: standing?.meta?.versionId } as const;
    return { key, resource, contentHash, state: 'current', write };
  }
  const ifNoneExist = identifier === undefined ? undefined : `identifier=${identifier.system}|${identifier.value}`;
  return { key, resource, contentHash, state: 'current', write: { kind: 'create', urn, ifNoneExist } };
}

/** The content without times and ids, so that the same review twice is written once. */
function hashOf({ build }: Wanted, input: PublicationInput): string {
  const timeless = build({ ...input, reviewedAt: EPOCH }, SYMBOLIC);
  return createHash('sha256').update(JSON.stringify(timeless)).digest('hex');
}

/** What stands and no longer holds: `cancelled`, with the reason, so that readers see what became of it. */
function retractions(planning: Planning): PlannedEntry[] {
  return [...withdrawnFindings(planning), ...withdrawnQueries(planning)];
}

/** Queries that RevRx no longer has: an administrator erased them. */
function withdrawnQueries({ input, memory, standing }: Planning): PlannedEntry[] {
  const wanted = new Set(input.queries.map(({ key }) => queryKey(key)));
  return memory
    .filter(({ key, state }) => isQueryKey(key) && state === 'current' && !wanted.has(key))
    .flatMap(({ key, contentHash }) => {
      const task: Task | undefined = standing.queries.get(key);
      const id = task?.id;
      if (task === undefined || id === undefined || task.status !== 'requested') return [];
      const write = { kind: 'update', urn: randomUUID(), id, versionId: task.meta?.versionId } as const;
      const resource = { ...task, status: 'cancelled' as const };
      return [{ key, resource, contentHash, state: 'retracted' as const, write }];
    });
}

function withdrawnFindings({ input, memory, standing }: Planning): PlannedEntry[] {
  const wanted = new Set(input.findings.map(({ key }) => key));
  return memory
    .filter(
      ({ resourceType, key, state }) => resourceType === 'DetectedIssue' && state === 'current' && !wanted.has(key),
    )
    .flatMap(({ key, contentHash }) => {
      const issue = standing.findings.get(key);
      const id = issue?.id;
      if (issue === undefined || id === undefined) return [];
      const write = { kind: 'update', urn: randomUUID(), id, versionId: issue.meta?.versionId } as const;
      return [{ key, resource: withdrawn(issue, input.reviewedAt), contentHash, state: 'retracted' as const, write }];
    });
}

function withdrawn(issue: DetectedIssue, at: Date): DetectedIssue {
  const action = {
    coding: [{ system: CODE_SYSTEM.codingReview, code: 'post-facto-review' }],
    text: 'Withdrawn: after a change of the chart or the claim this no longer holds.',
  };
  return {
    ...issue,
    status: 'cancelled',
    mitigation: [...(issue.mitigation ?? []), { action, date: at.toISOString() }],
  };
}

function provenanceEntry({ input, standing }: Planning, refs: References, slots: readonly Slot[]): PlannedEntry {
  const targets = slots.filter(({ wanted }) => wanted.resourceType !== 'Device').map(({ reference }) => reference);
  const resource = toProvenance(input, targets, refs.device);
  const id = standing.provenance?.id;
  const urn = randomUUID();
  const write =
    id === undefined
      ? ({ kind: 'create', urn, ifNoneExist: undefined } as const)
      : ({ kind: 'update', urn, id, versionId: standing.provenance?.meta?.versionId } as const);
  return { key: PROVENANCE_KEY, resource, contentHash: '', state: 'current', write };
}
