import { isEmCode } from '../../../em/em-families.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { totalUnits } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { toEvidenceList } from '../reading/passage.ts';
import { listRepairs, type Repair } from '../reading/repairs.ts';
import { REPAIR_CLASSES, type RepairClass } from '../services/wound-repair.ts';

/** Repairs of one depth and body group are summed into one code, one unit (CPT repair guidelines). */
export const repairLength: Rule = {
  id: 'repair-length',
  source: 'CPT guidelines, Repair (Closure): lengths of one classification and anatomic group are added together',
  evaluate(context) {
    const drafts = REPAIR_CLASSES.flatMap((entry) => judge(context, entry));
    return reportAs(repairLength, drafts.length > 0 ? drafts : otherClass(context));
  },
};

function judge(context: RuleContext, entry: RepairClass): Draft[] {
  const codes = entry.ladder.map((rung) => rung.code);
  const lines = context.chart.claim.items.filter((item) => codes.includes(item.code));
  const [line] = lines;
  const repairs = listRepairs(context.documents).filter(
    (repair) => repair.depth === entry.depth && (repair.group === entry.group || repair.group === undefined),
  );
  if (repairs.length === 0 || repairs.some((repair) => repair.group === undefined && repairs.length > 1)) return [];
  const total = Math.round(repairs.reduce((sum, repair) => sum + repair.cm, 0) * 10) / 10;
  const right = entry.ladder.find((rung) => total <= rung.upToCm)?.code;
  if (!right) return [];
  const evidence = toEvidenceList(repairs.map((repair) => repair.passage));
  if (!line && repairs.some((repair) => repair.group === undefined)) return [];
  if (!line) return missed(context, entry, { code: right, evidence, total });
  const billed = [...new Set(lines.map((item) => item.code))];
  const said = `${repairs.length > 1 ? 'Repairs of one class are summed: ' : ''}${describe(repairs, total)} make ${right}, one unit`;
  if (billed.length === 1 && billed[0] === right) {
    return totalUnits(lines) === 1
      ? []
      : [
          {
            kind: 'units',
            direction: 'over',
            billed,
            suggested: [right],
            evidence,
            confidence: 0.93,
            rationale: `${said}; ${totalUnits(lines)} units were billed.`,
          },
        ];
  }
  if (billed.length > 1) {
    return [
      {
        kind: 'units',
        direction: 'over',
        billed,
        suggested: [right],
        evidence,
        confidence: 0.85,
        rationale: `${said}; ${billed.join(' and ')} were billed.`,
      },
    ];
  }
  const over = codes.indexOf(line.code) > codes.indexOf(right);
  return [
    over
      ? {
          kind: 'unsupported-service',
          direction: 'over',
          billed,
          suggested: [right],
          evidence,
          confidence: 0.85,
          rationale: `${said}; ${line.code} was billed.`,
        }
      : {
          kind: 'missed-service',
          direction: 'under',
          billed: [],
          suggested: [right],
          evidence,
          confidence: 0.75,
          rationale: `${said}; ${line.code} was billed.`,
        },
  ];
}

/** The one repair of the claim billed from another class of depth or place than the one that all repairs of the note are of. */
function otherClass(context: RuleContext): Draft[] {
  const lines = context.chart.claim.items.filter((item) => ANY_REPAIR.includes(item.code));
  const [line] = lines;
  const billed = REPAIR_CLASSES.find(({ ladder }) => ladder.some(({ code }) => code === line?.code));
  const repairs = listRepairs(context.documents);
  const [first] = repairs;
  if (!line || lines.length > 1 || !billed || !first?.group) return [];
  if (repairs.some(({ depth, group }) => depth !== first.depth || group !== first.group)) return [];
  const entry = REPAIR_CLASSES.find(({ depth, group }) => depth === first.depth && group === first.group);
  const total = Math.round(repairs.reduce((sum, { cm }) => sum + cm, 0) * 10) / 10;
  const right = entry?.ladder.find(({ upToCm }) => total <= upToCm)?.code;
  if (!entry || !right || entry === billed) return [];
  const evidence = toEvidenceList(repairs.map(({ passage }) => passage));
  const rationale = `The note tells a repair of ${total} cm of another depth or place, which makes ${right}; ${line.code} was billed.`;
  if (billed.depth === 'simple' && first.depth === 'intermediate')
    return [
      {
        kind: 'missed-service',
        direction: 'under',
        billed: [],
        suggested: [right],
        evidence,
        confidence: 0.72,
        rationale,
      },
    ];
  return [
    {
      kind: 'unsupported-service',
      direction: 'over',
      billed: [line.code],
      suggested: [right],
      evidence,
      confidence: 0.8,
      rationale,
    },
  ];
}

function describe(repairs: readonly Repair[], total: number): string {
  return repairs.length > 1
    ? `${repairs.map((repair) => `${repair.cm} cm`).join(' and ')}, together ${total} cm,`
    : `${total} cm`;
}

const ANY_REPAIR = REPAIR_CLASSES.flatMap((entry) => entry.ladder.map((rung) => rung.code));

/** A repair that is on no line: a simple one is part of an excision or another procedure, a layered one is not of an excision. */
function missed(
  context: RuleContext,
  entry: RepairClass,
  { code, evidence, total }: { readonly code: string; readonly evidence: Draft['evidence']; readonly total: number },
): Draft[] {
  const codes = context.chart.claim.items.map((item) => item.code);
  const excised = codes.some((one) => /^11[46]\d\d$/.test(one));
  const operated = codes.some((one) => /^[1-6]\d{4}$/.test(one));
  const applies = entry.depth === 'simple' ? !operated && codes.some((one) => isEmCode(one)) : excised || !operated;
  const wound = evidence.every(
    (one) =>
      (excised || /\b(?:lacerat|wound|cut|layer)/i.test(one.quote)) && !/\b(?:biops|punch|incision)/i.test(one.quote),
  );
  if (
    codes.length === 0 ||
    !applies ||
    !wound ||
    codes.some((one) => ANY_REPAIR.includes(one) || /^13[01]\d\d$/.test(one))
  )
    return [];
  return [
    {
      kind: 'missed-service',
      direction: 'under',
      billed: [],
      suggested: [code],
      evidence,
      confidence: 0.75,
      rationale: `A repair of ${total} cm is documented, which makes ${code}; no repair is on the claim.`,
    },
  ];
}
