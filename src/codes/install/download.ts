import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '#kernel/index.ts';
import { importError } from '../import/import-error.ts';

export interface DownloadOptions {
  /** Of one attempt, in all. */
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly attempts: number;
  /** Before the second attempt; doubled before each further one. */
  readonly retryDelayMs: number;
  readonly onProgress?: (bytes: number, total: number | undefined) => void;
}

export const DOWNLOAD_DEFAULTS: DownloadOptions = {
  timeoutMs: 15 * 60_000,
  maxBytes: 500_000_000,
  attempts: 4,
  retryDelayMs: 2000,
};

const MAX_REDIRECTS = 3;
const MAX_PAUSE_MS = 60_000;

/** What another attempt may mend. */
class Passing extends Error {
  readonly retryAfterMs: number | undefined;

  constructor(message: string, retryAfterMs?: number, cause?: unknown) {
    super(message, { cause });
    this.retryAfterMs = retryAfterMs;
  }
}

/**
 * Fetches a zip archive into a file, in pieces.
 * Redirects are followed only within the host of the address, and never from https to http.
 * @returns the SHA-256 of the bytes, hex
 * @throws AppError `codes-import-failed`
 */
export async function download(url: string, file: string, options: DownloadOptions): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptDownload(new URL(url), file, options);
    } catch (error) {
      if (error instanceof AppError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      if (!(error instanceof Passing) || attempt >= options.attempts) {
        throw importError(
          `${url} could not be downloaded: ${reason}. Try again later, or download it in a browser and use "revrx codes import".`,
          error,
        );
      }
      await pause(Math.min(MAX_PAUSE_MS, error.retryAfterMs ?? options.retryDelayMs * 2 ** (attempt - 1)));
    }
  }
}

async function attemptDownload(url: URL, file: string, options: DownloadOptions): Promise<string> {
  const signal = AbortSignal.timeout(options.timeoutMs);
  const response = await request(url, signal);
  const announced = Number(response.headers.get('content-length') ?? Number.NaN);
  const total = Number.isFinite(announced) ? announced : undefined;
  const hash = createHash('sha256');
  const handle = await open(file, 'w');
  let bytes = 0;
  try {
    for await (const chunk of piecesOf(response)) {
      if (bytes === 0) refuseOther(chunk, url);
      bytes += chunk.length;
      if (bytes > options.maxBytes)
        throw importError(`${url.href} is larger than ${options.maxBytes} bytes: it is not the archive it should be.`);
      hash.update(chunk);
      await handle.write(chunk);
      options.onProgress?.(bytes, total);
    }
  } finally {
    await handle.close();
  }
  if (total !== undefined && bytes !== total)
    throw new Passing(`the connection ended after ${bytes} of ${total} bytes`);
  return hash.digest('hex');
}

async function* piecesOf(response: Response): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of response.body ?? []) yield chunk;
  } catch (error) {
    throw new Passing('the connection broke', undefined, error);
  }
}

async function request(start: URL, signal: AbortSignal): Promise<Response> {
  let url = start;
  for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
    const response = await fetchOnce(url, signal);
    if (response.status < 300 || response.status > 399) return accepted(response);
    await response.body?.cancel();
    url = redirectTarget(url, response.headers.get('location'));
  }
  throw importError(`${start.href} redirects more than ${MAX_REDIRECTS} times.`);
}

async function fetchOnce(url: URL, signal: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, {
      redirect: 'manual',
      signal,
      headers: { accept: 'application/zip, application/octet-stream' },
    });
  } catch (error) {
    throw new Passing(signal.aborted ? 'it took too long' : 'the server cannot be reached', undefined, error);
  }
}

function accepted(response: Response): Response {
  if (response.ok) return response;
  if (response.status === 429 || response.status >= 500) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw new Passing(`the server answers ${response.status}`, Number.isFinite(seconds) ? seconds * 1000 : undefined);
  }
  throw new Error(`the server answers ${response.status}; the archive may have been moved or replaced`);
}

function redirectTarget(from: URL, location: string | null): URL {
  const target = location === null ? null : URL.parse(location, from);
  if (target === null) throw importError(`${from.href} redirects to nowhere.`);
  const sameHost = target.host === from.host && target.protocol === from.protocol;
  if (sameHost && !/license/i.test(target.pathname)) return target;
  throw importError(
    `${from.href} redirects to ${target.host}${target.pathname}, which is not followed. Download the archive in a browser and use "revrx codes import".`,
  );
}

function refuseOther(start: Uint8Array, url: URL): void {
  if (start[0] === 0x50 && start[1] === 0x4b) return;
  throw importError(
    `${url.href} answers something that is no archive (a web page, perhaps). Download it in a browser and use "revrx codes import".`,
  );
}
