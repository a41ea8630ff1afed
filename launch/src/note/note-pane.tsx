import { useEffect, useState } from 'react';
import type { FindingView, ReviewView } from '#http/contract.ts';
import { NoteText } from './note-text.tsx';

interface NotePaneProps {
  readonly documents: ReviewView['documents'];
  /** Of the chosen finding. */
  readonly evidence: FindingView['evidence'];
}

/** The notes, one at a time; choosing a finding opens the note with its first evidence. */
export function NotePane({ documents, evidence }: NotePaneProps) {
  const [openId, setOpenId] = useState(documents[0]?.id);
  const firstId = evidence[0]?.documentId;
  useEffect(() => {
    if (firstId !== undefined) setOpenId(firstId);
  }, [firstId, evidence]);
  const open = documents.find(({ id }) => id === openId) ?? documents[0];
  if (open === undefined) return <p>This encounter has no note that can be read.</p>;
  return (
    <section aria-label="Notes" className="notes">
      <div role="group" aria-label="Which note to show" className="note-tabs">
        {documents.map(({ id, title, date }) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === open.id}
            className="note-tab"
            onClick={() => setOpenId(id)}
          >
            {title} {date === undefined ? '' : <span className="heading-note">{date.slice(0, 10)}</span>}
          </button>
        ))}
      </div>
      <div role="region" aria-label={open.title} tabIndex={0} className="note-panel">
        {open.status !== undefined && open.status !== 'final' && <p className="note-status">Status: {open.status}</p>}
        <NoteText text={open.text} evidence={evidence.filter(({ documentId }) => documentId === open.id)} />
      </div>
    </section>
  );
}
