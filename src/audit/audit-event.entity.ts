import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { APPEND_ONLY, NEVER_DELETED, tenantColumns, tenantRowSecurity } from '#persistence/index.ts';
import type { AuditAction, AuditDetails, AuditOutcome, AuditSubjectType } from './audit-actions.ts';

/**
 * What somebody did that must be accounted for. Each row carries the hash of the one before it, so that a row changed,
 * taken out or put in shows; the application's role may add rows and read them, nothing else.
 */
export const AuditEvent = defineEntity({
  name: 'AuditEvent',
  tableName: 'audit_event',
  comment: APPEND_ONLY,
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    /** Place in the tenant's chain, from 1. */
    position: p.integer(),
    at: p.datetime(3),
    action: p.string().$type<AuditAction>(),
    outcome: p.string().$type<AuditOutcome>(),
    /** See actor.ts. Never a name of a person. */
    actor: p.string(),
    subjectType: p.string().$type<AuditSubjectType>(),
    subjectId: p.string(),
    /** The review that it concerns, where there is one. */
    reviewId: p.uuid().nullable(),
    /** Ids, codes and counts. Never PHI. */
    details: p.json().$type<AuditDetails>(),
    previousHash: p.string(),
    hash: p.string(),
  },
  uniques: [{ name: 'audit_event_one_per_position', properties: ['tenantId', 'position'] }],
  indexes: [{ name: 'audit_event_by_review', properties: ['tenantId', 'reviewId'] }],
});
export type AuditEvent = InferEntity<typeof AuditEvent>;

/**
 * The end of each tenant's chain (`id` is the tenant's). Who appends locks it, so that the chain never forks; and it tells
 * when rows were taken off the end.
 */
export const AuditHead = defineEntity({
  name: 'AuditHead',
  tableName: 'audit_head',
  comment: NEVER_DELETED,
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    position: p.integer(),
    hash: p.string(),
  },
});
export type AuditHead = InferEntity<typeof AuditHead>;
