import type { Mention, Sentence } from './analysed-document.ts';
import { assertionOf, findCues } from './assertion.ts';
import { isHomograph } from './homographs.ts';
import { placesNodes } from './node-sites.ts';
import { tokensOf } from './sentence-tokens.ts';
import type { IndexedPhrase, TitleIndex } from './title-index.ts';
import { namesTest, namesVaccine } from './vaccination.ts';
import type { Token } from './vocabulary.ts';

interface Hit {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
  readonly phrase: IndexedPhrase;
}

/** How far the words of one name may be spread, in words: `fracture of the left distal radius`. */
const SLACK = 4;

/**
 * The diagnoses that a sentence names: words of a title or synonym in any order and inflection, near each other.
 * The longest name wins where names overlap; a name inside a longer one is not a mention of its own.
 */
export function findMentions(text: string, sentence: Sentence, index: TitleIndex): Mention[] {
  const tokens = tokensOf(text, sentence);
  const hits = longestHits(listHits(text, tokens, index)).filter(
    (hit) => !namesVaccine(text, hit, sentence) && !namesTest(text, hit, sentence),
  );
  if (hits.length === 0) return [];
  const cues = findCues(text, sentence);
  return hits.map(({ start, end, codes }) => {
    const { assertion, cue } = assertionOf(cues, { start, end });
    return { start, end, text: text.slice(start, end), codes, assertion, cue, sentence };
  });
}

function listHits(text: string, tokens: readonly Token[], index: TitleIndex): Hit[] {
  const positions = new Map<string, number[]>();
  tokens.forEach(({ term }, at) => {
    const list = positions.get(term);
    if (list === undefined) positions.set(term, [at]);
    else list.push(at);
  });
  const hits: Hit[] = [];
  for (const [at, token] of tokens.entries()) {
    for (const phrase of index.phrasesWith(token.term)) {
      // Most phrases fail here: no allocation before it is known that all their words are there.
      if (!phrase.terms.every((term) => positions.has(term))) continue;
      const hit = matchAround(tokens, at, phrase, positions);
      if (hit !== undefined && isMention(text, hit)) hits.push(hit);
    }
  }
  return hits;
}

function isMention(text: string, hit: Hit): boolean {
  if (!isWrittenSo(text, hit) || deniesWithin(text, hit) || placesNodes(text, hit) || lacksCause(text, hit))
    return false;
  return !hit.tokens.some(({ start, end }) => isHomograph(text, start, end));
}

function matchAround(
  tokens: readonly Token[],
  at: number,
  phrase: IndexedPhrase,
  positions: ReadonlyMap<string, readonly number[]>,
): Hit | undefined {
  const chosen: number[] = [];
  for (const term of phrase.terms) {
    const nearest = nearestTo(positions.get(term), at);
    if (nearest === undefined) return undefined;
    chosen.push(nearest);
  }
  const first = Math.min(...chosen);
  const last = Math.max(...chosen);
  // What is implied stands at the place of the word that implies it, and spreads nothing.
  const implied = tokens.slice(first, last).filter((token) => token.implied === true).length;
  if (last - first - implied >= phrase.terms.length + SLACK) return undefined;
  const matched = chosen
    .toSorted((a, b) => a - b)
    .map((position) => tokens[position])
    .filter((token) => token !== undefined);
  const start = Math.min(...matched.map((token) => token.start));
  const end = Math.max(...matched.map((token) => token.end));
  return { tokens: matched, start, end, phrase };
}

function isWrittenSo(text: string, { phrase, tokens }: Hit): boolean {
  return (
    !phrase.capitals ||
    tokens.every(({ start, end }) => text.slice(start, end) === text.slice(start, end).toUpperCase())
  );
}

/** `COPD without exacerbation` is no COPD with exacerbation. */
function deniesWithin(text: string, { start, end }: Hit): boolean {
  return /(?<![\w-])(?:uncomplicated by|without|w\/o|free of|free from|clear of|lacks|lacking|absent|no|not|never|denies|denied|neg|negative|vs|or|suspicious for|suspected|possible|probable|likely|rule out|r\/o|concern(?:ing)? for|versus)(?![\w-])|[;|?]|(?<!\b[A-Z])\.\s/i.test(
    text.slice(start, end),
  );
}

const CAUSED =
  /\b(?:due|from|by|because|secondary|related|induced|caus\w+|result\w*|attribut\w+|effect|d\/t|2\/2|coagulopath\w*|hemorrhagic disorder|supratherapeutic)\b/i;

/** `Bleed on anticoagulant`: that the drug made it bleed is not said. */
function lacksCause(text: string, { start, end, phrase, tokens }: Hit): boolean {
  return tokens.length > 1 && phrase.codes[0] === 'D68.32' && !CAUSED.test(text.slice(start, end));
}

function nearestTo(positions: readonly number[] | undefined, at: number): number | undefined {
  return positions?.reduce((best, position) => (Math.abs(position - at) < Math.abs(best - at) ? position : best));
}

interface MergedHit {
  readonly start: number;
  readonly end: number;
  readonly codes: readonly string[];
}

function longestHits(all: readonly Hit[]): MergedHit[] {
  const hits = all.filter((hit) => !all.some((other) => isSaidOutright(hit, other)));
  const ranked = hits.toSorted((a, b) => b.tokens.length - a.tokens.length || a.end - a.start - (b.end - b.start));
  const kept: (Hit & { codes: string[] })[] = [];
  for (const hit of ranked) {
    const same = kept.find(
      (other) => other.tokens.length === hit.tokens.length && other.start === hit.start && other.end === hit.end,
    );
    if (same !== undefined && isSubset(hit, same)) same.codes.push(...hit.phrase.codes);
    else if (!kept.some((other) => isSubset(hit, other))) kept.push({ ...hit, codes: [...hit.phrase.codes] });
  }
  return kept
    .map(({ start, end, codes }) => ({ start, end, codes: [...new Set(codes)] }))
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/** `Ulcer of the heel`: the name that has the heel goes before the one that only has the foot which the heel is part of. */
function isSaidOutright(hit: Hit, other: Hit): boolean {
  return hit.tokens.some(
    (token) =>
      token.implied === true &&
      other.tokens.some((one) => one.start === token.start && one.implied !== true) &&
      !other.tokens.some(({ implied }) => implied === true) &&
      hit.tokens.some((one) => one.implied !== true && other.tokens.some(({ start }) => start === one.start)),
  );
}

function isSubset(hit: Hit, other: Hit): boolean {
  return hit.tokens.every((token) =>
    other.tokens.some((one) => one.start === token.start && (one.term === token.term || token.implied === true)),
  );
}
