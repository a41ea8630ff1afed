import type { Rule, RuleContext } from '../../../rule.ts';
import { linesOf, totalUnits } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findLesionCount, type LesionCount } from '../reading/lesion-count.ts';
import { toEvidenceList } from '../reading/passage.ts';
import { isBuiltInAddOn } from '../services/add-on-families.ts';

/** How many units of which codes a count of treated lesions makes. */
interface CountedService {
  readonly codes: readonly string[];
  readonly act: RegExp;
  readonly thing: RegExp;
  units(count: number): Readonly<Record<string, number>>;
}

const SERVICES: readonly CountedService[] = [
  {
    codes: ['17000', '17003', '17004'],
    act: /\b(?:liquid nitrogen|LN2|cryo\w*|destr(?:oyed|uction)|freeze|froze\w*|treated)\b/i,
    thing: /\b(?:actinic|AKs?|premalignant|keratos[ei]s)\b/i,
    units: (count) => (count >= 15 ? { '17004': 1 } : count > 1 ? { '17000': 1, '17003': count - 1 } : { '17000': 1 }),
  },
  {
    codes: ['17110', '17111'],
    act: /\b(?:liquid nitrogen|LN2|cryo\w*|destr(?:oyed|uction)|freeze|froze\w*|cantharidin|curett\w+|treated)\b/i,
    thing: /\b(?:warts?|verruca\w*|mollusc\w+|seborrheic|SKs)\b/i,
    units: (count) => (count >= 15 ? { '17111': 1 } : { '17110': 1 }),
  },
  {
    codes: ['11200', '11201'],
    act: /\b(?:remov\w+|snip\w*|excis\w+|scissor|cauter\w+|shav\w+|clipp\w+)\b/i,
    thing: /\b(?:tags?|acrochordon\w*)\b/i,
    units: (count) => (count <= 15 ? { '11200': 1 } : { '11200': 1, '11201': Math.ceil((count - 15) / 10) }),
  },
  {
    codes: ['11720', '11721'],
    act: /\b(?:debrid\w+|trimm?ed|reduc\w+|ground|nippers)\b/i,
    thing: /\b(?:nails?|toenails?)\b/i,
    units: (count) => (count >= 6 ? { '11721': 1 } : { '11720': 1 }),
  },
  {
    codes: ['11055', '11056', '11057'],
    act: /\b(?:pared|paring|trimmed|debrid\w+|shav\w+)\b/i,
    thing: /\b(?:callus\w*|corns?|hyperkerato\w+)\b/i,
    units: (count) => (count > 4 ? { '11057': 1 } : count > 1 ? { '11056': 1 } : { '11055': 1 }),
  },
];

/** Services that are billed by how many lesions were treated. */
export const lesionCount: Rule = {
  id: 'lesion-count',
  source: 'CPT guidelines for destruction, removal and paring by number of lesions',
  evaluate(context) {
    return reportAs(
      lesionCount,
      SERVICES.flatMap((service) => judge(context, service)),
    );
  },
};

function judge(context: RuleContext, service: CountedService): Draft[] {
  if (linesOf(context, service.codes).length === 0) return [];
  const counted = findLesionCount(context.documents, service.act, service.thing);
  if (!counted) return [];
  const right = service.units(counted.count);
  const [whole] = Object.keys(right);
  const billed = service.codes.filter((code) => linesOf(context, [code]).length > 0);
  if (whole && Object.keys(right).length === 1 && !billed.includes(whole))
    return [otherCode(billed, whole, counted, service)];
  // Add-ons without their first code are the one cause, reported by add-on-primary.
  if (billed.every((code) => isBuiltInAddOn(code))) return [];
  const [own] = billed;
  // The code of many lesions alone, where they are fewer: one cause, and the codes that take its place.
  if (own && billed.length === 1 && right[own] === undefined)
    return [
      {
        ...otherCode(billed, own, counted, service),
        kind: 'unsupported-service',
        direction: 'over',
        suggested: Object.keys(right),
      },
    ];
  return service.codes.flatMap((code) => compare(context, code, right[code] ?? 0, counted) ?? []);
}

function otherCode(billed: readonly string[], right: string, counted: LesionCount, service: CountedService): Draft {
  const over = service.codes.indexOf(right) < service.codes.indexOf(billed.at(-1) ?? '');
  return {
    kind: over ? 'unsupported-service' : 'units',
    direction: over ? 'over' : 'neutral',
    billed: [...billed],
    suggested: [right],
    evidence: toEvidenceList([counted.passage]),
    confidence: 0.85,
    rationale: `${counted.count} lesions are documented, which make ${right}; ${billed.join(' and ')} was billed.`,
  };
}

function compare(context: RuleContext, code: string, expected: number, counted: LesionCount): Draft | undefined {
  const units = totalUnits(linesOf(context, [code]));
  if (units === expected) return undefined;
  const evidence = toEvidenceList([counted.passage]);
  const said = `${counted.count} lesions are documented, which make ${expected} units of ${code}`;
  if (units === 0) {
    return {
      kind: 'missed-service',
      direction: 'under',
      billed: [],
      suggested: [code],
      evidence,
      confidence: 0.85,
      rationale: `${said}; none is billed.`,
    };
  }
  if (expected === 0)
    return {
      kind: 'unsupported-service',
      direction: 'over',
      billed: [code],
      suggested: [],
      evidence,
      confidence: 0.85,
      rationale: `${counted.count} lesions are documented; ${code} does not apply.`,
    };
  return {
    kind: 'units',
    direction: units > expected ? 'over' : 'under',
    billed: [code],
    suggested: [code],
    evidence,
    confidence: 0.9,
    rationale: `${said}; ${units} were billed.`,
  };
}
