import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { tenantColumns, tenantRowSecurity } from '#persistence/index.ts';
import { DIRECTIONS, FINDING_KINDS, type Direction, type FindingKind } from './finding.ts';
import type { FindingContent } from './finding-content.ts';

export type { FindingContent };

/** A finding of a review. Codes, kinds and numbers stand open; the words of the note are sealed. */
export const FindingRecord = defineEntity({
  name: 'FindingRecord',
  tableName: 'finding',
  ...tenantRowSecurity,
  properties: {
    ...tenantColumns,
    reviewId: p.uuid().index(),
    /** Names the finding across reviews of the same encounter, see `findingKey`. */
    key: p.string(),
    /** Position in the review's order. */
    rank: p.integer(),
    kind: p.enum(() => [...FINDING_KINDS]).$type<FindingKind>(),
    direction: p.enum(() => [...DIRECTIONS]).$type<Direction>(),
    billed: p.array(),
    suggested: p.array(),
    confidence: p.double().$type<number>(),
    source: p.enum(() => ['rules', 'model', 'both']).$type<'rules' | 'model' | 'both'>(),
    ruleId: p.string(),
    ruleSource: p.string(),
    tableRelease: p.string().nullable(),
    /** `FindingContent` as JSON, identifiers restored, sealed for purpose `finding`. */
    sealedContent: p.blob(),
    createdAt: p.datetime(),
  },
  uniques: [{ name: 'finding_one_per_key', properties: ['tenantId', 'reviewId', 'key'] }],
});
export type FindingRecord = InferEntity<typeof FindingRecord>;
