import type { RuleContext } from '../rule.ts';
import { assessLevel, type MdmAssessment, type MdmElement } from './mdm-table.ts';

const UNKNOWN: MdmElement = { lower: 'straightforward', upper: 'high', facts: [] };

/** Medical decision making of the encounter as the rules can read it: each element bounded from below and above, with its evidence. */
export function assessMdm(_context: RuleContext): MdmAssessment {
  return assessLevel(UNKNOWN, UNKNOWN, UNKNOWN);
}
