import type { Rule } from '../../rule.ts';
import { contradictedDetail } from './contradicted-detail.ts';
import { deniedDiagnosis } from './denied-diagnosis.ts';
import { diagnosisSpecificity } from './diagnosis-specificity.ts';
import { familyDiagnosis } from './family-diagnosis.ts';
import { historyDiagnosis } from './history-diagnosis.ts';
import { uncertainDiagnosis } from './uncertain-diagnosis.ts';
import { unsupportedDiagnosis } from './unsupported-diagnosis.ts';

/** Checks of the diagnoses on the claim against the notes and the ICD-10-CM tables. */
export const diagnosisRules: readonly Rule[] = [
  contradictedDetail,
  deniedDiagnosis,
  diagnosisSpecificity,
  familyDiagnosis,
  historyDiagnosis,
  uncertainDiagnosis,
  unsupportedDiagnosis,
];
