import type { Icd10cmTable } from '#codes/index.ts';
import type { Side, TitleFeatures } from '../../../language/index.ts';
import { candidatesOf, episodeOf, type Candidate, type CandidateGroup } from './candidates.ts';
import type { Scope } from './scope.ts';

/** How well a code's title fits what was said. */
export interface Fit {
  readonly candidate: Candidate;
  readonly score: number;
  /** Distinguishing words of the title that were said. */
  readonly matched: readonly string[];
  /** Distinguishing words of the title that were not said. */
  readonly missing: readonly string[];
  /** The title contradicts the text: another side, a denied word, a word that it excludes. */
  readonly contradicted: boolean;
}

/** Words that the guidelines assume when the record is silent (I.C.19.c: closed, displaced; primary osteoarthritis). */
const ASSUMED: ReadonlyMap<string, readonly string[]> = new Map([
  ['displaced', ['nondisplaced', 'non-displaced', 'undisplaced']],
  ['primary', ['secondary', 'post-traumatic', 'posttraumatic']],
  ['unilateral', ['bilateral']],
  ['pregnancy', []],
  ['mellitu', []],
  ['injury', []],
  ['adult', []],
  ['classical', []],
  ['essential', []],
  ['simple', []],
  ['skin', []],
  ['tissue', []],
  ['self', []],
  ['harm', []],
  ['supervision', []],
  ['maternal', []],
  ['care', []],
  ['complicating', []],
  ['childbirth', []],
  ['puerperium', []],
  ['encounter', []],
  ['delivery', []],
  ['native', []],
]);

const CATEGORY_LENGTH = 3;
/** Decides between codes that the words of the statement fit alike. */
const EXACT_NAME = 0.5;
/** What a region counts that follows from a part of the body, beside the part's own word. */
const IMPLIED_SHARE = 0.3;

/** The codes of a category by how well they fit, the best first. */
export function rankCodes(table: Icd10cmTable, category: string, scope: Scope, named: readonly string[]): Fit[] {
  const group = candidatesOf(table, category);
  const ranked = group.candidates
    .map((candidate) => fitOf(candidate, group, scope, named))
    .toSorted((a, b) => b.score - a.score || (a.candidate.code < b.candidate.code ? -1 : 1));
  const fuller = ranked.find((fit) => saysMoreThan(fit, ranked[0]));
  return fuller === undefined ? ranked : [fuller, ...ranked.filter((fit) => fit !== fuller)];
}

/** All that the best code says and more, and all of it was said: `secondary varices with bleeding`. */
function saysMoreThan(fit: Fit, best: Fit | undefined): boolean {
  if (best === undefined || fit === best || fit.missing.length > 0 || fit.contradicted) return false;
  const { other, unspecified } = fit.candidate.features;
  if (other || unspecified || fit.score < best.score - 2) return false;
  const [more, less] = [fit.matched, best.matched];
  return more.length > less.length && less.every((term) => more.includes(term));
}

/** The fit of one given code; undefined when the table does not know it. */
export function fitOfCode(table: Icd10cmTable, code: string, scope: Scope, named: readonly string[]): Fit | undefined {
  const group = candidatesOf(table, code.slice(0, 3));
  const { base } = episodeOf(code);
  const candidate = group.candidates.find((one) => one.base === base);
  return candidate === undefined ? undefined : fitOf(candidate, group, scope, named);
}

function fitOf(candidate: Candidate, group: CandidateGroup, scope: Scope, named: readonly string[]): Fit {
  const { features } = candidate;
  const byName = isNamed(candidate, named);
  const granted = grantedTo(candidate, group, named);
  const matched: string[] = [];
  const missing: string[] = [];
  let score = 0;
  let contradicted = false;
  for (const term of features.present) {
    const weight = group.weightOf(term);
    if (byName || granted.named.has(term) || scope.said.has(term)) {
      score += scope.implied.has(term) ? IMPLIED_SHARE * weight : weight;
      if (weight > 0) matched.push(term);
    } else if (granted.assumed.has(term) || (features.absent.length > 0 && named[0] === candidate.code)) {
      // Of the category that was named, or of a code that also says what is not there: neither for nor against it.
    } else if (isAlternative(term, features, scope)) {
      score -= 0.2 * weight;
    } else if (!isAssumed(term, scope, candidate.code)) {
      if (weight > 0) missing.push(term);
      const denied = scope.denied.has(term);
      if (denied && weight > 0) contradicted = true;
      score -= denied ? 3 * weight : 1.5 * weight;
    }
  }
  for (const terms of features.absent) {
    const weight = Math.max(...terms.map((term) => group.weightOf(term)));
    if (terms.every((term) => scope.said.has(term))) {
      score -= 3 * weight;
      contradicted = true;
    } else score += terms.some((term) => scope.denied.has(term)) ? weight : -0.25 * weight;
  }
  if (features.other) score -= 0.5;
  if (features.unspecified) score -= 0.1;
  const side = sideScore(features.side, scope.sides);
  if (side <= -4) contradicted = true;
  return { candidate, score: score + side + nameScore(candidate, named), matched, missing, contradicted };
}

/** Another word of which one is enough was said, or this is not the first of them: one is missed once. */
function isAlternative(term: string, { alternatives }: TitleFeatures, scope: Scope): boolean {
  const group = alternatives.find((words) => words.includes(term));
  return group !== undefined && (group[0] !== term || group.some((word) => scope.said.has(word)));
}

interface Granted {
  readonly named: ReadonlySet<string>;
  readonly assumed: ReadonlySet<string>;
}

const NO_WORDS: ReadonlySet<string> = new Set();

/**
 * What the names say without its words: what all codes below the nearest heading have in common that the candidate
 * shares with a name. Who says `tennis elbow` has said `lateral epicondylitis, elbow`, and not the side.
 */
function grantedTo({ code, base }: Candidate, group: CandidateGroup, named: readonly string[]): Granted {
  const shared = Math.max(0, ...named.map((name) => sharedLength(name, base)));
  if (shared < CATEGORY_LENGTH) return { named: NO_WORDS, assumed: NO_WORDS };
  const below = shared === CATEGORY_LENGTH ? NO_WORDS : group.wordsBelow(code.slice(0, shared));
  const [first] = named;
  const isExact = first !== code && group.candidates.some((one) => one.code === first && !one.features.unspecified);
  return { named: below, assumed: isExact ? NO_WORDS : group.categoryWords };
}

function sharedLength(name: string, code: string): number {
  let length = 0;
  // A name of this very code says no more of it than of its siblings, unless it is the first name (`isNamed`).
  while (length < name.length && length < code.length - 1 && name[length] === code[length]) length += 1;
  return length === CATEGORY_LENGTH + 1 ? CATEGORY_LENGTH : length;
}

/** Of infections, `skin` is a claim; of tumours and diseases of the skin it goes without saying. */
const OF_SKIN = /^(?:C|D[0-4]|L)/;

function isAssumed(term: string, scope: Scope, code: string): boolean {
  if (term === 'skin' && !OF_SKIN.test(code)) return false;
  const opposites = ASSUMED.get(term);
  return opposites !== undefined && !scope.denied.has(term) && !opposites.some((opposite) => scope.said.has(opposite));
}

function sideScore(side: Side | 'unspecified' | undefined, said: ReadonlySet<Side>): number {
  if (side === undefined) return 0;
  if (said.size === 0) return side === 'unspecified' ? 0 : -2;
  if (side === 'unspecified') return -1;
  if (said.has(side)) return said.has('bilateral') && side !== 'bilateral' ? 0.5 : 1.5;
  return -4;
}

/** A name of the subcategory; names of an unspecified code say nothing about the others. */
function nameScore({ code }: Candidate, named: readonly string[]): number {
  const isBelow = named.some((name) => name.length > 3 && name !== code && code.startsWith(name));
  return (isBelow ? 1 : 0) + (named[0] === code ? EXACT_NAME : 0);
}

/** The words of the note are a name of this very code: its title need not be said too. */
function isNamed({ code, features }: Candidate, named: readonly string[]): boolean {
  return !features.unspecified && features.absent.length === 0 && named[0] === code;
}
