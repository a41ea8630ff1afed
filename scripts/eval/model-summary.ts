import type { EvaluatedReview } from './review-as.ts';

/** What the model did over all cases: answers, what was dropped and why, tokens, cost. */
export function describeModel(reviews: readonly EvaluatedReview[]): string {
  const answered = reviews.filter(({ model }) => model.used);
  const notes = count(reviews.flatMap(({ model }) => (model.used || model.note === undefined ? [] : [model.note])));
  const dropped = new Map<string, number>();
  for (const [reason, times] of answered.flatMap(({ model }) => Object.entries(model.dropped ?? {})))
    dropped.set(reason, (dropped.get(reason) ?? 0) + times);
  const usages = reviews.flatMap(({ model }) => model.usage ?? []);
  const total = (field: 'requests' | 'inputTokens' | 'cachedInputTokens' | 'outputTokens' | 'latencyMs') =>
    usages.reduce((sum, usage) => sum + usage[field], 0);
  const costs = usages.flatMap(({ costMicroUsd }) => costMicroUsd ?? []);
  const dollars = costs.reduce((sum, cost) => sum + cost, 0) / 1e6;
  return [
    `model answered ${answered.length} of ${reviews.length} charts (${[...new Set(answered.map(({ model }) => model.name ?? ''))].join(', ') || 'none'})`,
    ...[...notes].map(([note, times]) => `  ${times} x ${note}`),
    ...[...dropped].toSorted(([, a], [, b]) => b - a).map(([reason, times]) => `  dropped ${times} x ${reason}`),
    `${total('requests')} requests, ${total('inputTokens')} tokens in (${total('cachedInputTokens')} cached), ${total('outputTokens')} out, ${total('latencyMs')} ms${costs.length === 0 ? '' : `, $${dollars.toFixed(4)}`}`,
  ].join('\n');
}

function count(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}
