import { useEffect, useRef } from 'react';
import type { FindingView } from '#http/contract.ts';
import { toSegments } from './segments.ts';

interface NoteTextProps {
  readonly text: string;
  readonly evidence: FindingView['evidence'];
}

/** A note's text as it is, with the evidence marked and the first of it scrolled to. */
export function NoteText({ text, evidence }: NoteTextProps) {
  const first = useRef<HTMLElement>(null);
  useEffect(() => {
    const mark = first.current;
    const panel = mark?.closest('.note-panel');
    if (mark === null || panel === null || panel === undefined) return;
    // Only the note moves: `scrollIntoView` would move the page too, and the EHR's page around it.
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const offset = mark.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    panel.scrollBy({ top: offset - panel.clientHeight / 3, behavior: calm ? 'auto' : 'smooth' });
  }, []);
  const segments = toSegments(text, evidence);
  const firstMarked = segments.findIndex(({ marked }) => marked);
  return (
    <div className="note-text">
      {segments.map(({ start, end, marked }, at) =>
        marked ? (
          <mark key={start} ref={at === firstMarked ? first : undefined}>
            {text.slice(start, end)}
          </mark>
        ) : (
          <span key={start}>{text.slice(start, end)}</span>
        ),
      )}
    </div>
  );
}
