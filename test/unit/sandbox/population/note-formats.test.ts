import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDocumentText } from '#chart/index.ts';
import { toNoteHtml } from '#sandbox/population/note-html.ts';
import { parseNoteMarkup } from '#sandbox/population/note-markup.ts';
import { toNotePdf } from '#sandbox/population/note-pdf.ts';
import { toNoteRtf } from '#sandbox/population/note-rtf.ts';

/**
 * Bytes of a code page that read as UTF-8 as well (`é°°`) are taken for UTF-8: some systems write it whatever an RTF declares,
 * and no prose has such a run. An accented letter here is followed by no other character beyond ASCII.
 */
const ambiguous = /[éüñ][^\x20-\x7e]/;
const words = fc.array(
  fc.stringMatching(/^[A-Za-z0-9éüñ°–“”(),.;'\\{}&<>]{1,12}$/).filter((word) => !ambiguous.test(word)),
  { minLength: 1, maxLength: 60 },
);

async function textOf(bytes: Buffer, contentType: string): Promise<string> {
  const read = await readDocumentText(bytes, contentType);
  return 'text' in read ? read.text.replaceAll(/\s+/g, ' ').trim() : '';
}

describe('notes as an EHR stores them', () => {
  it('reads headings, lists, tables and bold words', () => {
    const blocks = parseNoteMarkup('# Visit\nplain **bold**\n- one\n- two\n| a | b |\n| c | d |');
    expect(blocks.map((block) => block.kind)).toEqual(['heading', 'paragraph', 'list', 'table']);
  });

  it('escapes what HTML and RTF would take for themselves', () => {
    expect(toNoteHtml('a < b & c', 't')).toContain('a &lt; b &amp; c');
    expect(toNoteRtf('a {b} \\ é ł')).toContain("a \\{b\\} \\\\ \\'e9 \\u322?");
  });

  it('gives back the words of any paragraph from HTML, RTF and PDF', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (list) => {
        const text = `Note ${list.join(' ')} end`;
        expect(await textOf(Buffer.from(toNoteHtml(text, 't')), 'text/html')).toContain(text);
        expect(await textOf(Buffer.from(toNoteRtf(text), 'latin1'), 'application/rtf')).toContain(text);
        expect(await textOf(toNotePdf(text, 't'), 'application/pdf')).toContain(text);
      }),
      { numRuns: 25 },
    );
  });

  it('spreads a long note over several pages of a PDF', async () => {
    const lines = Array.from({ length: 120 }, (_, index) => `Line ${index + 1} of a long note.`);
    const pdf = toNotePdf(lines.join('\n'), 'long');
    expect(pdf.toString('latin1')).toContain('/Count 3');
    expect(await textOf(pdf, 'application/pdf')).toContain('Line 120 of a long note.');
  });
});
