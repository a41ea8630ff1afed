import type { Query } from './query.ts';

/** A quote of the record with where it stands in the chart's own text. */
export interface QuotedIndicator {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** Title of the document. */
  readonly source: string;
}

/** A query with identifiers restored: it stays between us and the EHR. */
export interface QueryContent extends Pick<Query, 'title' | 'type' | 'question' | 'options'> {
  readonly indicators: readonly QuotedIndicator[];
}

/** A person as the EHR knows them. */
export interface NamedUser {
  readonly name: string;
  /** Relative reference, such as `Practitioner/abc`, where the EHR gave one. */
  readonly reference?: string;
}

/** A query as it went out: later changes of the templates do not change what was asked. */
export interface SentQuery extends QueryContent {
  readonly by: NamedUser;
}

export interface QueryAnswer {
  /** Index into the options; undefined for the answer to an open question in words alone. */
  readonly option: number | undefined;
  readonly words: string | undefined;
  readonly by: NamedUser;
}
