import type { Encounter } from 'fhir/r4.js';
import { EhrError, type EhrCapabilities, type EhrClient, type SearchParams } from '#ehr/index.ts';
import { addressOfReference } from '#ehr/fhir/index.ts';
import type { PullWindow } from './pull-window.ts';

export interface FoundEncounter {
  /** Encounter.id. */
  readonly encounterId: string;
  readonly patientId: string | undefined;
}

export interface PulledEncounters {
  readonly found: number;
  /** Encounters that the EHR sent in a form that is not FHIR R4. */
  readonly malformed: number;
  /** False when the EHR said that its list lacks something: the window must be pulled again. */
  readonly complete: boolean;
  /** The EHR's clock at the first page, where it told. */
  readonly serverTime: Date | undefined;
}

const PAGE_SIZE = '100';
const DAY_MS = 86_400_000;
/** By the day of the visit one must look further back: visits are closed and changed later. */
const DAYS_BACK_BY_DATE = 3;
const LIMITS = { maxPages: 10_000 };

/**
 * Finds the finished encounters that changed in a window, and hands each of them on once, page by page: the next page is asked for
 * when `onPage` is done with the one before. Pages that expire under way are asked for again from the start, once.
 *
 * @throws whatever the EHR client or `onPage` throws; nothing may be taken for done then
 */
export async function pullFinishedEncounters(
  ehr: EhrClient,
  window: PullWindow,
  onPage: (encounters: readonly FoundEncounter[]) => Promise<void>,
  capabilities?: EhrCapabilities,
): Promise<PulledEncounters> {
  const seen = new Set<string>();
  const params = searchFor(window, capabilities);
  try {
    return await pullOnce(ehr, params, seen, onPage);
  } catch (error) {
    const expired = error instanceof EhrError && error.status === 410;
    if (!expired) throw error;
    return await pullOnce(ehr, params, seen, onPage);
  }
}

async function pullOnce(
  ehr: EhrClient,
  params: SearchParams,
  seen: Set<string>,
  onPage: (encounters: readonly FoundEncounter[]) => Promise<void>,
): Promise<PulledEncounters> {
  let malformed = 0;
  let complete = true;
  let serverTime: Date | undefined;
  let isFirst = true;
  for await (const page of ehr.pages('Encounter', params, LIMITS)) {
    if (isFirst) serverTime = timeOf(page.lastUpdated);
    isFirst = false;
    malformed += page.malformed.length;
    complete &&= page.complete;
    const fresh = page.matches.filter(({ id, status }) => status === 'finished' && id !== undefined && !seen.has(id));
    for (const { id } of fresh) seen.add(id ?? '');
    if (fresh.length > 0) await onPage(fresh.map(toFound));
  }
  return { found: seen.size, malformed, complete, serverTime };
}

function searchFor({ from, until }: PullWindow, capabilities: EhrCapabilities | undefined): SearchParams {
  const known = capabilities?.types['Encounter']?.searchParams;
  const common = { status: 'finished', _count: PAGE_SIZE };
  if (known === undefined || known.includes('_lastUpdated')) {
    return { ...common, _lastUpdated: [`ge${from.toISOString()}`, `lt${until.toISOString()}`] };
  }
  const first = new Date(from.getTime() - DAYS_BACK_BY_DATE * DAY_MS);
  return { ...common, date: [`ge${first.toISOString()}`, `lt${until.toISOString()}`] };
}

function toFound({ id = '', subject }: Encounter): FoundEncounter {
  const address = addressOfReference(subject?.reference ?? '');
  return {
    encounterId: id,
    patientId: address?.startsWith('Patient/') === true ? address.slice('Patient/'.length) : undefined,
  };
}

function timeOf(instant: string | undefined): Date | undefined {
  const time = Date.parse(instant ?? '');
  return Number.isNaN(time) ? undefined : new Date(time);
}
