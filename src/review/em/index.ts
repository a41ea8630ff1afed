import type { Rule } from '../rule.ts';
import { criticalCare } from './critical-care.ts';
import { dischargeTime } from './discharge-time.ts';
import { emByMdm } from './em-by-mdm.ts';
import { emByTime } from './em-by-time.ts';
import { newOrEstablished } from './new-or-established.ts';
import { nurseVisit } from './nurse-visit.ts';
import { preventiveAge } from './preventive-age.ts';
import { prolongedService } from './prolonged-service.ts';
import { timeNotDocumented } from './time-not-documented.ts';
import { visitSetting } from './visit-setting.ts';

export { assessMdm } from './assess-mdm.ts';
export type { LevelBounds, MdmAssessment, MdmElement, MdmElementName, MdmFact } from './mdm-table.ts';

/** Checks of levelled visits: family, time, decision making. One file each. */
export const emRules: readonly Rule[] = [
  newOrEstablished,
  visitSetting,
  preventiveAge,
  emByTime,
  emByMdm,
  dischargeTime,
  criticalCare,
  prolongedService,
  timeNotDocumented,
  nurseVisit,
];
