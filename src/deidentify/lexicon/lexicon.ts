import { readFileSync } from 'node:fs';
import { Lexicon } from './flags.ts';

function readLexicon(): Lexicon {
  const bytes = readFileSync(new URL('./lexicon.bin', import.meta.url));
  return new Lexicon(new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2));
}

const LEXICON = readLexicon();

/** Flags of a folded word or phrase in the lexicon, 0 when in no list. */
export function lookUp(key: string): number {
  return LEXICON.find(key);
}
