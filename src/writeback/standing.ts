import type { DetectedIssue, Device, DocumentReference, Identifier, Provenance, Task } from 'fhir/r4.js';
import { IDENTIFIER, PROFILE } from './canonical.ts';
import { deviceKey } from './device.ts';
import { identifierValue, type PublicationInput } from './publication-input.ts';
import type { PublishedResource, PublishingEhr } from './published-resource.ts';
import { REPORT_KEY } from './report.ts';
import { isQueryKey, queryKey } from './query-task.ts';
import { TASK_KEY } from './task.ts';

/** What of ours stands in the EHR about an encounter, whoever remembers it. */
export interface Standing {
  readonly device: Device | undefined;
  /** By finding key. */
  readonly findings: ReadonlyMap<string, DetectedIssue>;
  readonly report: DocumentReference | undefined;
  readonly task: Task | undefined;
  /** Queries to the clinician, by their key. */
  readonly queries: ReadonlyMap<string, Task>;
  readonly provenance: Provenance | undefined;
}

/** Identifiers asked for in one search: more make URLs that some servers refuse. */
const CHUNK = 20;

const NOTHING: Standing = {
  device: undefined,
  findings: new Map(),
  report: undefined,
  task: undefined,
  queries: new Map(),
  provenance: undefined,
};

/**
 * Looks by identifier for what stands. The report is written in the same transaction as all else: where there is none,
 * there is nothing.
 */
export async function lookUpStanding(
  ehr: PublishingEhr,
  input: PublicationInput,
  memory: readonly PublishedResource[],
): Promise<Standing> {
  const report = await one(ehr, 'DocumentReference', IDENTIFIER.report, identifierValue(input, REPORT_KEY));
  if (report === undefined && memory.length === 0) return NOTHING;
  const remembered = memory.filter(({ resourceType }) => resourceType === 'DetectedIssue').map(({ key }) => key);
  const keys = [...new Set([...input.findings.map(({ key }) => key), ...remembered])];
  const askedKeys = memory.map(({ key }) => key).filter(isQueryKey);
  const queryKeys = [...new Set([...input.queries.map(({ key }) => queryKey(key)), ...askedKeys])];
  const [device, task, provenance, findings, queries] = await Promise.all([
    one(ehr, 'Device', IDENTIFIER.device, deviceKey(input.softwareVersion, input.modelName)),
    one(ehr, 'Task', IDENTIFIER.task, identifierValue(input, TASK_KEY)),
    report?.id === undefined ? undefined : ofReport(ehr, report.id),
    byKey(input, {
      keys,
      system: IDENTIFIER.finding,
      search: (identifier) => ehr.search('DetectedIssue', { identifier }),
    }),
    byKey(input, {
      keys: queryKeys,
      system: IDENTIFIER.query,
      search: (identifier) => ehr.search('Task', { identifier }),
    }),
  ]);
  return { device, report, task, provenance, findings, queries };
}

async function one<T extends 'Device' | 'DocumentReference' | 'Task'>(
  ehr: PublishingEhr,
  type: T,
  system: string,
  value: string,
) {
  const { matches } = await ehr.search(type, { identifier: `${system}|${value}` });
  // A lenient server answers a search that it does not understand with everything it has: only ours is ours.
  return matches.find((resource) => hasIdentifier(resource, system, value));
}

function hasIdentifier(
  { identifier }: { identifier?: Identifier[] | undefined },
  system: string,
  value: string,
): boolean {
  return identifier?.some((own) => own.system === system && own.value === value) === true;
}

async function ofReport(ehr: PublishingEhr, reportId: string): Promise<Provenance | undefined> {
  const report = `DocumentReference/${reportId}`;
  const { matches } = await ehr.search('Provenance', { target: report });
  return matches.find(
    ({ meta, target }) =>
      meta?.profile?.includes(PROFILE.provenance) === true &&
      target.some(({ reference }) => reference === report || reference?.endsWith(`/${report}`) === true),
  );
}

interface Asked<Found> {
  readonly keys: readonly string[];
  /** Of the identifiers. */
  readonly system: string;
  readonly search: (identifier: string) => Promise<{ readonly matches: readonly Found[] }>;
}

async function byKey<Found extends DetectedIssue | Task>(
  input: PublicationInput,
  { keys, system, search }: Asked<Found>,
): Promise<Map<string, Found>> {
  const keyOf = new Map(keys.map((key) => [identifierValue(input, key), key]));
  const values = [...keyOf.keys()];
  const found = new Map<string, Found>();
  for (let at = 0; at < values.length; at += CHUNK) {
    const identifier = values
      .slice(at, at + CHUNK)
      .map((value) => `${system}|${value}`)
      .join(',');
    const { matches } = await search(identifier);
    for (const resource of matches) {
      const value = resource.identifier?.find((own) => own.system === system)?.value;
      const key = value === undefined ? undefined : keyOf.get(value);
      if (key !== undefined) found.set(key, resource);
    }
  }
  return found;
}
