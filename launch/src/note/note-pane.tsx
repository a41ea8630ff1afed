import { useState } from 'react';
import type { FindingView, ReviewView } from '#http/contract.ts';
import { NoteText } from './note-text.tsx';

interface NotePaneProps {
  readonly documents: ReviewView['documents'];
  /** Of the chosen finding. */
  readonly evidence: FindingView['evidence'];
}

/** The notes, one at a time; choosing a finding opens the note with its first evidence. */
export function NotePane({ documents, evidence }: NotePaneProps) {
  const [openId, setOpenId] = useState(evidence[0]?.documentId ?? documents[0]?.id);
  const open = documents.find(({ id }) => id === openId) ?? documents[0];
  if (open === undefined) return <p>This encounter has no note that can be read.</p>;
  return (
    <section aria-label="Notes" className="notes">
      <fieldset aria-label="Which note to show" className="note-tabs">
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
      </fieldset>
      {/* Scrolls, so that a keyboard must be able to reach it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section aria-label={open.title} tabIndex={0} className="note-panel">
        {open.status !== undefined && open.status !== 'final' && <p className="note-status">Status: {open.status}</p>}
        <NoteText
          key={open.id}
          text={open.text}
          evidence={evidence.filter(({ documentId }) => documentId === open.id)}
        />
      </section>
    </section>
  );
}
