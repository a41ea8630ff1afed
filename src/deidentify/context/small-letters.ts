import type { Detector, Note } from '../detector.ts';
import { CITY, COMMON, EMPLOYER, ENGLISH, EPONYM, FAMILY, MEDICAL } from '../lexicon/flags.ts';
import { lookUp } from '../lexicon/lexicon.ts';
import { STATES, wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan, IdentifierType } from '../span.ts';
import { leadWords } from '../text/leads.ts';
import { caseOf } from '../text/note-case.ts';
import {
  digitsAt,
  endOf,
  flagsAt,
  gapBefore,
  isGlued,
  isWord,
  markAt,
  nextLead,
  startOf,
  wordAt,
} from '../text/reading.ts';
import { LINE, type TokenList } from '../text/token-list.ts';
import { COMPANY_ENDS } from './company-words.ts';
import { CERTAIN_HEADS, GENERIC } from './facility-words.ts';

/** Institutions, companies and towns in a note without capital letters, where only the words tell. */
export const smallLetters: Detector = {
  name: 'context',
  detect: ({ tokens }: Note) => {
    const spans: DetectedSpan[] = [];
    if (caseOf(tokens) !== 'small') return spans;
    for (let at = nextLead(tokens, 0, LEADS); at < tokens.count; at = nextLead(tokens, at + 1, LEADS)) {
      const found =
        institutionAt(tokens, at) ?? companyAfter(tokens, at) ?? townBefore(tokens, at) ?? townAfter(tokens, at);
      if (found === undefined) continue;
      const { first, last, type } = found;
      const span = { start: startOf(tokens, first), end: endOf(tokens, last), type, score: 0.75, detector: 'context' };
      spans.push(span);
    }
    return spans;
  },
};

interface Found {
  readonly first: number;
  readonly last: number;
  readonly type: IdentifierType;
}

const TOWN_CUES = wordSet('in from near outside to');
const COMPANY_CUES = wordSet('at for by from with');
/** States after a town, by their codes: `mobile, al 36602`. */
const LEADS = leadWords([...CERTAIN_HEADS, ...COMPANY_ENDS, ...TOWN_CUES, ...COMPANY_CUES, ...STATES]);
const MOST_WORDS = 5;
const MOVES = wordSet(
  'moved moving lives lived living commutes drives drove flew traveled travelled trip bus train ambulance came comes born raised grew native originally stays staying hospital care er clinic shelter attorney based relocated visiting returned',
);

/** `tri-state cancer center`, `the tulsa va`: from the noun that ends the name back to where the sentence goes on. */
function institutionAt(tokens: TokenList, at: number): Found | undefined {
  const head = wordAt(tokens, at);
  const company = COMPANY_ENDS.has(head);
  if (!company && !CERTAIN_HEADS.has(head)) return undefined;
  let first = at;
  let rare = false;
  for (let words = 0; words < MOST_WORDS; words++) {
    const joint = isGlued(tokens, first) && JOINTS.has(markAt(tokens, first - 1));
    const before = joint ? first - 2 : first - 1;
    if (!isWord(tokens, before) || gapBefore(tokens, first) >= LINE) break;
    const flags = flagsAt(tokens, before);
    const key = wordAt(tokens, before);
    const strange = isStrange(flags, key) || (REGIONS.has(key) && markAt(tokens, before + 1) === '-');
    if (!strange && !joint && !((GENERIC.has(key) || CERTAIN_HEADS.has(key)) && key.length > 3)) break;
    rare ||= strange;
    first = before;
  }
  if (!rare || first === at) return undefined;
  const va = head === 'va' && wordAt(tokens, first - 1) === 'the';
  return { first: va ? first - 1 : first, last: at, type: 'ORGANIZATION' };
}

/** First parts of regions: `tri-county`. */
const REGIONS = wordSet('tri mid inter twin bi');
const JOINTS = new Set(['-', "'", '’', '&']);

/** No word of English or medicine, or one that is a town's or a family's besides. */
function isStrange(flags: number, key: string): boolean {
  if (key.length < 4 || (flags & (COMMON | MEDICAL)) !== 0) return false;
  return (flags & ENGLISH) === 0 || (flags & (CITY | FAMILY)) !== 0;
}

/** `retired from tyson foods`: a company of the lists. */
function companyAfter(tokens: TokenList, at: number): Found | undefined {
  if (!COMPANY_CUES.has(wordAt(tokens, at))) return undefined;
  const first = wordAt(tokens, at + 1) === 'the' ? at + 2 : at + 1;
  if (!isWord(tokens, first + 1) || gapBefore(tokens, first + 1) >= LINE) return undefined;
  const phrase = `${wordAt(tokens, first)} ${wordAt(tokens, first + 1)}`;
  return (lookUp(phrase) & EMPLOYER) === 0 ? undefined : { first, last: first + 1, type: 'ORGANIZATION' };
}

/** `mobile, al 36602`: what stands before a state and a ZIP code. */
function townBefore(tokens: TokenList, at: number): Found | undefined {
  if (!STATES.has(wordAt(tokens, at)) || markAt(tokens, at - 1) !== ',' || !isWord(tokens, at - 2)) return undefined;
  const zip = digitsAt(tokens, at + 1).length === 5;
  const furthest = zip ? at - 4 : at - 2;
  let first = at - 2;
  while (first > furthest && isWord(tokens, first - 1) && gapBefore(tokens, first) < LINE) first--;
  while (first < at - 2 && (lookUp(phraseOf(tokens, first, at - 2)) & CITY) === 0) first++;
  const known = (lookUp(phraseOf(tokens, first, at - 2)) & CITY) !== 0;
  return known && (zip || first < at - 2) ? { first, last: at - 2, type: 'ADDRESS' } : undefined;
}

/** `the bus from zanesville`, `staying in eau claire`: a town of the lists behind a word of moving. */
function townAfter(tokens: TokenList, at: number): Found | undefined {
  if (!TOWN_CUES.has(wordAt(tokens, at)) || !hasMoveBefore(tokens, at)) return undefined;
  for (let last = at + 3; last > at; last--) {
    if (gapBefore(tokens, last) >= LINE || !isWord(tokens, last)) continue;
    const phrase = phraseOf(tokens, at + 1, last);
    if ((lookUp(phrase) & CITY) === 0) continue;
    const lone = last === at + 1;
    if (lone && (flagsAt(tokens, last) & (COMMON | ENGLISH | MEDICAL | EPONYM)) !== 0) continue;
    return { first: at + 1, last, type: 'ADDRESS' };
  }
  return undefined;
}

function phraseOf(tokens: TokenList, first: number, last: number): string {
  let phrase = '';
  for (let at = first; at <= last; at++) phrase += `${at > first ? ' ' : ''}${wordAt(tokens, at)}`;
  return phrase;
}

function hasMoveBefore(tokens: TokenList, at: number): boolean {
  for (let before = at - 1; before > at - 7 && markAt(tokens, before) !== '.'; before--)
    if (MOVES.has(wordAt(tokens, before))) return true;
  return false;
}
