import type { Icd10cmTable } from '#codes/index.ts';
import type { RuleContext } from '../../../rule.ts';
import { fitOfCode, rankCodes, type Fit } from './best-code.ts';
import { episodeOf } from './candidates.ts';
import { categoryOf, familyOf, isKin } from './code-relation.ts';
import { isConclusion, isListed, mentionsIn, type RecordMention } from './record.ts';
import { scopeOf, type Place, type Scope } from './scope.ts';

/** The code that the record supports in place of a billed one of the same disease. */
export interface BetterCode {
  readonly code: string;
  readonly title: string;
  readonly mention: RecordMention;
  /** The billed code says something that the record does not or denies; otherwise it only says less. */
  readonly conflict: boolean;
  readonly billedFit: Fit;
  readonly fit: Fit;
  /** Score over the next best code: how sure the choice is. */
  readonly margin: number;
}

const MIN_GAIN = 0.7;
const MIN_MARGIN = 0.25;

/**
 * Compares a billed code with the codes of its disease by what the conclusions of the notes say, and finds the one
 * that fits better, if the billed one does not fit and exactly one other does.
 */
export function findBetterCode(context: RuleContext, billed: string): BetterCode | undefined {
  const table = context.tables.icd10cm;
  const places = statementsAbout(context, billed);
  if (places.length === 0) return undefined;
  const wide = scopeOf(places);
  const found = places
    .map((mention) => betterAt({ context, table, billed, wide }, mention, places))
    .filter((better) => better !== undefined);
  if (found.length < places.length && found.length < new Set(places.map(({ sentence }) => sentence)).size)
    return undefined;
  return found.sort((a, b) => b.fit.score - a.fit.score)[0];
}

interface Question {
  readonly context: RuleContext;
  readonly table: Icd10cmTable;
  readonly billed: string;
  readonly wide: Scope;
}

/** Asserted mentions of the disease: those of the conclusions, or where there is none, of the other sections. */
function statementsAbout(context: RuleContext, billed: string): RecordMention[] {
  const kin = mentionsIn(context).filter(
    (mention) =>
      isStated(mention) &&
      !mention.copied &&
      isKin(mention.codes, billed) &&
      !isClaimedByAnother(context, billed, mention),
  );
  const concluded = kin.filter(isConclusion);
  if (concluded.length > 0) return concluded;
  return kin.filter((mention) => !isListed(mention) && mention.sentence.section.kind !== 'review-of-systems');
}

function isStated({ assertion }: RecordMention): boolean {
  return assertion === 'asserted' || assertion === 'resolved';
}

/** The mention belongs to another billed code of the disease that names it better. */
function isClaimedByAnother({ chart, tables }: RuleContext, billed: string, mention: RecordMention): boolean {
  const scope = scopeOf([mention]);
  const own = fitOfCode(tables.icd10cm, billed, scope, mention.codes)?.score ?? -Infinity;
  return chart.claim.diagnoses.some(
    ({ code }) =>
      code !== billed &&
      isKin(mention.codes, code) &&
      (fitOfCode(tables.icd10cm, code, scope, mention.codes)?.score ?? -Infinity) > own,
  );
}

function betterAt(question: Question, mention: RecordMention, all: readonly Place[]): BetterCode | undefined {
  const { table, billed, context, wide } = question;
  const category = categoryAsked(mention, billed);
  const sameCategory = all.filter((place) => place === mention || sharesCategory(place, category));
  for (const scope of [scopeOf([mention]), scopeOf(sameCategory)]) {
    const better = choose({ table, billed, category, named: mention.codes, scope });
    if (better === undefined || isBilled(context, better.fit.candidate.base, billed)) continue;
    if (isBilledSaid(better.billedFit, wide)) continue;
    return { ...better, mention };
  }
  return undefined;
}

/** The category of the billed code where the words can mean it; else the one of its family that they name. */
function categoryAsked({ codes }: RecordMention, billed: string): string {
  const family = familyOf(billed);
  const own = categoryOf(billed);
  const named = codes.map(categoryOf).filter((category) => family.includes(category));
  return named.includes(own) ? own : (named[0] ?? own);
}

function sharesCategory(place: Place, category: string): boolean {
  return (
    'codes' in place &&
    Array.isArray(place.codes) &&
    place.codes.some((code) => typeof code === 'string' && code.startsWith(category))
  );
}

interface Choice {
  readonly table: Icd10cmTable;
  readonly billed: string;
  readonly category: string;
  readonly named: readonly string[];
  readonly scope: Scope;
}

function choose({ table, billed, category, named, scope }: Choice): Omit<BetterCode, 'mention'> | undefined {
  const [best, next] = rankCodes(table, category, scope, named);
  const billedFit = fitOfCode(table, billed, scope, named);
  if (best === undefined || billedFit === undefined) return undefined;
  if (best.candidate.base === billedFit.candidate.base || best.missing.length > 0 || best.contradicted)
    return undefined;
  if (category === categoryOf(billed) && best.score - billedFit.score < MIN_GAIN) return undefined;
  if (best.candidate.features.other && best.candidate.code !== named[0]) return undefined;
  const margin = best.score - (next?.score ?? -Infinity);
  if (margin < MIN_MARGIN) return undefined;
  const onlyLess = best.candidate.features.unspecified && !billedFit.contradicted && category === categoryOf(billed);
  if (onlyLess) return undefined;
  // What an "other specified" code says need not stand in the note in its words.
  const unsaid = billedFit.missing.length > 0 && !billedFit.candidate.features.other;
  const conflict = billedFit.contradicted || unsaid || category !== categoryOf(billed);
  const { character } = episodeOf(billed);
  const code = character === '' ? best.candidate.code : `${best.candidate.base}${character}`;
  const title = table.find(code)?.title;
  if (title === undefined) return undefined;
  return { code, title, conflict, billedFit, fit: best, margin };
}

/** Everything that the billed title says was said somewhere about this disease. */
function isBilledSaid(fit: Fit, wide: Scope): boolean {
  if (fit.missing.length === 0 && !fit.contradicted) return false;
  return fit.missing.length > 0 && fit.missing.every((term) => wide.said.has(term)) && !fit.contradicted;
}

function isBilled({ chart }: RuleContext, base: string, billed: string): boolean {
  return chart.claim.diagnoses.some(({ code }) => code !== billed && episodeOf(code).base === base);
}
