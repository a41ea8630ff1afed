import type { Icd10cmTable } from '#codes/index.ts';
import { titleFeatures, tokenize, type TitleFeatures } from '../../../language/index.ts';

/** A code that could be right, without its episode: `S52.531`, `E11.42`. */
export interface Candidate {
  /** The code as billed, for injuries with the 7th character of an initial encounter. */
  readonly code: string;
  /** Without the 7th character of an episode. */
  readonly base: string;
  readonly title: string;
  readonly features: TitleFeatures;
}

export interface CandidateGroup {
  readonly candidates: readonly Candidate[];
  /** How much a word tells the codes of the group apart; 0 for one that all titles have. */
  weightOf(term: string): number;
  /** The words that every code below a heading has: who names the heading has said them, in whatever words. */
  wordsBelow(heading: string): ReadonlySet<string>;
  /** The words of the category's own title that nearly all its codes have. */
  readonly categoryWords: ReadonlySet<string>;
}

const EPISODE = /^[ABCDEFGHJKMNPQRS]$/;
/** The share of codes that makes a word of the heading one of the whole category. */
const MOST = 0.8;
/** `Suppurative and unspecified otitis media`: of the category's codes some are not suppurative. */
const NOT_OF_ALL = /\b[\w-]+,? and (?:unspecified|other)\b/gi;
const groups = new WeakMap<Icd10cmTable, Map<string, CandidateGroup>>();

/** The billable codes of a category, episodes folded into one. Kept for each table. */
export function candidatesOf(table: Icd10cmTable, category: string): CandidateGroup {
  const ofTable = groups.get(table) ?? new Map<string, CandidateGroup>();
  groups.set(table, ofTable);
  const known = ofTable.get(category);
  if (known !== undefined) return known;
  const group = buildGroup(table, category);
  ofTable.set(category, group);
  return group;
}

/** The code without the 7th character of its episode of care: `S52.531A` is `S52.531`. */
export function episodeOf(code: string): { readonly base: string; readonly character: string } {
  const last = code.charAt(7);
  if (code.length !== 8 || !/^[MOSTVWXY]/.test(code) || !EPISODE.test(last)) return { base: code, character: '' };
  return { base: code.slice(0, 7), character: last };
}

function buildGroup(table: Icd10cmTable, category: string): CandidateGroup {
  const byBase = new Map<string, Candidate>();
  for (const { code, title } of table.billableUnder(category)) {
    const { base } = episodeOf(code);
    if (!byBase.has(base)) byBase.set(base, { code, base, title, features: titleFeatures(title) });
  }
  const candidates = [...byBase.values()];
  const present = countOf(candidates.map(({ features }) => features.present));
  const absent = countOf(candidates.map(({ features }) => new Set(features.absent.flat())));
  const total = candidates.length;
  // Words in parentheses are nonessential modifiers (I.A.7): said or not, they tell nothing apart.
  const nonessential = new Set(
    candidates.flatMap(({ title, features }) =>
      [...title.matchAll(/\(([^)]*)\)/g)]
        .flatMap((match) => tokenize(match[1] ?? '').map(({ term }) => term))
        // `with tophus (tophi)`: another form of what the title does say.
        .filter((term) => !features.present.has(term) && !features.absent.flat().includes(term)),
    ),
  );
  const below = new Map<string, ReadonlySet<string>>();
  return {
    candidates,
    categoryWords: new Set(
      [...titleFeatures((table.find(category)?.title ?? '').replace(NOT_OF_ALL, ' ')).present].filter(
        (term) => (present.get(term) ?? 0) >= MOST * total,
      ),
    ),
    wordsBelow: (heading) => {
      const kept = below.get(heading) ?? sharedWords(candidates, heading);
      below.set(heading, kept);
      return kept;
    },
    weightOf: (term) => {
      const count = present.get(term) ?? absent.get(term) ?? 0;
      return count === 0 || count === total || nonessential.has(term) ? 0 : 0.6 + Math.log(total / count) / 2;
    },
  };
}

function sharedWords(candidates: readonly Candidate[], heading: string): ReadonlySet<string> {
  const [first, ...others] = candidates.filter(({ code }) => code.startsWith(heading));
  if (first === undefined) return new Set();
  return new Set([...first.features.present].filter((term) => others.every((one) => one.features.present.has(term))));
}

function countOf(sets: readonly ReadonlySet<string>[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const set of sets) for (const term of set) counts.set(term, (counts.get(term) ?? 0) + 1);
  return counts;
}
