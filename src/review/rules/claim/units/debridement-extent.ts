import type { Rule, RuleContext } from '../../../rule.ts';
import { linesOf, totalUnits } from '../reading/claim-lines.ts';
import { type Draft, reportAs, wrongUnits } from '../reading/draft.ts';
import { areasIn } from '../reading/measure.ts';
import { findFeature } from '../reading/feature.ts';
import { findPassages, isBackground, lineAt, toEvidenceList, type Passage } from '../reading/passage.ts';
import { DEBRIDEMENTS, type Debridement } from '../services/debridements.ts';

const AREA_UNIT = 20;

/** Debridement against the deepest tissue that was removed and the surface: the first 20 sq cm, then one add-on for each further 20. */
export const debridementExtent: Rule = {
  id: 'debridement-extent',
  source: 'CPT guidelines, debridement (depth of tissue removed; surface of wounds of one depth added together)',
  evaluate(context) {
    const billed = DEBRIDEMENTS.filter(({ code }) => linesOf(context, [code]).length > 0);
    const [service] = billed;
    if (!service || billed.length > 1) return reportAs(debridementExtent, []);
    const depth = judgeDepth(context, service);
    return reportAs(debridementExtent, depth ? [depth] : judgeSurface(context, service));
  },
};

function judgeDepth(context: RuleContext, billed: Debridement): Draft | undefined {
  const found = DEBRIDEMENTS.map((service) => ({ service, feature: findFeature(context.documents, service.removed) }));
  const deepest = found.findLast(({ feature }) => feature.verdict === 'present');
  if (!deepest || deepest.service === billed) return undefined;
  const over = DEBRIDEMENTS.indexOf(deepest.service) < DEBRIDEMENTS.indexOf(billed);
  const evidence = toEvidenceList(deepest.feature.passages.slice(0, 1));
  const rationale = `The deepest tissue that the note says was removed makes ${deepest.service.code}; ${billed.code} was billed.`;
  // Deeper words may tell what was seen, not what was taken: only the shallower reading is said.
  if (!over) return undefined;
  return {
    kind: 'unsupported-service',
    direction: 'over',
    billed: [billed.code],
    suggested: [deepest.service.code],
    evidence,
    confidence: 0.8,
    rationale,
  };
}

function judgeSurface(context: RuleContext, { code, further }: Debridement): Draft[] {
  const surface = debridedSurface(context);
  if (!surface) return [];
  const expected = Math.max(0, Math.ceil((surface.area - AREA_UNIT) / AREA_UNIT - 1e-9));
  const units = totalUnits(linesOf(context, [further]));
  if (units === expected) return [];
  const evidence = toEvidenceList([surface.passage]);
  const rationale = `${surface.area} sq cm make ${code} and ${expected} units of ${further}; ${units} were billed.`;
  return [wrongUnits({ code: further, units, expected, evidence, rationale })];
}

/** The surface that the lines on the debridement give, when they give one; of wounds of several sizes the sum is left to a person. */
function debridedSurface(context: RuleContext): { area: number; passage: Passage } | undefined {
  const lines = findPassages(context.documents, /\bdebrid\w*|\bremoved over\b/gi)
    .filter((passage) => !isBackground(passage))
    .map((passage) => lineAt(passage.document, passage.start));
  const near = lines.flatMap((line) => areasIn(line.text).map((area) => ({ area, passage: line })));
  const following = lines.flatMap((line) => {
    const next = lineAt(line.document, line.end + 1);
    return areasIn(next.text).map((area) => ({ area, passage: next }));
  });
  const found = near.length > 0 ? near : following;
  const [first] = found;
  return first && found.every(({ area }) => area === first.area) ? first : undefined;
}
