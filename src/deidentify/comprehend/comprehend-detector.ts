import { setTimeout as delay } from 'node:timers/promises';
import {
  ComprehendMedicalClient,
  DetectPHICommand,
  type ComprehendMedicalClientConfig,
} from '@aws-sdk/client-comprehendmedical';
import {
  BrokenCircuitError,
  circuitBreaker,
  ConsecutiveBreaker,
  decorrelatedJitterGenerator,
  ExponentialBackoff,
  handleWhen,
  retry,
  wrap,
  type IPolicy,
} from 'cockatiel';
import { AppError } from '#kernel/index.ts';
import type { RemoteDetector } from '../detector.ts';
import type { DetectedSpan } from '../span.ts';
import { blankFound } from './blank.ts';
import { DEFAULT_THRESHOLDS, malformed, toSpans, type Thresholds } from './entities.ts';
import { countCodePoints, cutIntoPieces, type Stretch } from './pieces.ts';
import type { RateBudget } from './rate-budget.ts';
import { unsureSentences } from './unsure.ts';

/** AWS bills by 100 characters, one unit at least (DetectPHI, first tier). */
const UNIT_CHARACTERS = 100;
const DEFAULT_UNIT_PRICE_USD = 0.0014;

export interface ComprehendOptions {
  /** Region, endpoint and credentials of the SDK. Retrying is ours, not the SDK's. */
  readonly client: ComprehendMedicalClientConfig;
  readonly budget: RateBudget;
  /** `all` sends the whole text, `unsure` only the sentences in which the local detectors are unsure. */
  readonly send: 'all' | 'unsure';
  readonly thresholds?: Thresholds;
  readonly timeoutMs?: number;
  /** Attempts for one request, the first included. */
  readonly attempts?: number;
  /** First pause between attempts; the following ones grow, with jitter. */
  readonly firstPauseMs?: number;
  /** How long no request is sent after five failures in a row. */
  readonly openCircuitMs?: number;
  readonly unitPriceUsd?: number;
}

/** What was asked and what it cost, since the detector was made. */
export interface ComprehendUsage {
  readonly requests: number;
  readonly units: number;
  readonly costUsd: number;
  /** Characters (code points) of the texts, and of these the ones that were sent. */
  readonly characters: number;
  readonly charactersSent: number;
  /** What sending everything would have cost more. */
  readonly savedUsd: number;
}

export interface ComprehendDetector extends RemoteDetector, Disposable {
  usage(): ComprehendUsage;
}

/** Asks Amazon Comprehend Medical (DetectPHI) for the identifiers of a text. */
export function createComprehendDetector(options: ComprehendOptions): ComprehendDetector {
  return new Detector(options);
}

class Detector implements ComprehendDetector {
  readonly name = 'comprehend';
  readonly #options: ComprehendOptions;
  readonly #client: ComprehendMedicalClient;
  readonly #policy: IPolicy;
  #requests = 0;
  #units = 0;
  #characters = 0;
  #charactersSent = 0;
  #unitsForAll = 0;

  constructor(options: ComprehendOptions) {
    this.#options = options;
    this.#client = new ComprehendMedicalClient({ ...options.client, maxAttempts: 1 });
    this.#policy = policyOf(options);
  }

  [Symbol.dispose](): void {
    this.#client.destroy();
  }

  async detect(text: string, local: readonly DetectedSpan[], signal?: AbortSignal): Promise<DetectedSpan[]> {
    const all = [{ start: 0, end: text.length }];
    const stretches = this.#options.send === 'all' ? all : unsureSentences(text, local);
    this.#characters += countCodePoints(text);
    this.#unitsForAll += cutIntoPieces(text).reduce((sum, { start, end }) => sum + unitsOf(text.slice(start, end)), 0);
    // What is found already is to be masked anyway: it need not leave the process for that.
    const sent = blankFound(text, local);
    const found: DetectedSpan[] = [];
    for (const batch of batches(sent, stretches)) found.push(...(await this.#detectBatch(sent, batch, signal)));
    return found;
  }

  /** One request: stretches joined by line breaks, and the answer led back to each. */
  async #detectBatch(
    text: string,
    batch: readonly Stretch[],
    signal: AbortSignal | undefined,
  ): Promise<DetectedSpan[]> {
    const joined = batch.map(({ start, end }) => text.slice(start, end)).join('\n');
    if (joined.trim() === '') return [];
    const spans = await this.#ask(joined, signal);
    const found: DetectedSpan[] = [];
    let from = 0;
    for (const { start, end } of batch) {
      const to = from + end - start;
      for (const span of spans) {
        if (span.start >= to || span.end <= from) continue;
        found.push({
          ...span,
          start: start + Math.max(span.start, from) - from,
          end: start + Math.min(span.end, to) - from,
        });
      }
      from = to + 1;
    }
    return found;
  }

  async #ask(piece: string, signal: AbortSignal | undefined): Promise<DetectedSpan[]> {
    try {
      // Lone halves of surrogate pairs are no UTF-8; the replacement has the same length, so that offsets hold.
      const body = piece.toWellFormed();
      return await this.#policy.execute(({ signal: attempt }) => this.#request(body, attempt), signal);
    } catch (error) {
      throw toUnavailable(error);
    }
  }

  async #request(piece: string, signal: AbortSignal): Promise<DetectedSpan[]> {
    const characters = countCodePoints(piece);
    const waitMs = await this.#options.budget.take(1, characters);
    if (waitMs > 0) await delay(waitMs, undefined, { signal });
    const limit = AbortSignal.any([signal, AbortSignal.timeout(this.#options.timeoutMs ?? 10_000)]);
    this.#requests++;
    const answer = await this.#client.send(new DetectPHICommand({ Text: piece }), { abortSignal: limit });
    if (!Array.isArray(answer.Entities)) throw malformed();
    this.#charactersSent += characters;
    this.#units += unitsOf(piece);
    return toSpans(answer.Entities, piece, this.#options.thresholds ?? DEFAULT_THRESHOLDS);
  }

  usage(): ComprehendUsage {
    const price = this.#options.unitPriceUsd ?? DEFAULT_UNIT_PRICE_USD;
    return {
      requests: this.#requests,
      units: this.#units,
      costUsd: this.#units * price,
      characters: this.#characters,
      charactersSent: this.#charactersSent,
      savedUsd: Math.max(0, this.#unitsForAll - this.#units) * price,
    };
  }
}

function unitsOf(text: string): number {
  return Math.max(1, Math.ceil(countCodePoints(text) / UNIT_CHARACTERS));
}

/** Stretches put together up to the size of a request; one that is larger is cut. */
function batches(text: string, stretches: readonly Stretch[]): Stretch[][] {
  const made: Stretch[][] = [];
  let batch: Stretch[] = [];
  let bytes = 0;
  for (const stretch of stretches) {
    for (const piece of cutIntoPieces(text.slice(stretch.start, stretch.end))) {
      const size = Buffer.byteLength(text.slice(stretch.start + piece.start, stretch.start + piece.end)) + 1;
      if (bytes + size > 19_000 && batch.length > 0) {
        made.push(batch);
        batch = [];
        bytes = 0;
      }
      batch.push({ start: stretch.start + piece.start, end: stretch.start + piece.end });
      bytes += size;
    }
  }
  return batch.length === 0 ? made : [...made, batch];
}

/** Attempts with growing, jittered pauses; each attempt through a breaker that opens after five failures in a row. */
function policyOf({ attempts = 5, firstPauseMs = 200, openCircuitMs = 30_000 }: ComprehendOptions): IPolicy {
  const again = handleWhen(isTransient);
  const retrying = retry(again, {
    maxAttempts: attempts - 1,
    backoff: new ExponentialBackoff({
      generator: decorrelatedJitterGenerator,
      initialDelay: firstPauseMs,
      maxDelay: firstPauseMs * 50,
    }),
  });
  const breaking = circuitBreaker(again, { halfOpenAfter: openCircuitMs, breaker: new ConsecutiveBreaker(5) });
  return wrap(retrying, breaking);
}

const TRANSIENT_NAMES: ReadonlySet<string> = new Set([
  'TooManyRequestsException',
  'ServiceUnavailableException',
  'InternalServerException',
  'ThrottlingException',
  'RequestTimeout',
  'TimeoutError',
  'AbortError',
  'NetworkingError',
]);

/** Throttling, outages and lost connections pass; a wrong request or missing rights do not. */
function isTransient(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (
    TRANSIENT_NAMES.has(error.name) ||
    ('code' in error && typeof error.code === 'string' && /^E[A-Z]+$/.test(error.code))
  )
    return true;
  const status =
    '$metadata' in error &&
    typeof error.$metadata === 'object' &&
    error.$metadata !== null &&
    'httpStatusCode' in error.$metadata
      ? error.$metadata.httpStatusCode
      : undefined;
  return typeof status === 'number' && (status >= 500 || status === 429);
}

function toUnavailable(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const open = error instanceof BrokenCircuitError;
  return new AppError('comprehend-unavailable', {
    publicMessage: 'Comprehend Medical could not be asked. The review waits and will be tried again.',
    detail: open ? 'circuit open' : error instanceof Error ? error.name : typeof error,
    cause: error,
    ...(open ? { retryAfterMs: 30_000 } : {}),
  });
}
