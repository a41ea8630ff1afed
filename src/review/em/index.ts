import type { Rule } from '../rule.ts';
import { dischargeTime } from './discharge-time.ts';
import { emByTime } from './em-by-time.ts';
import { newOrEstablished } from './new-or-established.ts';
import { preventiveAge } from './preventive-age.ts';

export { assessMdm } from './assess-mdm.ts';
export type { LevelBounds, MdmAssessment, MdmElement, MdmElementName, MdmFact } from './mdm-table.ts';

export const emRules: readonly Rule[] = [newOrEstablished, preventiveAge, emByTime, dischargeTime];
