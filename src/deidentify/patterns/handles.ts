import { COMMON, ENGLISH, MEDICAL } from '../lexicon/flags.ts';
import { leadWords } from '../text/leads.ts';
import { endOf, flagsAt, gapBefore, isGlued, isWord, markAt, startOf, wordAt } from '../text/reading.ts';
import { LINE, type TokenList } from '../text/token-list.ts';
import { wordSet } from './vocabulary.ts';

/** Words that say by themselves that a name of a user follows. */
const LABELS = wordSet('handle username login userid screenname');
/** Portals and messengers, whose users have such names. */
const SERVICES = wordSet(
  'portal mychart user screen skype facetime zoom facebook messenger instagram snapchat tiktok telegram twitter discord whatsapp signal teams followmyhealth healow gmail logged logs signed username account doximity webex viber wechat kakaotalk venmo paypal',
);
/** Words between the service and the name. */
const BRIDGES = wordSet(
  'account user username userid name id login handle is was as under with in on up for called named profile page through at her his their the patient portal new screen by via',
);
const NAMING = wordSet('name id handle login username userid is');
const QUOTES = new Set([':', '(', '"', '“', "'", '‘', '=', '@', '/']);
/** On a word that the name of a user can follow. */
export const HANDLE_LEAD = leadWords([...LABELS, ...SERVICES]);
const MOST_BRIDGES = 7;
const SHORTEST = 4;

/** Tokens of the user's name that a label or a service at `at` announces: `portal account hbrand7`, `Skype: ida.moe`. */
export function handleAfter(tokens: TokenList, at: number): { first: number; end: number } | undefined {
  let naming = LABELS.has(wordAt(tokens, at));
  let next = at + 1;
  for (let steps = 0; steps < MOST_BRIDGES && next < tokens.count && gapBefore(tokens, next) < LINE; steps++) {
    const word = wordAt(tokens, next);
    const quote = QUOTES.has(markAt(tokens, next));
    if (word === '' && !quote) return undefined;
    if (quote) naming ||= markAt(tokens, next) === ':' || markAt(tokens, next) === '=';
    else {
      const end = runEnd(tokens, next);
      if (isHandle(tokens, next, end) || (naming && isLoneName(tokens, next, end)))
        return { first: markAt(tokens, next - 1) === '@' ? next - 1 : next, end };
      if (!BRIDGES.has(word)) return undefined;
      naming = NAMING.has(word) || (naming && word !== 'was');
    }
    next++;
  }
  return undefined;
}

/** Letters with digits, an underscore, or small words joined by stops; no word of medicine such as `covid19`. */
function isHandle(tokens: TokenList, first: number, end: number): boolean {
  if (isGlued(tokens, first) && isWord(tokens, first - 1)) return false;
  const value = tokens.text.slice(startOf(tokens, first), endOf(tokens, end - 1));
  if (value.length < SHORTEST || !/^[\p{L}\p{M}][\p{L}\p{M}\p{N}._:-]*$/u.test(value)) return false;
  if ((flagsAt(tokens, first) & MEDICAL) !== 0 && wordAt(tokens, first).length > 3 && end - first === 2) return false;
  if (value.includes('_')) return true;
  if (/\d/.test(value)) return wordAt(tokens, first).length > 1 || /[._]/.test(value);
  return /^[\p{Ll}]{2,}(?:[.:][\p{Ll}]{2,})+$/u.test(value);
}

/** `username: jdoe`: one word that is none of the language. */
function isLoneName(tokens: TokenList, first: number, end: number): boolean {
  const common = (flagsAt(tokens, first) & (COMMON | ENGLISH | MEDICAL)) !== 0;
  return (
    (!common || end > first + 1) && wordAt(tokens, first).length >= SHORTEST && !BRIDGES.has(wordAt(tokens, first))
  );
}

/** Index after the last token without a blank before it, closing marks left out. */
function runEnd(tokens: TokenList, at: number): number {
  let end = at + 1;
  while (end < tokens.count && isGlued(tokens, end)) end++;
  while (end > at + 1 && CLOSING.has(markAt(tokens, end - 1))) end--;
  return end;
}

const CLOSING = new Set(['.', ',', ';', ':', ')', ']', '>', '"', "'", '!', '?', '”', '’']);
