import type { Detector, Note } from '../detector.ts';
import type { DetectedSpan } from '../span.ts';
import { COMMON, MEDICAL } from '../lexicon/flags.ts';
import { leadWords, NUMBER_LEAD } from '../text/leads.ts';
import {
  digitsAt,
  endOf,
  flagsAt,
  gapBefore,
  isCapitalized,
  isGlued,
  isNumber,
  isWord,
  markAt,
  nextLead,
  startOf,
  startsSentence,
  wordAt,
} from '../text/reading.ts';
import { LINE, LOWER, SPACE, UPPER, type TokenList } from '../text/token-list.ts';
import { SPELLED_DAYS } from './date-words.ts';
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

const LEADS = NUMBER_LEAD | leadWords(['ninety', 'one', 'a', 'ninetieth', 'hundredth']);
const ONES = wordSet('one two three four five six seven eight nine');
const BEFORE = wordSet('age aged ages turned turning turns reached nineties centenarian nonagenarian');
const KIN = wordSet(`
mother father aunt uncle grandmother grandfather grandma grandpa sister brother mom dad mum wife husband parent twin great-grandmother cousin niece nephew
godmother godfather stepmother stepfather mgm mgf pgm pgf granny nana nan stepfather mother-in-law father-in-law grandparent
`);
const PEOPLE = wordSet('patient pt she he who lady gentleman resident spouse partner neighbor roommate friend');
const ADJECTIVES = wordSet('spry sprightly vigorous robust youthful');

function ageInDigits(tokens: TokenList, at: number): number {
  const digits = digitsAt(tokens, at);
  const age = Number(digits);
  if (digits.length > 3 || age < 90 || age > 125) return -1;
  if (isOrdinalBirthday(tokens, at + 1)) return at + 2;
  return isAgeHere(tokens, at, at + 1) ? at + 1 : -1;
}

/** `97th birthday`, from the ordinal's ending on. */
function isOrdinalBirthday(tokens: TokenList, at: number): boolean {
  return isGlued(tokens, at) && ORDINALS.has(wordAt(tokens, at)) && isBirthday(tokens, at + 1);
}

function isBirthday(tokens: TokenList, at: number): boolean {
  return BIRTHDAYS.has(wordAt(tokens, at)) && gapBefore(tokens, at) < LINE;
}

const BIRTHDAYS = wordSet('birthday birthdays bday');
const SPELLED = wordSet('ninetieth hundredth');

function ageInWords(tokens: TokenList, at: number): number {
  const key = wordAt(tokens, at);
  let end = at + 1;
  if (SPELLED.has(key)) return isBirthday(tokens, end) ? end : -1;
  if (key === 'ninety') {
    const unit = markAt(tokens, end) === '-' ? end + 1 : end;
    if (SPELLED_DAYS.has(wordAt(tokens, unit))) return isBirthday(tokens, unit + 1) ? unit + 1 : -1;
    if (ONES.has(wordAt(tokens, unit))) end = unit + 1;
  } else if ((key === 'one' || key === 'a') && wordAt(tokens, end) === 'hundred') {
    end++;
    const joined = wordAt(tokens, end) === 'and' ? end + 1 : end;
    if (isBirthday(tokens, joined + 1) && SPELLED_DAYS.has(wordAt(tokens, joined))) return joined + 1;
    if (SMALL.has(wordAt(tokens, joined))) end = joined + 1;
  } else return -1;
  return isAgeHere(tokens, at, end) ? end : -1;
}

const SMALL = wordSet('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen');

/** Words around say age, and none says degrees, percent or a dose. */
function isAgeHere(tokens: TokenList, at: number, end: number): boolean {
  if (isAgeSuffix(tokens, end) || isOpening(tokens, at, end)) return true;
  const after = wordAt(tokens, end);
  if (UNITS.has(after) && gapBefore(tokens, end) < LINE && after !== 'in' && after !== 'of') return false;
  const mark = markAt(tokens, end);
  if (mark === '/') return isOfSex(tokens, at, end);
  if (
    mark === '%' ||
    mark === '°' ||
    (mark === '.' && isNumber(tokens, end + 1) && isGlued(tokens, end + 1)) ||
    (mark === '-' && isNumber(tokens, end + 1)) ||
    NOT_OF_AGES.has(after)
  )
    return false;
  const opening = markAt(tokens, at - 1);
  if (opening === '.' && wordAt(tokens, at - 2) === 'd') return KIN.has(wordAt(tokens, at - 3));
  if (opening === '.' || opening === '/') return false;
  if (isApposition(tokens, at, end) || isOfKin(tokens, at, end)) return true;
  const before = opening === '(' || opening === ':' || opening === '-' ? at - 2 : at - 1;
  const word = wordAt(tokens, before);
  if (BEFORE.has(word) || ADJECTIVES.has(word)) return true;
  return before === at - 1 ? isAfterLink(tokens, at, end) : isAgeLink(word) && hasAgeWordNear(tokens, before, word);
}

/** What stands behind a saturation, a pressure or a rate, and behind no age. */
const NOT_OF_AGES = wordSet('percent over on mg degrees room bpm mmhg point');
const PRONOUNS = wordSet('he she they his her');
const DEATHS = wordSet('passed died dies deceased lived death away dead still alive living');
const ENDS = new Set([',', '.', ';', ')']);
const ORDINALS = wordSet('st nd rd th');

function isAgeLink(word: string): boolean {
  return LINKS.has(word);
}
const LINKS = wordSet('of to was is at almost nearly past until till be now only just about over see');
const NEARLY = wordSet('almost nearly past only just about over now');

/** `at 95 he`, `died at 94 of`, `until 104`, `will be 93`, `now 92, she`: a small word right before the number. */
function isAfterLink(tokens: TokenList, at: number, end: number): boolean {
  const word = wordAt(tokens, at - 1);
  if (word === 'and' || word === 'died' || word === 'deceased' || word === 'd') return isAfterDeath(tokens, at, word);
  if (KIN.has(word)) return ENDS.has(markAt(tokens, end)) || markAt(tokens, end) === '(';
  if (!isAgeLink(word)) return false;
  if (word === 'at' && (PRONOUNS.has(wordAt(tokens, end)) || isDeath(tokens, at - 1))) return true;
  if (word === 'now' && markAt(tokens, end) === ',' && PRONOUNS.has(wordAt(tokens, end + 1))) return true;
  if (
    word === 'now' &&
    (markAt(tokens, at - 2) === ',' || markAt(tokens, at - 2) === '(') &&
    ENDS.has(markAt(tokens, end))
  )
    return isKinNear(tokens, at - 3);
  if (word === 'be' && wordAt(tokens, at - 3) === 'going') return isKinNear(tokens, at - 4);
  if ((word === 'be' && wordAt(tokens, at - 2) !== 'to') || word === 'is') {
    const subject = word === 'be' ? at - 3 : at - 2;
    if (KIN.has(wordAt(tokens, subject))) return true;
    const person = PEOPLE.has(wordAt(tokens, subject));
    return person && (word === 'be' || AFTER_AGE.has(wordAt(tokens, end)) || ENDS.has(markAt(tokens, end)));
  }
  return hasAgeWordNear(tokens, at - 1, word);
}

const AFTER_AGE = wordSet('and but now with who in lives');

/** `died at 92 and 95`, `Mother died 98`, `father d. 92`. */
function isAfterDeath(tokens: TokenList, at: number, word: string): boolean {
  if (word === 'and') {
    const first = Number(digitsAt(tokens, at - 2));
    return first > 40 && first < 125 && wordAt(tokens, at - 3) === 'at' && isDeath(tokens, at - 3);
  }
  for (let back = at - 2; back > at - 6; back--) if (KIN.has(wordAt(tokens, back))) return true;
  return false;
}

/** `96F with hip pain`, `91M from home` at the beginning of a sentence. */
function isOpening(tokens: TokenList, at: number, end: number): boolean {
  const sex = wordAt(tokens, end);
  if ((sex !== 'f' && sex !== 'm') || tokens.shape[end] !== UPPER || gapBefore(tokens, end) > SPACE) return false;
  const opens = startsSentence(tokens, at) || wordAt(tokens, at - 1) === 'a' || wordAt(tokens, at - 1) === 'is';
  return opens && isNumber(tokens, at) && OPENERS.has(wordAt(tokens, end + 1));
}
const OPENERS = wordSet(
  'with w from who here presents presenting presented hx h pmh c s p seen admitted found brought sent in living',
);

/** `Age/Sex: 92/F`, `Sex/Age: F/92` and `Name: … 92/F`. */
function isOfSex(tokens: TokenList, at: number, end: number): boolean {
  const sex = wordAt(tokens, end + 1);
  if (!(sex === 'f' || sex === 'm' || sex === 'female' || sex === 'male') || !isGlued(tokens, end + 1)) return false;
  return tokens.shape[end + 1] !== LOWER || sex.length > 1;
}

/** `aunt, 97, lives alone`, `Brother Anders (101) has …`, `Mr. Oduya, 97, is`: a person, then the number between marks. */
function isApposition(tokens: TokenList, at: number, end: number): boolean {
  const opening = markAt(tokens, at - 1);
  if ((opening !== ',' && opening !== '(') || !ENDS.has(markAt(tokens, end))) return false;
  if (isNumber(tokens, end + 1) || gapBefore(tokens, at) >= LINE) return false;
  for (let before = at - 2; before > at - 5 && isWord(tokens, before); before--)
    if (isPersonAt(tokens, before)) return true;
  if (wordAt(tokens, at - 2) === 'law' && markAt(tokens, at - 3) === '-') return true;
  const name = isCapitalized(tokens, at - 2) && (flagsAt(tokens, at - 2) & (COMMON | MEDICAL)) === 0;
  return name && opening === ',' && markAt(tokens, end) === ',' && AFTER_PERSON.has(wordAt(tokens, end + 1));
}
const AFTER_PERSON = wordSet('is was who has had lives comes presents denies reports of and a the he she');

/** `Mother: 96, alive`, `Father - 93 (CHF)`: a family history in short. */
function isOfKin(tokens: TokenList, at: number, end: number): boolean {
  const mark = markAt(tokens, at - 1);
  if (mark !== ':' && mark !== '-' && mark !== '–') return false;
  if (!KIN.has(wordAt(tokens, at - 2))) return false;
  const after = markAt(tokens, end);
  return ENDS.has(after) || after === '(' || gapBefore(tokens, end) >= LINE || wordAt(tokens, end) !== '';
}

function isPersonAt(tokens: TokenList, at: number): boolean {
  return KIN.has(wordAt(tokens, at)) || PEOPLE.has(wordAt(tokens, at));
}

function isKinNear(tokens: TokenList, at: number): boolean {
  for (let before = at; before > at - 3; before--) if (isPersonAt(tokens, before)) return true;
  return false;
}

/** `passed away in her sleep at 97`, `died at ninety-six`. */
function isDeath(tokens: TokenList, before: number): boolean {
  for (let back = before - 1; back > before - 6 && markAt(tokens, back) !== '.'; back--)
    if (DEATHS.has(wordAt(tokens, back))) return true;
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

/** `to the age of 96`, `lived to 102`, `her mother is 94`, `grandmother to 101`. */
function hasAgeWordNear(tokens: TokenList, before: number, word: string): boolean {
  const bound = word === 'to' || word === 'until' || word === 'till';
  for (let back = 1; back <= 3; back++) {
    const near = wordAt(tokens, before - back);
    if (near === 'age' || near === 'ages' || near === 'lived' || near === 'survived') return true;
    if (bound && back <= 2 && (KIN.has(near) || near === 'made')) return true;
    if (back === 1 && NEARLY.has(word) && (near === 'is' || near === 'was')) return isPersonAt(tokens, before - 2);
    if (back <= 2 && (word === 'is' || word === 'was' || word === 'at') && KIN.has(near)) return true;
  }
  return false;
}
