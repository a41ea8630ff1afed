export { createLargePopulation, createPopulation } from './create-population.ts';
export { CASES } from './cases/index.ts';
