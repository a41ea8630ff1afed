import type { Detector, Note } from '../detector.ts';
import { MEDICAL } from '../lexicon/flags.ts';
import { wordSet } from '../patterns/vocabulary.ts';
import type { DetectedSpan } from '../span.ts';
import { endOf, flagsAt, gapBefore, isCapitalized, isGlued, isWord, markAt, startOf, wordAt } from '../text/reading.ts';
import { LINE, type TokenList } from '../text/token-list.ts';
import { CERTAIN_HEADS, GENERIC, OTHER_HEADS } from './facility-words.ts';

/**
 * The house whose note it is, in the first lines: `Marrow Creek Hematology - clinic note`, `Highmoor General, Observation`, `Tamsen
 * Valley Skin     MRN …`. In a letterhead words of English are a name when they are no title of a note and no kind of care.
 */
export const letterhead: Detector = {
  name: 'context',
  detect: ({ tokens }: Note) => {
    const spans: DetectedSpan[] = [];
    let line = 0;
    for (let at = 0; at < tokens.count && line < LETTERHEAD_LINES; at = nextLine(tokens, at), line++) {
      const end = headEnd(tokens, at);
      if (end > at)
        spans.push({
          start: startOf(tokens, at),
          end: endOf(tokens, end - 1),
          type: 'ORGANIZATION',
          score: 0.8,
          detector: 'context',
        });
    }
    return spans;
  },
};

const LETTERHEAD_LINES = 2;
const MAX_WORDS = 8;

function nextLine(tokens: TokenList, at: number): number {
  let next = at + 1;
  while (next < tokens.count && gapBefore(tokens, next) < LINE) next++;
  return next;
}

/** Index after the last word of the house's name that begins the line, or `at`. */
function headEnd(tokens: TokenList, at: number): number {
  let end = at;
  let proper = 0;
  let plain = 0;
  let care = 0;
  let words = 0;
  for (let index = at; index < tokens.count && words <= MAX_WORDS; index++) {
    const mark = markAt(tokens, index);
    if (index > at && (gapBefore(tokens, index) >= LINE || startOf(tokens, index) - endOf(tokens, index - 1) > 2))
      break;
    if (mark === '&' || (mark !== '' && isGlued(tokens, index) && isGlued(tokens, index + 1) && INNER.has(mark)))
      continue;
    if (mark !== '') break;
    const key = wordAt(tokens, index);
    if (SMALL.has(key)) continue;
    if (!isWord(tokens, index) || (!isCapitalized(tokens, index) && key !== 's')) return at;
    if (TITLES.has(key) || LABELS.has(key) || key === 'per' || CLAUSE_WORDS.has(key)) return at;
    words++;
    end = index + 1;
    if (isCareWord(key)) care++;
    else if (key !== 's') {
      proper++;
      if ((flagsAt(tokens, index) & MEDICAL) === 0) plain++;
    }
  }
  const opens = !isCareWord(wordAt(tokens, at));
  return opens && care > 0 && (plain > 0 || proper > 1) && words > 1 && !goesOnAsProse(tokens, end) ? end : at;
}

function isCareWord(key: string): boolean {
  return GENERIC.has(key) || OTHER_HEADS.has(key) || CERTAIN_HEADS.has(key) || CARE.has(key);
}

/** Behind these it was a label or a sentence; behind a comma a small word goes on with one. */
function goesOnAsProse(tokens: TokenList, end: number): boolean {
  const mark = markAt(tokens, end);
  return NO_END.has(mark) || (mark === ',' && PROSE.has(wordAt(tokens, end + 1)));
}

const PROSE = wordSet('he she they it who the a an pt patient was is were had has reports denies states');
const NO_END = new Set([':', '.', '?']);
const INNER = new Set(["'", '’', '-']);
const SMALL = wordSet('and of the');
/** Kinds of care that the name of a house ends in, besides those of other institutions. */
const CARE = wordSet(
  'hematology dermatology allergy immunology geriatrics hospitalists emergency ed er general memorial regional endoscopy endocrine arthritis orthopedic bone joint joints skin behavioral diabetes hernia vein walk online in urgent wound infectious geriatric nephrology suite unit ward floor',
);
/** Words of a sentence, which in a note of capitals look like those of a name. */
const CLAUSE_WORDS = wordSet(
  'he she they it his her was were is are has had have been will would can may with for at from to by as on after before this that today seen presents presented comes came denies reports',
);
/** Words of the titles of notes. */
const TITLES = wordSet(`
note notes progress discharge summary report consult consultation history physical exam examination letter telephone encounter operative procedure followup visit annual admission
record chart assessment plan intake evaluation addendum transcription dictation message result results order orders form handoff shift update review daily weekly initial subsequent
left right bilateral acute chronic new old chief complaint hpi subjective objective soap operation date time reason
`);
const LABELS = wordSet(
  'patient pt name mrn dob dos date provider attending re from to cc subject age sex room phone fax',
);
