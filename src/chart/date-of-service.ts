import type { Chart } from './chart.ts';

/** YYYY-MM-DD of the encounter's first day, as the EHR wrote it; today when neither encounter nor claim says. */
export function dateOfService({ encounter, claims }: Chart): string {
  const stated = encounter.period?.start ?? claims[0]?.billablePeriod?.start ?? encounter.period?.end;
  return (stated ?? new Date().toISOString()).slice(0, 10);
}
