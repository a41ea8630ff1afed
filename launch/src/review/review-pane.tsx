import { useState } from 'react';
import type { AmountsView, ReviewView } from '#http/contract.ts';
import { NotePane } from '../note/note-pane.tsx';
import { Amounts } from './amounts.tsx';
import { ClaimTable } from './claim-table.tsx';
import type { FindingActs } from './finding-acts.ts';
import { FindingList } from './finding-list.tsx';
import { MdmTable } from './mdm-table.tsx';
import { NotEvaluated } from './not-evaluated.tsx';

interface ReviewPaneProps {
  readonly review: ReviewView;
  readonly acts: FindingActs;
  /** For people of the revenue cycle. */
  readonly amounts: AmountsView | undefined;
}

/** Findings on the left, the notes that prove them on the right. */
export function ReviewPane({ review, acts, amounts }: ReviewPaneProps) {
  const [chosenId, setChosenId] = useState(review.findings[0]?.id);
  const chosen = review.findings.find(({ id }) => id === chosenId);
  return (
    <div className="columns">
      <div className="column column-findings">
        <FindingList findings={review.findings} chosenId={chosenId} onChoose={setChosenId} acts={acts} />
        {amounts !== undefined && <Amounts amounts={amounts} findings={review.findings} />}
        <ClaimTable claim={review.claim} />
        <NotEvaluated notEvaluated={review.notEvaluated} gaps={review.gaps} model={review.model} />
        {review.published && <p className="standing">These findings stand in the EHR.</p>}
      </div>
      <div className="column">
        {chosen?.mdm !== undefined && <MdmTable mdm={chosen.mdm} />}
        {/* Another finding is another reading of the notes: it begins at its own evidence. */}
        <NotePane key={chosenId} documents={review.documents} evidence={chosen?.evidence ?? []} />
      </div>
    </div>
  );
}
