import type { Finding, RuleReference } from '../finding.ts';

/** What the model's reading is judged by. */
export const RULE = {
  documented: {
    id: 'model-documented',
    source: 'ICD-10-CM Official Guidelines, Sections III and IV.H-J (conditions documented, current and certain)',
  },
  detail: {
    id: 'model-detail',
    source: 'ICD-10-CM Official Guidelines, Sections I.B.2 and I.B.13 (highest specificity, laterality)',
  },
  performed: {
    id: 'model-performed',
    source: 'CPT, Introduction (the code names the service performed, as documented)',
  },
  missed: {
    id: 'model-missed',
    source: 'ICD-10-CM Official Guidelines, Section IV.J (code all documented conditions)',
  },
  missedService: {
    id: 'model-missed-service',
    source: 'CPT, Introduction (the code names the service performed, as documented)',
  },
  level: {
    id: 'model-em-level',
    source: 'CPT E/M guidelines 2023, Levels of Medical Decision Making (two of three elements)',
  },
} as const satisfies Record<string, RuleReference>;

type Prior = Pick<Finding, 'kind' | 'direction' | 'confidence'>;

/**
 * Confidence of a finding that the model alone makes. Priors, kept below those of the rules until answers of a real model have been
 * measured (`npm run eval -- --reviewer model`): no run against one stands behind them.
 */
export const PRIOR = {
  deniedDiagnosis: { kind: 'unsupported-diagnosis', direction: 'over', confidence: 0.65 },
  absentDiagnosis: { kind: 'unsupported-diagnosis', direction: 'over', confidence: 0.5 },
  otherDiagnosis: { kind: 'wrong-diagnosis', direction: 'neutral', confidence: 0.6 },
  specificity: { kind: 'diagnosis-specificity', direction: 'under', confidence: 0.6 },
  deniedService: { kind: 'unsupported-service', direction: 'over', confidence: 0.6 },
  absentService: { kind: 'unsupported-service', direction: 'over', confidence: 0.45 },
  missedDiagnosis: { kind: 'missed-diagnosis', direction: 'under', confidence: 0.5 },
  missedService: { kind: 'missed-service', direction: 'under', confidence: 0.45 },
  level: { kind: 'level-of-service', direction: 'over', confidence: 0.5 },
} as const satisfies Record<string, Prior>;
