import { constants, deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from '@jest/globals';
import { DEFAULT_TEXT_LIMITS, readDocumentText, sourcePositionOf } from '#chart/index.ts';
import { layOutPage } from '#chart/text/pdf/pdf-layout.ts';
import { PdfReader } from '#chart/text/pdf/pdf-reader.ts';
import { pdfOf, pdfWithPage } from '#test/support/pdf.ts';

const LIMITS = { maxPages: 10, maxCharacters: 10_000, timeoutMs: 20_000 };
const reader = new PdfReader();
afterAll(() => reader.close());

describe('a PDF', () => {
  it('gives its text line by line, with offsets into its pages', async () => {
    const read = await readDocumentText(pdfOf(['Progress note', '', 'BP 120/80 (left arm)']), 'application/pdf');
    expect(read).toMatchObject({ kind: 'text', format: 'pdf', text: 'Progress note\n\nBP 120/80 (left arm)' });
    expect(read.kind === 'text' && sourcePositionOf(read.offsets, 15)).toEqual({ offset: 15, page: 1 });
  });

  it('is known by its first bytes, whatever its declared type', async () => {
    expect(await readDocumentText(pdfOf(['x']), 'text/plain')).toMatchObject({ format: 'pdf', text: 'x' });
  });

  it.each([
    ['is none', Buffer.from('hello'), /declared a PDF/],
    ['is cut short', pdfOf(['x'.repeat(500)]).subarray(0, 60), /declared a PDF|no text layer/],
    ['has no text layer', pdfWithPage('0 0 100 100 re f'), /no text layer/],
    [
      'is encrypted',
      pdfWithPage('BT ET', {
        trailer: `/Encrypt<</Filter/Standard/V 1/R 2/O<${'ab'.repeat(32)}>/U<${'cd'.repeat(32)}>/P -4>>/ID[<00><00>]`,
      }),
      /protected by a password/,
    ],
  ])('that %s is a gap that says so', async (_what, bytes, message) => {
    expect(await readDocumentText(bytes, 'application/pdf')).toMatchObject({
      kind: 'gap',
      reason: 'unreadable',
      message: expect.stringMatching(message),
    });
  });

  it('with too much text or too many pages is a gap', async () => {
    const limits = { ...DEFAULT_TEXT_LIMITS, maxCharacters: 10 };
    expect(await readDocumentText(pdfOf(['more than ten characters']), 'application/pdf', limits)).toMatchObject({
      kind: 'gap',
      reason: 'too-large',
    });
  });

  it('that inflates beyond all memory ends its reader and nothing else', async () => {
    const result = await reader.read(pdfWithPage(deflateBomb(2_000), { filter: '/Filter/FlateDecode' }), LIMITS);
    expect(result).toEqual({ failure: 'crashed' });
    expect(await reader.read(pdfOf(['still here']), LIMITS)).toEqual({ pages: ['still here'] });
  });

  it('that takes too long is given up, and the next is read', async () => {
    expect(await reader.read(pdfOf(['slow']), { ...LIMITS, timeoutMs: 0 })).toEqual({ failure: 'timeout' });
    expect(await reader.read(pdfOf(['next']), LIMITS)).toEqual({ pages: ['next'] });
  });

  it('is read while others wait, each with its own answer', async () => {
    const names = ['a', 'b', 'c', 'd'];
    const results = await Promise.all(names.map((name) => reader.read(pdfOf([name]), LIMITS)));
    expect(results).toEqual(names.map((name) => ({ pages: [name] })));
  });
});

describe('a page', () => {
  const item = (text: string, x: number, y: number, width = 40, height = 10) => ({ text, x, y, width, height });

  it('reads from top to bottom and left to right, whatever the order in the file', () => {
    expect(layOutPage([item('right', 200, 500), item('below', 72, 488), item('left', 72, 500)])).toBe(
      'left  right\nbelow',
    );
  });

  it('keeps superscripts on their line and joins pieces of one word', () => {
    expect(layOutPage([item('m', 72, 500, 8), item('2', 80, 503, 4, 6), item(' BSA', 84, 500)])).toBe('m2 BSA');
  });

  it('has an empty line where paragraphs stand apart', () => {
    expect(layOutPage([item('one', 72, 500), item('two', 72, 488), item('three', 72, 440)])).toBe('one\ntwo\n\nthree');
  });
});

/** Inflates to so many MiB of spaces: a block that ends with a full flush may be repeated. */
function deflateBomb(mebibytes: number): string {
  const block = deflateRawSync(Buffer.alloc(1024 * 1024, 0x20), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([Buffer.of(0x78, 0x9c), ...Array<Buffer>(mebibytes).fill(block), Buffer.of(3, 0)]).toString(
    'latin1',
  );
}
