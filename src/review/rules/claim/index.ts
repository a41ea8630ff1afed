import type { Rule } from '../../rule.ts';
import { addOnPrimary } from './pairs/add-on-primary.ts';
import { annualWellness } from './eligibility/annual-wellness.ts';
import { clonedNote } from './notes/cloned-note.ts';
import { countedUnits } from './units/counted-units.ts';
import { diagnosisPointer } from './eligibility/diagnosis-pointer.ts';
import { debridementExtent } from './units/debridement-extent.ts';
import { digitModifier } from './modifiers/digit-modifier.ts';
import { discardedDrug } from './modifiers/discarded-drug.ts';
import { drugUnits } from './units/drug-units.ts';
import { duplicateLines } from './pairs/duplicate-lines.ts';
import { excisionSize } from './units/excision-size.ts';
import { extentCount } from './units/extent-count.ts';
import { globalPeriod } from './pairs/global-period.ts';
import { imagingExtent } from './units/imaging-extent.ts';
import { includedService } from './pairs/included-service.ts';
import { infusionTime } from './units/infusion-time.ts';
import { injectedJoint } from './performed/injected-joint.ts';
import { lateralityModifier } from './modifiers/laterality-modifier.ts';
import { lesionCount } from './units/lesion-count.ts';
import { misplacedModifier } from './modifiers/misplaced-modifier.ts';
import { missedInjection } from './unbilled/missed-injection.ts';
import { missedService } from './unbilled/missed-service.ts';
import { missedTherapy } from './unbilled/missed-therapy.ts';
import { missedTimedService } from './unbilled/missed-timed-service.ts';
import { modifier25 } from './modifiers/modifier-25.ts';
import { mue } from './units/mue.ts';
import { needleMuscles } from './units/needle-muscles.ts';
import { obstetricPackage } from './pairs/obstetric-package.ts';
import { onceADay } from './units/once-a-day.ts';
import { procedureDetail } from './performed/procedure-detail.ts';
import { professionalComponent } from './modifiers/professional-component.ts';
import { psychotherapyMinutes } from './units/psychotherapy-minutes.ts';
import { ptpEdit } from './pairs/ptp-edit.ts';
import { reducedService } from './modifiers/reduced-service.ts';
import { repairLength } from './units/repair-length.ts';
import { retiredServiceCode } from './eligibility/retired-service-code.ts';
import { serviceNotPerformed } from './performed/service-not-performed.ts';
import { serviceVariant } from './performed/service-variant.ts';
import { serviceSex } from './eligibility/service-sex.ts';
import { sideNotDocumented } from './notes/side-not-documented.ts';
import { teachingAttestation } from './notes/teaching-attestation.ts';
import { telehealthModifier } from './modifiers/telehealth-modifier.ts';
import { therapyDiscipline } from './performed/therapy-discipline.ts';
import { sedationTime } from './units/sedation-time.ts';
import { timedServiceMinutes } from './units/timed-service-minutes.ts';
import { timedTherapy } from './units/timed-therapy.ts';
import { unsignedNote } from './notes/unsigned-note.ts';
import { lcdCoverage } from './eligibility/lcd-coverage.ts';
import { transitionCare } from './performed/transition-care.ts';
import { scribeAttestation } from './notes/scribe-attestation.ts';
import { serviceAge } from './eligibility/service-age.ts';
import { sharedVisit } from './notes/shared-visit.ts';
import { screeningColonoscopy } from './modifiers/screening-colonoscopy.ts';
import { waivedTest } from './modifiers/waived-test.ts';
import { vaccineAdministration } from './unbilled/vaccine-administration.ts';

/** Checks of the service lines: edits, modifiers, units, pointers, and what the notes say of each service. One file each. */
export const claimRules: readonly Rule[] = [
  ptpEdit,
  includedService,
  mue,
  addOnPrimary,
  onceADay,
  duplicateLines,
  retiredServiceCode,
  serviceSex,
  serviceAge,
  lcdCoverage,
  waivedTest,
  sharedVisit,
  modifier25,
  globalPeriod,
  misplacedModifier,
  lateralityModifier,
  digitModifier,
  reducedService,
  therapyDiscipline,
  sideNotDocumented,
  telehealthModifier,
  screeningColonoscopy,
  professionalComponent,
  drugUnits,
  discardedDrug,
  repairLength,
  procedureDetail,
  serviceVariant,
  excisionSize,
  extentCount,
  imagingExtent,
  injectedJoint,
  debridementExtent,
  lesionCount,
  countedUnits,
  psychotherapyMinutes,
  timedServiceMinutes,
  sedationTime,
  timedTherapy,
  infusionTime,
  vaccineAdministration,
  obstetricPackage,
  annualWellness,
  transitionCare,
  needleMuscles,
  diagnosisPointer,
  serviceNotPerformed,
  missedService,
  missedInjection,
  missedTimedService,
  missedTherapy,
  unsignedNote,
  teachingAttestation,
  scribeAttestation,
  clonedNote,
];
