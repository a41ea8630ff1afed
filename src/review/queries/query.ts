import type { Evidence } from '../finding.ts';

/** `yes-no` may substantiate what is already documented; it may never ask for a new diagnosis. */
export type QueryType = 'multiple-choice' | 'yes-no' | 'open';

export interface QueryOption {
  readonly text: string;
  /**
   * `clinical` names a condition and rests on indicators; `record` is about the record itself (its author, its time); `other` and
   * `unable` are the two tails that every list of options ends with.
   */
  readonly kind: 'clinical' | 'record' | 'other' | 'unable';
  /** Indexes into the indicators that support a clinical option. */
  readonly supportedBy: readonly number[];
}

/** A quote of the record with where it stands and whether it is of the encounter under review. */
export interface Indicator extends Evidence {
  /** Title of the document, without identifiers. */
  readonly source: string;
  /** Whole days from the first day of the encounter; undefined when undated. */
  readonly day: number | undefined;
}

/** A question to the clinician about the record. It goes out only when `lintQuery` finds nothing. */
export interface Query {
  readonly title: string;
  readonly type: QueryType;
  readonly question: string;
  readonly indicators: readonly Indicator[];
  readonly options: readonly QueryOption[];
  /** Whether the diagnosis that a yes/no question is about stands in the record already. */
  readonly aboutDocumentedDiagnosis: boolean;
}

export const OTHER: QueryOption = { text: 'Other (please specify)', kind: 'other', supportedBy: [] };
export const UNABLE: QueryOption = { text: 'Unable to determine', kind: 'unable', supportedBy: [] };
