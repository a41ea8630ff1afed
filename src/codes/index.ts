export type * from './code-tables.ts';
