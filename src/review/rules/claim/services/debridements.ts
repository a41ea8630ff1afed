/** Debridement by the deepest tissue removed, with the add-on for each further 20 sq cm. Numbers from the CPT debridement guidelines. */
export interface Debridement {
  readonly code: string;
  readonly further: string;
  /** What the note says was taken away. */
  readonly removed: RegExp;
}

const TAKEN =
  '(?:removed|debrid\\w+|excis\\w+|resect\\w+|taken|includ\\w+|through|to|of|down to|into|and|nonviable|devitali[sz]ed|necrotic|infected)';
const tissue = (words: string): RegExp =>
  new RegExp(
    String.raw`\b${TAKEN}\b[^.;\n]{0,60}\b(?:${words})\b|\b(?:${words})\b[^.;\n]{0,60}\b(?:removed|debrid\w+|excis\w+|resect\w+|curetted|taken|sharply|cut)\b`,
    'gi',
  );

/** Shallow to deep. */
export const DEBRIDEMENTS: readonly Debridement[] = [
  {
    code: '97597',
    further: '97598',
    removed: tissue('slough|fibrin|biofilm|exudate|epidermis|dermis|eschar|callus|debris'),
  },
  { code: '11042', further: '11045', removed: tissue('subcutaneous|subcut|subQ|SQ|fat|adipose') },
  { code: '11043', further: '11046', removed: tissue('muscle|fascia|tendon') },
  { code: '11044', further: '11047', removed: tissue('bone|cortical|osteo\\w+') },
];
