import type { Evidence } from '../finding.ts';
import type { AnalysedDocument } from '../language/analysed-document.ts';
import {
  findPassages,
  isBackground,
  isCarriedForward,
  sectionAt,
  sentenceOf,
  toEvidence,
  toPassage,
  type Passage,
  runningText,
} from '../rules/claim/reading/passage.ts';
import { zoneAt } from './decision-zones.ts';

/** Whether a place in a note is where decisions stand: assessment, plan, decision making, disposition. */
export function isDecisionText(passage: Passage): boolean {
  const zone = zoneAt(passage.document, passage.start);
  return zone === 'assessment' || zone === 'plan' || zone === 'decision';
}

const NEGATED_BEFORE =
  /\b(?:no|nothing|none|not|denies|denied|without|never|negative for|neg for|absence of|unlikely|ruled out|free of|w\/o|non)\b(?:(?! - | – |, (?:but|with|continue|start|stable|on|so)\b)[^.;:]){0,45}$/i;
/** Advice on what may come, risks told, and what was done before are no findings of the day. */
const NOT_NOW_BEFORE =
  /\b(?:if|unless|in case of|return (?:precautions )?for|(?:sooner|come back|back|recheck|ED|ER) (?:for|with)|call (?:for|with)|watch for|monitor for|precautions|warnings?|risks?(?: incl\w*| of|:)?|side effects|s\/p|status post|history of|h\/o|prior|previous|elsewhere|years? ago)\b[^.;:]{0,50}$|\bif\b[^.;:\n]{0,40}:[^.;\n]{0,50}$/i;
const NEGATED_AFTER =
  /^[^.;:]{0,40}\b(?:unlikely|ruled out|not (?:suspected|likely|present|needed|indicated|seen|done|performed|considered|required)|negative|excluded|absent|declined|deferred)\b|^[^.;:]{0,60}\b(?:considered (?:and|but)|(?:not|un)[- ]?supported|less likely|doubt\w*|felt (?:un|to be un)likely|argue\w* against|reassuring against)\b/i;

/** Current, not negated words that match, in all of the notes or in the decision text only. */
export function findAsserted(documents: readonly AnalysedDocument[], pattern: RegExp, decisionOnly = false): Passage[] {
  return findPassages(documents, pattern).filter((passage) => {
    if (decisionOnly ? !isDecisionText(passage) || isCarriedForward(passage) : isBackground(passage)) return false;
    const sentence = sentenceOf(passage);
    const before = sentence.text.slice(0, passage.start - sentence.start);
    const after = sentence.text.slice(passage.end - sentence.start);
    const negated = NEGATED_BEFORE.test(before) && !/^(?:not|un|poor|inadequate)/i.test(passage.text);
    return !negated && !NOT_NOW_BEFORE.test(before) && !NEGATED_AFTER.test(after);
  });
}

/** The sentences of up to two passages, as the evidence of one fact. */
export function evidenceOf(passages: readonly Passage[]): Evidence[] {
  const sentences = new Map(passages.map((passage) => [sentenceOf(passage).start, sentenceOf(passage)] as const));
  return [...sentences.values()].slice(0, 2).map(toEvidence);
}

export interface ProblemItem {
  readonly passage: Passage;
  /** Where the lines end that belong to it: the next item begins, or the assessment ends. */
  readonly end: number;
}

/** Signature, greeting and return visit: lines of an assessment without a heading behind it that name no problem. */
const NO_PROBLEM =
  /^[ \t]*(?:E\/?M|level|codes?|coding|billing|time|total time)\b[^\n:]{0,25}(?::|\bby\b|\bchosen\b)|^[ \t]*(?:injection|procedure|consent)[ \t]*:|\b(?:electronic(?:ally)?|e-?)[ -]?(?:signed|authenticated|signature)\b|\bsigned\b[^\n]{0,40}\d|^[ \t]*signed\b|^[ \t]*(?:\d{1,2}[.)]|[-*•])?[ \t]*(?:RTC|return|follow[- ]?up|f\/u|see (?:me|you|back|again|in)|he will see|she will see|with (?:kind|best|warm)|sincerely|thank you)\b|^[^\n]{3,40},[ \t]*(?:MD|DO|NP|PA-?C?|APRN|FNP|DNP|CNM|DPM|PhD|PsyD)\b[^\n]{0,40}$/i;

/** The heading of an assessment on the line of its first item: `A  1. Asthma`, `DX: 1. Ankle sprain`. */
const HEADED =
  /^[ \t]*(?:(?:ED |final |clinical )?(?:A|A ?[/&] ?P|dx|diagnos[ie]s|imp(?:ression)?|assessment)[:.]?[ \t]+)?(?:\d{1,2}[.)]|#)[ \t]*\S/i;
/** A numbered step of the plan, which names no problem. */
const STEP =
  /^[ \t]*(?:\d{1,2}[.)]|#)[ \t]*(?:start|stop|continue|cont\b|increase|decrease|raise|lower|add|switch|change|begin|resume|refill|taper|hold|keep|order|check|recheck|labs?|MRI|CT|x-?ray|refer|follow|f\/u|RTC|return|video visit|visit|PT\b|counsel|discuss|educat|monitor|ice\b|rest\b|obtain|schedule|trial of|prescri|Rx)/i;

/** Items of the assessment: its numbered or bulleted lines with what follows on their lines; else its lines. */
export function listProblems(documents: readonly AnalysedDocument[]): ProblemItem[] {
  const lines = documents.flatMap((document) => assessmentLines(document));
  const numbered = lines.filter((line) => HEADED.test(line.text));
  const [first] = numbered;
  const long = lines.filter((line) => line.text.length > 8);
  // A problem with the numbered steps of its plan below it.
  const before =
    first && STEP.test(first.text) ? long.filter((line) => !numbered.includes(line) && !isBehind(line, first)) : [];
  const chosen = before.length > 0 ? before : numbered.length > 0 ? numbered : long;
  return chosen
    .filter((line) => !NO_PROBLEM.test(line.text))
    .map((passage, index, items) => ({ passage, end: endOf(passage, items[index + 1]) }));
}

function isBehind(line: Passage, other: Passage): boolean {
  return line.document !== other.document || line.start > other.start;
}

/** A diagnosis line above the history is a heading of the note where an assessment stands behind the history. */
function assessmentLines(document: AnalysedDocument): Passage[] {
  const text = runningText(document);
  const lines = [...text.matchAll(/[^\n]+/g)].map((match): Passage =>
    toPassage(document, match.index, match.index + match[0].length),
  );
  const of = lines.filter((line) => !isHeadingOnly(line) && isAssessment(line) && !isCarriedForward(line));
  const story = lines.find((line) => STORY_BEGINS.test(line.text))?.start;
  const behind = of.filter((line) => story !== undefined && line.start > story);
  return behind.length > 0 ? behind : of;
}

const STORY_BEGINS =
  /^[ \t]*(?:S|HPI|history|subjective|interval(?: history)?|Hx)\b(?:[ \t]*[:.(-]|[ \t]{2,}|[ \t]*$)/i;

/** Where the lines of an item end: at the next item, at the next zone, or some lines on. */
function endOf(passage: Passage, next: Passage | undefined): number {
  const { document, end } = passage;
  const limit =
    next && next.document === document ? next.start : Math.min(end + ITEM_REACH, runningText(document).length);
  let last = end;
  for (const match of runningText(document)
    .slice(end, limit)
    .matchAll(/\n[^\n]+/g)) {
    const start = end + match.index + 1;
    if (zoneAt(document, start) !== 'assessment') break;
    last = start + match[0].length - 1;
  }
  return last;
}

/** The plan of one problem is seldom longer. */
const ITEM_REACH = 500;

/** A line that is a heading and no more. */
function isHeadingOnly(passage: Passage): boolean {
  const section = sectionAt(passage.document, passage.start + passage.text.length - 1);
  return (
    passage.text.trim() === '' ||
    (section !== undefined && passage.start + passage.text.trimEnd().length <= section.bodyStart)
  );
}

function isAssessment(passage: Passage): boolean {
  return zoneAt(passage.document, passage.start + Math.min(4, passage.text.length - 1)) === 'assessment';
}
