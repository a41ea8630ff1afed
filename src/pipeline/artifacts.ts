import type { Chart } from '#chart/index.ts';
import { ChartVersion } from '#chart/chart-version.entity.ts';
import type { DeidentifiedChart, PhiMap } from '#deidentify/index.ts';
import { Deidentification } from '#deidentify/deidentification.entity.ts';
import { AppError } from '#kernel/index.ts';
import type { Database } from '#persistence/index.ts';
import type { FindingContent } from '#review/finding.entity.ts';
import type { NotEvaluated } from '#review/index.ts';
import type { ReviewOutcome } from '#review/review-outcome.entity.ts';
import type { QueryAnswer, SentQuery } from '#review/index.ts';
import { Review } from './review.entity.ts';
import { openJson, sealJson, type SealContext, type Vault } from '#vault/index.ts';

/** Which review something belongs to. */
export interface ReviewRef {
  readonly tenantId: string;
  readonly id: string;
}

/** A finding, and the review that it belongs to. */
export interface FindingRef extends ReviewRef {
  readonly reviewId: string;
}

/** A decision, and the review that it was made in. */
export type DispositionRef = FindingRef;

/** What the steps leave for each other, sealed: the one place that knows under which context. */
export class Artifacts {
  readonly #database: Database;
  readonly #vault: Vault;

  constructor(database: Database, vault: Vault) {
    this.#database = database;
    this.#vault = vault;
  }

  sealChart(review: ReviewRef, chart: Chart): Promise<Buffer> {
    return sealJson(this.#vault, reviewContext(review, 'chart_version', 'chart'), chart);
  }

  /** Throws AppError `not-found` when retention or erasure has removed it, `vault-open-failed` when it does not open. */
  async openChart(review: ReviewRef): Promise<Chart> {
    const row = await this.#database.inTenant(review.tenantId, (em) =>
      em.findOne(ChartVersion, { tenantId: review.tenantId, id: review.id }),
    );
    if (row === null) throw gone();
    return openJson<Chart>(this.#vault, reviewContext(review, 'chart_version', 'chart'), row.sealedChart);
  }

  async sealDeidentified(
    review: ReviewRef,
    { chart, map }: { chart: DeidentifiedChart; map: PhiMap },
  ): Promise<{ sealedChart: Buffer; sealedMap: Buffer }> {
    const [sealedChart, sealedMap] = await Promise.all([
      sealJson(this.#vault, reviewContext(review, 'deidentification', 'deidentified-chart'), chart),
      sealJson(this.#vault, reviewContext(review, 'deidentification', 'phi-map'), map),
    ]);
    return { sealedChart, sealedMap };
  }

  async openDeidentified(review: ReviewRef): Promise<{ chart: DeidentifiedChart; map: PhiMap }> {
    const row = await this.#database.inTenant(review.tenantId, (em) =>
      em.findOne(Deidentification, { tenantId: review.tenantId, id: review.id }),
    );
    if (row === null) throw gone();
    const [chart, map] = await Promise.all([
      openJson<DeidentifiedChart>(
        this.#vault,
        reviewContext(review, 'deidentification', 'deidentified-chart'),
        row.sealedChart,
      ),
      openJson<PhiMap>(this.#vault, reviewContext(review, 'deidentification', 'phi-map'), row.sealedMap),
    ]);
    return { chart, map };
  }

  sealFinding(finding: FindingRef, content: FindingContent): Promise<Buffer> {
    return sealJson(this.#vault, findingContext(finding), content);
  }

  openFinding(finding: FindingRef, sealed: Uint8Array): Promise<FindingContent> {
    return openJson<FindingContent>(this.#vault, findingContext(finding), sealed);
  }

  sealNotEvaluated(review: ReviewRef, notEvaluated: readonly NotEvaluated[]): Promise<Buffer> {
    return sealJson(this.#vault, reviewContext(review, 'review_outcome', 'not-evaluated'), notEvaluated);
  }

  /** Nothing where there is no outcome yet. */
  async openNotEvaluated(outcome: ReviewOutcome | null): Promise<readonly NotEvaluated[]> {
    if (outcome === null) return [];
    const context = reviewContext(outcome, 'review_outcome', 'not-evaluated');
    return openJson<NotEvaluated[]>(this.#vault, context, outcome.sealedNotEvaluated);
  }

  /**
   * The names that findings are stored under: `keys` as `findingKeys` gives them, hashed with the encounter under the
   * tenant's key. As they are, they would give the codes away to who tries all codes.
   */
  async storedKeys({ tenantId, id }: ReviewRef, keys: readonly string[]): Promise<string[]> {
    const { siteId, encounterId } = await this.#database.inTenant(tenantId, (em) =>
      em.findOneOrFail(Review, { tenantId, id }),
    );
    return Promise.all(
      keys.map((key) => this.#vault.pseudonym(tenantId, JSON.stringify(['finding', siteId, encounterId, key]))),
    );
  }

  sealNote(disposition: DispositionRef, note: DispositionNote): Promise<Buffer> {
    return sealJson(this.#vault, dispositionContext(disposition), note);
  }

  openNote(disposition: DispositionRef, sealed: Uint8Array): Promise<DispositionNote> {
    return openJson<DispositionNote>(this.#vault, dispositionContext(disposition), sealed);
  }

  sealQuery(query: DispositionRef, sent: SentQuery): Promise<Buffer> {
    return sealJson(this.#vault, queryContext(query, 'query'), sent);
  }

  openQuery(query: DispositionRef, sealed: Uint8Array): Promise<SentQuery> {
    return openJson<SentQuery>(this.#vault, queryContext(query, 'query'), sealed);
  }

  sealAnswer(query: DispositionRef, answer: QueryAnswer): Promise<Buffer> {
    return sealJson(this.#vault, queryContext(query, 'query-answer'), answer);
  }

  openAnswer(query: DispositionRef, sealed: Uint8Array): Promise<QueryAnswer> {
    return openJson<QueryAnswer>(this.#vault, queryContext(query, 'query-answer'), sealed);
  }
}

/** What a person wrote about a finding, and the name they go by. */
export interface DispositionNote {
  readonly by: string;
  readonly note: string | undefined;
}

/** Sealed under the review's own key. */
function reviewContext({ tenantId, id }: ReviewRef, table: string, purpose: string): SealContext {
  return { tenantId, table, rowId: id, purpose, reviewId: id };
}

function findingContext({ tenantId, id, reviewId }: FindingRef): SealContext {
  return { tenantId, table: 'finding', rowId: id, purpose: 'finding', reviewId };
}

/** Sealed under the key of the review that it was made in, also when a later review of the encounter shows it. */
function dispositionContext({ tenantId, id, reviewId }: DispositionRef): SealContext {
  return { tenantId, table: 'disposition', rowId: id, purpose: 'disposition', reviewId };
}

function queryContext({ tenantId, id, reviewId }: DispositionRef, purpose: string): SealContext {
  return { tenantId, table: 'clinician_query', rowId: id, purpose, reviewId };
}

function gone(): AppError {
  return new AppError('not-found', {
    publicMessage: 'The chart of this review is no longer kept. Ask for a new review.',
  });
}
