import { confidentialityOf } from './assemble/confidentiality.ts';
import type { Chart } from './chart.ts';

/** Whether anything that is read of the chart is marked so that no language model may see it. */
export function isRestricted(chart: Chart): boolean {
  const { encounter, patient, documents, conditions, procedures, claims, others } = chart;
  const notes = documents.map(({ reference }) => reference);
  return [encounter, patient, ...notes, ...conditions, ...procedures, ...claims, ...others].some(
    (resource) => confidentialityOf(resource) !== 'ordinary',
  );
}
