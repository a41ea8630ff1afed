import type { Section, SectionKind } from './analysed-document.ts';
import { BARE_ABBREVIATIONS, WEAK_HEADINGS, kindOfHeading, normalizeHeading } from './section-headings.ts';

interface Heading {
  readonly kind: SectionKind;
  readonly text: string;
  readonly start: number;
  readonly bodyStart: number;
}

/** Before a word or the first number of a list; a measure (`P  80`) is no text of a section. */
const WIDE_GAP = /^[ \t]{2,}(?:[A-Za-z#([]|[1-9][.)])|^\t(?:[A-Za-z#([]|[1-9][.)])/;
const MAX_HEADING_WORDS = 7;
/** Markdown, bullets, list numbers and rules that may stand before a heading on its line. */
const MARKUP = /[ \t]*(?:#{1,6}[ \t]*|[*_=-]{2,}[ \t]*|[-•>][ \t]+|\[(?=[A-Za-z]))*/y;
const INDENT = /[ \t]*/y;
const WORD = /[A-Za-z0-9][A-Za-z0-9'’]*(?:\.(?=[ \t]*:))?/y;
const BETWEEN_WORDS = /[ \t]*[&/,+-][ \t]*|[ \t]/y;
const TERMINATOR =
  /[ \t]*(?:\([^)\n]{0,70}\)|-[ \t][^:\n]{0,30}(?=:|\]))?[ \t]*(?:[*_=\]]{1,3}|[-=*]{2,})?(:|(?=\n|$)|[ \t][-–—](?=[ \t])|\|)[*_]{0,2}[ \t]*/y;
/** Where a heading may begin inside a line: behind a sentence, a table cell or a wide gap. */
const INLINE_START = /(?:[.;|\])][ \t]+|[ \t]{2,}|\t)(?=[A-Z])/g;
const GOES_ON_WITH_FAMILY =
  /^\s*(?:[-*•]\s*)?(?:[a-z(]|(?:Mother|Father|Brother|Sister|Sibling|Son|Daughter|Maternal|Paternal|Grand|Aunt|Uncle|Cousin|Parent|Mom|Dad|MGM|MGF|PGM|PGF|No family)\w*)/;
const CAPITALS_HEADING = /[A-Z][A-Z0-9 /&,'()-]{3,50}(?::|(?=\n|$))/y;
const KEPT_BY_UNKNOWN_HEADING: ReadonlySet<SectionKind> = new Set([
  'assessment',
  'plan',
  'assessment-and-plan',
  'hospital-course',
  'discharge-diagnosis',
  'postoperative-diagnosis',
]);

/**
 * The document cut into sections by its headings: with colon, dash or alone on the line, in Markdown, in capitals,
 * or several in one line (`PMH: none. FH: asthma`). What stands before the first heading is a section `other`.
 * Sections cover the whole text, in order, without overlap.
 */
export function findSections(text: string): Section[] {
  const headings = withRadiologyImpressions(listHeadings(text)).flatMap((heading, index, all) =>
    withEndOfFamily(text, heading, { end: all[index + 1]?.start ?? text.length, before: all[index - 1] }),
  );
  const untitled: Heading = { kind: 'other', text: '', start: 0, bodyStart: 0 };
  const bounds = headings[0]?.start === 0 ? headings : [untitled, ...headings];
  return bounds.map((heading, index) => ({
    kind: heading.kind,
    heading: heading.text,
    start: heading.start,
    bodyStart: heading.bodyStart,
    end: bounds[index + 1]?.start ?? text.length,
  }));
}

/**
 * `FH: mother T2DM` on one line says nothing of the lines that follow without a heading: they would all be the
 * relatives' otherwise. Lines that go on with the relatives stay with it.
 */
function withEndOfFamily(
  text: string,
  heading: Heading,
  { end, before }: { readonly end: number; readonly before: Heading | undefined },
): Heading[] {
  if (heading.kind !== 'family-history') return [heading];
  let newline = text.indexOf('\n', heading.bodyStart);
  if (newline === -1 || newline >= end || text.slice(heading.bodyStart, newline).trim() === '') return [heading];
  while (newline !== -1 && newline < end && GOES_ON_WITH_FAMILY.test(text.slice(newline + 1, newline + 40))) {
    newline = text.indexOf('\n', newline + 1);
  }
  if (newline === -1 || newline + 1 >= end || text.slice(newline, end).trim() === '') return [heading];
  const kind = before !== undefined && KEPT_BY_UNKNOWN_HEADING.has(before.kind) ? before.kind : 'other';
  return [heading, { kind, text: '', start: newline + 1, bodyStart: newline + 1 }];
}

function listHeadings(text: string): Heading[] {
  const headings: Heading[] = [];
  for (let lineStart = 0; lineStart < text.length;) {
    const newline = text.indexOf('\n', lineStart);
    const lineEnd = newline === -1 ? text.length : newline;
    addHeadingsOfLine(text, lineStart, lineEnd, headings);
    lineStart = lineEnd + 1;
  }
  return headings;
}

function addHeadingsOfLine(text: string, lineStart: number, lineEnd: number, headings: Heading[]): void {
  const bodyStart = endOfMatch(MARKUP, text, lineStart) ?? lineStart;
  const first = knownHeadingAt(text, bodyStart, true) ?? unknownHeadingAt(text, bodyStart, headings.at(-1));
  if (first !== undefined) {
    const kind = isPlanOfProblem(text, lineStart, first, headings.at(-1)) ? 'assessment-and-plan' : first.kind;
    headings.push({ ...first, kind, start: lineStart });
  }
  const line = text.slice(lineStart, lineEnd);
  for (const { index, 0: gap } of line.matchAll(INLINE_START)) {
    const at = lineStart + index + gap.length;
    if (at < (headings.at(-1)?.bodyStart ?? 0)) continue;
    const heading = knownHeadingAt(text, at, false);
    if (heading !== undefined && heading.bodyStart <= lineEnd) headings.push(heading);
  }
}

/** An indented `P:` under a problem of the assessment: the next problem follows it. */
function isPlanOfProblem(text: string, lineStart: number, heading: Heading, previous: Heading | undefined): boolean {
  if (heading.kind !== 'plan' || previous?.kind.startsWith('assessment') !== true) return false;
  return indentAt(text, lineStart) > indentAt(text, previous.start);
}

function indentAt(text: string, lineStart: number): number {
  return (endOfMatch(INDENT, text, lineStart) ?? lineStart) - lineStart;
}

function knownHeadingAt(text: string, at: number, startsLine: boolean): Heading | undefined {
  const ends = wordEnds(text, at);
  for (const end of ends.toReversed()) {
    const words = text.slice(at, end);
    const kind = kindOfHeading(words);
    if (kind === undefined) continue;
    const bodyStart = bodyStartBehind(text, { words, end, startsLine });
    if (bodyStart !== undefined) return { kind, text: words, start: at, bodyStart };
  }
  return undefined;
}

function wordEnds(text: string, at: number): number[] {
  const ends: number[] = [];
  let position = at;
  while (ends.length < MAX_HEADING_WORDS) {
    const end = endOfMatch(WORD, text, position);
    if (end === undefined) break;
    ends.push(end);
    const next = endOfMatch(BETWEEN_WORDS, text, end);
    if (next === undefined) break;
    position = next;
  }
  return ends;
}

function bodyStartBehind(
  text: string,
  heading: { words: string; end: number; startsLine: boolean },
): number | undefined {
  const { words, end, startsLine } = heading;
  const name = normalizeHeading(words);
  if (startsLine && /^[SOAP]$/.test(words) && /^\/[ \t]/.test(text.slice(end, end + 2))) return end + 2;
  // `A/P) 1. Gout`, `HPI) …`; a single letter with a bracket is an item of a list.
  if (startsLine && words.length > 1 && /^\)(?:[ \t]|\n|$)/.test(text.slice(end, end + 2))) return end + 1;
  TERMINATOR.lastIndex = end;
  const terminator = TERMINATOR.exec(text);
  if (terminator !== null) {
    const colon = terminator[1] === ':';
    if (colon && (startsLine || !WEAK_HEADINGS.has(name) || words.length > 2)) return TERMINATOR.lastIndex;
    if (!colon && startsLine && (name.length > 2 || words === words.toUpperCase())) return TERMINATOR.lastIndex;
  }
  // `Assessment. Crohn disease`: a heading set as a sentence of its own.
  if (startsLine && /^[A-Z]/.test(words) && !WEAK_HEADINGS.has(name) && name.length > 3) {
    const stop = /^\.(?:[ \t]+(?=[A-Z0-9[("-])|(?=\n|$))/.exec(text.slice(end, end + 6));
    if (stop !== null) return end + stop[0].length;
  }
  // `MDM  text`, `A  1. Gout`: a wide gap parts the heading from its text, where it opens the line.
  if (startsLine && /^[A-Z]/.test(words) && WIDE_GAP.test(text.slice(end, end + 4))) {
    return end + (/^[ \t]+/.exec(text.slice(end))?.[0].length ?? 0);
  }
  const inCapitals = words === words.toUpperCase() && words.length > 1;
  const bare = BARE_ABBREVIATIONS.has(name) || (startsLine && name.length > 3);
  if (!inCapitals || !bare) return undefined;
  // `PE felt unlikely` is about an embolism, not a heading.
  if (/^[ \t]+(?:felt|ruled|excluded|is|was|not|suspected|unlikely|considered|vs)\b/.test(text.slice(end, end + 20)))
    return undefined;
  return /[ \t]/.test(text.charAt(end)) ? end + 1 : undefined;
}

function unknownHeadingAt(text: string, at: number, previous: Heading | undefined): Heading | undefined {
  if (previous !== undefined && KEPT_BY_UNKNOWN_HEADING.has(previous.kind)) return undefined;
  const end = endOfMatch(CAPITALS_HEADING, text, at);
  if (end === undefined) return undefined;
  return { kind: 'other', text: text.slice(at, end).replace(/:$/, ''), start: at, bodyStart: end };
}

/** An impression that closes a results section while the note has an assessment of its own is the radiologist's. */
function withRadiologyImpressions(headings: readonly Heading[]): Heading[] {
  return headings.map((heading, index) => {
    const ofResults = /^impression$/i.test(heading.text) && headings[index - 1]?.kind === 'results';
    const assessedLater = headings.slice(index + 1).some(({ kind }) => kind.startsWith('assessment'));
    return ofResults && assessedLater ? { ...heading, kind: 'results' } : heading;
  });
}

function endOfMatch(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
