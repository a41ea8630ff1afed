import type { EhrClient } from '#ehr/index.ts';

/** What publishing needs of an EHR. */
export type PublishingEhr = Pick<EhrClient, 'search' | 'transaction'>;

/** What RevRx remembers of a resource that it wrote about an encounter. */
export interface PublishedResource {
  readonly resourceType: string;
  readonly key: string;
  readonly resourceId: string;
  readonly versionId: string | undefined;
  /** SHA-256 of the content, times and references left out. */
  readonly contentHash: string;
  readonly state: 'current' | 'retracted';
}
