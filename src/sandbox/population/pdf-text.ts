/** Advance widths of Helvetica for 0x20 to 0x7e, in thousandths of the font size (Adobe's metrics of the standard font). */
const HELVETICA_WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
  556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
  722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
  556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
  260, 334, 584,
];
const OTHER_WIDTH = 556;
/** Bold is a little wider; close enough to break lines by. */
const BOLD_FACTOR = 1.07;

/** WinAnsi codes of what stands outside Latin-1. */
const WIN_ANSI: Readonly<Record<string, number>> = {
  '€': 0x80,
  '…': 0x85,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
};

/** Width of a text in points. */
export function widthOf(text: string, size: number, bold: boolean): number {
  let thousandths = 0;
  for (const character of text) {
    thousandths += HELVETICA_WIDTHS[(character.codePointAt(0) ?? 0) - 0x20] ?? OTHER_WIDTH;
  }
  return (thousandths * size * (bold ? BOLD_FACTOR : 1)) / 1000;
}

/**
 * A PDF string literal in WinAnsi. What the encoding lacks loses its accent (`ł` becomes `l`), as in the print-outs of real
 * systems.
 */
export function toPdfString(text: string): string {
  let literal = '';
  for (const character of text) literal += escapeCode(codeOf(character));
  return `(${literal})`;
}

function codeOf(character: string): number {
  const unit = character.codePointAt(0) ?? 0x3f;
  if (unit < 0x80 || (unit >= 0xa0 && unit <= 0xff)) return unit;
  const known = WIN_ANSI[character];
  if (known !== undefined) return known;
  const plain = (character === 'ł' ? 'l' : character).normalize('NFD').codePointAt(0) ?? 0x3f;
  return plain < 0x80 ? plain : 0x3f;
}

function escapeCode(code: number): string {
  const character = String.fromCodePoint(code);
  if ('()\\'.includes(character)) return `\\${character}`;
  return code < 0x80 ? character : `\\${code.toString(8).padStart(3, '0')}`;
}
