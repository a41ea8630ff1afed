/** Body sites that tell two services apart. */
const SITES =
  /\b(?:cecum|cecal|ascending(?: colon)?|hepatic flexure|transverse(?: colon)?|splenic flexure|descending(?: colon)?|sigmoid|rect(?:um|al|osigmoid)|terminal ileum|esophag(?:us|eal)|antrum|antral|fundus|duoden(?:um|al)|vertex|scalp|forehead|temple|cheek|nose|nasal|chin|lip|eyelid|ear|neck|chest|back|abdomen|abdominal|flank|buttock|sacr(?:um|al)|coccyx|ischi(?:um|al)|trochanter(?:ic)?|shoulder|subacromial|upper arm|elbow|forearm|wrist|hand|palm|thumb|finger|hip|thigh|knee|calf|shin|leg|ankle|heel|foot|hallux|great toe|toe|patell(?:a|ar|ofemoral)|maxillary|ethmoid|sphenoid|groin|axilla)s?\b/gi;

export type Side = 'left' | 'right';

const BOTH =
  /\b(?:bilateral(?:ly)?|bilat|both|B\/L|each (?:knee|shoulder|ear|eye|hip|side|wrist|ankle|foot|elbow|hand)|OU|AU)\b/i;
const LEFT_WORD =
  /\bleft\b(?!\s+(?:the|before|against|AMA|for|in|at|on|with|untreated|untouched|undisturbed|alone|open|to|work|home|school)\b)/i;
const RIGHT_WORD = /\bright\b(?!\s+(?:away|now|here|after|before|heart|atri\w*|ventric\w*|to)\b)/i;
/** `2 L NC`, `L-spine`, `L4`, `L/min` are no side. */
const LEFT_SHORT =
  /(?<!\d\s?|\/)\b(?:L|Lt|LT|OS)\b(?![-/]|\s*(?:NC|O2|spine|min|per|of (?:fluid|NS|LR|saline)|NS|LR|bolus)|\d)/;
const RIGHT_SHORT = /(?<!\/)\b(?:R|Rt|OD)\b(?![-/]|\d)/;

/** Sides that a text names, abbreviations in capitals included. */
export function sidesIn(text: string): Set<Side> {
  if (BOTH.test(text)) return new Set(['left', 'right']);
  const sides = new Set<Side>();
  if (LEFT_WORD.test(text) || LEFT_SHORT.test(text)) sides.add('left');
  if (RIGHT_WORD.test(text) || RIGHT_SHORT.test(text)) sides.add('right');
  return sides;
}

/** Body sites that a text names, in lower case and singular. */
export function sitesIn(text: string): Set<string> {
  return new Set([...text.matchAll(SITES)].map((match) => match[0].toLowerCase().replace(/ colon$|s$/g, '')));
}
