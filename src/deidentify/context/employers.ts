import type { Detector, Note } from '../detector.ts';
import { MEDICAL } from '../lexicon/flags.ts';
import { wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan } from '../span.ts';
import { leadWords } from '../text/leads.ts';
import {
  endOf,
  flagsAt,
  gapBefore,
  isCapitalized,
  isWord,
  markAt,
  nextLead,
  startOf,
  wordAt,
} from '../text/reading.ts';
import { LINE, LOWER, type TokenList } from '../text/token-list.ts';
import { NEVER_NAMES } from './person-cues.ts';

/** Employers, behind the words that announce them. */
export const employers: Detector = {
  name: 'context',
  detect: ({ tokens }: Note) => {
    const spans: DetectedSpan[] = [];
    for (let at = nextLead(tokens, 0, ANNOUNCERS); at < tokens.count; at = nextLead(tokens, at + 1, ANNOUNCERS)) {
      const found = employerAfter(tokens, at);
      if (found === undefined) continue;
      spans.push({
        start: startOf(tokens, found.first),
        end: endOf(tokens, found.last),
        type: 'ORGANIZATION',
        score: 0.8,
        detector: 'context',
      });
      at = found.last;
    }
    return spans;
  },
};

const ANNOUNCERS = leadWords(
  wordSet('employed employer employment works worked working job retired employee shift career drives'),
);
const LINKS = wordSet('at by for with from is');
/** Words at which the name of an employer ends. */
const STOPS = wordSet(
  'as since in for and but who which where while when because he she they with from until at on is was has a an this that full part time of',
);
const JOINS = new Set(["'", '’', '-', '&']);
const MOST_WORDS = 6;

/** After `employed at` anything up to the next stop, even `the paper mill`; after the others capitalised words only. */
function employerAfter(tokens: TokenList, at: number): { first: number; last: number } | undefined {
  const key = wordAt(tokens, at);
  const strong = key === 'employed' || key === 'employer';
  let first = at + 1;
  if (LINKS.has(wordAt(tokens, first))) first++;
  else if (markAt(tokens, first) === ':' && (key === 'employer' || key === 'employment')) first++;
  else return undefined;
  if ((key === 'works' || key === 'worked' || key === 'working') && wordAt(tokens, first - 1) === 'with')
    return undefined;
  if (wordAt(tokens, first) === 'home') return undefined;
  if (!isCapitalized(tokens, first) && !(strong && wordAt(tokens, first) === 'the')) return undefined;
  let last = first;
  for (let words = 1; words < MOST_WORDS;) {
    let next = last + 1;
    if (JOINS.has(markAt(tokens, next))) next++;
    if (!isWord(tokens, next) || gapBefore(tokens, next) >= LINE || !continues(tokens, next, strong)) break;
    if (wordAt(tokens, next) !== 's') words++;
    last = next;
  }
  const lone = first === last;
  if (
    lone &&
    (!isCapitalized(tokens, first) ||
      (flagsAt(tokens, first) & MEDICAL) !== 0 ||
      NEVER_NAMES.has(wordAt(tokens, first)))
  )
    return undefined;
  return { first, last };
}

function continues(tokens: TokenList, at: number, strong: boolean): boolean {
  const key = wordAt(tokens, at);
  if (key === 's') return true;
  if (tokens.shape[at] !== LOWER) return true;
  if (key === 'of' || key === 'and') return isCapitalized(tokens, at + 1) && isCapitalized(tokens, at - 1);
  return strong && !STOPS.has(key);
}
