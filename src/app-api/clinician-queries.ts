import { fromKysely, type PgBoss } from 'pg-boss';
import { LockMode, type EntityManager } from '@mikro-orm/postgresql';
import { recordAuditEvent, type AuditAction } from '#audit/index.ts';
import type { QueryAnswerRequest } from '#http/contract.ts';
import { AppError, newId, type Clock } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import { Review, sendWriteback, type Artifacts } from '#pipeline/index.ts';
import type { FindingRecord } from '#review/finding.entity.ts';
import { needsWords } from '#review/index.ts';
import { ClinicianQuery } from '#review/queries/clinician-query.entity.ts';
import type { LaunchUser } from './launch-user.ts';

export interface QueryDependencies {
  readonly database: Database;
  readonly boss: PgBoss;
  readonly artifacts: Artifacts;
  readonly clock: Clock;
}

/** A person's act on the query of a finding. */
export interface QueryAct {
  readonly review: Review;
  readonly finding: FindingRecord;
  readonly user: LaunchUser;
  /** For the audit log. */
  readonly actor: string;
}

/** The query that was sent about a finding, of this review or an earlier one of the encounter. */
export function findQuery(database: Database, { review, finding }: Pick<QueryAct, 'review' | 'finding'>) {
  const { tenantId } = review;
  return database.inTenant(tenantId, (em) => em.findOne(ClinicianQuery, keyOf(review, finding)));
}

/**
 * Sends the draft of a finding's query: keeps it as it is now, and sends the review to be written back with it. Sending twice is sending
 * once. Throws AppError `not-found` where there is no draft, `conflict` when another review has taken the place of this one.
 */
export async function sendQuery(deps: QueryDependencies, act: QueryAct): Promise<ClinicianQuery> {
  const { review, finding, user } = act;
  const { tenantId, id: reviewId } = review;
  const { query } = await deps.artifacts.openFinding(finding, finding.sealedContent);
  if (query === undefined) throw new AppError('not-found', { publicMessage: 'There is no query to send here.' });
  const id = newId();
  const sealedQuery = await deps.artifacts.sealQuery({ tenantId, id, reviewId }, { ...query, by: toNamed(user) });
  return change(deps, act, 'query.sent', async (em) => {
    const where = keyOf(review, finding);
    const sent = await em.findOne(ClinicianQuery, where);
    if (sent !== null) return sent;
    const values = { sealedQuery, sentBy: user.id, sentAt: deps.clock.now() };
    return em.create(ClinicianQuery, {
      id,
      ...where,
      reviewId,
      ...values,
      sealedAnswer: null,
      answeredBy: null,
      answeredAt: null,
    });
  });
}

/**
 * Keeps the clinician's answer and has it written back. The record itself is not touched: what belongs there the clinician writes there.
 * Throws AppError `not-found` before the query was sent, `conflict` when it is answered already, `input-invalid` for no such answer.
 */
export async function answerQuery(
  deps: QueryDependencies,
  act: QueryAct,
  { option, words }: QueryAnswerRequest,
): Promise<ClinicianQuery> {
  const { review, finding, user } = act;
  const asked = await findQuery(deps.database, act);
  if (asked === null) throw new AppError('not-found', { publicMessage: 'This query has not been sent.' });
  const { options } = await deps.artifacts.openQuery(asked, asked.sealedQuery);
  mustBeAnswer(options, option, words);
  const sealedAnswer = await deps.artifacts.sealAnswer(asked, { option, words, by: toNamed(user) });
  return change(deps, act, 'query.answered', async (em) => {
    const current = await em.findOneOrFail(ClinicianQuery, keyOf(review, finding), {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    });
    if (current.id !== asked.id || current.answeredAt !== null) throw answeredAlready();
    return Object.assign(current, { sealedAnswer, answeredBy: user.id, answeredAt: deps.clock.now() });
  });
}

function mustBeAnswer(
  options: readonly { readonly text: string }[],
  option: number | undefined,
  words: string | undefined,
): void {
  const chosen = option === undefined ? undefined : options[option];
  if (option !== undefined && chosen === undefined) {
    throw new AppError('input-invalid', { publicMessage: 'That is none of the answers. Reload the page.' });
  }
  if (chosen !== undefined && needsWords(chosen) && words === undefined) {
    throw new AppError('input-invalid', { publicMessage: `Say more for the answer "${chosen.text}".` });
  }
}

/** Changes a query, accounts for it and sends the review to write-back, in one transaction. */
async function change(
  { database, boss, clock }: QueryDependencies,
  { review, finding, actor }: QueryAct,
  action: AuditAction,
  work: (em: EntityManager) => Promise<ClinicianQuery>,
): Promise<ClinicianQuery> {
  const { tenantId, id: reviewId } = review;
  return database.inTenant(tenantId, async (em) => {
    const lock = { lockMode: LockMode.PESSIMISTIC_WRITE };
    const current = await em.findOneOrFail(Review, { tenantId, id: reviewId }, lock);
    if (current.state === 'superseded') throw superseded();
    const query = await work(em);
    if (current.state === 'published' || current.state === 'reviewed') {
      current.state = 'reviewed';
      current.updatedAt = clock.now();
      await em.flush();
      await sendWriteback(boss, { tenantId, reviewId }, fromKysely(em.getKysely()));
    }
    const subject = { type: 'finding' as const, id: finding.id };
    await recordAuditEvent(em, { tenantId, at: clock.now(), action, actor, subject, reviewId });
    return query;
  });
}

function keyOf({ tenantId, siteId, encounterId }: Review, { key }: FindingRecord) {
  return { tenantId, siteId, encounterId, findingKey: key };
}

function toNamed({ name, reference }: LaunchUser) {
  return { name, ...(reference === undefined ? {} : { reference }) };
}

function superseded(): AppError {
  return new AppError('conflict', {
    publicMessage: 'The chart has changed, and another review has taken the place of this one. Reload the page.',
  });
}

function answeredAlready(): AppError {
  return new AppError('conflict', {
    publicMessage: 'This query has been answered. Reload the page to see the answer.',
  });
}
