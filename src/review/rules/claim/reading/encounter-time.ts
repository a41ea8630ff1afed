import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import { listMinutes, purposeOf, type DocumentedMinutes } from './minutes.ts';
import { lineAt, type Passage, runningText } from './passage.ts';

/** The billing clinician's own total time on the date, net of what is billed apart. */
interface EncounterTime {
  readonly minutes: number;
  /** The sentence that says so. */
  readonly passage: Passage;
  /** Whether the note says that time, not decision making, chose the level. */
  readonly choosesLevel: boolean;
}

const TOTAL_CUE =
  /\btotal\b[^.;\n]{0,60}\btime\b|\btime\b[^.;\n]{0,30}\btotal\b|\bspent\b|\bdevoted\b|\bdate of (?:the |this )?(?:encounter|visit|service)|\bday of (?:the |this )?(?:encounter|visit|service)|\btime\s*(?:spent|today)?\s*[:=-]|\bminutes? of (?:my|physician|provider|clinician) time\b|\b(?:my|provider|physician|clinician|attending|e\/?m) time\b|\bminutes? of e\/?m\b|\btime on (?:the )?(?:unit|floor|ward)\b/i;
const NOT_ENCOUNTER =
  /\b(?:walk|exercise|nap|sleep|bike|jog|commut|driv|tourniquet|fluoro|procedure time|anesthesia|operative time|surgical time|boarding|wait(?:ed|ing)|ischemi|transport|travel|every|per (?:day|week)|a day|daily|times? (?:a|per)\b|yesterday|(?:previous|prior) day|day before|last (?:night|week|visit)|onset|lasting|lasts?|episode)/i;
const SUB_AMOUNT = /\b(?:of which|includ\w*|incl|inclusive of|with)\b[^.]*$/i;
/** A total that holds other people's time is not the clinician's. */
const WITH_OTHERS = /^[^.]*\binclud\w*\b[^.]*\b(?:nurs\w*|staff|check-?in|MA|rooming|wait\w*|triage|registration)\b/i;
const OWN =
  /\b(?:my own\b|my (?:total )?time|I (?:personally |have |alone )*(?:spent|devoted)|by me|(?:physician|provider|clinician|attending) time|my portion|e\/?m time|min\w* of e\/?m)\b/i;
const LEFT_OUT =
  /\b(?:exclud\w*|not includ\w*|exclusive of|does not include|apart from|separate(?:ly)? from|in addition to|plus|not counting|net of)\b[^.]*$/i;
const BY_TIME =
  /\b(?:level|code|coded|billed|billing|selected|chosen|e\/?m)\b[^.\n]{0,40}\b(?:by|on|using|per|via|from)\b (?:the )?(?:total )?time\b|\btime[- ]based (?:billing|coding|visit|e\/?m)|\btime (?:used|is the basis|was used) (?:for|to)/i;
const BY_MDM =
  /\b(?:by|on|using|per) (?:the )?(?:MDM|medical decision|complexity)|\bnot (?:by |on )?time\b|\btime not used\b/i;

/**
 * The total time that may carry an E/M level: the billing clinician's own minutes on the date. Ranges, staff and teaching time and
 * minutes billed as another service do not count (CPT 2023 E/M guidelines, "Time"). Undefined when the record gives none, or two.
 */
export function findEncounterTime(documents: readonly AnalysedDocument[]): EncounterTime | undefined {
  const own = documents.filter((document) => document.document.byBillingClinician !== false);
  const times = listMinutes(own);
  const candidates = times.filter((time) => isTotal(time));
  const totals = preferTotals(candidates);
  const values = new Set(totals.map((time) => time.minutes));
  const [time] = totals;
  if (!time || values.size !== 1 || time.isRange) return undefined;
  const deducted = separateMinutes(time, times);
  if (deducted === undefined) return undefined;
  const text = own.map((document) => runningText(document)).join('\n');
  return {
    minutes: time.minutes - deducted,
    passage: time.sentence,
    choosesLevel: BY_TIME.test(text) && !BY_MDM.test(text),
  };
}

function isTotal(time: DocumentedMinutes): boolean {
  if (
    [beforeAmount(time), afterAmount(time)].some((words) => WITH_OTHERS.test(words) && !/\b(?:not|exclud)/i.test(words))
  )
    return false;
  if (!isStated(time) || NOT_ENCOUNTER.test(time.clause.text)) return false;
  if (isPart(time)) return false;
  if (/(?:greater|more) than|>\s*$|over\s*$|at least/i.test(beforeAmount(time).slice(-16))) return false;
  const purpose = purposeOf(time);
  if (purpose === 'encounter') return true;
  return purpose === 'discharge';
}

/** A bare `total` says nothing of time unless it stands at the amount itself. */
const TOTAL_BEFORE = /\btotal\b(?:[^\d;,()]|\([^()\d]*\)){0,60}$/i;
const TOTAL_AFTER = /^[\s,]*\(?(?:(?:today|visit|encounter) )?(?:in )?total\b/i;
/** Words right before an amount that make it a delay, a dose or a pace: `2 in 16 h`, `read at 15 min`, `x 10 min`. */
const INTERVAL_BEFORE =
  /\b(?:in|at|after|within|over|every|q|x|last|past|until|before|by|read)\s*$|\b(?:every|q|x)\d*$/i;
/** Another's hours: `he spent 30 minutes in the waiting room`. */
const OTHERS_SPENT =
  /\b(?:he|she|they|pt|patient|child|family|mother|father|wife|husband|son|daughter)\b(?: has| had| have)? spen[td]s?\b/i;

/** Whether the words say that an amount is the time of the visit. */
function isStated(time: DocumentedMinutes): boolean {
  const before = beforeAmount(time);
  if (OTHERS_SPENT.test(before)) return false;
  const isSpoken = TOTAL_CUE.test(time.sentence.text);
  if (INTERVAL_BEFORE.test(before) && !/\b(?:time|spent|devoted|total)\b/i.test(before)) return false;
  if (isSpoken) return true;
  const isHours = /\b(?:h|hrs?|hours?)\b/i.test(time.amount.text);
  return !isHours && (TOTAL_BEFORE.test(before) || TOTAL_AFTER.test(afterAmount(time)));
}

/** What is left out of a total, or is one part of it, named behind another amount. */
function isPart(time: DocumentedMinutes): boolean {
  const lead = beforeAmount(time).slice(-45);
  if (
    /\b(?:excluding|not includ\w*|exclusive of|apart from|in addition to|not counting|net of|less|minus)\b[^.\d]*$/i.test(
      lead,
    )
  )
    return true;
  return (
    listMinutes([time.amount.document]).some(
      (other) => other.amount.end <= time.amount.start && other.sentence.start === time.sentence.start,
    ) &&
    /^\s*(?:of which|including|plus|in addition)/i.test(time.clause.text) &&
    !/\bmy own\b/i.test(time.clause.text)
  );
}

/** Of several amounts, the clinician's own; else those that are called a total. */
function preferTotals(times: readonly DocumentedMinutes[]): readonly DocumentedMinutes[] {
  const own = times.filter((time) => OWN.test(wordsOf(time)));
  const named = times.filter((time) => /\btotal\b/i.test(wordsOf(time)));
  const both = named.filter((time) => own.includes(time));
  if (both.length > 0) return both;
  // Somebody's own minutes in a total that others share; else the total of one's own parts.
  if (own.length > 0 && named.some((time) => SHARED.test(time.sentence.text))) return own;
  if (named.length > 0) return named;
  return own.length > 0 ? own : times;
}

const SHARED = /\b(?:of which|remainder|nurs\w*|staff|resident|rest (?:was|by))\b/i;

/** The words of the sentence that are an amount's own: between the amounts before and behind it. */
function wordsOf(time: DocumentedMinutes): string {
  const text = runningText(time.amount.document);
  const others = listMinutes([time.amount.document]).map(({ amount }) => amount);
  const from = Math.max(
    time.sentence.start,
    ...others.filter(({ end }) => end <= time.amount.start).map(({ end }) => end),
  );
  const to = Math.min(
    time.sentence.end,
    ...others.filter(({ start }) => start >= time.amount.end).map(({ start }) => start),
  );
  const before =
    text
      .slice(from, time.amount.start)
      .split(/\.\s+(?=[A-Z])/)
      .at(-1) ?? '';
  return `${before}${text.slice(time.amount.start, to).split(/[,;]|\.\s+(?=[A-Z])/)[0] ?? ''}`;
}

function afterAmount(time: DocumentedMinutes): string {
  return runningText(time.sentence.document).slice(time.amount.end, time.sentence.end);
}

function beforeAmount(time: DocumentedMinutes): string {
  return runningText(time.sentence.document).slice(time.sentence.start, time.amount.start);
}

/** Minutes inside the total that another code bills or another person spent; undefined when they are inside but not counted. */
function separateMinutes(total: DocumentedMinutes, times: readonly DocumentedMinutes[]): number | undefined {
  const line = lineAt(total.amount.document, total.amount.start);
  const inLine = times.filter(
    (time) =>
      time !== total &&
      time.amount.document === total.amount.document &&
      time.amount.start > total.amount.end &&
      time.amount.start < line.end,
  );
  let sum = 0;
  for (const time of inLine) {
    const before = runningText(total.amount.document).slice(total.amount.end, time.amount.start);
    const separate =
      purposeOf(time) !== 'encounter' ||
      /\b(?:separately|billed|reported|resident|nurse|staff)\b/i.test(time.clause.text);
    if (separate && SUB_AMOUNT.test(before) && !LEFT_OUT.test(before)) sum += time.minutes;
  }
  const rest = line.text.slice(total.amount.end - line.start);
  const uncounted =
    /\binclud(?:es|ing) (?:the )?(?:time (?:for|of) )?(?:the )?(?:separately|procedure|psychotherapy|critical care|injection)/i;
  if (sum === 0 && uncounted.test(rest) && !/\bnot includ/i.test(rest)) return undefined;
  return sum;
}
