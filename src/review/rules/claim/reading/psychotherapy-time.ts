import type { RuleContext } from '../../../rule.ts';
import { listClockSpans, listMinutes, purposeOf } from './minutes.ts';
import { lineAt, type Passage } from './passage.ts';

export interface DocumentedTime {
  readonly minutes: number;
  readonly passage: Passage;
}

const PSYCHOTHERAPY =
  /\bpsycho-?therapy\b|\btherapy (?:time|session|portion|minutes)\b|\b(?:individual|supportive|talk) therapy\b|\bsession (?:time|length|duration)\b|\bCBT\b|\bDBT\b/i;

/** A line that gives the hours of the session, not those of sleep or of a dose. */
const SESSION = /\b(?:time|start|stop|session|min|from|therapy|duration|began|ended?|[ap]m)\b/i;

/**
 * Minutes of psychotherapy: those that the note gives to it; for a note of psychotherapy alone, its start and stop. Undefined when the
 * record gives none or two that differ.
 */
export function findPsychotherapyTime(context: RuleContext): DocumentedTime | undefined {
  const times = listMinutes(context.documents).filter((time) => {
    if (time.isRange || /\b(?:greater|more|over|at least)\b/i.test(time.clause.text)) return false;
    const named = purposeOf(time) === 'psychotherapy';
    return named || (purposeOf(time) === 'encounter' && PSYCHOTHERAPY.test(leadOf(time.amount)));
  });
  const stated = oneValue(times.map((time) => ({ minutes: time.minutes, passage: time.sentence })));
  if (times.length > 0) return stated;
  const spans = listClockSpans(context.documents).map((span) => ({
    minutes: span.minutes,
    passage: lineAt(span.passage.document, span.passage.start),
  }));
  const named = spans.filter((span) => PSYCHOTHERAPY.test(span.passage.text));
  const alone = !context.chart.claim.items.some((item) => /^99[234]/.test(item.code));
  const ofSession = spans.filter((span) => SESSION.test(span.passage.text));
  return oneValue(named.length > 0 ? named : alone ? ofSession : []);
}

/** The words of the sentence before the amount. */
function leadOf(amount: Passage): string {
  const line = lineAt(amount.document, amount.start);
  return line.text.slice(0, amount.start - line.start).slice(-60);
}

/** The time when all that was found says the same. */
function oneValue(times: readonly DocumentedTime[]): DocumentedTime | undefined {
  const [first] = times;
  return first && times.every((time) => time.minutes === first.minutes) ? first : undefined;
}

/** The stand-alone code of a session: 16-37, 38-52, 53 and more minutes (CPT psychotherapy guidelines). */
export function standalonePsychotherapy(minutes: number | undefined): string | undefined {
  return byMinutes(minutes, ['90832', '90834', '90837']);
}

/** The same beside an E/M visit. */
export function addOnPsychotherapy(minutes: number | undefined): string | undefined {
  return byMinutes(minutes, ['90833', '90836', '90838']);
}

function byMinutes(
  minutes: number | undefined,
  [half, three, hour]: readonly [string, string, string],
): string | undefined {
  if (minutes === undefined || minutes < 16) return undefined;
  if (minutes >= 53) return hour;
  return minutes >= 38 ? three : half;
}
