import type { Assertion, Sentence } from './analysed-document.ts';
import {
  CUES,
  FAMILY_MEMBER,
  FAMILY_MEMBER_REPORTS,
  OTHER_PERSON,
  PSEUDO_CUES,
  type CueRule,
} from './assertion-cues.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface AssertionResult {
  readonly assertion: Assertion;
  readonly cue: Span | undefined;
}

/** A cue found in a sentence. */
interface Cue extends Span {
  readonly rule: CueRule;
}

/** A sentence with its cues, found once for all conditions that it names. */
export interface SentenceCues {
  readonly text: string;
  readonly sentence: Sentence;
  readonly cues: readonly Cue[];
  readonly relatives: readonly Span[];
  readonly others: readonly Span[];
}

/** The stronger statement wins where several cues reach a condition: `no family history of diabetes` is a denial. */
const STRENGTH: readonly Assertion[] = [
  'negated',
  'family',
  'other-person',
  'hypothetical',
  'uncertain',
  'resolved',
  'historical',
];
/** Ends what a cue says: the other half of the sentence is about something else. */
const CLAUSE_BREAK =
  /;|(?<![\w-])(?:but|however|although|though|except|aside from|apart from|other than|whereas|because|since|presents? with|presented with|now with|who)(?![\w-])|(?<!(?:^|[\s,(])[A-Z])[.!?](?=\s)|:(?=\s)|\s[-–—]+>?\s|\s\|\s|\n/gi;

const read = new WeakMap<Sentence, SentenceCues>();

/** The cues of a sentence of the text; read once for each sentence. */
export function findCues(text: string, sentence: Sentence): SentenceCues {
  const known = read.get(sentence);
  if (known !== undefined) return known;
  const cues = readCues(text, sentence);
  read.set(sentence, cues);
  return cues;
}

function readCues(text: string, sentence: Sentence): SentenceCues {
  const pseudo = spansIn(text, sentence, PSEUDO_CUES);
  const cues: Cue[] = [];
  for (const rule of CUES) {
    for (const span of spansIn(text, sentence, rule.pattern)) {
      if (!pseudo.some((other) => contains(other, span)) && !cues.some((other) => isLonger(other, span))) {
        cues.push({ ...span, rule });
      }
    }
  }
  const relatives = spansIn(text, sentence, FAMILY_MEMBER).filter(
    ({ end }) => !FAMILY_MEMBER_REPORTS.test(text.slice(end, Math.min(end + 60, sentence.end))),
  );
  return { text, sentence, cues, relatives, others: spansIn(text, sentence, OTHER_PERSON) };
}

/**
 * What the sentence says about the condition at a span of it: by cues before and behind it that reach it within its
 * clause, by a relative named as its bearer, by an empty checkbox, and by the section (family history).
 */
export function assertionOf(cues: SentenceCues, span: Span): AssertionResult {
  const found: { assertion: Assertion; cue: Span | undefined }[] = [];
  for (const cue of cues.cues) {
    if (reaches(cues, cue, span)) found.push({ assertion: cue.rule.assertion, cue });
  }
  const box = checkboxBefore(cues, span);
  if (box?.checked === false) found.push({ assertion: 'negated', cue: box });
  const relative = relativeOf(cues, span);
  if (relative !== undefined) found.push({ assertion: 'family', cue: relative });
  const other = cues.others.find(({ end }) => end <= span.start && !hasBreak(cues.text, end, span.start));
  if (other !== undefined) found.push({ assertion: 'other-person', cue: other });
  if (cues.sentence.section.kind === 'family-history') found.push({ assertion: 'family', cue: undefined });
  if (found.length === 0) return { assertion: 'asserted', cue: undefined };
  const strongest = STRENGTH.find((assertion) => found.some((one) => one.assertion === assertion));
  return found.find(({ assertion }) => assertion === strongest) ?? { assertion: 'asserted', cue: undefined };
}

function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** `ruled out` inside `cannot be ruled out` is no cue of its own; the same words may be one before and one behind. */
function isLonger(outer: Span, inner: Span): boolean {
  return contains(outer, inner) && outer.end - outer.start > inner.end - inner.start;
}

function reaches({ text }: SentenceCues, cue: Cue, span: Span): boolean {
  if (cue.rule.side === 'before') {
    if (cue.end > span.start) return false;
    return withinReach(text, cue.end, span.start, cue.rule) && !endsAtComma(text, cue, span);
  }
  if (cue.start < span.end) return false;
  return withinReach(text, span.end, cue.start, cue.rule);
}

/** `without aura, intractable`: the denial ends at the comma, unless an `or` shows that a list goes on. */
function endsAtComma(text: string, cue: Cue, span: Span): boolean {
  if (!/^(?:without|w\/o)/i.test(text.slice(cue.start, cue.end))) return false;
  const between = text.slice(cue.end, span.start);
  // `Hypoglycemia without coma in type 2 diabetes`: where the denied thing is not, is not denied.
  if (/(?<![\w-])(?:with|in)(?![\w-])/i.test(between)) return true;
  if (!between.includes(',')) return false;
  const rest = /^[^.;\n]{0,80}/.exec(text.slice(cue.end))?.[0] ?? '';
  return !/,[^,]*\b(?:or|nor)\b/i.test(rest);
}

function withinReach(text: string, from: number, to: number, rule: CueRule): boolean {
  const between = text.slice(from, to);
  if (wordCount(between) > rule.reach) return false;
  if (rule.side === 'behind') return !breaksBehind(between, rule, () => clauseBefore(text, from));
  return !hasBreak(text, from, to) && !endsOwnList(between, rule);
}

/** The list so far, with the condition itself, from where its sentence or clause begins. */
function clauseBefore(text: string, end: number): string {
  return /(?:(?<=(?:^|[\s,(])[A-Z])\.|[^.;:\n]){0,120}$/.exec(text.slice(Math.max(0, end - 120), end))?.[0] ?? '';
}

/** `Stroke - ruled out by MRI` and `Hyponatremia: resolved` hold; a comma or another finding between does not. */
function breaksBehind(between: string, rule: CueRule, before: () => string): boolean {
  // `Pneumonia in January, resolved`: the comma before the cue itself does not part it from the condition.
  const bare = between.replace(/^\s*,\s*$/, '').replace(rule.assertion === 'resolved' ? /,\s*$/ : '', '');
  // `Hepatitis C, genotype 1a: cured`: the colon says it of the whole name.
  if (rule.assertion === 'resolved' && /^[^;|\n.]{0,40}:\s*$/.test(between)) return false;
  if (/[;|\n]|(?<!(?:^|[\s,(])[A-Z])[.!?]\s/.test(bare) || (bare.includes(',') && !isListGoingOn(bare, rule, before)))
    return true;
  return (
    rule.assertion === 'historical' &&
    /\s[-–—]\s|(?<![\w-])(?:dx|dx'd|diagnosed|diagnosis|since|from|EF|last|onset|began)(?![\w-])/i.test(between)
  );
}

/** `Epiglottitis, tracheitis, foreign body not suspected`: what is said of the last is said of all. */
function isListGoingOn(between: string, { ofList }: CueRule, before: () => string): boolean {
  if (ofList !== true) return false;
  const items = `${before()}${between}`.split(/[,()/]|\band\b|\bor\b/);
  return items.length > 2 && items.every((item) => wordCount(item) <= 4 && !STATES.test(item));
}

/** What no bare name in a list has: a verb, a measure, the cause or the treatment of what was named before. */
const STATES =
  /\d|(?<![\w-])(?:is|was|are|were|has|had|have|with|on|for|from|due|given|start\w*|continu\w*|stable|improv\w*|resolv\w*|organism|culture|likely|probabl[ey]|possibl[ey]|but|now|today|today's|will|treated|started|chronic|mild|moderate|severe|unchanged|controlled)(?![\w-])/i;

/** `no fever, BP 120/80, has cough`: a verb or a measure of its own ends the list that a denial opened. */
function endsOwnList(between: string, rule: CueRule): boolean {
  if (rule.assertion === 'historical') return /,|\d/.test(between);
  // What would or may come is told with all its causes: `would go on to rupture and sepsis`.
  if (rule.reach >= 40 || rule.assertion === 'hypothetical')
    return /,\s*(?:has|have|had|is|was|with|continue|start)(?![\w-])/i.test(between);
  if (rule.assertion === 'uncertain')
    return /,\s*(?!and|or|vs)|(?<![\w-])(?:with|given|due to|treated)(?![\w-])/i.test(between);
  return /,\s*(?:(?:has|have|had|is|was|with|reports?|positive|continues?|states?|s\/p|endorses|complains|admits|started|continue|start)(?![\w-])|\+)|(?<![\w-])(?:due to|secondary to|on)(?![\w-])/i.test(
    between,
  );
}

function hasBreak(text: string, from: number, to: number): boolean {
  CLAUSE_BREAK.lastIndex = 0;
  return CLAUSE_BREAK.test(text.slice(from, to));
}

function checkboxBefore({ text, sentence }: SentenceCues, span: Span): (Span & { checked: boolean }) | undefined {
  const lineStart = Math.max(sentence.section.start, text.lastIndexOf('\n', span.start - 1) + 1);
  const boxes = [...text.slice(lineStart, span.start).matchAll(/\[([ xX✓]?)\]|([☐☒☑])/g)];
  const last = boxes.at(-1);
  if (last === undefined) return undefined;
  const start = lineStart + last.index;
  const checked = /[xX✓☒☑]/.test(last[0]);
  return { start, end: start + last[0].length, checked };
}

function relativeOf(cues: SentenceCues, span: Span): Span | undefined {
  if (cues.sentence.section.kind === 'family-history') return undefined;
  return (
    cues.relatives.find(({ end }) => end <= span.start && isBearer(cues.text.slice(end, span.start))) ??
    cues.relatives.find(
      ({ start }) =>
        start >= span.end && /^\s*(?:\(|in (?:his |her |the |a )?(?:\w+ )?)$/i.test(cues.text.slice(span.end, start)),
    )
  );
}

/** Between the relative and the condition: a word of having, or nothing but punctuation. */
function isBearer(between: string): boolean {
  if (wordCount(between) > 12 || /;|\.\s|(?<![\w-])(?:patient|pt|he|she|who presents|but)(?![\w-])/i.test(between))
    return false;
  if (
    /(?<![\w-])(?:has|had|have|with|died|diagnosed|history|hx|h\/o|of|passed|deceased|suffers?|positive for|:)(?![\w-])/i.test(
      between,
    )
  )
    return true;
  return /^[\s:,()-]*(?:[A-Z][\w'’-]+|\[[^\]]+\])?[\s:,()-]*(?:[\w']+[\s,/-]+){0,2}$/.test(between);
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** The places of each pattern in the texts that are being read: a review reads few documents at a time. */
const scans: { readonly text: string; readonly found: Map<RegExp, readonly Span[]> }[] = [];
const MAX_TEXTS = 4;

function scanOf(text: string): Map<RegExp, readonly Span[]> {
  const known = scans.find((one) => one.text === text);
  if (known !== undefined) return known.found;
  const found = new Map<RegExp, readonly Span[]>();
  scans.unshift({ text, found });
  scans.length = Math.min(scans.length, MAX_TEXTS);
  return found;
}

/**
 * The places of a pattern in a sentence. A text is searched once for each pattern, which costs far less than once for each
 * sentence; only where a place goes over the end of the sentence is the sentence searched by itself.
 */
function spansIn(text: string, { start, end }: Span, pattern: RegExp): readonly Span[] {
  const found = scanOf(text);
  const all = found.get(pattern) ?? spansOf(text, pattern, 0);
  found.set(pattern, all);
  const touching = all.filter((span) => span.start < end && span.end > start);
  const isCut = touching.some((span) => span.start < start || span.end > end);
  return isCut ? spansOf(text.slice(start, end), pattern, start) : touching;
}

function spansOf(part: string, pattern: RegExp, at: number): Span[] {
  return [...part.matchAll(pattern)].map((match) => ({
    start: at + match.index,
    end: at + match.index + match[0].length,
  }));
}
