import type { Detector, Note } from '../detector.ts';
import { MEDICAL } from '../lexicon/flags.ts';
import { MONTHS, wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan } from '../span.ts';
import { BEHIND_LEAD, LINE_LEAD, UPPER_LEAD } from '../text/leads.ts';
import {
  endOf,
  flagsAt,
  gapBefore,
  isGlued,
  isInHeading,
  isNumber,
  isWord,
  markAt,
  startOf,
  startsSentence,
  wordAt,
} from '../text/reading.ts';
import { LINE, LOWER, UPPER, type TokenList } from '../text/token-list.ts';
import { CREDENTIALS } from './person-cues.ts';
import {
  isDictation,
  isDottedSigner,
  isJobTypist,
  isLabelledTypist,
  isSigner,
  isTypist,
  isTypistOfJob,
} from './typists.ts';

/** Initials of dictating clinicians and typists: `transcribed 10-26-2024 by im`, `SKO/jlb`, `(AJJ)` at the end of a line. */
export const signatures: Detector = {
  name: 'context',
  detect: ({ tokens }: Note) => {
    const spans: DetectedSpan[] = [];
    const add = (at: number): void => {
      spans.push({ start: startOf(tokens, at), end: endOf(tokens, at), type: 'NAME', score: 0.8, detector: 'context' });
    };
    for (let at = 0; at < tokens.count; at++) {
      if (!isWord(tokens, at) || !mayBegin(tokens, at)) continue;
      const length = endOf(tokens, at) - startOf(tokens, at);
      if (length === 1 && isDashedSigner(tokens, at)) {
        add(at);
        add(at + 2);
      }
      if (length === 1 && isDatedSigner(tokens, at)) {
        add(at);
        add(at + 2);
      }
      if (length === 1 && isDottedSigner(tokens, at)) {
        add(at);
        add(at + 2);
        add(at + 5);
      }
      if (length < 2 || length > 4) continue;
      if (isJobTypist(tokens, at)) {
        add(at);
        spans.push({
          start: startOf(tokens, at + 2),
          end: endOf(tokens, at + 2),
          type: 'ID',
          score: 0.8,
          detector: 'context',
        });
      }
      if (isTypist(tokens, at) || isLabelledTypist(tokens, at) || isOnShift(tokens, at)) add(at);
      else if (isSignOff(tokens, at)) add(at);
      else if (isDictation(tokens, at) || isSigner(tokens, at)) {
        add(at);
        add(at + 2);
      } else if (takesOver(tokens, at) || isSeen(tokens, at) || isConsulted(tokens, at) || isTypistOfJob(tokens, at))
        add(at);
    }
    return spans;
  },
};

/** Initials are capitals, or begin a line, or stand behind a mark, a number or `by`. */
function mayBegin(tokens: TokenList, at: number): boolean {
  return ((tokens.leads[at] ?? 0) & LEADS) !== 0 || INTRODUCING.has(wordAt(tokens, at - 1));
}

const INTRODUCING = wordSet('by transcriptionist typist transcriber');
const LEADS = UPPER_LEAD | LINE_LEAD | BEHIND_LEAD;
/** `-- T.G.` at the end of a line. */
function isDashedSigner(tokens: TokenList, at: number): boolean {
  const mark = markAt(tokens, at - 1);
  const dashed =
    mark === '–' || mark === '—' || (mark === '-' && (markAt(tokens, at - 2) === '-' || gapBefore(tokens, at - 1) > 0));
  return (
    dashed &&
    tokens.shape[at] === UPPER &&
    markAt(tokens, at + 1) === '.' &&
    isGlued(tokens, at + 2) &&
    wordAt(tokens, at + 2).length === 1 &&
    gapBefore(tokens, markAt(tokens, at + 3) === '.' ? at + 4 : at + 3) >= LINE
  );
}

/** `I composed this narrative. P.B. 4/1/2023`: two initials with their stops, then the day of signing. */
function isDatedSigner(tokens: TokenList, at: number): boolean {
  const second = at + 2;
  return (
    tokens.shape[at] === UPPER &&
    startsSentence(tokens, at) &&
    markAt(tokens, at + 1) === '.' &&
    isGlued(tokens, second) &&
    wordAt(tokens, second).length === 1 &&
    tokens.shape[second] === UPPER &&
    markAt(tokens, second + 1) === '.' &&
    ((isNumber(tokens, second + 2) && !isGlued(tokens, second + 2)) || MONTHS.has(wordAt(tokens, second + 2)))
  );
}

/** `Day team informed. RNÞ` and `X, MD (MSK)`: letters that stand alone where a name would. */
function isSignOff(tokens: TokenList, at: number): boolean {
  if (tokens.shape[at] !== UPPER || wordAt(tokens, at).length !== 3) return false;
  const bracketed = markAt(tokens, at - 1) === '(' && markAt(tokens, at + 1) === ')';
  if (bracketed) return CREDENTIALS.has(wordAt(tokens, at - 2)) && tokens.shape[at - 2] === UPPER;
  return (
    flagsAt(tokens, at) === 0 &&
    markAt(tokens, at - 1) === '.' &&
    gapBefore(tokens, at) < LINE &&
    tokens.shape[at - 2] === LOWER &&
    gapBefore(tokens, at + 1) >= LINE
  );
}

/** `KFR seen 2/1/23`: three capitals that are no abbreviation, at the beginning of a sentence in small letters. */
function isSeen(tokens: TokenList, at: number): boolean {
  return (
    tokens.shape[at] === UPPER &&
    wordAt(tokens, at).length === 3 &&
    flagsAt(tokens, at) === 0 &&
    startsSentence(tokens, at) &&
    tokens.shape[at + 1] === LOWER &&
    gapBefore(tokens, at + 1) < LINE &&
    (SEEN.has(wordAt(tokens, at + 1)) || (wordAt(tokens, at + 1) === 'was' && HERE.has(wordAt(tokens, at + 2))))
  );
}
const HERE = wordSet('present here seen able accompanied brought called told asked');
const SEEN = wordSet('seen presents presented attended arrived returned reports reported states denies says came');

/** `BTB 0700-1900`. */
function isOnShift(tokens: TokenList, at: number): boolean {
  const clock = (index: number): boolean =>
    isNumber(tokens, index) && /^(?:[01]\d|2[0-4])[0-5]\d$/.test(tokens.key[index] ?? '');
  const shift = clock(at + 1) && markAt(tokens, at + 2) === '-' && clock(at + 3);
  return shift && tokens.shape[at] === UPPER && wordAt(tokens, at).length <= 3 && startsSentence(tokens, at);
}

/** `Per EAT, hold the dose`, `Reviewed and agreed: BGK.`, `KEG will change the settings`: three capitals where a clinician stands. */
function isConsulted(tokens: TokenList, at: number): boolean {
  if (tokens.shape[at] !== UPPER || wordAt(tokens, at).length !== 3 || (flagsAt(tokens, at) & MEDICAL) !== 0)
    return false;
  if (isInHeading(tokens, at) && wordAt(tokens, at - 1) !== 'per') return false;
  const mark = markAt(tokens, at + 1);
  if (wordAt(tokens, at - 1) === 'per')
    return mark === ',' && gapBefore(tokens, at) < LINE && tokens.shape[at - 1] !== UPPER;
  if (markAt(tokens, at - 1) === ':')
    return AGREED.has(wordAt(tokens, at - 2)) && (mark === '.' || gapBefore(tokens, at + 1) >= LINE);
  const acts = wordAt(tokens, at + 1) === 'will' && tokens.shape[at + 1] === LOWER && startsSentence(tokens, at);
  return acts && CHORES.has(wordAt(tokens, at + 2));
}
const AGREED = wordSet('agreed reviewed approved discussed seen staffed');
const CHORES = wordSet(
  'adjust follow call check recheck see monitor change review titrate repeat round notify discuss order place sign',
);

/** `LEV to adjust the drip rate`: capitals that are given a chore. */
function takesOver(tokens: TokenList, at: number): boolean {
  return (
    tokens.shape[at] === UPPER &&
    wordAt(tokens, at).length === 3 &&
    wordAt(tokens, at + 1) === 'to' &&
    CHORES.has(wordAt(tokens, at + 2)) &&
    (flagsAt(tokens, at) & MEDICAL) === 0
  );
}
