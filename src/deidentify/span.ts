/** The classes a detector can find; tokens are named after them. They cover the 18 of 45 CFR 164.514(b)(2). */
export type IdentifierType =
  | 'NAME'
  | 'DATE'
  | 'AGE'
  | 'PHONE'
  | 'ID'
  | 'ADDRESS'
  | 'ORGANIZATION'
  | 'EMAIL'
  | 'URL'
  | 'IP'
  | 'OTHER';

/** What a detector says: these UTF-16 code units of the text identify someone. */
export interface DetectedSpan {
  readonly start: number;
  readonly end: number;
  readonly type: IdentifierType;
  /** 0 to 1. Known-record matches are 1. */
  readonly score: number;
  /** Which detector, for merging and for diagnosis: `known-record`, `patterns`, `context`, `comprehend` … */
  readonly detector: string;
  /** Whom it names, where the detector knows: two spans with the same subject get the same token. */
  readonly subject?: string;
}

/** A span after merging, with the token that stands for it in the de-identified text. */
export interface TokenSpan {
  /** Offsets into the original text. */
  readonly start: number;
  readonly end: number;
  readonly type: IdentifierType;
  /** `[PATIENT]`, `[CLINICIAN-2]`, `[DAY -14]` … */
  readonly token: string;
  /** Offsets of the token in the de-identified text. */
  readonly tokenStart: number;
  readonly tokenEnd: number;
}
