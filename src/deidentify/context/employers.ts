import type { Detector, Note } from '../detector.ts';
import { COMMON, EMPLOYER, MEDICAL } from '../lexicon/flags.ts';
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
import { CAPITAL, LINE, LOWER, UPPER, type TokenList } from '../text/token-list.ts';
import { COMPANY_ENDS } from './company-words.ts';
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
  wordSet(
    'forms paperwork employed employer employment works worked working job retired employee shift career drives school work workplace nights days occupation',
  ),
);
const LINKS = wordSet('at by for with from is');
/** Words at which the name of an employer ends. */
const STOPS = wordSet(
  'as since in for and but who which where while when because he she they with from until at on is was has a an this that full part time of',
);
/** In a note of capitals, further ones. */
const UPPER_STOPS = wordSet(
  'after before during about years year months days nights to in so if then also prior without over under',
);
const JOINS = new Set(["'", '’', '-', '&']);
const MOST_WORDS = 6;

/** After `employed at` anything up to the next stop, even `the paper mill`; after the others capitalised words only. */
function employerAfter(tokens: TokenList, at: number): { first: number; last: number } | undefined {
  const key = wordAt(tokens, at);
  if (markAt(tokens, at + 1) === ':' && LABELS.has(key)) return labelled(tokens, at + 2);
  const strong = key === 'employed' || key === 'employer';
  if ((key === 'nights' || key === 'days') && !WORKS.has(wordAt(tokens, at - 1))) return undefined;
  // `disability forms for UPS`
  if ((key === 'forms' || key === 'paperwork') && !isEmployer(tokens, at + 2)) return undefined;
  let first = at + 1;
  if (LINKS.has(wordAt(tokens, first))) first++;
  else return undefined;
  if ((key === 'works' || key === 'worked' || key === 'working') && wordAt(tokens, first - 1) === 'with')
    return undefined;
  if (wordAt(tokens, first) === 'home') return undefined;
  const the = wordAt(tokens, first) === 'the' && !isCapitalized(tokens, first);
  if (the && !strong && tokens.shape[first + 1] === LOWER) return workplace(tokens, first);
  if (the ? !strong && !isCapitalized(tokens, first + 1) : !isCapitalized(tokens, first)) return undefined;
  if (the && tokens.shape[first + 1] !== CAPITAL && !strong) return undefined;
  return wholeName(tokens, first, strong);
}

/** `works for the fire department`, `retired from the steel plant`: a place of work of one or two words in small letters. */
function workplace(tokens: TokenList, the: number): { first: number; last: number } | undefined {
  for (let last = the + 1; last <= the + 4; last++) {
    if (markAt(tokens, last) !== '' && !JOINS.has(markAt(tokens, last))) return undefined;
    if (gapBefore(tokens, last) >= LINE || STOPS.has(wordAt(tokens, last))) return undefined;
    if (WORKPLACES.has(wordAt(tokens, last)) && last > the + 1) return { first: the, last };
  }
  return undefined;
}
const WORKPLACES = wordSet(
  'mill plant factory department jail prison company warehouse district brewery bakery refinery mine quarry shipyard port dealership casino cannery foundry dairy farm ranch depot yard bureau authority commission',
);

function isEmployer(tokens: TokenList, at: number): boolean {
  return wordAt(tokens, at - 1) === 'for' && (flagsAt(tokens, at) & EMPLOYER) !== 0 && isCapitalized(tokens, at);
}

const LABELS = wordSet('employer employment school work workplace');
const WORKS = wordSet('works worked working work');
/** What stands behind `Employer:` or `Work:` and is none. */
const NO_EMPLOYERS = wordSet(
  'none self retired unemployed disabled disability student homemaker n na unknown light full part no not yes see doing off may can return excuse current',
);

/** `School/work: Larkspur Head Start`, `Employer: UPS`: a name that begins the value; behind `Work:` of two words. */
function labelled(tokens: TokenList, first: number): { first: number; last: number } | undefined {
  if (!isCapitalized(tokens, first) || gapBefore(tokens, first) >= LINE) return undefined;
  if (NO_EMPLOYERS.has(wordAt(tokens, first))) return undefined;
  const whole = wholeName(tokens, first, false);
  if (wordAt(tokens, first - 2).startsWith('employ')) return whole;
  if (whole === undefined || whole.last === first) return undefined;
  for (let at = first; at <= whole.last; at++)
    if (isWord(tokens, at) && (flagsAt(tokens, at) & (COMMON | MEDICAL)) === 0) return whole;
  if (COMPANY_ENDS.has(wordAt(tokens, whole.last))) return whole;
  return undefined;
}

/** Words of an employer's name from its first on. */
function wholeName(tokens: TokenList, first: number, strong: boolean): { first: number; last: number } | undefined {
  let last = first;
  for (let words = 1; words < MOST_WORDS;) {
    let next = last + 1;
    if (JOINS.has(markAt(tokens, next))) next++;
    if (!isWord(tokens, next) || gapBefore(tokens, next) >= LINE || !continues(tokens, next, strong)) break;
    if (wordAt(tokens, next) !== 's') words++;
    last = next;
  }
  const lone = first === last;
  const medical = (flagsAt(tokens, first) & MEDICAL) !== 0 && !(strong && tokens.shape[first] === CAPITAL);
  if (lone && (!isCapitalized(tokens, first) || medical || NEVER_NAMES.has(wordAt(tokens, first)))) return undefined;
  return { first, last };
}

function continues(tokens: TokenList, at: number, strong: boolean): boolean {
  const key = wordAt(tokens, at);
  if (key === 's') return true;
  if (tokens.shape[at] === UPPER && (STOPS.has(key) || UPPER_STOPS.has(key))) return false;
  if (tokens.shape[at] !== LOWER) return true;
  if (key === 'of' || key === 'and') return isCapitalized(tokens, at + 1) && isCapitalized(tokens, at - 1);
  return strong && !STOPS.has(key);
}
