/**
 * Codes of one procedure that differ by particulars of how it was done. `codes` gives the code for each set of particulars: a `+` or `-`
 * for each feature in order. Code numbers and our own words only.
 */
export interface ProcedureVariants {
  readonly name: string;
  readonly features: readonly VariantFeature[];
  /** Lowest first. */
  readonly codes: readonly (readonly [flags: string, code: string])[];
  /** The note describes this procedure, so that silence on a feature means that it was not done. Undefined: silence means nothing. */
  readonly described?: RegExp;
  /** Neither code is more than the other: what was billed is unsupported either way. */
  readonly equal?: boolean;
  /** Whether the fuller code is asked for too; coders differ on some. */
  readonly overOnly?: boolean;
  /** Codes that bill the feature by itself: an edit of the pair says what is wrong then. */
  readonly billedApart?: readonly string[];
}

interface VariantFeature {
  readonly said: RegExp;
  /** Words that say the plainer way outright. */
  readonly against?: RegExp;
}

/** Two codes: without and with one particular. */
export const pair = (
  name: string,
  [plain, fuller]: readonly [string, string],
  said: RegExp,
  rest: {
    against?: RegExp;
    described?: RegExp;
    equal?: boolean;
    overOnly?: boolean;
    billedApart?: readonly string[];
  } = {},
): ProcedureVariants => {
  const { against, ...others } = rest;
  return {
    name,
    features: [{ said, ...(against ? { against } : {}) }],
    codes: [
      ['-', plain],
      ['+', fuller],
    ],
    ...others,
  };
};

export const BIOPSIED = /\b(?:biops(?:y|ies|ied)|bx)\b/gi;
