import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { QueryAnswerRequest, QueryView } from '#http/contract.ts';
import { problemWords } from '../problem-words.ts';
import { QueryAnswerForm } from './query-answer-form.tsx';

interface QueryCardProps {
  readonly query: QueryView;
  /** Whether this user is the one whom a query asks. */
  readonly mayAnswer: boolean;
  readonly onSend: () => Promise<void>;
  readonly onAnswer: (request: QueryAnswerRequest) => Promise<void>;
}

const STATE = { draft: 'not sent', sent: 'waits for an answer', answered: 'answered' } as const;

/** A query to the clinician: the words it rests on, the question, the answers it offers, and what became of it. */
export function QueryCard({ query, mayAnswer, onSend, onAnswer }: QueryCardProps) {
  const { state, title, question, indicators, options, sent, answer } = query;
  return (
    <section className="query" aria-label="Query to the clinician">
      <h3>
        {title} <span className="query-state">{STATE[state]}</span>
      </h3>
      <p>{question}</p>
      {indicators.map(({ documentId, start, quote, source }) => (
        <blockquote key={`${documentId}:${start}`}>
          {quote}
          <cite>{source}</cite>
        </blockquote>
      ))}
      {state === 'sent' && mayAnswer ? (
        <QueryAnswerForm options={options} onAnswer={onAnswer} />
      ) : (
        state !== 'answered' && (
          <ul className="query-options" aria-label="Answers that it offers">
            {options.map(({ text }) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        )
      )}
      {answer !== undefined && (
        <p className="query-answer">
          <strong>{answer.option ?? 'Answer'}</strong>
          {answer.words === undefined ? '' : `: ${answer.words}`}
        </p>
      )}
      {state === 'draft' && <SendButton onSend={onSend} />}
      <Text size="xs" c="dimmed">
        {sent === undefined ? 'Nobody has been asked yet.' : `Sent by ${sent.by}, ${sent.at.slice(0, 10)}.`}
        {answer === undefined ? '' : ` Answered by ${answer.by}, ${answer.at.slice(0, 10)}.`}
      </Text>
    </section>
  );
}

function SendButton({ onSend }: Pick<QueryCardProps, 'onSend'>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  function send() {
    setBusy(true);
    onSend()
      .catch((error: unknown) => setProblem(problemWords(error)))
      .finally(() => setBusy(false));
  }
  return (
    <>
      {problem !== undefined && (
        <Text role="alert" size="sm" c="red">
          {problem}
        </Text>
      )}
      <Button size="xs" variant="light" onClick={send} loading={busy}>
        Send this query to the clinician
      </Button>
    </>
  );
}
