import { Button, Loader, Text } from '@mantine/core';
import { STEPS, type ProgressView } from '#http/contract.ts';

const LABEL: Record<(typeof STEPS)[number], string> = {
  chart: 'Read the chart',
  deidentify: 'Remove identifiers',
  review: 'Compare codes with notes',
  writeback: 'Write findings to the EHR',
};

/** Steps that are done in a state. */
const DONE: Partial<Record<ProgressView['state'], number>> = {
  charted: 1,
  deidentified: 2,
  'waiting-for-model': 2,
  reviewed: 3,
  published: 4,
};

interface ProgressProps {
  readonly progress: ProgressView;
  readonly connected: boolean;
  /** Asks for the review without the batch of the night. */
  readonly onReviewNow: () => void;
}

/** The four steps of a review, live. */
export function Progress({ progress, connected, onReviewNow }: ProgressProps) {
  const stoppedAt = STEPS.findIndex((step) => step === progress.problem?.step);
  const done = DONE[progress.state] ?? Math.max(stoppedAt, 0);
  const moving = progress.problem === undefined && done < STEPS.length;
  return (
    <section aria-label="Progress of the review">
      <ol className="steps">
        {STEPS.map((step, at) => {
          const state = at < done ? 'done' : at === done && moving ? 'doing' : at === stoppedAt ? 'stopped' : 'waiting';
          return (
            <li key={step} className={`step step-${state}`} aria-current={state === 'doing' ? 'step' : undefined}>
              <span aria-hidden="true" className="step-mark">
                {state === 'done' ? '✓' : state === 'stopped' ? '!' : state === 'doing' ? <Loader size={14} /> : at + 1}
              </span>
              {LABEL[step]}
              {state === 'doing' && progress.model !== undefined && (
                <span className="heading-note">{modelWords(progress.model)}</span>
              )}
            </li>
          );
        })}
      </ol>
      <output className="visually-hidden">{announcement(progress, done)}</output>
      {progress.state === 'waiting-for-model' && (
        <p className="waiting">
          This chart waits for the language model, which reads the charts of the night together. That may take some
          hours.{' '}
          <Button size="compact-sm" variant="light" onClick={onReviewNow}>
            Review it now
          </Button>
        </p>
      )}
      {!connected && moving && (
        <Text size="xs" c="dimmed">
          The connection was interrupted; trying again.
        </Text>
      )}
    </section>
  );
}

/** Characters of an answer are no measure of how much is left: that something arrives is all they say. */
function modelWords({ part, parts, characters }: NonNullable<ProgressView['model']>): string {
  const which = parts === 1 ? 'the language model' : `the language model, part ${part} of ${parts}`;
  return characters === 0 ? `${which} reads` : `${which} answers`;
}

function announcement({ problem, state }: ProgressView, done: number): string {
  if (problem !== undefined) return `Stopped: ${problem.message}`;
  if (done >= STEPS.length) return 'The review is done and stands in the EHR.';
  if (state === 'waiting-for-model') return 'The chart waits for the language model.';
  const step = STEPS[done];
  return step === undefined ? '' : `Step ${done + 1} of ${STEPS.length}: ${LABEL[step]}.`;
}
