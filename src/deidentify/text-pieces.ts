/** Pieces are cut from this many UTF-16 code units on, at the next paragraph. */
const PIECE_LENGTH = 1 << 18;
/** Longest piece: a text without any blank line or line break is cut here at a blank, or as it comes. */
const LONGEST_PIECE = PIECE_LENGTH * 4;

/**
 * Cuts a stream of text into pieces at paragraphs, so that a text of any size is de-identified in bounded memory and no identifier is cut
 * in two.
 */
export async function* textPieces(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting = '';
  for await (const chunk of chunks) {
    waiting += chunk;
    while (waiting.length >= PIECE_LENGTH) {
      const cut = cutAfter(waiting);
      if (cut === -1) break;
      yield waiting.slice(0, cut);
      waiting = waiting.slice(cut);
    }
  }
  if (waiting !== '') yield waiting;
}

/** Where to cut, or -1 to wait for more. */
function cutAfter(text: string): number {
  const paragraph = /\r?\n[ \t]*\r?\n/g;
  paragraph.lastIndex = PIECE_LENGTH / 2;
  const blank = paragraph.exec(text);
  if (blank !== null) return blank.index + blank[0].length;
  if (text.length < LONGEST_PIECE) return -1;
  for (const mark of ['\n', ' ']) {
    const at = text.lastIndexOf(mark, LONGEST_PIECE);
    if (at > PIECE_LENGTH / 2) return at + 1;
  }
  return LONGEST_PIECE;
}

/** Lines of a stream, without their `\n` (and `\r` before it). Other line separators of Unicode stay, as JSON allows them in strings. */
export async function* textLines(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  const parts: string[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf('\n'); at !== -1; at = chunk.indexOf('\n', from)) {
      parts.push(chunk.slice(from, at));
      yield parts.join('').replace(/\r$/, '');
      parts.length = 0;
      from = at + 1;
    }
    parts.push(chunk.slice(from));
  }
  const rest = parts.join('');
  if (rest !== '') yield rest;
}
