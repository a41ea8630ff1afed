import { useState } from 'react';
import type { ReviewView } from '#http/contract.ts';
import { NotePane } from '../note/note-pane.tsx';
import { ClaimTable } from './claim-table.tsx';
import type { FindingActs } from './finding-acts.ts';
import { FindingList } from './finding-list.tsx';
import { NotEvaluated } from './not-evaluated.tsx';

interface ReviewPaneProps {
  readonly review: ReviewView;
  readonly acts: FindingActs;
}

/** Findings on the left, the notes that prove them on the right. */
export function ReviewPane({ review, acts }: ReviewPaneProps) {
  const [chosenId, setChosenId] = useState(review.findings[0]?.id);
  const chosen = review.findings.find(({ id }) => id === chosenId);
  return (
    <div className="columns">
      <div className="column column-findings">
        <FindingList findings={review.findings} chosenId={chosenId} onChoose={setChosenId} acts={acts} />
        <ClaimTable claim={review.claim} />
        <NotEvaluated notEvaluated={review.notEvaluated} gaps={review.gaps} model={review.model} />
        {review.published && <p className="standing">These findings stand in the EHR.</p>}
      </div>
      <div className="column">
        {/* Another finding is another reading of the notes: it begins at its own evidence. */}
        <NotePane key={chosenId} documents={review.documents} evidence={chosen?.evidence ?? []} />
      </div>
    </div>
  );
}
