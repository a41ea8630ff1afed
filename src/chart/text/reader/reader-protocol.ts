import type { OffsetRun } from '../../chart.ts';
import type { MarkupFormat } from '../read-markup.ts';

/** What a reader process is told. The channel carries bytes as they are. */
export type ReadRequest =
  | { readonly id: number; readonly format: 'pdf'; readonly bytes: Uint8Array; readonly limits: PdfLimits }
  | {
      readonly id: number;
      readonly format: MarkupFormat;
      readonly bytes: Uint8Array;
      readonly contentType: string;
      readonly limits: Pick<PdfLimits, 'maxCharacters'>;
    };

export interface PdfLimits {
  readonly maxPages: number;
  readonly maxCharacters: number;
}

export type ReadFailure = 'no-pdf' | 'encrypted' | 'too-large' | 'too-many-pages';

/** A text, and where it came from as rows of `RUN_COLUMNS` numbers: hundreds of thousands of objects would take long to send. */
export type ReadAnswer =
  | { readonly id: number; readonly pages: readonly string[] }
  | { readonly id: number; readonly text: string; readonly runs: Float64Array }
  | { readonly id: number; readonly failure: ReadFailure };

const RUN_COLUMNS = 4;

export function packRuns(runs: readonly OffsetRun[]): Float64Array {
  const packed = new Float64Array(runs.length * RUN_COLUMNS);
  runs.forEach(({ textStart, length, sourceStart, sourceLength }, at) =>
    packed.set([textStart, length, sourceStart, sourceLength], at * RUN_COLUMNS),
  );
  return packed;
}

export function unpackRuns(packed: Float64Array): OffsetRun[] {
  return Array.from({ length: packed.length / RUN_COLUMNS }, (_, at) => {
    const [textStart = 0, length = 0, sourceStart = 0, sourceLength = 0] = packed.subarray(at * RUN_COLUMNS);
    return { textStart, length, sourceStart, sourceLength };
  });
}

const FAILURES: ReadonlySet<unknown> = new Set(['no-pdf', 'encrypted', 'too-large', 'too-many-pages']);

/** The request comes from our own process: enough to tell its kinds apart. */
export function isReadRequest(value: unknown): value is ReadRequest {
  return isRecord(value) && typeof value['id'] === 'number' && value['bytes'] instanceof Uint8Array;
}

/** The answer comes from a process that a hostile file may have taken over. */
export function isReadAnswer(value: unknown): value is ReadAnswer {
  if (!isRecord(value) || typeof value['id'] !== 'number') return false;
  const { pages, text, runs, failure } = value;
  if (Array.isArray(pages)) return pages.every((page) => typeof page === 'string');
  if (typeof text === 'string') return isNumbers(runs) && runs.length % RUN_COLUMNS === 0;
  return FAILURES.has(failure);
}

/** Also of one that was made in another realm, as a test runner's are. */
function isNumbers(value: unknown): value is Float64Array {
  return Object.prototype.toString.call(value) === '[object Float64Array]';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
