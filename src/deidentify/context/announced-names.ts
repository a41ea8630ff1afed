import { COMMON, ENGLISH, EPONYM, MEDICAL, NAME } from '../lexicon/flags.ts';
import { wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan } from '../span.ts';
import { leadWords } from '../text/leads.ts';
import {
  digitsAt,
  endOf,
  flagsAt,
  gapBefore,
  isCapitalized,
  isGlued,
  isWord,
  markAt,
  nextLead,
  startOf,
  wordAt,
} from '../text/reading.ts';
import { LINE, LOWER, PARAGRAPH, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { isNamed, isSurname, mayBePerson, nameEnd, NOT_PERSONS, personAt as person, range } from './name-reading.ts';
import { ACTING, PARTICLES } from './person-cues.ts';

/** Names behind words that leave no doubt: fields of a form, greetings, closings, hand-overs, services, `I, …, scribed`. */
export function findAnnounced(tokens: TokenList): DetectedSpan[] {
  const spans: DetectedSpan[] = [];
  for (let at = nextLead(tokens, 0, READABLE); at < tokens.count; at = nextLead(tokens, at + 1, READABLE)) {
    const read = READERS.get(wordAt(tokens, at));
    if (read === undefined) continue;
    for (const [first, end] of read(tokens, at))
      if (end > first)
        spans.push({
          start: startOf(tokens, first),
          end: endOf(tokens, end - 1),
          type: 'NAME',
          score: 0.85,
          detector: 'context',
        });
  }
  return spans;
}

type Stretch = readonly [first: number, end: number];
type Reader = (tokens: TokenList, at: number) => readonly Stretch[];
const NOTHING: readonly Stretch[] = [];

/** `Preferred: Tiny`, `Last: Pill`: a field that stands alone on its line. */
const field: Reader = (tokens, at) => {
  if (gapBefore(tokens, at) < LINE) return NOTHING;
  let mark = at + 1;
  if (wordAt(tokens, mark) === 'name') mark++;
  const first = mark + 1;
  if (markAt(tokens, mark) !== ':' || gapBefore(tokens, first) >= LINE) return NOTHING;
  const end = nameEnd(tokens, first, 3);
  return gapBefore(tokens, end) >= LINE ? [[first, end]] : NOTHING;
};

/** `to be called Tiny`, `goes by "Nana Bee"`. */
const alias: Reader = (tokens, at) => {
  const before = wordAt(tokens, at - 1);
  const asked = wordAt(tokens, at) === 'called' ? before === 'be' || before === 'is' : before.startsWith('go');
  if (!asked) return NOTHING;
  const quoted = QUOTES.has(markAt(tokens, at + 1));
  const first = quoted ? at + 2 : at + 1;
  if (!isCapitalized(tokens, first) || gapBefore(tokens, first) >= LINE) return NOTHING;
  return [[first, nameEnd(tokens, first, quoted ? 4 : 2)]];
};
const QUOTES = new Set(['"', '“', "'", '‘']);

/** `a/k/a "Nana Bee Swell"`. */
const knownAs: Reader = (tokens, at) => {
  const slashed = markAt(tokens, at + 1) === '/' && wordAt(tokens, at + 2) === 'k' && wordAt(tokens, at + 4) === 'a';
  const index = slashed ? at + 5 : at + 1;
  if (!slashed && wordAt(tokens, at) === 'a') return NOTHING;
  const first = QUOTES.has(markAt(tokens, index)) ? index + 1 : index;
  return gapBefore(tokens, first) >= LINE ? NOTHING : [[first, nameEnd(tokens, first, 4)]];
};

/** `Pt (Bits) reports`, `Nephrology (Ou) following`: one capitalised word in brackets, then a small word. */
const bracketed: Reader = (tokens, at) => {
  const name = at + 2;
  if (markAt(tokens, at + 1) !== '(' || markAt(tokens, at + 3) !== ')' || !isCapitalized(tokens, name)) return NOTHING;
  const small = tokens.shape[at + 4] === LOWER && isWord(tokens, at + 4);
  const flags = flagsAt(tokens, name);
  if (!small || NOT_PERSONS.has(wordAt(tokens, name)) || (flags & MEDICAL) !== 0 || wordAt(tokens, name).length < 2)
    return NOTHING;
  return (flags & COMMON) === 0 || (flags & NAME) !== 0 || ACTING.has(wordAt(tokens, at + 4))
    ? [[name, name + 1]]
    : NOTHING;
};

/** `Thanks Jomo!`, `Hi Jessica,`: a greeting and one or two names before a mark. */
const greeting: Reader = (tokens, at) => {
  const first = markAt(tokens, at + 1) === ',' ? at + 2 : at + 1;
  if (!isCapitalized(tokens, first) || gapBefore(tokens, first) >= LINE || !isCapitalized(tokens, at)) return NOTHING;
  const end = nameEnd(tokens, first, 2);
  const mark = markAt(tokens, end);
  return mark === '!' || mark === ',' || mark === '.' || mark === ':' ? [[first, end]] : NOTHING;
};

/** `Dear RAY,`. */
const salutation: Reader = (tokens, at) => {
  const end = nameEnd(tokens, at + 1, 3);
  return gapBefore(tokens, at + 1) < LINE && (markAt(tokens, end) === ',' || markAt(tokens, end) === ':')
    ? [[at + 1, end]]
    : NOTHING;
};

/** `Best,⏎Hunter`: what stands alone on the line below. */
const closing: Reader = (tokens, at) => {
  const first = at + 2;
  if (markAt(tokens, at + 1) !== ',' || gapBefore(tokens, first) < LINE) return NOTHING;
  const end = nameEnd(tokens, first, 4);
  return gapBefore(tokens, end) >= LINE || markAt(tokens, end) === ',' ? [[first, end]] : NOTHING;
};

/** `please advise. Scott.` */
const asked: Reader = (tokens, at) => {
  const name = at + 2;
  if (markAt(tokens, at + 1) !== '.' || !isCapitalized(tokens, name) || markAt(tokens, name + 1) !== '.')
    return NOTHING;
  return mayBePerson(tokens, name) ? [[name, name + 1]] : NOTHING;
};

/** `report called to Catalina`, `hand-off to Paschal`, `forwarded to Box, Chastity`, `ask for Ivory`, `works under Theresa`. */
const handover: Reader = (tokens, at) => {
  if (!isCapitalized(tokens, at + 1)) return NOTHING;
  const pair = `${wordAt(tokens, at - 1)} ${wordAt(tokens, at)}`;
  if (!HANDOVERS.has(pair) || gapBefore(tokens, at + 1) >= LINE) return NOTHING;
  return person(tokens, at + 1);
};
const HANDOVERS: ReadonlySet<string> = new Set([
  'called to',
  'off to',
  'handoff to',
  'handover to',
  'over to',
  'forwarded to',
  'routed to',
  'report to',
  'report from',
  'handoff from',
  'off from',
  'ask for',
  'asking for',
  'works under',
  'worked under',
  'working under',
  'reports to',
  'endorsed to',
  'escalated to',
  'misfiled under',
  'word for',
  'message for',
  'message with',
  'filed under',
]);

/** `staffed w/ Ng`, `discuss with TSHABALALA in AM`, `f/u c Laskaris`. */
const company: Reader = (tokens, at) => {
  const key = wordAt(tokens, at);
  const slashed = key === 'w' && markAt(tokens, at + 1) === '/';
  if (key === 'w' && !slashed) return NOTHING;
  if (key === 'c' && !(tokens.shape[at] === LOWER && wordAt(tokens, at - 1) === 'u' && markAt(tokens, at - 2) === '/'))
    return NOTHING;
  if (key === 'with' && !MEETINGS.has(wordAt(tokens, at - 1)) && !MEETINGS.has(wordAt(tokens, at - 2))) return NOTHING;
  const first = slashed ? at + 2 : at + 1;
  const staffed = MEETINGS.has(wordAt(tokens, at - 1));
  if (gapBefore(tokens, first) >= LINE) return NOTHING;
  if (staffed && PARTICLES.has(wordAt(tokens, first)) && markAt(tokens, first + 2) === '.') return [[first, first + 2]];
  return person(tokens, first);
};
const MEETINGS = wordSet(
  'staffed discuss discussed reviewed review precepted seen appt appointment rounded confer conferred coordinated spoke speak met',
);

/** `PRINTED 16APR2024 BY SY,CHERRY`. */
const printed: Reader = (tokens, at) => {
  let by = at + 1;
  while (by < at + 10 && gapBefore(tokens, by) < LINE && wordAt(tokens, by) !== 'by') by++;
  if (wordAt(tokens, by) !== 'by' || gapBefore(tokens, by + 1) >= LINE) return NOTHING;
  const end = nameEnd(tokens, by + 1, 4);
  return end === by + 1
    ? NOTHING
    : [[by + 1, markAt(tokens, end) === ',' && gapBefore(tokens, end + 1) < LINE ? nameEnd(tokens, end + 1, 3) : end]];
};

/** `CC:` and a list of `Larsen, Amir`, one a line. */
const copies: Reader = (tokens, at) => {
  if (markAt(tokens, at + 1) !== ':') return NOTHING;
  const found: Stretch[] = [];
  let first = at + 2;
  while (found.length < 12 && gapBefore(tokens, first) < PARAGRAPH) {
    const family = nameEnd(tokens, first, 3);
    const end = markAt(tokens, family) === ',' ? nameEnd(tokens, family + 1, 3) : family;
    const closed = gapBefore(tokens, end) >= LINE || markAt(tokens, end) === ',' || markAt(tokens, end) === '(';
    if (
      family === first ||
      end === family ||
      !closed ||
      !range(first, end).every(
        (index) => !isWord(tokens, index) || isNamed(tokens, index) || wordAt(tokens, index).length === 1,
      )
    )
      break;
    found.push([first, end]);
    while (end < tokens.count && gapBefore(tokens, first + 1) < LINE) first++;
    first++;
  }
  return found;
};

/** `I, Jessica  Whipple, scribed …`, with two blanks or a line break inside the name. */
const witness: Reader = (tokens, at) => {
  if (tokens.shape[at] !== UPPER || markAt(tokens, at + 1) !== ',') return NOTHING;
  let index = at + 2;
  while (index < at + 9 && markAt(tokens, index) !== ',' && gapBefore(tokens, index) < PARAGRAPH) index++;
  const verb = wordAt(tokens, index + 1);
  return markAt(tokens, index) === ',' &&
    (WITNESSES.has(verb) || verb.endsWith('ed') || verb.endsWith('ing')) &&
    index - at <= 8
    ? [[at + 2, index]]
    : NOTHING;
};
const WITNESSES = wordSet('am have personally was attest was being a the md do np pa rn cma ma');

/** `Neuro: Bird/MILLS`, `Onc - Karlsdottir; Surg - Finkelstein`, `PCP - Orr, last seen`, `Nephrology (Ou) following`. */
const service: Reader = (tokens, at) => {
  const inBrackets = bracketed(tokens, at);
  if (inBrackets.length > 0) return inBrackets;
  const mark = markAt(tokens, at + 1);
  const pcp = wordAt(tokens, at) === 'pcp';
  const first = mark === '' ? at + 1 : at + 2;
  if (gapBefore(tokens, first) >= LINE || isGlued(tokens, at + 1)) if (mark !== ':') return NOTHING;
  if (mark !== ':' && mark !== '-' && mark !== '–' && mark !== '=' && !(mark === '' && pcp)) return NOTHING;
  const end = nameEnd(tokens, first, 3);
  if (end === first) return mark === ':' ? NOTHING : smallName(tokens, first);
  if (markAt(tokens, end) === '/' && isGlued(tokens, end) && isGlued(tokens, end + 1) && mark !== '')
    return pairOf(tokens, first, end);
  const clear = pcp ? [first] : range(first, end);
  return clear.every(
    (index) =>
      !isWord(tokens, index) ||
      wordAt(tokens, index).length === 1 ||
      (pcp ? isNamed(tokens, index) : isSurname(tokens, index)),
  )
    ? [[first, end]]
    : NOTHING;
};

function smallName(tokens: TokenList, at: number): readonly Stretch[] {
  const flags = flagsAt(tokens, at);
  const plain = (flags & (COMMON | ENGLISH | MEDICAL | EPONYM)) === 0 && wordAt(tokens, at).length >= 5;
  const closed = markAt(tokens, at + 1) === ';' || markAt(tokens, at + 1) === '.';
  return plain && closed && gapBefore(tokens, at) === SPACE ? [[at, at + 1]] : NOTHING;
}

function pairOf(tokens: TokenList, first: number, slash: number): readonly Stretch[] {
  const end = nameEnd(tokens, slash + 1, 2);
  const all = [...range(first, slash), ...range(slash + 1, end)].filter((index) => isWord(tokens, index));
  const named = all.every((index) => isNamed(tokens, index)) && all.some((index) => isSurname(tokens, index));
  return named && end > slash + 1
    ? [
        [first, slash],
        [slash + 1, end],
      ]
    : NOTHING;
}

/** `Vocera Brunhilda or dial`. */
const device: Reader = (tokens, at) =>
  gapBefore(tokens, at + 1) < LINE && digitsAt(tokens, at + 1) === '' ? person(tokens, at + 1) : NOTHING;

const READERS: ReadonlyMap<string, Reader> = new Map([
  ...each('first last middle given surname forename preferred nickname alias confidential maiden', field),
  ...each('called by', alias),
  ...each('a aka', knownAs),
  ...each('pt patient client team attending resident surgeon nurse', bracketed),
  ...each('thanks hi hello hey thx', greeting),
  ...each('dear', salutation),
  ...each('best cheers warmly regards sincerely respectfully', closing),
  ...each('advise', asked),
  ...each('to from for under', handover),
  ...each('w with c', company),
  ...each('printed', printed),
  ...each('cc copies', copies),
  ...each('i', witness),
  ...each('vocera voalte page paged', device),
  ...each(
    'neuro neurology onc oncology heme hematology surg surgery ortho orthopedics cards cardiology nephro nephrology renal gi pulm pulmonology endo endocrinology rheum rheumatology derm urology uro gyn ob obgyn psych psychiatry ent ophtho vascular anesthesia anesthesiology pcp hospitalist podiatry',
    service,
  ),
]);

const READABLE = leadWords(READERS.keys());

function each(words: string, reader: Reader): [string, Reader][] {
  return words.split(' ').map((word) => [word, reader]);
}
