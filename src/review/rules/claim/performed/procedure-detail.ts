import type { Rule, RuleContext } from '../../../rule.ts';
import { linesOf } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findPassages, isBackground, lineAt, toEvidenceList, type Passage } from '../reading/passage.ts';
import { findPerformed } from '../reading/performed.ts';
import { codeRange } from '../services/service-family.ts';

/** What the code of a procedure turns on, and how a note would say it. Every one of `needs` must be there. */
interface DetailedProcedure {
  readonly codes: readonly string[];
  readonly name: string;
  readonly needs: readonly { readonly what: string; readonly said: RegExp }[];
}

const SIZE = /\b\d+(?:\.\d+)?\s*(?:[x×]\s*\d+(?:\.\d+)?\s*)?(?:cm|mm|centimet\w+|millimet\w+)\b/i;
const AREA = /\b\d+(?:\.\d+)?\s*(?:cm|mm)?\s*[x×]\s*\d+(?:\.\d+)?|\b(?:sq(?:uare)?\.?\s*cm|cm2|cm²|sq cm)\b/i;
const DEPTH =
  /\b(?:subcut\w*|subQ|SQ tissue|fat|fascia|muscle|bone|dermis|epidermis|full[- ]thickness debrid\w+|down to|to the level of|viable)\b/i;

const PROCEDURES: readonly DetailedProcedure[] = [
  {
    codes: ['11042', '11043', '11044', '97597'],
    name: 'debridement',
    needs: [
      { what: 'the depth of tissue removed', said: DEPTH },
      { what: 'the surface', said: AREA },
    ],
  },
  {
    codes: [...codeRange(11400, 11446), ...codeRange(11600, 11646)],
    name: 'excision',
    needs: [{ what: 'the size', said: SIZE }],
  },
  {
    codes: [...codeRange(12001, 12018), ...codeRange(12031, 12057), ...codeRange(13100, 13153)],
    name: 'wound repair',
    needs: [{ what: 'the length', said: SIZE }],
  },
];

/** A procedure is described without what its code turns on: a question to the clinician, not another code. */
export const procedureDetail: Rule = {
  id: 'procedure-detail',
  source: 'CPT guidelines, debridement, excision and repair (depth, surface, size, length)',
  evaluate(context) {
    return reportAs(
      procedureDetail,
      PROCEDURES.flatMap((procedure) => judge(context, procedure) ?? []),
    );
  },
};

function judge(context: RuleContext, procedure: DetailedProcedure): Draft | undefined {
  const [item] = linesOf(context, procedure.codes);
  const done = item && findPerformed(context.documents, item.code);
  if (!item || !done) return undefined;
  const described = describedAround(context, done);
  const missing = procedure.needs.filter((need) => !need.said.test(described));
  if (missing.length === 0 || missing.length < procedure.needs.length) return undefined;
  return {
    kind: 'documentation-gap',
    direction: 'neutral',
    billed: [item.code],
    suggested: [],
    evidence: toEvidenceList([done]),
    confidence: 0.82,
    rationale: `The note describes the ${procedure.name} without ${missing.map((need) => need.what).join(' or ')}, on which ${item.code} turns.`,
  };
}

/** The procedure's own words: all lines that name it or stand in the same paragraph. */
function describedAround(context: RuleContext, done: Passage): string {
  const named = findPassages(
    context.documents,
    /\b(?:debrid|excis|repair|closed|sutur|lacerat|lesion|wound|procedure|specimen|margin)\w*/gi,
  ).filter((passage) => !isBackground(passage));
  return [done, ...named].map((passage) => lineAt(passage.document, passage.start).text).join('\n');
}
