import { ApiProblem } from './api.ts';

/** Why something was not saved, as a sentence. */
export function problemWords(error: unknown): string {
  return error instanceof ApiProblem ? error.message : 'It was not saved. Try again.';
}
