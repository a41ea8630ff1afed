/** A service whose code depends on documented minutes. */
export interface TimedService {
  readonly codes: readonly string[];
  /** Our own words. */
  readonly name: string;
  /** Ascending: the least minutes of each code of the ladder; the last rung whose minutes are met is right. */
  readonly ladder: readonly { readonly code: string; readonly minutes: number }[];
  /** What the note calls it; minutes in such a sentence are its minutes. */
  readonly mention: RegExp;
}

const CARE_MANAGEMENT = /\b(?:CCM|chronic care|care (?:management|coordination)|month|total)\b/i;

/**
 * Timed services that are no levelled visit: CPT time rule (past the midpoint) and the ranges in the code numbers' published rules.
 */
const TIMED_SERVICES: readonly TimedService[] = [
  {
    codes: ['99497'],
    name: 'advance care planning',
    ladder: [{ code: '99497', minutes: 16 }],
    mention:
      /\badvance[d]?[- ](?:care|directive)\w*|\bACP\b|\bgoals[- ]of[- ]care\b|\b(?:POLST|MOLST|living will|health ?care (?:proxy|POA|power of attorney|agent)|code status)\b/i,
  },
  {
    codes: ['99406', '99407'],
    name: 'tobacco cessation counselling',
    ladder: [
      { code: '99406', minutes: 4 },
      { code: '99407', minutes: 11 },
    ],
    mention: /\b(?:tobacco|smok(?:ing|er|es?)|cessation|nicotine|vap(?:e|ing)|quit(?:ting|line)?|cigarettes?)\b/i,
  },
  {
    codes: ['99408', '99409', 'G0396', 'G0397'],
    name: 'alcohol or substance screening and intervention',
    ladder: [
      { code: '99408', minutes: 15 },
      { code: '99409', minutes: 31 },
    ],
    mention: /\b(?:alcohol|AUDIT|DAST|SBIRT|drinking|substance|brief intervention)\b/i,
  },
  {
    codes: ['90846'],
    name: 'family psychotherapy',
    ladder: [{ code: '90846', minutes: 26 }],
    mention: /\b(?:family|session|psychotherapy|couples?)\b/i,
  },
  {
    codes: ['90847'],
    name: 'family psychotherapy',
    ladder: [{ code: '90847', minutes: 26 }],
    mention: /\b(?:family|session|psychotherapy|couples?)\b/i,
  },
  {
    codes: ['90839'],
    name: 'crisis psychotherapy',
    ladder: [{ code: '90839', minutes: 30 }],
    mention: /\b(?:crisis|session|psychotherapy)\b/i,
  },
  {
    codes: ['G0447'],
    name: 'obesity counselling',
    ladder: [{ code: 'G0447', minutes: 15 }],
    mention: /\b(?:obes\w+|weight|diet\w*|counsel\w*|5 ?A'?s)\b/i,
  },
  {
    codes: ['G0446'],
    name: 'cardiovascular risk counselling',
    ladder: [{ code: 'G0446', minutes: 15 }],
    mention: /\b(?:cardiovascular|counsel\w*|aspirin|diet|IBT)\b/i,
  },
  {
    codes: ['99490'],
    name: 'chronic care management',
    ladder: [{ code: '99490', minutes: 20 }],
    mention: CARE_MANAGEMENT,
  },
  {
    codes: ['99491'],
    name: 'chronic care management',
    ladder: [{ code: '99491', minutes: 30 }],
    mention: CARE_MANAGEMENT,
  },
  {
    codes: ['99487'],
    name: 'complex chronic care management',
    ladder: [{ code: '99487', minutes: 60 }],
    mention: CARE_MANAGEMENT,
  },
  {
    codes: ['99152'],
    name: 'moderate sedation',
    ladder: [{ code: '99152', minutes: 10 }],
    mention: /\b(?:sedation|sedated|midazolam|fentanyl|intra-?service)\b/i,
  },
  {
    codes: ['99358'],
    name: 'prolonged service without contact',
    ladder: [{ code: '99358', minutes: 31 }],
    mention: /\b(?:prolonged|records?|review(?:ed|ing)?|non-?face)\b/i,
  },
  {
    codes: ['99401', '99402', '99403', '99404'],
    name: 'preventive counselling',
    ladder: [
      { code: '99401', minutes: 8 },
      { code: '99402', minutes: 23 },
      { code: '99403', minutes: 38 },
      { code: '99404', minutes: 53 },
    ],
    mention: /\b(?:counsel\w*|prevent\w*|risk[- ]reduction)\b/i,
  },
  {
    codes: ['99421', '99422', '99423'],
    name: 'online digital visit',
    ladder: [
      { code: '99421', minutes: 5 },
      { code: '99422', minutes: 11 },
      { code: '99423', minutes: 21 },
    ],
    mention: /\b(?:portal|online|digital|message|e-?visit|cumulative|total)\b/i,
  },
  {
    codes: ['98016', 'G2012'],
    name: 'brief remote check-in',
    ladder: [{ code: '98016', minutes: 5 }],
    mention: /\b(?:phone|call|check-?in|discussion|medical)\b/i,
  },
];

export function findTimedService(code: string): TimedService | undefined {
  return TIMED_SERVICES.find((service) => service.codes.includes(code));
}
