import { IMAGING } from './imaging.ts';
import { OFFICE_TESTS } from './office-tests.ts';
import { PROCEDURES } from './procedures.ts';
import type { ServiceFamily } from './service-family.ts';

export type { ServiceFamily } from './service-family.ts';

const FAMILIES: readonly ServiceFamily[] = [...OFFICE_TESTS, ...PROCEDURES, ...IMAGING];
const BY_CODE = new Map(FAMILIES.flatMap((family) => family.codes.map((code) => [code, family] as const)));

/** What is known of a service by its code; undefined for one that no rule needs to know. */
export function findServiceFamily(code: string): ServiceFamily | undefined {
  return BY_CODE.get(code);
}
