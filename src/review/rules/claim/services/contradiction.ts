/** Words of a note that speak against a billed service, though it names it. Our own words and code numbers. */
export interface Contradiction {
  readonly codes: RegExp;
  /** For the rationale: what the words say. */
  readonly says: string;
  readonly against: RegExp;
  /** Must stand in the same sentence, where the words alone may be of something else. */
  readonly about?: RegExp;
  /** Words elsewhere that say the contrary: the note is of two minds then, and nothing is said. */
  readonly unless?: RegExp;
  /** Only of a clinician's claim for a place whose owner bills its staff and equipment. */
  readonly inFacility?: boolean;
  /** The code that stays, for those that are another code with more. */
  readonly instead?: Readonly<Record<string, string>>;
}
