import { ENDOSCOPY_INCLUSIONS } from './included/endoscopies.ts';
import { GUIDANCE_INCLUSIONS } from './included/guidance.ts';
import { isIn, type Inclusion } from './included/inclusion.ts';
import { OPERATION_INCLUSIONS } from './included/operations.ts';
import { TEST_INCLUSIONS } from './included/tests.ts';

export type { Inclusion } from './included/inclusion.ts';

const INCLUSIONS: readonly Inclusion[] = [
  ...ENDOSCOPY_INCLUSIONS,
  ...GUIDANCE_INCLUSIONS,
  ...TEST_INCLUSIONS,
  ...OPERATION_INCLUSIONS,
];

/** Why one code holds another, by definition or by the NCCI Policy Manual; undefined where it does not. */
export function findInclusion(comprehensive: string, included: string): Inclusion | undefined {
  if (comprehensive === included) return undefined;
  return INCLUSIONS.find((row) => isIn(row.comprehensive, comprehensive) && isIn(row.included, included));
}
