import type { EhrCapabilities, EhrClient, OfType, ResourceType, SearchParams } from '#ehr/index.ts';
import { AppError, type ErrorCode } from '#kernel/index.ts';
import type { ChartGap } from '../chart.ts';
import { withRelativeReferences } from './relative-references.ts';

/** Answers that will be the same next time: the site does not have it, does not support it, or does not allow it. */
const REFUSALS: ReadonlySet<ErrorCode> = new Set(['ehr-forbidden', 'ehr-not-found', 'ehr-rejected']);

export function isRefusal(error: unknown): error is AppError {
  return error instanceof AppError && REFUSALS.has(error.code);
}

/** The searches for one chart. What the EHR refuses is noted as a gap and searched no further. */
export class ChartSearches {
  readonly ehr: EhrClient;
  readonly #capabilities: EhrCapabilities | undefined;
  readonly #gaps = new Map<string, ChartGap>();

  constructor(ehr: EhrClient, capabilities: EhrCapabilities | undefined) {
    this.ehr = ehr;
    this.#capabilities = capabilities;
  }

  get gaps(): readonly ChartGap[] {
    return [...this.#gaps.values()];
  }

  /** All matches, none where the EHR refuses. */
  async find<T extends ResourceType>(type: T, params: SearchParams): Promise<readonly OfType<T>[]> {
    const found = await this.tryToFind(type, params);
    if (found === undefined) this.refused(type);
    return found ?? [];
  }

  /** All matches; undefined where the EHR refuses. */
  async tryToFind<T extends ResourceType>(type: T, params: SearchParams): Promise<readonly OfType<T>[] | undefined> {
    if (!this.#supports(type, params)) return undefined;
    try {
      const { matches, complete, malformed } = await this.ehr.search(type, params);
      if (!complete)
        this.note({
          reference: type,
          reason: 'missing',
          message: `The EHR says that its list of ${type} is not complete.`,
        });
      for (const { reference, fault } of malformed) {
        this.note({
          reference,
          reason: 'unreadable',
          message: `The EHR sent it in a form that is not FHIR R4, at "${fault}".`,
        });
      }
      return matches.map((match) => withRelativeReferences(match, this.ehr.baseUrl));
    } catch (error) {
      if (isRefusal(error)) return undefined;
      throw error;
    }
  }

  refused(type: string): void {
    this.note({
      reference: type,
      reason: 'refused',
      message: `The EHR does not give RevRx any ${type} for this encounter.`,
    });
  }

  note(gap: ChartGap): void {
    this.#gaps.set(`${gap.reference} ${gap.reason}`, gap);
  }

  #supports(type: string, params: SearchParams): boolean {
    if (this.#capabilities === undefined) return true;
    const capabilities = this.#capabilities.types[type];
    // A server that lists no parameters at all has not said which it knows.
    if (capabilities?.search === true && capabilities.searchParams.length === 0) return true;
    return (
      capabilities?.search === true &&
      Object.keys(params).every((name) => name.startsWith('_') || capabilities.searchParams.includes(name))
    );
  }
}
