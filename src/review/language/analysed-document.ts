import type { DeidentifiedDocument } from '#deidentify/index.ts';

/** A document read once: where its sections, sentences and diagnosis mentions are. All offsets are into `document.text`. */
export interface AnalysedDocument {
  readonly document: DeidentifiedDocument;
  readonly sections: readonly Section[];
  readonly sentences: readonly Sentence[];
  readonly mentions: readonly Mention[];
}

export const SECTION_KINDS = [
  'chief-complaint',
  'history-of-present-illness',
  'past-medical-history',
  'past-surgical-history',
  'family-history',
  'social-history',
  'medications',
  'allergies',
  'review-of-systems',
  'vitals',
  'physical-exam',
  'results',
  'problem-list',
  'assessment',
  'plan',
  'assessment-and-plan',
  'procedure',
  'hospital-course',
  'discharge-diagnosis',
  'preoperative-diagnosis',
  'postoperative-diagnosis',
  'indication',
  'time',
  'signature',
  'other',
] as const;
export type SectionKind = (typeof SECTION_KINDS)[number];

export interface Section {
  readonly kind: SectionKind;
  readonly heading: string;
  /** Start of the heading; `bodyStart` is behind it. */
  readonly start: number;
  readonly bodyStart: number;
  readonly end: number;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly section: Section;
}

/** What the text says about a mentioned condition. */
export type Assertion =
  | 'asserted'
  | 'negated'
  | 'uncertain'
  | 'historical'
  | 'resolved'
  | 'hypothetical'
  | 'family'
  | 'other-person';

/** A diagnosis named in the text. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** ICD-10-CM categories or codes that the words stand for, most specific first. */
  readonly codes: readonly string[];
  readonly assertion: Assertion;
  /** The cue that decided the assertion, where there is one: `denies`, `rule out`. */
  readonly cue: { readonly start: number; readonly end: number } | undefined;
  readonly sentence: Sentence;
}
