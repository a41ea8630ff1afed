/** HCPCS Level II modifiers of fingers, toes and eyelids, with how notes name the place. */
export interface Digit {
  readonly modifier: string;
  readonly side: 'left' | 'right';
  readonly named: RegExp;
}

const FINGERS: readonly RegExp[] = [
  /\bthumb\b/i,
  /\b(?:index|second|2nd) (?:finger|digit)\b|\bindex\b/i,
  /\b(?:middle|long|third|3rd) (?:finger|digit)\b/i,
  /\b(?:ring|fourth|4th) (?:finger|digit)\b/i,
  /\b(?:small|little|pinky|fifth|5th) (?:finger|digit)\b|\bpinky\b/i,
];
const TOES: readonly RegExp[] = [
  /\b(?:great|big|first|1st) toe(?:nail)?\b|\bhallux\b/i,
  /\b(?:second|2nd) toe(?:nail)?\b/i,
  /\b(?:third|3rd) toe(?:nail)?\b/i,
  /\b(?:fourth|4th) toe(?:nail)?\b/i,
  /\b(?:fifth|5th|little|small) toe(?:nail)?\b/i,
];
const list = (places: readonly RegExp[], left: readonly string[], right: readonly string[]): Digit[] => [
  ...places.map((named, index): Digit => ({ modifier: left[index] ?? '', side: 'left', named })),
  ...places.map((named, index): Digit => ({ modifier: right[index] ?? '', side: 'right', named })),
];

const FINGER_DIGITS = list(FINGERS, ['FA', 'F1', 'F2', 'F3', 'F4'], ['F5', 'F6', 'F7', 'F8', 'F9']);
const TOE_DIGITS = list(TOES, ['TA', 'T1', 'T2', 'T3', 'T4'], ['T5', 'T6', 'T7', 'T8', 'T9']);
const EYELIDS = list(
  [/\bupper (?:eye)?lid\b|\bupper punct\w+/i, /\blower (?:eye)?lid\b|\blower punct\w+/i],
  ['E1', 'E2'],
  ['E3', 'E4'],
);

interface DigitService {
  readonly code: RegExp;
  readonly digits: readonly Digit[];
  /** May be billed without a digit (a side, or none): only a wrong digit is an error. */
  readonly optional?: boolean;
}

/** Codes that take such a modifier, with the digits of their part of the body. */
export const DIGIT_SERVICES: readonly DigitService[] = [
  { code: /^117(?:30|40|50|60|62|65)$/, digits: [...TOE_DIGITS, ...FINGER_DIGITS] },
  { code: /^(?:26055|260[1-4]\d|2616\d|267[2-8]\d|268[46]\d|2695\d)$/, digits: FINGER_DIGITS },
  { code: /^(?:28010|2828\d|28285|2849\d|285[012]\d|2866\d|2882[05])$/, digits: TOE_DIGITS },
  { code: /^(?:678[0-4]\d|6876\d|6791\d)$/, digits: EYELIDS },
  // Injections of a tendon sheath or a small joint: of a finger or a toe, or of another place.
  { code: /^(?:20550|20551|20600|20604)$/, digits: [...TOE_DIGITS, ...FINGER_DIGITS], optional: true },
];
