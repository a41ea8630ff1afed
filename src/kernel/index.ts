export { isAlertKind, silentAlerts, type AlertKind, type Alerts } from './alerts.ts';
export { AppError, toAppError } from './app-error.ts';
export { ERROR_TABLE, reactionTo, type ErrorCode, type IssueType, type QueueReaction } from './error-codes.ts';
export { isId, newId, newToken } from './ids.ts';
export { systemClock, type Clock } from './clock.ts';
export { silentLog, type Log, type LogFields } from './log.ts';
export { Secret } from './secret.ts';
export { settleWithin } from './settle-within.ts';
