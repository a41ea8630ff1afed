export type PatternLeak = 'ssn' | 'phone' | 'email' | 'url' | 'record-number' | 'date' | 'address' | 'titled-name';

/** An expression with the characters that its matches begin with: at any other it is not tried. */
interface LeakPattern {
  readonly kind: PatternLeak;
  readonly begins: string;
  readonly expression: RegExp;
}

const DIGITS = '0123456789';
const MONTH_LETTERS = 'JFMASOND';

/**
 * The second set of detectors: plain expressions, written apart from the first set, each precise. Every quantifier is bounded and each is
 * tried only where it can begin, so that the time stays linear. None begins inside a word or a run of digits.
 */
const PATTERNS: readonly LeakPattern[] = [
  { kind: 'ssn', begins: DIGITS, expression: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/y },
  {
    kind: 'phone',
    begins: `(${DIGITS}`,
    expression: /(?<![\d.-])(?:\(\d{3}\)\s?|\d{3}[-.])\d{3}[-.]\d{4}(?![\d-])/y,
  },
  { kind: 'email', begins: '@', expression: /(?<=[\w+-])@[a-z\d-]{1,63}\.[a-z]{2,12}\b/iy },
  { kind: 'url', begins: 'hH', expression: /\bhttps?:\/\/\w/iy },
  { kind: 'record-number', begins: 'MSDN', expression: /\b(?:MRN|SSN|DEA|NPI)[\s:#]{1,3}[A-Z]{0,3}-?\d{5,12}\b/y },
  {
    kind: 'date',
    begins: DIGITS,
    expression: /(?<![\d/])(?:0?[1-9]|1[0-2])\/(?:0?[1-9]|[12]\d|3[01])\/(?:19|20)\d{2}(?!\d)/y,
  },
  {
    kind: 'date',
    begins: DIGITS,
    expression: /(?<!\d)(?:19|20)\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d)/y,
  },
  {
    kind: 'date',
    begins: MONTH_LETTERS,
    expression:
      /\b(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{1,2}, (?:19|20)\d{2}\b/y,
  },
  {
    kind: 'date',
    begins: DIGITS,
    expression: /(?<!\d)\d{2}(?:JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)(?:\d{4}|\d{2})(?!\d)/y,
  },
  { kind: 'address', begins: 'pP', expression: /\bP\. ?O\. Box \d/iy },
  { kind: 'titled-name', begins: 'MD', expression: /\b(?:Mr|Mrs|Ms|Dr)\. ?\p{Lu}\p{Ll}{2,30}\b/uy },
];

/** Indexes of the patterns by the code of the character that they begin with. */
const BEGINNING = Array.from({ length: 0x80 }, (_, code) =>
  [...PATTERNS.keys()].filter((at) => PATTERNS[at]?.begins.includes(String.fromCharCode(code))),
);

/** Calls back for each match of each pattern; the matches of one pattern do not overlap. */
export function findPatternLeaks(text: string, found: (kind: PatternLeak) => void): void {
  const from = PATTERNS.map(() => 0);
  let before = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const patterns = BEGINNING[code];
    if (patterns !== undefined && patterns.length > 0 && mayBegin(text, at, code, before))
      for (const index of patterns) {
        const pattern = PATTERNS[index];
        if (pattern === undefined || at < (from[index] ?? 0)) continue;
        pattern.expression.lastIndex = at;
        if (!pattern.expression.test(text)) continue;
        found(pattern.kind);
        from[index] = pattern.expression.lastIndex;
      }
    before = code;
  }
}

/** A letter begins a word; a digit begins a run of up to four that a joint or a capital letter follows. */
function mayBegin(text: string, at: number, code: number, before: number): boolean {
  if (isDigit(code)) {
    if (isDigit(before)) return false;
    let end = at + 1;
    while (end <= at + 4 && isDigit(text.charCodeAt(end))) end++;
    const next = text.charCodeAt(end);
    return (next >= 0x2d && next <= 0x2f) || isCapital(next);
  }
  return !isLetter(code) || !(isLetter(before) || isDigit(before));
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isLetter(code: number): boolean {
  return isCapital(code & 0x5f) && code < 0x80;
}
