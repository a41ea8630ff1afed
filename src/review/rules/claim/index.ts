import type { Rule } from '../../rule.ts';
import { addOnPrimary } from './add-on-primary.ts';
import { annualWellness } from './annual-wellness.ts';
import { clonedNote } from './cloned-note.ts';
import { countedUnits } from './counted-units.ts';
import { diagnosisPointer } from './diagnosis-pointer.ts';
import { debridementExtent } from './debridement-extent.ts';
import { digitModifier } from './digit-modifier.ts';
import { discardedDrug } from './discarded-drug.ts';
import { drugUnits } from './drug-units.ts';
import { duplicateLines } from './duplicate-lines.ts';
import { excisionSize } from './excision-size.ts';
import { extentCount } from './extent-count.ts';
import { globalPeriod } from './global-period.ts';
import { imagingExtent } from './imaging-extent.ts';
import { includedService } from './included-service.ts';
import { infusionTime } from './infusion-time.ts';
import { injectedJoint } from './injected-joint.ts';
import { lateralityModifier } from './laterality-modifier.ts';
import { lesionCount } from './lesion-count.ts';
import { misplacedModifier } from './misplaced-modifier.ts';
import { missedInjection } from './missed-injection.ts';
import { missedService } from './missed-service.ts';
import { missedTimedService } from './missed-timed-service.ts';
import { modifier25 } from './modifier-25.ts';
import { mue } from './mue.ts';
import { needleMuscles } from './needle-muscles.ts';
import { obstetricPackage } from './obstetric-package.ts';
import { onceADay } from './once-a-day.ts';
import { procedureDetail } from './procedure-detail.ts';
import { professionalComponent } from './professional-component.ts';
import { psychotherapyMinutes } from './psychotherapy-minutes.ts';
import { ptpEdit } from './ptp-edit.ts';
import { reducedService } from './reduced-service.ts';
import { repairLength } from './repair-length.ts';
import { retiredServiceCode } from './retired-service-code.ts';
import { serviceNotPerformed } from './service-not-performed.ts';
import { serviceVariant } from './service-variant.ts';
import { serviceSex } from './service-sex.ts';
import { sideNotDocumented } from './side-not-documented.ts';
import { teachingAttestation } from './teaching-attestation.ts';
import { telehealthModifier } from './telehealth-modifier.ts';
import { therapyDiscipline } from './therapy-discipline.ts';
import { timedServiceMinutes } from './timed-service-minutes.ts';
import { timedTherapy } from './timed-therapy.ts';
import { unsignedNote } from './unsigned-note.ts';
import { lcdCoverage } from './lcd-coverage.ts';
import { transitionCare } from './transition-care.ts';
import { scribeAttestation } from './scribe-attestation.ts';
import { serviceAge } from './service-age.ts';
import { sharedVisit } from './shared-visit.ts';
import { waivedTest } from './waived-test.ts';
import { vaccineAdministration } from './vaccine-administration.ts';

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
  unsignedNote,
  teachingAttestation,
  scribeAttestation,
  clonedNote,
];
