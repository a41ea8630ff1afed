import type { Coding } from 'fhir/r4.js';
import { CODE_SYSTEM } from './canonical.ts';

/** ICD-10-CM begins with a letter and a digit (`E11.9`); HCPCS Level II is a letter and four digits (`J3489`). */
const ICD10CM = /^[A-TV-Z][0-9][0-9AB](?:\.[0-9A-Z]{1,4})?$/;
const HCPCS = /^[A-V][0-9]{4}/;

/** A billed or suggested code as a Coding; modifiers stay behind hyphens, as the claim's reader says them. */
export function toCoding(code: string): Coding {
  if (HCPCS.test(code)) return { system: CODE_SYSTEM.hcpcs, code };
  if (ICD10CM.test(code)) return { system: CODE_SYSTEM.icd10cm, code };
  return { system: CODE_SYSTEM.cpt, code };
}
