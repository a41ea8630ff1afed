import type { z } from 'zod';
import {
  amountsView,
  findingView,
  launchView,
  problemView,
  progressView,
  REQUEST_HEADER,
  reviewView,
  SIGN_OUT_PATH,
  type AmountsView,
  type DispositionRequest,
  type FindingView,
  type LaunchView,
  type ProgressView,
  type QueryAnswerRequest,
  type ReviewView,
} from '#http/contract.ts';

/** An answer that is a sentence for the user, with the id to quote. */
export class ApiProblem extends Error {
  readonly code: string;
  readonly id: string | undefined;

  constructor(message: string, code: string, id?: string) {
    super(message);
    this.name = 'ApiProblem';
    this.code = code;
    this.id = id;
  }
}

const TIMEOUT_MS = 30_000;

/** The server's API for one launch. Every answer is checked against the contract. */
export interface LaunchApi {
  launch(): Promise<LaunchView>;
  review(): Promise<ReviewView>;
  /** For people of the revenue cycle; refused to all others. */
  amounts(): Promise<AmountsView>;
  decide(findingId: string, request: DispositionRequest): Promise<FindingView>;
  /** Sends the draft of a finding's query to the clinician. */
  sendQuery(findingId: string): Promise<FindingView>;
  answerQuery(findingId: string, request: QueryAnswerRequest): Promise<FindingView>;
  /** Asks for the review again, after it failed. */
  retry(): Promise<ProgressView>;
  /** Ends every RevRx page of this browser. One that is over already is as good. */
  signOut(): Promise<void>;
  /** Calls `onProgress` with every move, and `onLost` while the connection is away. Returns what ends it. */
  follow(onProgress: (progress: ProgressView) => void, onLost: () => void): () => void;
}

export function createLaunchApi(launchId: string): LaunchApi {
  const base = `/api/launches/${launchId}`;
  return {
    launch: () => request(base, launchView),
    review: () => request(`${base}/review`, reviewView),
    amounts: () => request(`${base}/amounts`, amountsView),
    decide: (findingId, body) => request(`${base}/findings/${findingId}/disposition`, findingView, body),
    sendQuery: (findingId) => request(`${base}/findings/${findingId}/query`, findingView, {}),
    answerQuery: (findingId, body) => request(`${base}/findings/${findingId}/query/answer`, findingView, body),
    retry: () => request(`${base}/review`, progressView, {}),
    async signOut() {
      const { ok, status } = await send(`${base}${SIGN_OUT_PATH}`, {});
      if (!ok && status !== 401 && status !== 404) {
        throw new ApiProblem('You are still signed in. Try again, or close the browser.', 'unknown');
      }
    },
    follow(onProgress, onLost) {
      const source = new EventSource(`${base}/events`);
      source.addEventListener('progress', ({ data }: MessageEvent<string>) => {
        const parsed = progressView.safeParse(JSON.parse(data));
        if (parsed.success) onProgress(parsed.data);
      });
      source.addEventListener('error', onLost);
      return () => source.close();
    },
  };
}

function send(path: string, body?: object): Promise<Response> {
  return fetch(path, {
    signal: AbortSignal.timeout(TIMEOUT_MS),
    ...(body === undefined
      ? {}
      : {
          method: 'POST',
          headers: { 'content-type': 'application/json', [REQUEST_HEADER]: '1' },
          body: JSON.stringify(body),
        }),
  }).catch(() => {
    throw new ApiProblem('RevRx cannot be reached. Check your connection and try again.', 'unreachable');
  });
}

async function request<T>(path: string, answer: z.ZodType<T>, body?: object): Promise<T> {
  const response = await send(path, body);
  const json: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw toProblem(json, response.status);
  const parsed = answer.safeParse(json);
  if (!parsed.success)
    throw new ApiProblem('RevRx answered in a way this page does not understand. Reload the page.', 'contract');
  return parsed.data;
}

function toProblem(json: unknown, status: number): ApiProblem {
  const parsed = problemView.safeParse(json);
  if (!parsed.success) return new ApiProblem(`RevRx could not answer (${status}). Try again.`, 'unknown');
  const { message, code, id } = parsed.data.error;
  return new ApiProblem(message, code, id);
}
