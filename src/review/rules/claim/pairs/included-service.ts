import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import {
  bundled,
  DISTINCT,
  isOneSession,
  isSameDay,
  missingModifier,
  unsupportedModifier,
  type BundledPair,
} from '../reading/bundled-pair.ts';
import { hasModifier } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { toEvidenceList } from '../reading/passage.ts';
import { findPerformed } from '../reading/performed.ts';
import { findSeparateService } from '../reading/separate-service.ts';
import { ptpEdit } from './ptp-edit.ts';
import { findInclusion, type Inclusion } from '../services/included-services.ts';

/** A later operation, or one that has nothing to do with the first. */
const ANOTHER_SESSION = ['58', '76', '77', '78', '79', '91'];
const PLACES = /^(?:LT|RT|50|E[1-4]|F[A1-9]|T[A1-9]|L[CDM]|R[CI])$/;

/** Two codes of a day of which the one holds the other by its own definition, where no official edit has the pair. */
export const includedService: Rule = {
  id: 'included-service',
  source: 'CPT definitions (what a code includes); NCCI Policy Manual, chapters I to XI',
  evaluate(context) {
    const { type, items } = context.chart.claim;
    if (type === 'institutional') return reportAs(includedService, []);
    const edited = new Set(ptpEdit.evaluate(context).findings.map(({ billed }) => billed.at(-1)));
    // What is part of several codes is reported once.
    const drafts = items.flatMap((second) => {
      if (edited.has(second.code)) return [];
      const found = items.flatMap((first) => judge(context, first, second) ?? []);
      return found.slice(0, 1);
    });
    return reportAs(includedService, drafts);
  },
};

function judge(context: RuleContext, first: BilledItem, second: BilledItem): Draft | undefined {
  const inclusion = findInclusion(first.code, second.code);
  if (!inclusion || !isSameDay(first, second) || hasOfficialEdit(context, first.code, second.code)) return undefined;
  if (hasModifier(second, ...ANOTHER_SESSION) || (inclusion.lift !== 'whole' && areApart(first, second)))
    return undefined;
  if (second.code === '99211') return noVisitOfItsOwn(context, first, second);
  const pair: BundledPair = { first, second, bypassable: true, rationale: inclusion.why };
  const separate = findSeparateService(context, first.code, second.code);
  if ([first, second].some((line) => hasModifier(line, ...DISTINCT)))
    return isOneSession(pair, separate.verdict) ? unsupportedModifier(pair, separate.passages) : undefined;
  if (inclusion.lift === 'site' && separate.verdict === 'separate') return missingModifier(pair, separate.passages);
  return { ...bundled(context, pair, 0.83), suggested: [suggestion(inclusion, first, second)] };
}

/** No nurse's visit stands behind it, whether or not modifier 25 lifts the edit. */
function noVisitOfItsOwn(context: RuleContext, first: BilledItem, second: BilledItem): Draft {
  return {
    kind: 'unsupported-service',
    direction: 'over',
    billed: [second.code],
    suggested: [],
    evidence: toEvidenceList([findPerformed(context.documents, first.code)]),
    confidence: 0.8,
    rationale: `The nurse's visit is part of ${first.code}: a visit of the lowest level is not reported beside it.`,
  };
}

function hasOfficialEdit({ tables }: RuleContext, first: string, second: string): boolean {
  return tables.ptp?.find(first, second) !== undefined || tables.ptp?.find(second, first) !== undefined;
}

/** Each line has places of its own. */
function areApart(first: BilledItem, second: BilledItem): boolean {
  const [a, b] = [first, second].map(({ modifiers }) => modifiers.filter((modifier) => PLACES.test(modifier)));
  if (!a || !b || a.length === 0 || b.length === 0 || [...a, ...b].includes('50')) return false;
  return !a.some((modifier) => b.includes(modifier));
}

/** The code that stays, or the one that stands for both with the side of the line. */
function suggestion({ together }: Inclusion, first: BilledItem, second: BilledItem): string {
  if (together === undefined) return first.code;
  const side = [...first.modifiers, ...second.modifiers].find((modifier) => /^(?:LT|RT)$/.test(modifier));
  return side === undefined ? together : `${together}-${side}`;
}
