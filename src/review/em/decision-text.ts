import type { Evidence } from '../finding.ts';
import type { AnalysedDocument } from '../language/analysed-document.ts';
import {
  findPassages,
  isBackground,
  isCarriedForward,
  sectionAt,
  sentenceOf,
  toEvidence,
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
  /\b(?:no|not|denies|denied|without|never|negative for|neg for|absence of|unlikely|ruled out|free of|w\/o|non)\b(?:(?! - | – |, (?:but|with|continue|start|stable|on|so)\b)[^.;:]){0,45}$/i;
/** Advice on what may come, risks told, and what was done before are no findings of the day. */
const NOT_NOW_BEFORE =
  /\b(?:if|unless|in case of|return (?:precautions )?for|call (?:for|with)|watch for|monitor for|precautions|warnings?|risks?(?: incl\w*| of|:)?|side effects|s\/p|status post|history of|h\/o|prior|previous|elsewhere|years? ago)\b[^.;:]{0,50}$/i;
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
}

const NUMBERED = /^[ \t]*(?:\d{1,2}[.)]|#\s?\d{0,2}[.:]?|[-*•])[ \t]*\S/;

/** Signature, greeting and return visit: lines of an assessment without a heading behind it that name no problem. */
const NO_PROBLEM =
  /\b(?:electronic(?:ally)?|e-?)[ -]?(?:signed|authenticated|signature)\b|\bsigned\b[^\n]{0,40}\d|^[ \t]*signed\b|^[ \t]*(?:\d{1,2}[.)]|[-*•])?[ \t]*(?:RTC|return|follow[- ]?up|f\/u|see (?:me|you|back|again|in)|he will see|she will see|with (?:kind|best|warm)|sincerely|thank you)\b|^[^\n]{3,40},[ \t]*(?:MD|DO|NP|PA-?C?|APRN|FNP|DNP|CNM|DPM|PhD|PsyD)\b[^\n]{0,40}$/i;

/** Items of the assessment: its numbered or bulleted lines with what follows on their lines; else its lines. */
export function listProblems(documents: readonly AnalysedDocument[]): ProblemItem[] {
  const lines = documents.flatMap((document) =>
    [...runningText(document).matchAll(/[^\n]+/g)]
      .map((match): Passage => ({ document, start: match.index, end: match.index + match[0].length, text: match[0] }))
      .filter((passage) => !isHeadingOnly(passage) && isAssessment(passage) && !isCarriedForward(passage)),
  );
  const numbered = lines.filter((line) => /^[ \t]*(?:\d{1,2}[.)]|#)/.test(line.text) && NUMBERED.test(line.text));
  const chosen = numbered.length > 0 ? numbered : lines.filter((line) => line.text.length > 8);
  return chosen.filter((line) => !NO_PROBLEM.test(line.text)).map((passage) => ({ passage }));
}

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
