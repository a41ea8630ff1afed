import {
  assertionOf,
  findCues,
  tokenize,
  type AnalysedDocument,
  type Sentence,
  type Side,
} from '../../../language/index.ts';

/** What some sentences say: words that hold of the patient, words that are denied, and the side. */
export interface Scope {
  readonly said: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
  readonly sides: ReadonlySet<Side>;
}

export interface Place {
  readonly document: AnalysedDocument;
  readonly sentence: Sentence;
}

const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'bilateral']);
const scopes = new WeakMap<Sentence, Scope>();

export function scopeOf(places: readonly Place[]): Scope {
  const parts = places.map(readSentence);
  const said = new Set(parts.flatMap((part) => [...part.said]));
  const denied = new Set(parts.flatMap((part) => [...part.denied]).filter((term) => !said.has(term)));
  return { said, denied, sides: new Set(parts.flatMap((part) => [...part.sides])) };
}

function readSentence({ document, sentence }: Place): Scope {
  const known = scopes.get(sentence);
  if (known !== undefined) return known;
  const text = document.document.text;
  const cues = findCues(text, sentence);
  const said = new Set<string>();
  const denied = new Set<string>();
  for (const token of tokenize(text, sentence.start, sentence.end)) {
    const { assertion } = assertionOf(cues, token);
    if (assertion === 'negated') denied.add(token.term);
    else if (assertion !== 'hypothetical' && assertion !== 'family') said.add(token.term);
  }
  for (const term of impliedBy(said)) said.add(term);
  const sides = new Set([...said].filter(isSide));
  if (sides.has('left') && sides.has('right')) sides.add('bilateral');
  const scope = { said, denied, sides };
  scopes.set(sentence, scope);
  return scope;
}

function isSide(term: string): term is Side {
  return SIDES.has(term);
}

/** Words of titles that follow from words of the note. */
const IMPLICATIONS: readonly (readonly [string, string])[] = [
  ['left', 'unilateral'],
  ['right', 'unilateral'],
  ['sacral', 'region'],
  ['leg', 'lower_limb'],
  ['arm', 'upper_limb'],
];

function impliedBy(said: ReadonlySet<string>): string[] {
  return IMPLICATIONS.filter(([from]) => said.has(from)).map(([, to]) => to);
}
