export type * from './chart.ts';
