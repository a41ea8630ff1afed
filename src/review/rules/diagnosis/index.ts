import type { Rule } from '../../rule.ts';
import { activeCancer, receptorStatus } from './active-cancer.ts';
import { adverseEffect } from './adverse-effect.ts';
import { ageConflict } from './age-conflict.ts';
import { associatedSymptom } from './associated-symptom.ts';
import { billedPair, copdInfection } from './billed-pair.ts';
import { combinationCode } from './combination-code.ts';
import { contradictedDetail } from './contradicted-detail.ts';
import { deniedDiagnosis } from './denied-diagnosis.ts';
import { diagnosisSpecificity } from './diagnosis-specificity.ts';
import { drugIntent } from './drug-intent.ts';
import { episodeOfCare } from './episode-of-care.ts';
import { excludedByConclusion } from './excluded-by-conclusion.ts';
import { examinationResult } from './examination-result.ts';
import { excludes1 } from './excludes1.ts';
import { familyDiagnosis } from './family-diagnosis.ts';
import { historyDiagnosis } from './history-diagnosis.ts';
import { invalidCode } from './invalid-code.ts';
import { manifestationOrder } from './manifestation-order.ts';
import { missedDiagnosis } from './missed-diagnosis.ts';
import { missingBmi } from './missing-bmi.ts';
import { missingCompanion } from './missing-companion.ts';
import { missingGestation } from './missing-gestation.ts';
import { missingLongTermDrug } from './missing-long-term-drug.ts';
import { firstListed } from './first-listed.ts';
import { helicobacter, missingOrganism } from './missing-organism.ts';
import { normalDelivery } from './normal-delivery.ts';
import { osteoporoticFracture } from './osteoporotic-fracture.ts';
import { outcomeOfDelivery, wayOfBirth } from './outcome-of-delivery.ts';
import { polypHistology } from './polyp-histology.ts';
import { principalDiagnosis } from './principal-diagnosis.ts';
import { replacedJoint } from './replaced-joint.ts';
import { resuscitationStatus } from './resuscitation-status.ts';
import { scaleScore } from './scale-score.ts';
import { sepsisSequence, severeSepsis } from './sepsis.ts';
import { sexConflict } from './sex-conflict.ts';
import { symptomOfDiagnosis } from './symptom-of-diagnosis.ts';
import { titledReason } from './titled-reason.ts';
import { uncertainBehavior } from './uncertain-behavior.ts';
import { uncertainDiagnosis } from './uncertain-diagnosis.ts';
import { unsupportedDiagnosis } from './unsupported-diagnosis.ts';
import { unsupportedStatus } from './unsupported-status.ts';

/** Checks of the diagnoses on the claim against the notes and the ICD-10-CM tables. */
export const diagnosisRules: readonly Rule[] = [
  activeCancer,
  adverseEffect,
  ageConflict,
  associatedSymptom,
  billedPair,
  combinationCode,
  contradictedDetail,
  copdInfection,
  deniedDiagnosis,
  diagnosisSpecificity,
  drugIntent,
  episodeOfCare,
  examinationResult,
  excludedByConclusion,
  excludes1,
  familyDiagnosis,
  firstListed,
  historyDiagnosis,
  helicobacter,
  invalidCode,
  manifestationOrder,
  missedDiagnosis,
  missingBmi,
  missingCompanion,
  missingGestation,
  missingLongTermDrug,
  missingOrganism,
  normalDelivery,
  osteoporoticFracture,
  outcomeOfDelivery,
  wayOfBirth,
  polypHistology,
  principalDiagnosis,
  receptorStatus,
  replacedJoint,
  resuscitationStatus,
  scaleScore,
  sepsisSequence,
  severeSepsis,
  sexConflict,
  symptomOfDiagnosis,
  titledReason,
  uncertainBehavior,
  uncertainDiagnosis,
  unsupportedDiagnosis,
  unsupportedStatus,
];
