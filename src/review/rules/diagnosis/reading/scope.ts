import {
  assertionOf,
  findCues,
  tokensOf,
  type AnalysedDocument,
  type Sentence,
  type Side,
} from '../../../language/index.ts';
import type { RuleContext } from '../../../rule.ts';

/** What some sentences say: words that hold of the patient, words that are denied, and the side. */
export interface Scope {
  readonly said: ReadonlySet<string>;
  /** Of these words, those that only follow from others: the region of a part of the body. */
  readonly implied: ReadonlySet<string>;
  readonly denied: ReadonlySet<string>;
  readonly sides: ReadonlySet<Side>;
}

export interface Place {
  readonly document: AnalysedDocument;
  readonly sentence: Sentence;
}

const SIDES: ReadonlySet<string> = new Set(['left', 'right', 'bilateral']);
/** The side that is named for being well: `normal hearing on the left`. */
const WELL_SIDE =
  /\b(?:normal|unaffected|uninvolved|spared|intact|unremarkable|clear)\b[^,;.]{0,25}?\b(?:left|right)\b/gi;
/** `moderate on the right, L normal`. */
const SIDE_IS_WELL =
  /\b(left|right|[LR])\b(?= (?:(?:side|leg|arm|hand|eye|ear|knee|hip|foot|breast|shoulder|wrist)s? )?(?:is |was )?(?:normal|nl|WNL|neg(?:ative)?|clear|unaffected|unremarkable|intact|spared|unchanged|fine)\b)/gi;
/** What is due to something is secondary. */
const CAUSED = /\b(?:due to|secondary to|2\/2|caused by|because of|from)\b/i;
const ASSERTED = { assertion: 'asserted' } as const;
const scopes = new WeakMap<Sentence, Scope>();

/** @param known words that hold of the patient whatever the sentences say, such as the sex */
export function scopeOf(places: readonly Place[], known: readonly string[] = []): Scope {
  const parts = places.map(readSentence);
  const said = new Set([...known, ...parts.flatMap((part) => [...part.said])]);
  for (const term of dominanceOf(said)) said.add(term);
  const denied = new Set(parts.flatMap((part) => [...part.denied]).filter((term) => !said.has(term)));
  const written = new Set([
    ...known,
    ...parts.flatMap((part) => [...part.said].filter((term) => !part.implied.has(term))),
  ]);
  const implied = new Set(parts.flatMap((part) => [...part.implied]).filter((term) => !written.has(term)));
  return { said, implied, denied, sides: new Set(parts.flatMap((part) => [...part.sides])) };
}

function readSentence({ document, sentence }: Place): Scope {
  const known = scopes.get(sentence);
  if (known !== undefined) return known;
  const text = document.document.text;
  const cues = findCues(text, sentence);
  const said = new Set<string>();
  const denied = new Set<string>();
  const written = new Set<string>();
  // Most sentences have no cue at all: everything in them holds.
  const isPlain =
    cues.cues.length + cues.relatives.length + cues.others.length === 0 &&
    sentence.section.kind !== 'family-history' &&
    !/[[☐☒☑]/.test(text.slice(text.lastIndexOf('\n', sentence.start - 1) + 1, sentence.end));
  const wellSides = [WELL_SIDE, SIDE_IS_WELL]
    .flatMap((pattern) => [...text.slice(sentence.start, sentence.end).matchAll(pattern)])
    .map((match) => sentence.start + match.index + match[0].length);
  for (const token of tokensOf(text, sentence)) {
    if (isSide(token.term) && wellSides.includes(token.end)) continue;
    const { assertion } = isPlain ? ASSERTED : assertionOf(cues, token);
    if (assertion === 'negated') denied.add(token.term);
    else if (assertion !== 'hypothetical' && assertion !== 'family') {
      said.add(token.term);
      if (token.implied !== true) written.add(token.term);
    }
  }
  if (CAUSED.test(text.slice(sentence.start, sentence.end))) {
    said.add('secondary');
    written.add('secondary');
  }
  const sides = new Set([...said].filter(isSide));
  if (sides.has('left') && sides.has('right')) sides.add('bilateral');
  const implied = new Set([...said].filter((term) => !written.has(term)));
  const scope = { said, implied, denied, sides };
  scopes.set(sentence, scope);
  return scope;
}

function isSide(term: string): term is Side {
  return SIDES.has(term);
}

const wholes = new WeakMap<RuleContext, Scope>();

/** What all sentences of the record say, but for what they deny or say of relatives. */
export function wholeScope(context: RuleContext): Scope {
  const known = wholes.get(context);
  if (known !== undefined) return known;
  const scope = scopeOf(
    context.documents.flatMap((document) => document.sentences.map((sentence) => ({ document, sentence }))),
  );
  wholes.set(context, scope);
  return scope;
}

/** Where the record is silent the right side is dominant and the left is not (I.C.6.a). */
function dominanceOf(said: ReadonlySet<string>): string[] {
  if (said.has('ambidextrou')) return ['dominant'];
  const own = said.has('left_handed') ? 'left' : 'right';
  const other = own === 'left' ? 'right' : 'left';
  return [...(said.has(own) ? ['dominant'] : []), ...(said.has(other) ? ['nondominant'] : [])];
}
