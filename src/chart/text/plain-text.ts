import { TextBuilder, type BuiltText } from './text-builder.ts';

const LINE_END_OR_NUL = /\r\n?|\0/g;

/** Text as it stands, with `\n` line ends; a NUL, which neither PostgreSQL nor a page can hold, becomes a space. */
export function readPlainText(source: string): BuiltText {
  const builder = new TextBuilder();
  let from = 0;
  for (const match of source.matchAll(LINE_END_OR_NUL)) {
    builder.keep(source.slice(from, match.index), { start: from, length: match.index - from });
    const found = match[0];
    if (found === '\r\n') builder.decoded('\n', { start: match.index, length: 2 });
    else builder.made(found === '\0' ? ' ' : '\n');
    from = match.index + found.length;
  }
  builder.keep(source.slice(from), { start: from, length: source.length - from });
  return builder.build();
}
