export { createLargePopulation, createPopulation } from './create-population.ts';
export { CASES } from './cases/index.ts';
export { CLINICIANS } from './staff.ts';
export type { CaseDescription, ExpectedFinding, NoteDescription } from './case-description.ts';
