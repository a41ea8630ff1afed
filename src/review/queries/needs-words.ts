import type { QueryOption } from './query.ts';

/** Whether choosing an option says nothing without words of one's own: "Other (please specify)". */
export function needsWords({ text }: Pick<QueryOption, 'text'>): boolean {
  return /\(please (?:specify|describe)\)$/.test(text);
}
