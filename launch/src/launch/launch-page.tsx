import { Loader } from '@mantine/core';
import { ReviewPane } from '../review/review-pane.tsx';
import { PatientBanner } from './patient-banner.tsx';
import { Problem } from './problem.tsx';
import { Progress } from './progress.tsx';
import { useReview } from './use-review.ts';

interface LaunchPageProps {
  readonly launchId: string;
  readonly onSignOut: () => void;
}

/** One launch: whose chart, how far, and what was found. */
export function LaunchPage({ launchId, onSignOut }: LaunchPageProps) {
  const page = useReview(launchId);
  const { launch, progress, review, problem, connected, acts, retry, reload } = page;
  if (problem !== undefined) {
    const { message, id, code } = problem;
    const again = code === 'erased' ? { onRetry: page.begin, retryLabel: 'Ask for a new review' } : { onRetry: reload };
    return <Problem title="This page cannot be shown" message={message} id={id} {...again} />;
  }
  if (launch === undefined) return <Loader aria-label="Opening the chart" className="opening" />;
  const stopped = progress?.problem;
  return (
    <main className="page">
      <PatientBanner launch={launch} onSignOut={onSignOut} />
      {progress !== undefined && progress.state !== 'published' && (
        <Progress progress={progress} connected={connected} onReviewNow={retry} />
      )}
      {progress?.notice !== undefined && <output className="waiting">{progress.notice}</output>}
      {stopped !== undefined && (
        <Problem
          title="The review stopped"
          message={stopped.message}
          id={progress?.reviewId}
          onRetry={stopped.canRetry ? retry : undefined}
        />
      )}
      {review !== undefined && <ReviewPane review={review} acts={acts} amounts={page.amounts} />}
    </main>
  );
}
