import type { ModelFailure } from './model-outcome.ts';

const NOTES: Readonly<Record<ModelFailure, string>> = {
  unavailable: 'The language model could not be reached; rules alone reviewed this chart.',
  'timed-out': 'The language model did not answer in time; rules alone reviewed this chart.',
  'not-permitted':
    'The language model refused the request (key, model name or quota); rules alone reviewed this chart.',
  refused: 'The language model declined to read this chart; rules alone reviewed it.',
  'content-filter': "The language model's content filter stopped this chart; rules alone reviewed it.",
  truncated: "The language model's answer did not fit its limit; rules alone reviewed this chart.",
  'answer-invalid': 'The language model gave no usable answer; rules alone reviewed this chart.',
  'other-question': 'The language model answered about other codes than those billed; rules alone reviewed this chart.',
  'budget-spent': "The site's budget for the language model is spent for today; rules alone reviewed this chart.",
  'chart-too-long': 'The chart is too long for the language model; rules alone reviewed it.',
  'nothing-to-read': 'The chart has no text for the language model to read; rules alone reviewed it.',
};

export function noteOf(failure: ModelFailure): string {
  return NOTES[failure];
}

export const NOT_CONFIGURED = 'No language model is configured; rules alone reviewed this chart.';
export const ORDERS_IN_NOTE =
  'A note holds words that give orders to a language model; where the model agreed with the claim, that counted for nothing.';
