export * from './fields.ts';
export { faultOf, isWellFormed } from './shape.ts';
