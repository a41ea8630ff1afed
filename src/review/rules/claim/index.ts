import type { Rule } from '../../rule.ts';
import { addOnPrimary } from './add-on-primary.ts';
import { diagnosisPointer } from './diagnosis-pointer.ts';
import { drugUnits } from './drug-units.ts';
import { duplicateLines } from './duplicate-lines.ts';
import { infusionTime } from './infusion-time.ts';
import { lateralityModifier } from './laterality-modifier.ts';
import { lesionCount } from './lesion-count.ts';
import { modifier25 } from './modifier-25.ts';
import { mue } from './mue.ts';
import { psychotherapyMinutes } from './psychotherapy-minutes.ts';
import { ptpEdit } from './ptp-edit.ts';
import { repairLength } from './repair-length.ts';
import { serviceNotPerformed } from './service-not-performed.ts';
import { telehealthModifier } from './telehealth-modifier.ts';
import { timedTherapy } from './timed-therapy.ts';
import { timedServiceMinutes } from './timed-service-minutes.ts';
import { unsignedNote } from './unsigned-note.ts';
import { vaccineAdministration } from './vaccine-administration.ts';

/** Checks of the service lines: edits, modifiers, units, pointers, and what the notes say of each service. One file each. */
export const claimRules: readonly Rule[] = [
  ptpEdit,
  mue,
  addOnPrimary,
  duplicateLines,
  modifier25,
  lateralityModifier,
  telehealthModifier,
  drugUnits,
  repairLength,
  lesionCount,
  psychotherapyMinutes,
  timedServiceMinutes,
  timedTherapy,
  infusionTime,
  vaccineAdministration,
  diagnosisPointer,
  serviceNotPerformed,
  unsignedNote,
];
