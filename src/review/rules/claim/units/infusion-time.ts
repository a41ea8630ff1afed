import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { isFacility, linesOf, placeOfService, totalUnits } from '../reading/claim-lines.ts';
import { type Draft, reportAs, wrongUnits } from '../reading/draft.ts';
import { listClockSpans, listMinutes, type ClockSpan } from '../reading/minutes.ts';
import { findPassages, isBackground, lineAt, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';

/** A first-hour code, its further hours, the least minutes of the first, and what a shorter one is. */
interface InfusionKind {
  readonly initial: string;
  readonly additional: string;
  readonly leastMinutes: number;
  readonly shorter: string | undefined;
}

const KINDS: readonly InfusionKind[] = [
  { initial: '96365', additional: '96366', leastMinutes: 16, shorter: '96374' },
  { initial: '96413', additional: '96415', leastMinutes: 16, shorter: '96409' },
  { initial: '96360', additional: '96361', leastMinutes: 31, shorter: undefined },
];
const INFUSED = /\b(?:infus\w*|IVPB|drip|bolus|hydrat\w+|IV fluids?|IVF|piggyback|NS\b|LR\b|saline|ran)\b/i;

/** Infusions by start and stop: the first hour needs its least minutes, a further hour more than 30 beyond. */
export const infusionTime: Rule = {
  id: 'infusion-time',
  source: 'CPT guidelines, hydration, injections and infusions; NCCI Policy Manual, chapter XI, B',
  evaluate(context) {
    return reportAs(
      infusionTime,
      KINDS.flatMap((kind) => judge(context, kind)),
    );
  },
};

function judge(context: RuleContext, kind: InfusionKind): Draft[] {
  const [initial] = linesOf(context, [kind.initial]);
  const additional = linesOf(context, [kind.additional]);
  if (!initial) return [];
  const times = documentedTimes(context);
  const values = new Set(times.map((time) => time.minutes));
  const [time] = times;
  if (values.size > 1) return [];
  if (!time) return hasClock(context) ? [] : [gap(context, initial)];
  if (time.minutes < kind.leastMinutes) return [tooShort(initial, kind, time)];
  const expected = time.minutes < 91 ? 0 : Math.floor((time.minutes - 31) / 60);
  const billed = totalUnits(additional);
  // What nurses of a facility infuse is the facility's: more of it is nothing that the physician may bill.
  if (billed < expected && isFacility(placeOfService(context, initial))) return [];
  return billed === expected ? [] : [hours(kind.additional, billed, expected, time)];
}

interface InfusionSpan {
  readonly minutes: number;
  readonly passage: Passage;
}

function documentedTimes(context: RuleContext): InfusionSpan[] {
  const clocked = listClockSpans(context.documents);
  const onLine = ({ minutes, passage }: ClockSpan): InfusionSpan => ({
    minutes,
    passage: lineAt(passage.document, passage.start),
  });
  const named = clocked.map(onLine).filter((span) => INFUSED.test(span.passage.text));
  if (named.length > 0) return named;
  const recorded = clocked.filter(isOfRecord).map(onLine);
  if (recorded.length > 0) return recorded;
  return listMinutes(context.documents)
    .filter(
      (time) =>
        !time.isRange &&
        INFUSED.test(time.sentence.text) &&
        /\b(?:over|for|in|x|duration|time|total)\b/i.test(time.clause.text),
    )
    .map((time) => ({ minutes: time.minutes, passage: time.sentence }));
}

const RECORD = /\binfusion\b/i;
/** How far into a note its heading reaches. */
const HEADING = 120;

/** `Start 08:52 Stop 10:57` in the record of an infusion, where nothing else is started and stopped on the line. */
function isOfRecord({ passage }: ClockSpan): boolean {
  const { document, start } = passage;
  const line = lineAt(document, start);
  const heading = `${document.document.title}\n${document.document.text.slice(0, HEADING)}`;
  return (
    RECORD.test(heading) &&
    /\bstart(?:ed)?(?: ?time)?(?: at)?[:\s]*$/i.test(line.text.slice(0, start - line.start)) &&
    !/\b(?:visit|observ\w+|vitals? start|chair|push|premed\w*|arriv\w+|monitor\w*|education)\b/i.test(
      line.text.slice(0, start - line.start),
    )
  );
}

function hasClock(context: RuleContext): boolean {
  return context.documents.some(({ document }) =>
    /\bst(?:art|op)\w*\b[^\n]{0,40}\b\d{3,4}\b|\b\d{1,2}:\d{2}\b[^\n]*\b\d{1,2}:\d{2}\b|\bover \d/i.test(document.text),
  );
}

function tooShort(item: BilledItem, kind: InfusionKind, time: InfusionSpan): Draft {
  return {
    kind: 'unsupported-service',
    direction: 'over',
    billed: [item.code],
    suggested: kind.shorter ? [kind.shorter] : [],
    evidence: toEvidenceList([time.passage]),
    confidence: 0.9,
    rationale: `The infusion ran ${time.minutes} minutes; ${item.code} needs at least ${kind.leastMinutes}.`,
  };
}

function hours(code: string, billed: number, expected: number, time: InfusionSpan): Draft {
  const evidence = toEvidenceList([time.passage]);
  const rationale = `An infusion of ${time.minutes} minutes holds ${expected} further hours (more than 30 minutes past each hour); ${billed} units of ${code} were billed.`;
  return wrongUnits({ code, units: billed, expected, evidence, rationale });
}

function gap(context: RuleContext, item: BilledItem): Draft {
  const named = findPassages(context.documents, INFUSED)
    .filter((passage) => !isBackground(passage))
    .at(-1);
  return {
    kind: 'documentation-gap',
    direction: 'neutral',
    billed: [item.code],
    suggested: [],
    evidence: toEvidenceList([named && sentenceOf(named)]),
    confidence: 0.85,
    rationale: `${item.code} is billed by time and the note gives neither start and stop nor a duration of the infusion.`,
  };
}
