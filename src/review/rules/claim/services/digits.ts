import { sidesIn } from '../reading/body-sites.ts';

/** HCPCS Level II modifiers of fingers, toes and eyelids, with how notes name the place. */
export interface Digit {
  readonly modifier: string;
  readonly side: 'left' | 'right';
  readonly named: RegExp;
}

/** Words between the name of a digit and its noun: a joint, an ailment, or further digits of a list. */
const BETWEEN = String.raw`(?:[\s,/&+-]+(?:and|or|through|to|index|middle|long|ring|small|little|pinky|great|big|thumb|second|third|fourth|fifth|[1-5](?:st|nd|rd|th)?|trigger\w*|mallet|jersey|hammer|claw|mycotic|ingrown\w*|infected|distal|proximal|middle|MCP|PIP|DIP|IP|MTP|joint|ray|A1))*?`;
const NO_MEASURE = String.raw`(?![.\d]|\s*(?:cm|mm|x|days?|wks?|weeks?|sutures?)\b)`;
const SIDE = String.raw`(?:(?:right|left|R|L|Rt|Lt|RT|LT)\b[\s,]*)?`;

/** `ring trigger finger`, `ring and small fingers`, `trigger finger, right ring`, `digits 4 and 5`, `R RF`. */
const finger = (words: string, number: string, short: string): RegExp =>
  new RegExp(
    [
      String.raw`\b(?:${words})\b${BETWEEN}[\s/-]+(?:trigger\s)?(?:fingers?|digits?|fingernails?)\b`,
      String.raw`\b(?:trigger )?(?:fingers?|fingernail)[\s,:(-]+(?:of the )?${SIDE}(?:${words})\b`,
      String.raw`\bdigits? (?:[1-5]\s*(?:,|&|and|\/)\s*)*#?${number}\b${NO_MEASURE}`,
      String.raw`\b(?:right|left|Rt|Lt|R|L)\s(?:${short})\b`,
    ].join('|'),
    'i',
  );
const toe = (words: string, number: string): RegExp =>
  new RegExp(
    [
      String.raw`\b(?:${words})\b${BETWEEN}[\s/-]+(?:toes?|toe ?nails?)\b`,
      String.raw`\b(?:toes?|toenails?) (?:[1-5]\s*(?:,|&|and|\/)\s*)*#?${number}\b${NO_MEASURE}`,
    ].join('|'),
    'i',
  );
const or = (first: RegExp, more: string): RegExp => new RegExp(`${first.source}|${more}`, 'i');

const FINGERS: readonly RegExp[] = [
  /\bthumbs?\b|\bpollex\b/i,
  or(finger('index|second|2nd|pointer', '2', 'index'), String.raw`\bindex\b`),
  finger('middle|long|third|3rd', '3', 'long|middle|MF'),
  finger('ring|fourth|4th', '4', 'ring|RF'),
  or(finger('small|little|fifth|5th', '5', 'small|SF'), String.raw`\bpink(?:y|ie)\b`),
];
const TOES: readonly RegExp[] = [
  or(toe('great|big|first|1st', '1'), String.raw`\bhallux\b|\bhallucal\b|\bgreat toes?\b`),
  toe('second|2nd', '2'),
  toe('third|3rd', '3'),
  toe('fourth|4th', '4'),
  toe('fifth|5th|little|small|pinky|baby', '5'),
];
const LID = String.raw`(?:eye)?\s?lids?`;
const UPPER = new RegExp(
  String.raw`\bupper${BETWEEN}[\s/-]+${LID}\b|\b[LR]UL\b|\bupper punct\w+|\b(?:right|left|R|L|OD|OS) upper\b`,
  'i',
);
const LOWER = new RegExp(
  String.raw`\blower${BETWEEN}[\s/-]+${LID}\b|\b[LR]LL\b|\blower punct\w+|\b(?:right|left|R|L|OD|OS) lower\b`,
  'i',
);

const list = (places: readonly RegExp[], left: readonly string[], right: readonly string[]): Digit[] => [
  ...places.map((named, index): Digit => ({ modifier: left[index] ?? '', side: 'left', named })),
  ...places.map((named, index): Digit => ({ modifier: right[index] ?? '', side: 'right', named })),
];

const FINGER_DIGITS = list(FINGERS, ['FA', 'F1', 'F2', 'F3', 'F4'], ['F5', 'F6', 'F7', 'F8', 'F9']);
const TOE_DIGITS = list(TOES, ['TA', 'T1', 'T2', 'T3', 'T4'], ['T5', 'T6', 'T7', 'T8', 'T9']);
const EYELIDS = list([UPPER, LOWER], ['E1', 'E2'], ['E3', 'E4']);

/** The sides that a text names; for an eyelid also `RUL` and `LLL`. */
export function digitSidesIn(text: string): Set<'left' | 'right'> {
  const sides = new Set(sidesIn(text));
  if (/\bL[UL]L\b/.test(text)) sides.add('left');
  if (/\bR[UL]L\b/.test(text)) sides.add('right');
  return sides;
}

interface DigitService {
  readonly code: RegExp;
  readonly digits: readonly Digit[];
  /** May be billed without a digit (a side, or none): only a wrong digit is an error. */
  readonly optional?: boolean;
}

/** Whether a code is of one finger, toe or eyelid by itself, so that a right or left side says too little. */
export function takesDigit(code: string): boolean {
  return DIGIT_SERVICES.some((service) => service.optional !== true && service.code.test(code));
}

/** The code with the modifier of the one digit that a text names; the code alone where it names none or several. */
export function withDigit(code: string, text: string): string {
  const digits = DIGIT_SERVICES.find((service) => service.code.test(code))?.digits ?? [];
  const sides = digitSidesIn(text);
  const [one, ...more] =
    sides.size === 1 ? digits.filter(({ side, named }) => sides.has(side) && named.test(text)) : [];
  return one && more.length === 0 ? `${code}-${one.modifier}` : code;
}

/** Codes that take such a modifier, with the digits of their part of the body. */
export const DIGIT_SERVICES: readonly DigitService[] = [
  { code: /^117(?:30|40|50|60|62|65)$/, digits: [...TOE_DIGITS, ...FINGER_DIGITS] },
  { code: /^(?:26055|260[1-4]\d|2616\d|267[2-8]\d|268[46]\d|2695\d)$/, digits: FINGER_DIGITS },
  { code: /^(?:28010|2828\d|28285|2849\d|285[012]\d|2866\d|2882[05])$/, digits: TOE_DIGITS },
  { code: /^(?:678[0-4]\d|6876\d|6791\d)$/, digits: EYELIDS },
  // Of a finger, toe or eyelid, or of a place beside it; some are billed with a side.
  {
    code: /^(?:260[678]\d|261[0-5]\d|2618\d|262[0-6]\d|26320|2634\d|263[5-9]\d|264\d\d|265[0-6]\d|268[25]\d|26910|26989|29086|2913[01]|29280|64776|64831|73140)$/,
    digits: FINGER_DIGITS,
    optional: true,
  },
  {
    code: /^(?:28008|28011|28022|28024|28052|28054|28092|28108|28124|28126|2815\d|28160|2817\d|282[23]\d|2827[02]|2829\d|2831\d|283[34]\d|2863\d|2867\d|2875[05]|28760|28810|29550|73660)$/,
    digits: TOE_DIGITS,
    optional: true,
  },
  {
    code: /^(?:677\d\d|6787\d|6788\d|6790\d|6792\d|679[3-7]\d|688[0-4]\d|1582[0-3])$/,
    digits: EYELIDS,
    optional: true,
  },
  // Injections of a tendon sheath or a small joint: of a finger or a toe, or of another place.
  { code: /^(?:20550|20551|20600|20604)$/, digits: [...TOE_DIGITS, ...FINGER_DIGITS], optional: true },
];
