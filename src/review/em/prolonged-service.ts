import type { Rule, RuleContext } from '../rule.ts';
import { linesOf, totalUnits } from '../rules/claim/reading/claim-lines.ts';
import { reportAs, type Draft } from '../rules/claim/reading/draft.ts';
import { findEncounterTime } from '../rules/claim/reading/encounter-time.ts';
import { toEvidenceList } from '../rules/claim/reading/passage.ts';

/** Total minutes from which the first unit of a prolonged code counts, by the base code. Each further 15 is one more. */
const FIRST_UNIT: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  '99417': { '99205': 75, '99215': 55, '99245': 70, '99345': 90, '99350': 75 },
  '99418': { '99223': 90, '99233': 65, '99236': 100, '99255': 95, '99306': 65, '99310': 60 },
  G2212: { '99205': 89, '99215': 69 },
  G0316: { '99223': 90, '99233': 65, '99236': 110 },
};

/** Prolonged time beside the highest level: the documented total must hold every unit. */
export const prolongedService: Rule = {
  id: 'prolonged-service',
  source: 'CPT prolonged services guidelines (99417, 99418); Medicare PFS final rule 2021 and 2023 (G2212, G0316)',
  evaluate(context) {
    const drafts = Object.entries(FIRST_UNIT).flatMap(([code, bases]) => judge(context, code, bases) ?? []);
    return reportAs(prolongedService, [...drafts, ...(missed(context) ?? [])]);
  },
};

function judge(context: RuleContext, code: string, bases: Readonly<Record<string, number>>): Draft[] | undefined {
  const lines = linesOf(context, [code]);
  const base = context.chart.claim.items.find((item) => bases[item.code] !== undefined);
  const first = base && bases[base.code];
  if (lines.length === 0 || first === undefined) return undefined;
  const time = findEncounterTime(context.documents);
  const billed = totalUnits(lines);
  if (!time)
    return hasMinutes(context)
      ? undefined
      : [
          {
            kind: 'documentation-gap',
            direction: 'neutral',
            billed: [code],
            suggested: [],
            evidence: [],
            confidence: 0.85,
            rationale: `${code} is billed by total time and the note gives none.`,
          },
        ];
  const expected = time.minutes < first ? 0 : Math.floor((time.minutes - first) / 15) + 1;
  if (billed === expected) return undefined;
  const evidence = toEvidenceList([time.passage]);
  const rationale = `${time.minutes} minutes in total make ${expected} units of ${code} beside ${base?.code} (from ${first} minutes, each 15); ${billed} were billed.`;
  if (expected === 0)
    return [
      {
        kind: 'unsupported-service',
        direction: 'over',
        billed: [code],
        suggested: [],
        evidence,
        confidence: 0.9,
        rationale,
      },
    ];
  return [
    {
      kind: 'units',
      direction: billed > expected ? 'over' : 'under',
      billed: [code],
      suggested: [code],
      evidence,
      confidence: 0.88,
      rationale,
    },
  ];
}

/** Prolonged codes of the two ways to count: before 65 by CPT, from 65 by Medicare, whose first unit starts later. */
const MISSED_BEFORE_65 = ['99417', '99418'];
const MISSED_FROM_65 = ['G2212', 'G0316'];
const ANY_PROLONGED = ['99417', '99418', 'G2212', 'G0316', 'G0317', 'G0318', '99354', '99358'];

function missed(context: RuleContext): Draft[] | undefined {
  const age = context.chart.patient.ageYears;
  const time = findEncounterTime(context.documents);
  if (!time || age === undefined || linesOf(context, ANY_PROLONGED).length > 0) return undefined;
  return (age < 65 ? MISSED_BEFORE_65 : MISSED_FROM_65).flatMap((code): Draft[] => {
    const base = context.chart.claim.items.find((item) => FIRST_UNIT[code]?.[item.code] !== undefined);
    const first = base && FIRST_UNIT[code]?.[base.code];
    if (!base || first === undefined || time.minutes < first) return [];
    return [
      {
        kind: 'missed-service',
        direction: 'under',
        billed: [],
        suggested: [code],
        evidence: toEvidenceList([time.passage]),
        confidence: age < 65 ? 0.75 : 0.7,
        rationale: `${time.minutes} minutes in total pass the first unit of prolonged time beside ${base.code} (${first} minutes).`,
      },
    ];
  });
}

function hasMinutes(context: RuleContext): boolean {
  return context.documents.some(({ document }) => /\d\s*-?\s*min|\bminutes\b/i.test(document.text));
}
