import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AmountsView, FindingView, LaunchView, ProgressView, ReviewView } from '#http/contract.ts';
import { ApiProblem, createLaunchApi } from '../api.ts';
import type { FindingActs } from '../review/finding-acts.ts';

export interface ReviewModel {
  readonly launch: LaunchView | undefined;
  readonly progress: ProgressView | undefined;
  readonly review: ReviewView | undefined;
  /** For people of the revenue cycle alone. */
  readonly amounts: AmountsView | undefined;
  readonly problem: ApiProblem | undefined;
  readonly connected: boolean;
  readonly acts: FindingActs;
  retry(): void;
  /** Asks for a review where what there was has been removed, and opens the page anew. */
  begin(): void;
  reload(): void;
}

/** States in which there are findings to show. */
const READABLE: ReadonlySet<ProgressView['state']> = new Set(['reviewed', 'published']);

/** Follows the review of a launch from its start to its end. */
export function useReview(launchId: string): ReviewModel {
  const api = useMemo(() => createLaunchApi(launchId), [launchId]);
  const [launch, setLaunch] = useState<LaunchView>();
  const [progress, setProgress] = useState<ProgressView>();
  const [review, setReview] = useState<ReviewView>();
  const [amounts, setAmounts] = useState<AmountsView>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [connected, setConnected] = useState(true);

  const fail = useCallback((error: unknown) => setProblem(asProblem(error)), []);
  /** Changes when there is something new to read. */
  const readable =
    progress !== undefined && READABLE.has(progress.state) ? `${progress.reviewId} ${progress.state}` : undefined;

  useEffect(() => {
    api.launch().then(setLaunch, fail);
    return api.follow(
      (next) => {
        setConnected(true);
        setProgress(next);
      },
      () => setConnected(false),
    );
  }, [api, fail]);

  useEffect(() => {
    if (readable === undefined) return undefined;
    let current = true;
    const show = async (): Promise<void> => {
      const next = await api.review();
      if (current) setReview(next);
    };
    show().catch(fail);
    return () => {
      current = false;
    };
  }, [api, fail, readable]);

  const seesAmounts = launch?.user.seesAmounts === true;
  useEffect(() => {
    // Again with each decision: what a person rejects is not added.
    if (seesAmounts && review !== undefined) api.amounts().then(setAmounts, fail);
  }, [api, fail, review, seesAmounts]);

  const replace = (changed: FindingView): void =>
    setReview(
      (old) => old && { ...old, findings: old.findings.map((each) => (each.id === changed.id ? changed : each)) },
    );

  return {
    launch,
    progress,
    review,
    amounts,
    problem,
    connected,
    acts: {
      decide: async ({ id }, request) => replace(await api.decide(id, request)),
      sendQuery: async ({ id }) => replace(await api.sendQuery(id)),
      answerQuery: async ({ id }, request) => replace(await api.answerQuery(id, request)),
      mayAnswer: launch?.user.mayAnswerQueries === true,
    },
    retry: () => void api.retry().then(setProgress, fail),
    begin: () => void api.retry().then(() => location.reload(), fail),
    reload: () => location.reload(),
  };
}

function asProblem(error: unknown): ApiProblem {
  return error instanceof ApiProblem ? error : new ApiProblem('Something went wrong on this page. Reload it.', 'page');
}
