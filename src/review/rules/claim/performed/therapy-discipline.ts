import type { Rule, RuleContext } from '../../../rule.ts';
import { hasModifier } from '../reading/claim-lines.ts';
import { reportAs } from '../reading/draft.ts';
import { findPassages, lineAt, toEvidenceList } from '../reading/passage.ts';

/** Services that are always therapy, so that the line says of which discipline. */
const ALWAYS_THERAPY =
  /^(?:97012|97016|97018|97022|97024|97026|97028|97032|97033|97034|97035|97036|97110|97112|97113|97116|97124|97129|97140|97150|9716[1-8]|97530|97533|97535|97537|97542|97750|97755|97760|97761|97763|92507|92508|92521|92522|92523|92524|92526|G0283)$/;
const DISCIPLINES: readonly (readonly [string, RegExp])[] = [
  ['GP', /\b(?:physical therap\w+|PT (?:note|session|visit|eval\w*|daily|treatment)|DPT|MPT|PTA)\b/gi],
  ['GO', /\b(?:occupational therap\w+|OT (?:note|session|visit|eval\w*|daily|treatment)|OTR(?:\/L)?|COTA)\b/gi],
  ['GN', /\b(?:speech(?:[- ]language)? (?:therap\w+|patholog\w+)|SLP|CCC-SLP)\b/gi],
];

/** A therapy line says the plan of care that it is under: GP, GO or GN. */
export const therapyDiscipline: Rule = {
  id: 'therapy-discipline',
  source: 'Medicare Claims Processing Manual, chapter 5, section 20.1 (therapy modifiers GN, GO, GP)',
  evaluate(context) {
    const discipline = disciplineOf(context);
    if (!discipline || context.chart.claim.type === 'institutional') return reportAs(therapyDiscipline, []);
    const lines = context.chart.claim.items.filter(({ code }) => ALWAYS_THERAPY.test(code));
    return reportAs(
      therapyDiscipline,
      lines
        .filter((item) => !hasModifier(item, discipline.modifier))
        .map((item) => ({
          kind: 'modifier',
          direction: 'neutral',
          billed: [item.code],
          suggested: [`${item.code}-${discipline.modifier}`],
          evidence: discipline.evidence,
          confidence: hasModifier(item, 'GP', 'GO', 'GN') ? 0.85 : 0.72,
          rationale: `The note is of therapy under ${discipline.modifier}; the line for ${item.code} does not say so.`,
        })),
    );
  },
};

/** The one discipline that the notes name. */
function disciplineOf(context: RuleContext) {
  const found = DISCIPLINES.flatMap(([modifier, pattern]) => {
    const [first] = findPassages(context.documents, pattern);
    return first ? [{ modifier, evidence: toEvidenceList([lineAt(first.document, first.start)]) }] : [];
  });
  return found.length === 1 ? found[0] : undefined;
}
