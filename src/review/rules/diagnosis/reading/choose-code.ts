import type { Icd10cmTable } from '#codes/index.ts';
import { fitOfCode, rankCodes, type Fit } from './best-code.ts';
import { episodeOf } from './candidates.ts';
import { categoryOf } from './code-relation.ts';
import type { Scope } from './scope.ts';

/** A code that fits better than a billed one, and how sure that is. */
export interface ChosenCode {
  readonly code: string;
  readonly title: string;
  /** The billed code says something that the record does not or denies; otherwise it only says less. */
  readonly conflict: boolean;
  /** The billed code says something that nothing in the record says, and the record's code does not. */
  readonly overstated: boolean;
  readonly billedFit: Fit;
  readonly fit: Fit;
  /** Score over the next best code: how sure the choice is. */
  readonly margin: number;
}

const MIN_GAIN = 0.7;
const MIN_MARGIN = 0.25;

/** Before a residual code that no name stands for goes the unspecified one that the words are a name of: acute appendicitis. */
function preferNamed(ranked: readonly Fit[], named: readonly string[]): readonly Fit[] {
  const [best] = ranked;
  if (best === undefined || !best.candidate.features.other || isNamedBelowCategory(best.candidate.code, named))
    return ranked;
  const own = ranked.find(
    ({ candidate, missing, contradicted }) =>
      named.includes(candidate.code) && candidate.features.unspecified && missing.length === 0 && !contradicted,
  );
  return own === undefined ? ranked : [own];
}

interface Choice {
  readonly table: Icd10cmTable;
  readonly billed: string;
  readonly category: string;
  readonly named: readonly string[];
  readonly scope: Scope;
  /** Whether a fit leaves words of the billed code that nothing in the record says. */
  readonly overstated: (billed: Fit, best: Fit) => boolean;
}

/** The code of a category that fits what was said better than the billed one, where exactly one does. */
export function choose({ table, billed, category, named, scope, overstated }: Choice): ChosenCode | undefined {
  const [best, ...others] = preferNamed(rankCodes(table, category, scope, named), named);
  // A code with words that nobody said is no rival.
  const next = others.find(({ missing, contradicted }) => missing.length === 0 && !contradicted);
  const billedFit = fitOfCode(table, billed, scope, named);
  if (best === undefined || billedFit === undefined) return undefined;
  if (best.candidate.base === billedFit.candidate.base || best.missing.length > 0 || best.contradicted)
    return undefined;
  const gain = best.score - billedFit.score;
  if (category === categoryOf(billed) && gain < MIN_GAIN && !isNameOfMore(best, billedFit, named)) return undefined;
  // A code without a side says less than one with the wrong side, and is not the better for it.
  const { side } = billedFit.candidate.features;
  if (
    (side === 'left' || side === 'right') &&
    best.candidate.features.side === undefined &&
    best.candidate.features.unspecified
  )
    return undefined;
  // All of the billed title was said: a better code says that and more, it does not say something else.
  if (isWhollySaid(billedFit) && category === categoryOf(billed) && !saysAllOf(best, billedFit)) return undefined;
  // Neither of two residual codes says more than the other.
  if (best.candidate.features.unspecified && billedFit.candidate.features.other && category === categoryOf(billed))
    return undefined;
  if (best.candidate.features.other && !isNamedBelowCategory(best.candidate.code, named)) return undefined;
  const margin = best.score - (next?.score ?? -Infinity);
  if (margin < MIN_MARGIN) return undefined;
  const onlyLess =
    best.candidate.features.unspecified &&
    !billedFit.contradicted &&
    !(billedFit.candidate.features.unspecified && (category !== categoryOf(billed) || saysMore(best, billedFit))) &&
    (billedFit.missing.length > 0 || category !== categoryOf(billed));
  const isOver = category === categoryOf(billed) && overstated(billedFit, best);
  if (onlyLess && !isOver) return undefined;
  // What an "other specified" or unspecified code says need not stand in the note in its words.
  const { other, unspecified } = billedFit.candidate.features;
  const unsaid = billedFit.missing.length > 0 && !other && (!unspecified || best.candidate.features.unspecified);
  // A category that is nothing but the unspecified disease leaves open what the record says; it does not deny it.
  const isSaid = [...billedFit.candidate.features.present].every((term) => scope.said.has(term));
  const isOther = category !== categoryOf(billed) && !(unspecified && isSaid && billed === categoryOf(billed));
  const conflict =
    isOtherInKind(billedFit, best) ||
    ((billedFit.contradicted || unsaid || isOther) && !saysOnlyMore(billedFit, best, scope));
  const { character } = episodeOf(billed);
  const code = character === '' ? best.candidate.code : `${best.candidate.base}${character}`;
  const title = table.find(code)?.title;
  if (title === undefined) return undefined;
  return { code, title, conflict, overstated: onlyLess, billedFit, fit: best, margin };
}

/** A disease of the same name that is another one, however little the billed code specifies of it. */
const OPPOSED = /^(?:E05|F20|I63|J03|O03)/;

/**
 * The billed code leaves open, or is for the course without, what the record says: any gastroenteritis, migraine that is not
 * intractable, cirrhosis without ascites, a use without dependence.
 */
function saysOnlyMore(billed: Fit, best: Fit, { denied, said, sides }: Scope): boolean {
  const { side, absent, unspecified } = billed.candidate.features;
  const isOtherSide = (side === 'left' || side === 'right') && sides.size > 0 && !sides.has(side);
  if (isOtherSide || OPPOSED.test(billed.candidate.code)) return false;
  if (categoryOf(billed.candidate.code) !== categoryOf(best.candidate.code)) return unspecified;
  const isWithout = absent.some((terms) => terms.every((term) => said.has(term)));
  return (
    (isWithout && billed.missing.length === 0 && !billed.matched.some((term) => denied.has(term))) ||
    isDeeper(billed.candidate.code, best.candidate.code)
  );
}

/** Abuse and dependence; vomiting of pregnancy and with metabolic disturbance: one disease, further on. */
function isDeeper(billed: string, best: string): boolean {
  return (/^F1\d\.1/.test(billed) && /^F1\d\.2/.test(best)) || (billed === 'O21.0' && best === 'O21.1');
}

/** Dependence in remission, both sides for one, another drug: what was billed is not the record's, though its words are. */
function isOtherInKind({ candidate: billed }: Fit, { candidate: best }: Fit): boolean {
  const isBothForOne =
    best.features.side === 'bilateral' && (billed.features.side === 'left' || billed.features.side === 'right');
  const isRemission = /^F1\d\.(?:10|20)$/.test(billed.code) && /^F1\d\.(?:11|21)$/.test(best.code);
  const isOtherDrug = /^T(?:3[6-9]|4\d|50)/.test(billed.code) && billed.code.slice(0, 5) !== best.code.slice(0, 5);
  return isBothForOne || isRemission || isOtherDrug || (billed.code === 'K40.90' && best.code === 'K40.20');
}

/** The words are the name of the better code, and the billed one leaves open what they say: `withdrawal, uncomplicated`. */
function isNameOfMore(best: Fit, billed: Fit, named: readonly string[]): boolean {
  return (
    named[0] === best.candidate.code && billed.candidate.features.unspecified && !best.candidate.features.unspecified
  );
}

/** Of the sites of metastases one word tells. */
const SITES = /^C7[789]/;

function isWhollySaid({ candidate, missing, matched, contradicted }: Fit): boolean {
  const { other, unspecified, side } = candidate.features;
  return (
    (matched.length > 1 || SITES.test(candidate.code)) &&
    missing.length === 0 &&
    !contradicted &&
    !other &&
    !unspecified &&
    side !== 'unspecified'
  );
}

function saysAllOf(best: Fit, billed: Fit): boolean {
  return billed.matched.every((term) => best.matched.includes(term));
}

/** A residual code is meant where its own heading is named: `tear of lateral meniscus` is S83.28, an other tear. */
function isNamedBelowCategory(code: string, named: readonly string[]): boolean {
  return named.some((name) => name.length > 4 && code.startsWith(name));
}

function saysMore(best: Fit, billed: Fit): boolean {
  return best.matched.length > billed.matched.length;
}
