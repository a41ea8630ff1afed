export { createLog, type LogOptions } from './winston-log.ts';
