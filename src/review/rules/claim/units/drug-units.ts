import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { hasModifier } from '../reading/claim-lines.ts';
import { reportAs, tableNotLoaded, type Draft } from '../reading/draft.ts';
import { findInjectedTotal } from '../reading/injected-units.ts';
import { drugNames, findDiscardedDose, listGivenDoses, parseBillingUnit } from '../reading/drug-dose.ts';
import { toEvidenceList } from '../reading/passage.ts';
import { commonDrugText } from '../services/drug-codes.ts';

/** Units of a drug against the dose that was given, by what the HCPCS text makes one unit. Discarded drug has its own line (JW). */
export const drugUnits: Rule = {
  id: 'drug-units',
  source: 'HCPCS Level II code descriptions; Medicare Claims Processing Manual, chapter 17, section 10 and 40',
  evaluate(context) {
    const { hcpcs } = context.tables;
    const drugs = context.chart.claim.items.filter((item) => /^[JQ]\d{4}$/.test(item.code));
    if (!hcpcs) return drugs.length > 0 ? tableNotLoaded(drugUnits, 'HCPCS Level II') : reportAs(drugUnits, []);
    const drafts = drugs.flatMap((item) => {
      const text = hcpcs.find(item.code)?.description ?? commonDrugText(item.code);
      const judged = isToxin(item) ? judgeToxin : judge;
      const draft = text && (hasModifier(item, 'JW') ? judgeDiscarded : judged)(context, item, text);
      return draft ? [{ ...draft, tableRelease: hcpcs.release.label }] : [];
    });
    return reportAs(drugUnits, drafts);
  },
};

function judge(context: RuleContext, item: BilledItem, description: string): Draft | undefined {
  const unit = parseBillingUnit(description);
  const lines = context.chart.claim.items.filter((line) => line.code === item.code && !hasModifier(line, 'JW'));
  if (!unit || lines[0] !== item) return undefined;
  const given = listGivenDoses(context.documents, drugNames(description), unit.unit);
  const amounts = new Set(given.map(({ dose }) => dose.amount));
  const [first] = given;
  if (!first || amounts.size !== 1) return undefined;
  const places = EACH_SIDE.test(first.passage.text) ? 2 : 1;
  const expected = Math.ceil((places * first.dose.amount) / unit.amount - 1e-9);
  const billed = lines.reduce((sum, line) => sum + line.units, 0);
  if (billed === expected || (places === 1 && isRepeated(first.passage.text) && billed > expected)) return undefined;
  return {
    kind: 'units',
    direction: billed > expected ? 'over' : 'under',
    billed: [item.code],
    suggested: [item.code],
    evidence: toEvidenceList([first.passage]),
    confidence: 0.92,
    rationale: `${places * first.dose.amount} ${unit.unit} were given and one unit of ${item.code} is ${unit.amount} ${unit.unit}: ${expected} units; ${billed} were billed.`,
  };
}

/** Toxins for muscles and glands, dosed site by site out of a vial that holds more. */
function isToxin({ code }: BilledItem): boolean {
  return /^J058[5-9]$/.test(code);
}

/** A toxin against the sum that the note gives: what is left in the vial has a line of its own. */
function judgeToxin(context: RuleContext, item: BilledItem, description: string): Draft | undefined {
  const unit = parseBillingUnit(description);
  const lines = context.chart.claim.items.filter((line) => isToxin(line) && !hasModifier(line, 'JW'));
  const total = findInjectedTotal(context.documents);
  if (unit?.unit !== 'unit' || lines.length !== 1 || !total) return undefined;
  const expected = Math.ceil(total.amount / unit.amount - 1e-9);
  if (item.units === expected) return undefined;
  return {
    kind: 'units',
    direction: item.units > expected ? 'over' : 'under',
    billed: [item.code],
    suggested: [item.code],
    evidence: toEvidenceList([total.passage]),
    confidence: 0.9,
    rationale: `${total.amount} units were injected and one unit of ${item.code} is ${unit.amount}: ${expected} units; ${item.units} were billed.`,
  };
}

/** A line of what was thrown away, where it is the one such line of the claim. */
function judgeDiscarded(context: RuleContext, item: BilledItem, description: string): Draft | undefined {
  const unit = parseBillingUnit(description);
  const lines = context.chart.claim.items.filter((line) => hasModifier(line, 'JW'));
  const thrown = unit && findDiscardedDose(context.documents, unit.unit);
  if (!unit || !thrown || lines.length > 1) return undefined;
  const expected = thrown.dose.amount / unit.amount;
  if (!Number.isInteger(expected) || expected === item.units) return undefined;
  return {
    kind: 'units',
    direction: item.units > expected ? 'over' : 'under',
    billed: [item.code],
    suggested: [item.code],
    evidence: toEvidenceList([thrown.passage]),
    confidence: 0.88,
    rationale: `${thrown.dose.amount} ${unit.unit} were discarded and one unit of ${item.code} is ${unit.amount} ${unit.unit}: ${expected} units with JW; ${item.units} were billed.`,
  };
}

/** One dose to each of a pair. */
const EACH_SIDE =
  /\b(?:each|per|every) (?:knee|shoulder|hip|side|wrist|elbow|ankle|heel|foot|thumb|eye)\b|\binto each\b[^.;\n]{0,12}\b(?:knee|shoulder|hip)\b/i;

/** A dose given more than once, or to each side: the single dose is not the total. */
function isRepeated(text: string): boolean {
  return /\b(?:each|both|bilateral|x\s*[2-9]\b|twice|per (?:knee|shoulder|side|joint)|second dose|repeat(?:ed)?)\b/i.test(
    text,
  );
}
