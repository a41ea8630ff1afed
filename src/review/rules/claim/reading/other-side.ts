const UNTOUCHED =
  /\b(?:not (?:entered|operated|touched|treated|injected|explored|involved|affected|done)|left (?:alone|untouched)|father|mother|brother|sister|family|nothing on|contralateral|normal|intact|unremarkable|competent|non-?\s?tender|unaffected|uninvolved|asymptomatic|symptom[- ]free|no (?:problem|symptoms?|treatment|bleeding))\b/i;
const WELL =
  /\b(?:no|without|free of|negative for)\s(?:(?:other|any|residual|palpable|visible)\s)?(?:hernia|stones?|calcul(?:us|i)|lesions?|disease|tears?|complaints?|hydronephrosis|reflux|fracture|effusion|polyps?|mass(?:es)?)\b/i;
const TREATED = String.raw`(?:removed|done|operated|replaced|repaired|treated|released|excised|extracted|implanted|injected|fixed|surgery|operation|replacement|repair|extraction|release|ablation|injection|cataract)`;
const THEN = String.raw`(?:(?:in |on )?(?:[a-z]+ )?(?:19|20)\d\d|(?:\w+ )?(?:years?|yrs?|months?|mos?|weeks?|wks?) (?:ago|prior|earlier|before)|last (?:year|month|spring|summer|fall|autumn|winter|week)|earlier this (?:year|month)|previously|already|in the past)`;
const IN_THE_PAST = new RegExp(
  [
    String.raw`\b${TREATED}\b[^.;\n]{0,25}?\b${THEN}\b`,
    String.raw`(?<!\bno )\b(?:${THEN}|s\/p|status post|history of|h\/o|prior|previous)\b[^.;\n]{0,40}?\b${TREATED}\b`,
  ].join('|'),
  'i',
);

/** The side of an operation that was not operated on is named for being well, left alone, or a relative's. */
export function isOfOtherSide(text: string): boolean {
  return UNTOUCHED.test(text) || WELL.test(text);
}

/** What a sentence says was done on an earlier day: `Left eye had its cataract removed 2024`. */
export function isOfEarlierDay(text: string): boolean {
  return IN_THE_PAST.test(text);
}
