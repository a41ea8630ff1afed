import { createHash } from 'node:crypto';
import type { Direction, FindingKind, MdmContent, NotEvaluated } from '#review/index.ts';
import type { PublishableQuery } from './publishable-query.ts';

/** A finding as it is published: with the words of the note, identifiers restored. It stays between us and its EHR. */
export interface PublishableFinding {
  /** See `findingKeys`. */
  readonly key: string;
  readonly kind: FindingKind;
  readonly direction: Direction;
  readonly billed: readonly string[];
  readonly suggested: readonly string[];
  readonly confidence: number;
  readonly source: 'rules' | 'model' | 'both';
  readonly rule: { readonly id: string; readonly source: string };
  readonly rationale: string;
  readonly evidence: readonly { readonly documentId: string; readonly quote: string }[];
  /** The decision making behind a level of service. */
  readonly mdm?: MdmContent;
  readonly decision?: PublishedDecision;
}

export interface PublishedDecision {
  readonly decision: 'accepted' | 'rejected';
  readonly reason: string | undefined;
  /** What the person wrote. */
  readonly note: string | undefined;
  readonly by: string;
  readonly at: Date;
}

/** Everything that is to stand in the EHR about an encounter. */
export interface PublicationInput {
  readonly tenantId: string;
  readonly siteId: string;
  readonly encounterId: string;
  readonly patientId: string;
  readonly claimIds: readonly string[];
  readonly documents: readonly { readonly id: string; readonly title: string }[];
  readonly findings: readonly PublishableFinding[];
  /** What persons asked the clinician. */
  readonly queries: readonly PublishableQuery[];
  readonly notEvaluated: readonly NotEvaluated[];
  /** When a model took part. */
  readonly modelName: string | undefined;
  readonly softwareVersion: string;
  /** When the review was made. */
  readonly reviewedAt: Date;
}

/** Identifier value of what RevRx writes about an encounter: opaque, the same at every attempt, different at every site. */
export function identifierValue({ tenantId, siteId, encounterId }: PublicationInput, key: string): string {
  return createHash('sha256').update([tenantId, siteId, encounterId, key].join('\n')).digest('hex').slice(0, 40);
}
