/** Therapy services billed by fifteen minutes of direct contact. */
export interface Therapy {
  readonly code: string;
  readonly mention: RegExp;
}

export const THERAPIES: readonly Therapy[] = [
  { code: '97110', mention: /\b(?:therapeutic ex\w*|ther[- ]?ex|TE\b|exercises?|97110|strengthening|ROM)/i },
  { code: '97112', mention: /\b(?:neuro-?muscular|NMR|balance|propriocept\w+|97112)/i },
  { code: '97113', mention: /\b(?:aquatic|97113)/i },
  { code: '97116', mention: /\b(?:gait|97116)/i },
  { code: '97124', mention: /\b(?:massage|97124)/i },
  { code: '97140', mention: /\b(?:manual (?:therapy|tx|techniques?)|mobiliz\w+|MT\b|97140)/i },
  { code: '97530', mention: /\b(?:therapeutic act\w*|ther[- ]?act|TA\b|functional (?:activit\w+|task\w*)|97530)/i },
  { code: '97535', mention: /\b(?:self[- ]care|ADLs?|home management|97535)/i },
  { code: '97035', mention: /\b(?:ultrasound|97035)/i },
  { code: '97032', mention: /\b(?:attended e-?stim|manual electrical|97032)/i },
  { code: '97033', mention: /\b(?:iontophoresis|97033)/i },
  { code: '97129', mention: /\b(?:cognitive|97129)/i },
  { code: '97750', mention: /\b(?:physical performance|97750)/i },
  { code: '97760', mention: /\b(?:orthotic|97760)/i },
  { code: '97802', mention: /\b(?:nutrition|MNT|medical nutrition|97802)/i },
  { code: '97803', mention: /\b(?:nutrition|MNT|medical nutrition|97803)/i },
];
