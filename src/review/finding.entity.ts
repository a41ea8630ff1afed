import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';
import { DIRECTIONS, FINDING_KINDS, type Direction, type FindingKind } from './finding.ts';
import type { FindingContent } from './finding-content.ts';

export type { FindingContent };

/** A finding of a review. Kinds and numbers stand open; codes, the rule that found it and all words are sealed. */
export const FindingRecord = defineEntity({
  name: 'FindingRecord',
  tableName: 'finding',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    reviewId: p.uuid().index(),
    /** Names the finding across reviews of the same encounter: `findingKeys`, hashed under the tenant's key. */
    key: p.string(),
    /** Position in the review's order. */
    rank: p.integer(),
    kind: p.enum(() => [...FINDING_KINDS]).$type<FindingKind>(),
    direction: p.enum(() => [...DIRECTIONS]).$type<Direction>(),
    confidence: p.double().$type<number>(),
    source: p.enum(() => ['rules', 'model', 'both']).$type<'rules' | 'model' | 'both'>(),
    /** `FindingContent` as JSON, identifiers restored, sealed for purpose `finding`. */
    sealedContent: p.blob(),
    createdAt: p.datetime(),
  },
  uniques: [{ name: 'finding_one_per_key', properties: ['tenantId', 'reviewId', 'key'] }],
});
export type FindingRecord = InferEntity<typeof FindingRecord>;
