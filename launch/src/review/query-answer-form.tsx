import { Button, Text, Textarea } from '@mantine/core';
import { useId, useState } from 'react';
import type { QueryAnswerRequest, QueryView } from '#http/contract.ts';
import { problemWords } from '../problem-words.ts';

interface QueryAnswerFormProps {
  readonly options: QueryView['options'];
  readonly onAnswer: (request: QueryAnswerRequest) => Promise<void>;
}

/** One of the answers, none of them chosen beforehand, and words beside it. */
export function QueryAnswerForm({ options, onAnswer }: QueryAnswerFormProps) {
  const [option, setOption] = useState<number>();
  const [words, setWords] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const name = useId();
  const needsWords = option !== undefined && options[option]?.needsWords === true;

  function answer() {
    const said = words.trim();
    if (option === undefined) return setProblem('Choose an answer.');
    if (needsWords && said === '') return setProblem('Say more for this answer.');
    setBusy(true);
    return onAnswer({ option, ...(said === '' ? {} : { words: said }) })
      .catch((error: unknown) => setProblem(problemWords(error)))
      .finally(() => setBusy(false));
  }

  return (
    <form className="query-form" onSubmit={(event) => event.preventDefault()} aria-label="Your answer">
      <fieldset>
        <legend>Your answer</legend>
        {options.map(({ text }, at) => (
          <label key={text}>
            <input type="radio" name={name} checked={option === at} onChange={() => setOption(at)} /> {text}
          </label>
        ))}
      </fieldset>
      <Textarea
        label={needsWords ? 'In your words' : 'In your words (optional)'}
        size="xs"
        rows={2}
        value={words}
        maxLength={2000}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      {problem !== undefined && (
        <Text role="alert" size="sm" c="red">
          {problem}
        </Text>
      )}
      <Button size="xs" mt="xs" onClick={() => void answer()} loading={busy}>
        Answer
      </Button>
    </form>
  );
}
