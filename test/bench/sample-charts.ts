import { chartsFromBundle, type Chart } from '#chart/index.ts';
import { createPopulation } from '#sandbox/population/index.ts';

/** The charts of the sandbox's invented hospital. */
export function sampleCharts(): Promise<Chart[]> {
  const entry = createPopulation().map((resource) => ({
    fullUrl: `https://ehr.example.org/${resource.resourceType}/${resource.id ?? ''}`,
    resource,
  }));
  return chartsFromBundle({ resourceType: 'Bundle', type: 'collection', entry });
}

/** Middle and tail of durations. */
export function percentiles(values: readonly number[]): { readonly p50: number; readonly p99: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}
