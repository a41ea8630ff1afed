import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { totalUnits } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { listMinutes, type DocumentedMinutes } from '../reading/minutes.ts';
import { listTherapyRows } from '../reading/therapy-rows.ts';
import {
  findPassages,
  isBackground,
  runningText,
  sentenceOf,
  toEvidenceList,
  type Passage,
} from '../reading/passage.ts';
import { THERAPIES, type Therapy } from '../services/therapies.ts';

interface TherapyTime {
  readonly therapy: Therapy;
  readonly minutes: number;
  readonly passage: Passage;
}

/** Therapy by fifteen minutes: the 8-minute rule over the day's timed minutes, then by service. */
export const timedTherapy: Rule = {
  id: 'timed-therapy',
  source: 'Medicare Claims Processing Manual, chapter 5, section 20.2 (8-minute rule)',
  evaluate(context) {
    const lines = context.chart.claim.items.filter((item) => THERAPIES.some((therapy) => therapy.code === item.code));
    if (lines.length === 0) return reportAs(timedTherapy, []);
    const held = notGiven(context, lines);
    const given = lines.filter((item) => !held.some(({ billed }) => billed.includes(item.code)));
    const times = documentedTimes(context, given);
    if (times === undefined) return reportAs(timedTherapy, held);
    if (times.length === 0)
      return reportAs(timedTherapy, hasAnyMinutes(context) ? held : [...held, ...given.slice(0, 1).map(gap)]);
    return reportAs(timedTherapy, [...held, ...compare(given, times)]);
  },
};

const HELD =
  /\b(?:held|deferred|omitted|skipped|declined|refused|not (?:given|done|performed|provided|used|applied|needed|indicated)|none (?:given|today)|withheld|cancel?led|no (?:\w+ )?(?:today|this (?:visit|session)))\b/i;

/** Billed therapies that every mention of them says were not given today. */
function notGiven(context: RuleContext, lines: readonly BilledItem[]): Draft[] {
  return THERAPIES.filter(({ code }) => lines.some((item) => item.code === code)).flatMap(
    ({ code, mention }): Draft[] => {
      const named = findPassages(context.documents, new RegExp(mention, 'gi')).filter(
        (passage) => !isBackground(passage),
      );
      const [first] = named;
      if (!first || !named.every((passage) => isHeld(passage, mention))) return [];
      return [
        {
          kind: 'unsupported-service',
          direction: 'over',
          billed: [code],
          suggested: [],
          evidence: toEvidenceList([sentenceOf(first)]),
          confidence: 0.88,
          rationale: `${code} was billed, and the note says that this therapy was not given today.`,
        },
      ];
    },
  );
}

/** The words right behind the name, of this therapy alone; a cell of a table ends at a wide gap. */
function isHeld(passage: Passage, mention: RegExp): boolean {
  const behind = runningText(passage.document).slice(passage.end, passage.end + 60);
  const own = behind.split(/\s{2,}|[.;\n]/, 1)[0] ?? '';
  return (
    HELD.test(own) &&
    !/\d\s*-?\s*min|\b(?:upheld|hand-?held|held (?:x|for|at|in|\d))\b/i.test(own) &&
    !mention.test(own)
  );
}

/** Minutes of each billed therapy; undefined when one has two figures, so that nothing can be said. */
function documentedTimes(context: RuleContext, lines: readonly BilledItem[]): TherapyTime[] | undefined {
  const minutes = [
    ...listMinutes(context.documents).filter((time) => !time.isRange && !isTotal(time)),
    ...listTherapyRows(context.documents),
  ];
  const times: TherapyTime[] = [];
  for (const therapy of THERAPIES) {
    if (!lines.some((item) => item.code === therapy.code)) continue;
    const named = minutes.filter(
      (time) =>
        therapy.mention.test(time.clause.text) ||
        (therapy.mention.test(time.sentence.text) && countTherapies(time.sentence.text) === 1),
    );
    const agreed = new Set(named.map((time) => time.minutes)).size === 1;
    const chosen = agreed ? named : minutes.filter((time) => opensRow(time, therapy));
    const values = new Set((chosen.length > 0 ? chosen : named).map((time) => time.minutes));
    if (values.size > 1) return undefined;
    const [time] = chosen.length > 0 ? chosen : named;
    const own = time ?? sessionTime(context, therapy);
    if (own) times.push({ therapy, minutes: own.minutes, passage: own.sentence });
  }
  return times;
}

/** `Manual therapy 9:32-9:47, 15 min`: the first amount of a line as it is written, behind this therapy's name and no other. */
function opensRow({ amount }: DocumentedMinutes, { mention }: Therapy): boolean {
  const { text } = amount.document.document;
  const lead = text.slice(text.lastIndexOf('\n', amount.start - 1) + 1, amount.start);
  return lead.length <= ROW_LEAD && mention.test(lead) && countTherapies(lead) === 1 && !/\d\s*-?\s*min/i.test(lead);
}

/** A name, two clock times and the marks between them. */
const ROW_LEAD = 70;

/** Nutrition therapy that is all that was billed: the contact time of the visit is its time, if the note gives one figure. */
function sessionTime(context: RuleContext, { code }: Therapy): DocumentedMinutes | undefined {
  if (!/^9780[23]$/.test(code) || context.chart.claim.items.length > 1) return undefined;
  const stated = listMinutes(context.documents).filter(
    ({ isRange, sentence }) =>
      !isRange && /\b(?:total|face[- ]to[- ]face|contact|visit|session|counsel\w*|spent)\b/i.test(sentence.text),
  );
  const [first] = stated;
  return first && stated.every(({ minutes }) => minutes === first.minutes) ? first : undefined;
}

/** The figure behind the word: `15 min. Total 30 min` has one amount of each. */
function isTotal({ clause, amount }: DocumentedMinutes): boolean {
  const before = clause.text.slice(0, Math.max(0, amount.start - clause.start));
  const after = clause.text.slice(amount.end - clause.start, amount.end - clause.start + 12);
  return /\btotal\b[^.]*$/i.test(before) || /^\s*total\b/i.test(after);
}

function countTherapies(text: string): number {
  return THERAPIES.filter((therapy) => therapy.mention.test(text)).length;
}

function hasAnyMinutes(context: RuleContext): boolean {
  return context.documents.some(({ document }) => /\d\s*-?\s*min|\b\d{1,2}:\d{2}\b|\bminutes\b/i.test(document.text));
}

function compare(lines: readonly BilledItem[], times: readonly TherapyTime[]): Draft[] {
  const codes = new Set(lines.map((item) => item.code));
  if (times.length < codes.size) return [];
  const allowed = allocate(times);
  return times.flatMap(({ therapy, minutes, passage }): Draft[] => {
    const billed = totalUnits(lines.filter((item) => item.code === therapy.code));
    const expected = allowed.get(therapy.code) ?? 0;
    if (billed === expected) return [];
    const evidence = toEvidenceList([passage]);
    const said = `${minutes} minutes are documented for ${therapy.code}, which make ${expected} units by the 8-minute rule; ${billed} were billed.`;
    if (expected === 0)
      return [
        {
          kind: 'unsupported-service',
          direction: 'over',
          billed: [therapy.code],
          suggested: [],
          evidence,
          confidence: 0.85,
          rationale: said,
        },
      ];
    return [
      {
        kind: 'units',
        direction: billed > expected ? 'over' : 'under',
        billed: [therapy.code],
        suggested: [therapy.code],
        evidence,
        confidence: 0.88,
        rationale: said,
      },
    ];
  });
}

/** Units of a day: as many as the summed minutes hold (8 to 22 is one), whole quarters first, the rest to the largest remainders. */
export function allocate(
  times: readonly { readonly therapy: { readonly code: string }; readonly minutes: number }[],
): Map<string, number> {
  const total = times.reduce((sum, time) => sum + time.minutes, 0);
  const units = new Map(times.map((time) => [time.therapy.code, Math.floor(time.minutes / 15)]));
  let left = Math.floor((total + 7) / 15) - [...units.values()].reduce((sum, value) => sum + value, 0);
  for (const time of [...times].toSorted((a, b) => (b.minutes % 15) - (a.minutes % 15))) {
    if (left <= 0) break;
    units.set(time.therapy.code, (units.get(time.therapy.code) ?? 0) + 1);
    left -= 1;
  }
  return units;
}

function gap(item: BilledItem): Draft {
  return {
    kind: 'documentation-gap',
    direction: 'neutral',
    billed: [item.code],
    suggested: [],
    evidence: [],
    confidence: 0.85,
    rationale: `${item.code} is billed by fifteen minutes and the note gives no minutes.`,
  };
}
