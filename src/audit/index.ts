export { commandActor, SCHEDULE, UNKNOWN_ACTOR, userActor } from './actor.ts';
export { fhirTermsOf, type AuditAction, type AuditDetails } from './audit-actions.ts';
export { type ChainBreak, type ChainCheck, type ChainEnd } from './audit-chain.ts';
export { type AuditEvent } from './audit-event.entity.ts';
export { chainEnd, listAuditEvents, verifyAuditChain, type AuditFilter } from './read-audit.ts';
export { recordAuditEvent, recordAuditEvents, type NewAuditEvent } from './record-audit-event.ts';
