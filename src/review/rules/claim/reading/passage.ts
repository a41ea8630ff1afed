import type { Evidence } from '../../../finding.ts';
import type { AnalysedDocument, Section, SectionKind } from '../../../language/analysed-document.ts';

/** A piece of a document that a rule found. `text` is of the running text; a quote is cut from the document itself. */
export interface Passage {
  readonly document: AnalysedDocument;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const RUNNING = new WeakMap<AnalysedDocument, string>();
/** A line at least this long may have been broken by its margin. */
const MARGIN = 60;
/** A stop, or the figure that closes a row of a table. */
const LINE_END = /(?:[.:;!?|]|(?:[.…_]{2,}|\s{2,}|\t)\s*\d[\d.,]*)\s*$/;
const NEW_ITEM = /^\s*(?:$|\d{1,2}[.)]\s|[-*•#[]|[A-Z][A-Za-z /&]{0,30}:|[A-Z]{2,}\b|[A-Z] {2,})/;

/**
 * A document's text with the line breaks of hard-wrapped paragraphs read as spaces: the same length, so that offsets stay true. A break is
 * the margin's when the line before is long and ends in mid-sentence, and the next begins no item and no heading.
 */
export function runningText(document: AnalysedDocument): string {
  const known = RUNNING.get(document);
  if (known !== undefined) return known;
  const lines = document.document.text.split('\n');
  const text = lines.reduce((sofar, line, index) => {
    const before = lines[index - 1];
    if (before === undefined) return line;
    const wrapped = before.trimEnd().length >= MARGIN && !LINE_END.test(before) && !NEW_ITEM.test(line);
    return `${sofar}${wrapped ? ' ' : '\n'}${line}`;
  }, '');
  RUNNING.set(document, text);
  return text;
}

export function toPassage(document: AnalysedDocument, start: number, end: number): Passage {
  return { document, start, end, text: runningText(document).slice(start, end) };
}

export function toEvidence(passage: Passage): Evidence {
  const { document, start, end } = passage;
  return { document: document.document.id, start, end, quote: document.document.text.slice(start, end) };
}

/** Evidence of several passages, each place once. */
export function toEvidenceList(passages: readonly (Passage | undefined)[]): Evidence[] {
  const seen = new Set<string>();
  return passages.flatMap((passage) => {
    if (!passage) return [];
    const key = `${passage.document.document.id}:${passage.start}:${passage.end}`;
    if (seen.has(key)) return [];
    seen.add(key);
    return [toEvidence(passage)];
  });
}

/** Passages already looked for: many rules ask one document the same thing. Forgotten with the document. */
const FOUND = new WeakMap<AnalysedDocument, PassagesFound>();

interface PassagesFound {
  /** By the pattern itself: most are constants, and naming one by its source costs more than looking. */
  readonly byPattern: Map<RegExp, readonly Passage[]>;
  readonly bySource: Map<string, readonly Passage[]>;
}

/** Every match of a pattern in the documents, in reading order. */
export function findPassages(documents: readonly AnalysedDocument[], pattern: RegExp): Passage[] {
  return documents.flatMap((document) => {
    let found = FOUND.get(document);
    if (found === undefined) {
      found = { byPattern: new Map(), bySource: new Map() };
      FOUND.set(document, found);
    }
    return found.byPattern.get(pattern) ?? lookUp(document, pattern, found);
  });
}

function lookUp(document: AnalysedDocument, pattern: RegExp, found: PassagesFound): readonly Passage[] {
  const key = `${pattern.flags}/${pattern.source}`;
  const passages = found.bySource.get(key) ?? matchesOf(document, pattern);
  found.bySource.set(key, passages);
  found.byPattern.set(pattern, passages);
  return passages;
}

function matchesOf(document: AnalysedDocument, pattern: RegExp): Passage[] {
  const global = pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`);
  return [...runningText(document).matchAll(global)]
    .filter((match) => match[0] !== '')
    .map((match) => toPassage(document, match.index, match.index + match[0].length));
}

/** The line that an offset stands in, without surrounding white space. */
export function lineAt(document: AnalysedDocument, offset: number): Passage {
  const text = runningText(document);
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  return trimmed(document, from, next < 0 ? text.length : next);
}

const SENTENCE_STOP = /[.!?](?=\s+["'([]?[A-Z0-9[]|\s*$)|\n|;\s/g;
/** Abbreviations, initials and list numbers whose stop does not end a sentence. */
const ABBREVIATION =
  /(?:\b(?:dr|mr|mrs|ms|st|vs|approx|incl|min|mins|hr|hrs|sq|no|e\.g|i\.e|w|pt|temp|dx|hx|rx|tx|fx)|\b[A-Z]|^\s*\d{1,2})$/i;

/**
 * The sentence that an offset stands in: it ends at a line break, a semicolon, or a stop before a capital or a figure. Narrower than
 * the sentences of the analysis, because a rule on services wants the words that belong to one act.
 */
export function sentenceAt(document: AnalysedDocument, offset: number): Passage {
  const starts = sentenceStarts(document);
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const next = starts[low + 1] ?? runningText(document).length;
  return trimmed(document, starts[low] ?? 0, next);
}

const STARTS = new WeakMap<AnalysedDocument, readonly number[]>();

/** Where the sentences of a document begin, found once. */
function sentenceStarts(document: AnalysedDocument): readonly number[] {
  const known = STARTS.get(document);
  if (known) return known;
  const text = runningText(document);
  const ends = [...text.matchAll(SENTENCE_STOP)]
    .filter((stop) => stop[0] !== '.' || !ABBREVIATION.test(wordsBefore(text, stop.index)))
    .map((stop) => stop.index + stop[0].length);
  const starts = [0, ...ends];
  STARTS.set(document, starts);
  return starts;
}

/** Up to eight characters of the same line before an offset: enough for an abbreviation or a list number. */
function wordsBefore(text: string, offset: number): string {
  return (
    text
      .slice(Math.max(0, offset - 8), offset)
      .split('\n')
      .at(-1) ?? ''
  );
}

/** The sentence that a passage starts in. */
export function sentenceOf(passage: Passage): Passage {
  return sentenceAt(passage.document, passage.start);
}

function trimmed(document: AnalysedDocument, start: number, end: number): Passage {
  const raw = runningText(document).slice(start, end);
  const lead = raw.length - raw.trimStart().length;
  const tail = raw.length - raw.trimEnd().length;
  return toPassage(document, start + lead, Math.max(start + lead, end - tail));
}

export function sectionAt(document: AnalysedDocument, offset: number): Section | undefined {
  return document.sections.find((section) => section.start <= offset && offset < section.end);
}

const BACKGROUND: readonly SectionKind[] = [
  'past-medical-history',
  'past-surgical-history',
  'family-history',
  'allergies',
  'problem-list',
  'medications',
];
const CARRIED =
  /\b(?:copied|carried|pulled|brought)[- ]forward\b|\b(?:prior|previous|last|old) (?:visit )?note\b|\bfrom (?:the )?(?:prior|previous|last) (?:visit|note|encounter)\b/i;

/** `Meds: a, b` on one line says nothing of a paragraph that stands behind an empty line. */
function isBehindGap({ document, start }: Passage, section: Section): boolean {
  const body = document.document.text.slice(section.bodyStart, start);
  const first = body.split('\n', 1)[0] ?? '';
  return first.trim() !== '' && /\n[ \t]*\n/.test(body);
}

/** Whether the words tell of another day: a background section, or a line that says it was carried forward. */
export function isBackground(passage: Passage): boolean {
  const section = sectionAt(passage.document, passage.start);
  if (section && BACKGROUND.includes(section.kind) && !isBehindGap(passage, section)) return true;
  return isCarriedForward(passage);
}

/** Whether a line says that its words are of an earlier note. */
export function isCarriedForward(passage: Passage): boolean {
  return CARRIED.test(lineAt(passage.document, passage.start).text);
}
