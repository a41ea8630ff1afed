import { IMAGING } from './imaging.ts';
import { OFFICE_TESTS } from './office-tests.ts';
import { JOINT_PROCEDURES } from './joint-procedures.ts';
import { OTHER_PROCEDURES } from './other-procedures.ts';
import { SIDED_PROCEDURES } from './sided-procedures.ts';
import { SKIN_PROCEDURES } from './skin-procedures.ts';
import type { ServiceFamily } from './service-family.ts';

export type { ServiceFamily } from './service-family.ts';

const FAMILIES: readonly ServiceFamily[] = [
  ...SIDED_PROCEDURES,
  ...OFFICE_TESTS,
  ...SKIN_PROCEDURES,
  ...JOINT_PROCEDURES,
  ...OTHER_PROCEDURES,
  ...IMAGING,
];
const BY_CODE = new Map(FAMILIES.flatMap((family) => family.codes.map((code) => [code, family] as const)));

/** What is known of a service by its code; undefined for one that no rule needs to know. */
export function findServiceFamily(code: string): ServiceFamily | undefined {
  return BY_CODE.get(code);
}
