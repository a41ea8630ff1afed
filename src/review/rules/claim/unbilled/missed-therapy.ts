import type { Rule, RuleContext } from '../../../rule.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { listMinutes, type DocumentedMinutes } from '../reading/minutes.ts';
import { toEvidenceList } from '../reading/passage.ts';
import { listTherapyRows } from '../reading/therapy-rows.ts';
import { THERAPIES } from '../services/therapies.ts';
import { allocate } from '../units/timed-therapy.ts';

/** Names by which a therapist's own list calls these services; an exercise for home or a walk has other words. */
const NAMED: readonly (readonly [code: string, name: RegExp])[] = [
  ['97110', /\b(?:therapeutic ex\w*|ther[- ]?ex)\b/i],
  ['97112', /\b(?:neuro-?muscular re-?ed\w*|NMR)\b/i],
  ['97116', /\bgait training\b/i],
  ['97140', /\bmanual (?:therapy|tx|techniques?)\b/i],
  ['97530', /\b(?:therapeutic activit\w+|ther[- ]?act)\b/i],
  ['97535', /\bself[- ]care(?:\/| and |, )?(?:home management|training)?\b/i],
];
const OURS = /^97(?:0[13]\d|1\d\d|5[3-4]\d|750|76\d)$/;
const HOME = /\b(?:home|HEP|next|plan\w*|goal|will|not|held|deferred|total|daily|declin(?:ed|es))\b/i;

/** A therapy with minutes enough for a unit of its own beside those that are billed. */
export const missedTherapy: Rule = {
  id: 'missed-therapy',
  source: 'Medicare Claims Processing Manual, chapter 5, section 20.2 (8-minute rule)',
  evaluate(context) {
    const { items, type } = context.chart.claim;
    if (type === 'institutional' || !items.some(({ code }) => /^97(?:1[1-4]\d|530|535)$/.test(code)))
      return reportAs(missedTherapy, []);
    const given = listGiven(context);
    const billed = new Set(items.map(({ code }) => code));
    // Every billed therapy must have its own minutes: else the missing ones may be told under another name.
    const known = items
      .filter(({ code }) => OURS.test(code))
      .every(({ code }) => given.some((one) => one.code === code));
    if (!known) return reportAs(missedTherapy, []);
    const units = allocate(given.map(({ code, minutes }) => ({ therapy: { code }, minutes })));
    return reportAs(
      missedTherapy,
      given.filter(({ code, minutes }) => !billed.has(code) && minutes >= 8 && (units.get(code) ?? 0) > 0).map(missed),
    );
  },
};

interface Given {
  readonly code: string;
  readonly minutes: number;
  readonly time: DocumentedMinutes;
}

/** Therapies with the one figure of minutes that the note gives to each. */
function listGiven({ documents }: RuleContext): Given[] {
  const times = [...listMinutes(documents).filter(({ isRange }) => !isRange), ...listTherapyRows(documents)];
  return NAMED.flatMap(([code, name]): Given[] => {
    const own = times.filter(({ clause }) => name.test(clause.text) && isAlone(clause.text) && !HOME.test(clause.text));
    const [time] = own;
    return time && own.every(({ minutes }) => minutes === time.minutes) ? [{ code, minutes: time.minutes, time }] : [];
  });
}

function isAlone(text: string): boolean {
  return (
    NAMED.filter(([, name]) => name.test(text)).length === 1 &&
    !THERAPIES.some(({ code, mention }) => !NAMED.some(([one]) => one === code) && mention.test(text))
  );
}

function missed({ code, minutes, time }: Given): Draft {
  return {
    kind: 'missed-service',
    direction: 'under',
    billed: [],
    suggested: [code],
    evidence: toEvidenceList([time.sentence]),
    confidence: 0.78,
    rationale: `${minutes} minutes are documented for ${code}, a unit by the 8-minute rule; no line for it is on the claim.`,
  };
}
