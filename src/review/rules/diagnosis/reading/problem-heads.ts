import type { AnalysedDocument, Section } from '../../../language/index.ts';
import type { RuleContext } from '../../../rule.ts';

/** Sections whose lines are diagnoses. */
const OF_DIAGNOSES = /^(?:assessment|assessment-and-plan|discharge-diagnosis|postoperative-diagnosis)$/;
const ITEM = /^[ \t]*(?:[-*•#]+[ \t]*|\(?\d{1,2}[.)][ \t]*|\(?[A-H][.)][ \t]+)?/;
const HEAD_END = /[,;:.(\n]|\s[-–—]+>?\s/;
const MAX_WORDS = 7;
/** Heads of a plan, and reasons for a visit that are no disease. */
const NO_DIAGNOSIS =
  /\b(?:exam\w*|visit|check\w*|wellness|physical|follow|f\/u|return|rtc|continu\w*|start\w*|stop\w*|refer\w*|discuss\w*|counsel\w*|plan|vaccin\w*|immuniz\w*|screen\w*|maintenance|healthy|normal|well|proph\w*|ppx|dispo\w*|code|diet|activity|time|total|minutes|signed|md|home|discharge\w*|admit\w*|labs?|order\w*|recheck\w*|consult\w*|procedure|call|see|rest|ice|fluids?|give|given|take|increase\w*|decrease\w*|add|refill\w*|monitor\w*|repeat|obtain|send|sent|needs?|will|may|she|he|patient|pt|we|i|no|not|wound care|meds?|medication\w*|pending|goals?|done|reviewed|education|full|tolerat\w*|stable|improv\w*)\b/i;

const counts = new WeakMap<RuleContext, number>();

/**
 * How many problems of the conclusions are called by no name that the tables know. Where there are any, a billed code
 * that nothing names may be one of them in words that we do not know.
 */
export function countUnknownProblems(context: RuleContext): number {
  const known = counts.get(context);
  if (known !== undefined) return known;
  const count = context.documents.reduce((sum, document) => sum + unknownIn(document), 0);
  counts.set(context, count);
  return count;
}

function unknownIn(document: AnalysedDocument): number {
  return document.sections
    .filter(({ kind, heading }) => OF_DIAGNOSES.test(kind) && !/conclusion|interpretation|findings/i.test(heading))
    .reduce((sum, section) => sum + unknownOf(document, section), 0);
}

function unknownOf({ document, mentions }: AnalysedDocument, section: Section): number {
  let unknown = 0;
  let at = section.bodyStart;
  for (const [index, line] of document.text.slice(section.bodyStart, section.end).split('\n').entries()) {
    const marker = ITEM.exec(line)?.[0] ?? '';
    const isItem = index === 0 || marker.trim() !== '';
    const rest = line.slice(marker.length);
    const end = rest.search(HEAD_END);
    const head = (end === -1 ? rest : rest.slice(0, end)).trim();
    const from = at + marker.length;
    const isNamed = mentions.some((one) => one.start < from + head.length && one.end > from);
    if (isItem && head !== '' && !isNamed && isLikeDiagnosis(head)) unknown += 1;
    at += line.length + 1;
  }
  return unknown;
}

function isLikeDiagnosis(head: string): boolean {
  const words = head.split(/\s+/);
  return words.length <= MAX_WORDS && /^[A-Za-z]/.test(head) && head.length > 3 && !NO_DIAGNOSIS.test(head);
}
