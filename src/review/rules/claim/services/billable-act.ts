/** An act that is a billable service when the note shows it done and no such code is on the claim. Our own words. */
export interface BillableAct {
  readonly name: string;
  readonly code: string;
  /** Codes that bill the act in some form; one of them on the claim and nothing is missed. */
  readonly billedAs: RegExp;
  /** Must stand in one line of the note, all of them. */
  readonly all: readonly RegExp[];
  /** Must not stand in that line. */
  readonly none?: RegExp;
  /** Also where a facility bills the equipment and staff. */
  readonly inFacility?: boolean;
  /** Words that tell of an act of this visit though they stand in its story. */
  readonly inStory?: RegExp;
  /** Only beside one of these codes, which says that the session was held here: a row of a table says little by itself. */
  readonly beside?: RegExp;
  /** An operation beside another in a surgical setting, where nothing else is looked for. */
  readonly inSurgery?: boolean;
  /** Takes the modifier of the finger that the words name. */
  readonly digit?: boolean;
  /** Often told of when another clinician did it: the note must show that it was done here, by this one. */
  readonly inPerson?: boolean;
}
