import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { FindingView } from '#http/contract.ts';
import { DecisionForm } from './decision-form.tsx';
import type { FindingActs } from './finding-acts.ts';
import { confidenceWords, DIRECTION_WORDS, kindWords, REASON_WORDS } from './finding-words.ts';
import { QueryCard } from './query-card.tsx';

interface FindingCardProps {
  readonly finding: FindingView;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly acts: FindingActs;
}

/** One finding. Its heading is a button that shows the evidence in the note. */
export function FindingCard({ finding, chosen, onChoose, acts }: FindingCardProps) {
  const { kind, direction, confidence, rationale, rule, evidence, disposition, query } = finding;
  const [changing, setChanging] = useState(false);
  return (
    <article className={`finding finding-${direction}${chosen ? ' finding-chosen' : ''}`} aria-label={kindWords(kind)}>
      <button type="button" className="finding-head" aria-pressed={chosen} onClick={onChoose}>
        <span className="finding-title">{kindWords(kind)}</span>
        <span className={`direction direction-${direction}`}>{DIRECTION_WORDS[direction]}</span>
        <span className="finding-codes">
          <Codes finding={finding} />
        </span>
      </button>
      {chosen && (
        <div className="finding-body">
          <Text size="sm">{rationale}</Text>
          {evidence.length === 0 && (
            <Text size="sm" c="dimmed">
              Nothing in the notes speaks for it: absence is the point.
            </Text>
          )}
          {evidence.map(({ documentId, start, quote }) => (
            <blockquote key={`${documentId}:${start}`}>{quote}</blockquote>
          ))}
          <Text size="xs" c="dimmed">
            {confidenceWords(confidence)} ({Math.round(confidence * 100)} %) · {rule.source}
            {finding.tableRelease === undefined ? '' : ` · ${finding.tableRelease}`}
          </Text>
          {query !== undefined && (
            <QueryCard
              query={query}
              mayAnswer={acts.mayAnswer}
              onSend={() => acts.sendQuery(finding)}
              onAnswer={(request) => acts.answerQuery(finding, request)}
            />
          )}
          {disposition !== undefined && !changing ? (
            <div className="decided">
              <Text size="sm">
                {disposition.decision === 'accepted' ? 'Accepted' : 'Rejected'} by {disposition.by}
                {disposition.reason === undefined ? '' : `: ${REASON_WORDS[disposition.reason] ?? disposition.reason}`}
                {disposition.note === undefined ? '' : ` (${disposition.note})`}
              </Text>
              <Button size="compact-xs" variant="subtle" onClick={() => setChanging(true)}>
                Change
              </Button>
            </div>
          ) : (
            <DecisionForm onDecide={(request) => acts.decide(finding, request).then(() => setChanging(false))} />
          )}
        </div>
      )}
    </article>
  );
}

function Codes({ finding: { billed, suggested, titles } }: { readonly finding: FindingView }) {
  const withTitle = (code: string) => (
    <span key={code}>
      <code>{code}</code>
      {titles[code] === undefined ? '' : ` ${titles[code]}`}
    </span>
  );
  return (
    <>
      {billed.length > 0 && <span>billed {billed.map(withTitle)}</span>}
      {suggested.length > 0 && <span>look at {suggested.map(withTitle)}</span>}
    </>
  );
}
