import type { Sentence } from './analysed-document.ts';
import { withImplied } from './anatomy.ts';
import { tokenize, type Token } from './vocabulary.ts';

const read = new WeakMap<Sentence, readonly Token[]>();

/** The canonical words of a sentence with what follows from them; read once, for mentions and scopes alike. */
export function tokensOf(text: string, sentence: Sentence): readonly Token[] {
  const known = read.get(sentence);
  if (known !== undefined) return known;
  const tokens = withImplied(tokenize(text, sentence.start, sentence.end));
  read.set(sentence, tokens);
  return tokens;
}
