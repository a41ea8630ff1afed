import type { Icd10cmTable } from '#codes/index.ts';
import type { RuleContext } from '../../../rule.ts';
import { fitOfCode, type Fit } from './best-code.ts';
import { episodeOf } from './candidates.ts';
import { choose, type ChosenCode } from './choose-code.ts';
import { isHalfOfPair } from './code-for-both.ts';
import { categoryOf, familyOf, isKin } from './code-relation.ts';
import { isConclusion, isListed, knownOf, mentionsIn, type RecordMention } from './record.ts';
import { isOverstated } from './overstated.ts';
import { scopeOf, type Place, type Scope } from './scope.ts';

/** The code that the record supports in place of a billed one of the same disease. */
export interface BetterCode extends ChosenCode {
  readonly mention: RecordMention;
}

const answers = new WeakMap<RuleContext, Map<string, BetterCode | undefined>>();

/**
 * Compares a billed code with the codes of its disease by what the conclusions of the notes say, and finds the one
 * that fits better, if the billed one does not fit and exactly one other does. Hypertension alone (I10) is judged by
 * what it is combined with (combination-code).
 */
export function findBetterCode(context: RuleContext, billed: string): BetterCode | undefined {
  const ofContext = answers.get(context) ?? new Map<string, BetterCode | undefined>();
  answers.set(context, ofContext);
  if (!ofContext.has(billed)) ofContext.set(billed, compare(context, billed));
  return ofContext.get(billed);
}

function compare(context: RuleContext, billed: string): BetterCode | undefined {
  const table = context.tables.icd10cm;
  const places = statementsAbout(context, billed);
  if (places.length === 0 || billed === 'I10' || isHalfOfPair(context, billed)) return undefined;
  const found = places
    .filter((place) => !places.some((other) => covers(table, other, place)))
    .map((mention) => betterAt({ context, table, billed }, mention, places))
    .filter((better) => better !== undefined);
  const best = found.toSorted(
    (a, b) =>
      Number(isOnTheWay(a)) - Number(isOnTheWay(b)) ||
      Number(leavesSideOpen(a)) - Number(leavesSideOpen(b)) ||
      b.fit.score - a.fit.score,
  )[0];
  if (best === undefined) return undefined;
  if (isPlainDiabetes(context, best.code, billed)) return undefined;
  const leavesMoreOpen = leavesOpen(table, best.code) && !leavesOpen(table, billed);
  if ((leavesMoreOpen || categoryOf(best.code) !== categoryOf(billed)) && isNamedExactly(context, places, billed))
    return undefined;
  const others = places.filter((place) => !found.some(({ mention }) => mention.sentence === place.sentence));
  return others.some((place) => standsFor(context, place, { billed, best })) ? undefined : best;
}

/** Diabetes without complications is none beside another billed complication of it. */
function isPlainDiabetes({ chart }: RuleContext, better: string, billed: string): boolean {
  return (
    /^E(?:08|09|10|11|13)\.9$/.test(better) &&
    chart.claim.diagnoses.some(({ code }) => code !== billed && /^E(?:08|09|10|11|13)\.(?:[2-5]|6[0-4])/.test(code))
  );
}

/** What the course tells is said before the final diagnoses have the last word. */
function isOnTheWay({ mention }: BetterCode): boolean {
  return mention.sentence.section.kind === 'hospital-course';
}

/** `Infarct, left middle cerebral artery, cardioembolic` is the whole name of what a part of it is named by too. */
function covers(table: Icd10cmTable, other: RecordMention, { sentence, start, end, codes }: RecordMention): boolean {
  const isLonger = other.end - other.start > end - start && other.start <= start && other.end >= end;
  // `Acute sigmoid diverticulitis`: the name that leaves the site out is not the whole of the one that has it.
  if (leavesOpen(table, other.codes[0]) && !leavesOpen(table, codes[0])) return false;
  return isLonger && other.sentence === sentence && (other.codes[0] ?? '').length >= (codes[0] ?? '').length;
}

function leavesOpen(table: Icd10cmTable, code: string | undefined): boolean {
  return code !== undefined && /unspecified/i.test(table.find(code)?.title ?? '');
}

function leavesSideOpen({ fit }: BetterCode): boolean {
  return fit.candidate.features.side === 'unspecified';
}

/** A statement names the billed code itself: a better one of another disease is then about something else. */
function isNamedExactly({ tables }: RuleContext, places: readonly RecordMention[], billed: string): boolean {
  const isUnspecified = /unspecified|not specified/i.test(tables.icd10cm.find(billed)?.title ?? '');
  return !isUnspecified && places.some(({ codes }) => codes.includes(billed));
}

/** Another statement says all that the billed code says, and of that something which the better code does not say. */
function standsFor(
  context: RuleContext,
  place: RecordMention,
  { billed, best }: { readonly billed: string; readonly best: BetterCode },
): boolean {
  const scope = scopeOf([place], knownOf(context));
  const fit = fitOfCode(context.tables.icd10cm, billed, scope, place.codes);
  if (fit === undefined || fit.missing.length > 0 || fit.contradicted) return false;
  const { features } = fit.candidate;
  // Between residual codes a name decides: a common wart is one of the other warts.
  if (place.codes.includes(billed) && features.other) return true;
  const isOfItsSide = features.side === 'left' || features.side === 'right' || features.side === 'bilateral';
  if (isOfItsSide && scope.sides.has(features.side) && features.side !== best.fit.candidate.features.side) return true;
  return fit.matched.some((term) => !best.fit.candidate.features.present.has(term));
}

interface Question {
  readonly context: RuleContext;
  readonly table: Icd10cmTable;
  readonly billed: string;
}

/** Asserted mentions of the disease: those of the conclusions, or where there is none, of the other sections. */
function statementsAbout(context: RuleContext, billed: string): RecordMention[] {
  const kin = mentionsIn(context).filter(
    (mention) =>
      isStated(mention) &&
      !mention.copied &&
      isKin(mention.codes, billed) &&
      !isHypertensionOnly(context, billed, mention.codes[0] ?? '') &&
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
      // A name of the billed category is not another category's, however little of it the billed code says.
      !(sharesFirst(mention, billed) && !sharesFirst(mention, code)) &&
      (fitOfCode(tables.icd10cm, code, scope, mention.codes)?.score ?? -Infinity) > own,
  );
}

function sharesFirst({ codes }: RecordMention, code: string): boolean {
  return codes[0] !== undefined && categoryOf(codes[0]) === categoryOf(code);
}

function betterAt(question: Question, mention: RecordMention, all: readonly Place[]): BetterCode | undefined {
  const { table, billed, context } = question;
  const category = categoryAsked(mention, billed);
  const sameCategory = all.filter((place) => place === mention || sharesCategory(place, category));
  const scopes = [[mention], sameCategory, [...sameCategory, ...depthOf(context, category)]];
  for (const scope of scopes.filter((one) => one.length > 0).map((one) => scopeOf(one, knownOf(context)))) {
    const better = choose({
      table,
      billed,
      category,
      named: mention.codes,
      scope,
      overstated: isOverstated(context, billed, mention),
    });
    if (better === undefined || isBilled(context, better.fit.candidate.base, billed)) continue;
    if (isSaidBeside(context, better.code, billed)) continue;
    if (isBilledSaid(better.billedFit, scopeOfKin(context, billed)) || isHypertensionOnly(context, billed, better.code))
      continue;
    return { ...better, mention };
  }
  return undefined;
}

const DEPTH =
  /\b(?:fat layer|subcutaneous|muscle|bone|necrosis|breakdown of (?:the )?skin|unstageable|deep tissue|stage [1-4IViv]+)\b/i;

/** The depth of an ulcer stands in the wound's examination, and others than the provider may give it (I.B.14). */
function depthOf(context: RuleContext, category: string): Place[] {
  if (!/^L(?:89|97|98)/.test(category)) return [];
  return context.documents.flatMap((document) =>
    document.sentences
      .filter(({ start, end }) => DEPTH.test(document.document.text.slice(start, end)))
      .map((sentence) => ({ document, sentence })),
  );
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

/** Codes of one category that stand beside each other (Excludes2 between exacerbation and infection). */
function isSaidBeside(context: RuleContext, better: string, billed: string): boolean {
  if (!/^J44\.[01]$/.test(better) || !/^J44\.[01]$/.test(billed)) return false;
  return mentionsIn(context).some(({ assertion, codes }) => assertion === 'asserted' && codes[0] === billed);
}

/** Hypertension beside heart failure or kidney disease is what the combination code says (I.C.9.a). */
function isHypertensionOnly(context: RuleContext, billed: string, better: string): boolean {
  if (better !== 'I10' || !/^I1[123]/.test(billed)) return false;
  return mentionsIn(context).some(
    ({ assertion, codes }) => assertion === 'asserted' && codes.some((code) => /^(?:N18|I50)/.test(code)),
  );
}

/** Words of degree and time stand in a note for many things. */
const GRADES =
  /^(?:mild|moderate|severe|acute|chronic|recurrent|single|stage\w*|\d\w?|upper|lower|first|second|third|major|minor|full|partial|early|late|left|right)$/;

/** Everything that the billed title says was said of the patient somewhere: the notes are of two minds, or of two lesions. */
function isBilledSaid(fit: Fit, all: Scope): boolean {
  const { other, unspecified } = fit.candidate.features;
  if (other || unspecified) return false;
  return (
    fit.missing.length > 0 &&
    !fit.contradicted &&
    fit.missing.every((term) => all.said.has(term) && !all.implied.has(term) && !GRADES.test(term))
  );
}

/** All that is said in sentences that speak of the disease: a normal cervix on examination is none of the polyp's. */
function scopeOfKin(context: RuleContext, billed: string): Scope {
  return scopeOf(mentionsIn(context).filter(({ codes }) => isKin(codes, billed)));
}

function isBilled({ chart }: RuleContext, base: string, billed: string): boolean {
  return chart.claim.diagnoses.some(({ code }) => code !== billed && episodeOf(code).base === base);
}
