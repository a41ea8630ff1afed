/** How many cases' worth of belief the stated confidence is: a rule that was seen twice has proven little. */
const PRIOR_FINDINGS = 10;

/** What cases have shown of a rule. */
export interface Measured {
  /** Findings that were right (strictly); a finding that is half right counts half. */
  readonly right: number;
  readonly found: number;
  /** Mean of the stated confidences. */
  readonly stated: number;
}

/** What to expect of the next finding: the stated confidence until cases outweigh it (mean of a beta distribution). */
export function expectedPrecision({ right, found, stated }: Measured): number {
  return (right + PRIOR_FINDINGS * stated) / (found + PRIOR_FINDINGS);
}
