import type { Detector, Note } from '../detector.ts';
import type { DetectedSpan } from '../span.ts';
import { leadWords, NUMBER_LEAD } from '../text/leads.ts';
import {
  digitsAt,
  endOf,
  gapBefore,
  isGlued,
  isNumber,
  isWord,
  markAt,
  nextLead,
  startOf,
  wordAt,
} from '../text/reading.ts';
import { LINE, type TokenList } from '../text/token-list.ts';
import { UNITS, wordSet } from './vocabulary.ts';

/** Ages of 90 and over, in digits and in words (45 CFR 164.514(b)(2)(i)(C)); younger ages stay. */
export const ages: Detector = {
  name: 'patterns',
  detect: ({ tokens }: Note) => {
    const spans: DetectedSpan[] = [];
    for (let at = nextLead(tokens, 0, LEADS); at < tokens.count; at = nextLead(tokens, at + 1, LEADS)) {
      const end = isNumber(tokens, at) ? ageInDigits(tokens, at) : ageInWords(tokens, at);
      if (end === -1) continue;
      spans.push({
        start: startOf(tokens, at),
        end: endOf(tokens, end - 1),
        type: 'AGE',
        score: 0.95,
        detector: 'patterns',
      });
      at = end - 1;
    }
    return spans;
  },
};

const LEADS = NUMBER_LEAD | leadWords(['ninety', 'one', 'a']);
const ONES = wordSet('one two three four five six seven eight nine');
const BEFORE = wordSet('age aged ages turned turning turns reached nineties centenarian nonagenarian');
const PEOPLE = wordSet(
  'mother father aunt uncle grandmother grandfather grandma grandpa sister brother mom dad wife husband patient she he who lived until died parent',
);

function ageInDigits(tokens: TokenList, at: number): number {
  const digits = digitsAt(tokens, at);
  const age = Number(digits);
  if (digits.length > 3 || age < 90 || age > 125) return -1;
  return isAgeHere(tokens, at, at + 1) ? at + 1 : -1;
}

function ageInWords(tokens: TokenList, at: number): number {
  const key = wordAt(tokens, at);
  let end = at + 1;
  if (key === 'ninety') {
    if (markAt(tokens, end) === '-' && ONES.has(wordAt(tokens, end + 1))) end += 2;
    else if (ONES.has(wordAt(tokens, end))) end++;
  } else if ((key === 'one' || key === 'a') && wordAt(tokens, end) === 'hundred') {
    end++;
    const joined = wordAt(tokens, end) === 'and' ? end + 1 : end;
    if (SMALL.has(wordAt(tokens, joined))) end = joined + 1;
  } else return -1;
  return isAgeHere(tokens, at, end) ? end : -1;
}

const SMALL = wordSet('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen');

/** Words around say age, and none says degrees, percent or a dose. */
function isAgeHere(tokens: TokenList, at: number, end: number): boolean {
  if (isAgeSuffix(tokens, end)) return true;
  if (UNITS.has(wordAt(tokens, end)) && gapBefore(tokens, end) < LINE && wordAt(tokens, end) !== 'in') return false;
  const mark = markAt(tokens, end);
  if (
    mark === '%' ||
    mark === '/' ||
    mark === '°' ||
    (mark === '.' && isNumber(tokens, end + 1) && isGlued(tokens, end + 1)) ||
    (mark === '-' && isNumber(tokens, end + 1))
  )
    return false;
  const opening = markAt(tokens, at - 1);
  let before = at - 1;
  if (opening === '(' || opening === ':' || opening === '-') before--;
  if (markAt(tokens, at - 1) === '.' || markAt(tokens, at - 1) === '/') return false;
  if (isApposition(tokens, at, end)) return true;
  const word = wordAt(tokens, before);
  if (BEFORE.has(word)) return true;
  if (word === 'at' && before === at - 1 && (PRONOUNS.has(wordAt(tokens, end)) || isDeath(tokens, before))) return true;
  if (
    word === 'of' ||
    word === 'to' ||
    word === 'was' ||
    word === 'is' ||
    word === 'at' ||
    word === 'almost' ||
    word === 'nearly' ||
    word === 'past'
  ) {
    return hasAgeWordNear(tokens, before, word);
  }
  return false;
}

const PRONOUNS = wordSet('he she they his her');
const DEATHS = wordSet('passed died deceased lived death away dead still alive');
const ENDS = new Set([',', '.', ';', ')']);

/** `aunt, 97, lives alone`, `Brother Anders (101) has …`: a person, then the number between marks. */
function isApposition(tokens: TokenList, at: number, end: number): boolean {
  const opening = markAt(tokens, at - 1);
  if ((opening !== ',' && opening !== '(') || !ENDS.has(markAt(tokens, end))) return false;
  if (isNumber(tokens, end + 1) || gapBefore(tokens, at) >= LINE) return false;
  for (let before = at - 2; before > at - 5 && isWord(tokens, before); before--)
    if (PEOPLE.has(wordAt(tokens, before)) || RELATED.has(wordAt(tokens, before))) return true;
  return false;
}

const RELATED = wordSet(
  'cousin niece nephew great-aunt godmother godfather stepmother stepfather neighbor roommate friend spouse partner twin mom grandpa grandma',
);

/** `passed away in her sleep at 97`, `died at ninety-six`. */
function isDeath(tokens: TokenList, before: number): boolean {
  for (let back = before - 1; back > before - 4; back--) if (DEATHS.has(wordAt(tokens, back))) return true;
  return false;
}

function isAgeSuffix(tokens: TokenList, end: number): boolean {
  let at = end;
  if (markAt(tokens, at) === '-' || markAt(tokens, at) === '‑') at++;
  const word = wordAt(tokens, at);
  if (
    word === 'yo' ||
    word === 'yof' ||
    word === 'yom' ||
    word === 'yro' ||
    (word === 'yr' && wordAt(tokens, at + 1) === 'old')
  )
    return true;
  if (
    word === 'y' &&
    (markAt(tokens, at + 1) === '/' ||
      markAt(tokens, at + 1) === '.' ||
      wordAt(tokens, at + 1) === 'o' ||
      gapBefore(tokens, at) === 0)
  )
    return true;
  if (word !== 'year' && word !== 'years' && word !== 'yrs' && word !== 'yr') return false;
  const next = markAt(tokens, at + 1) === '-' ? at + 2 : at + 1;
  const after = wordAt(tokens, next);
  return after === 'old' || (after === 'of' && wordAt(tokens, next + 1) === 'age') || after === 'young';
}

/** `to the age of 96`, `lived to 102`, `her mother is 94`. */
function hasAgeWordNear(tokens: TokenList, before: number, word: string): boolean {
  for (let back = 1; back <= 3; back++) {
    const near = wordAt(tokens, before - back);
    if (near === 'age' || near === 'ages' || near === 'lived') return true;
    if (back <= 2 && (word === 'is' || word === 'was' || word === 'at') && PEOPLE.has(near)) return true;
  }
  return false;
}
