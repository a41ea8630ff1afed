import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readDocumentText, sourcePositionOf } from '#chart/index.ts';
import { decodeBytes } from '#chart/text/decode-bytes.ts';
import { readHtmlText } from '#chart/text/html/html-text.ts';
import { readPlainText } from '#chart/text/plain-text.ts';
import { decodeRtfSource, readRtfText } from '#chart/text/rtf/rtf-text.ts';
import type { BuiltText } from '#chart/text/text-builder.ts';

const HTML_PIECES = [
  '<',
  '>',
  '</',
  '/>',
  '<p>',
  '</p>',
  '<br>',
  '<table>',
  '<tr>',
  '<td>',
  '</td>',
  '</tr>',
  '</table>',
  '<ul>',
  '<li>',
  '</ul>',
  '<pre>',
  '</pre>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  '<style>',
  '<div style="display:none">',
  '</div>',
  '<p hidden>',
  '&amp;',
  '&lt',
  '&#0;',
  '&#x1F600;',
  '&nbsp;',
  '&',
  ';',
  '"',
  "'",
  '=',
  ' ',
  '\n',
  '\r\n',
  '\t',
  '\0',
  '\u00a0',
  '\ud83d',
  'é',
  '😀',
  'note',
  '<![CDATA[',
  ']]>',
  '<textarea>',
  '<title>',
  '<input checked>',
];
const RTF_PIECES = [
  '{',
  '}',
  '\\',
  '\\par ',
  '\\cell',
  '\\row',
  "\\'e9",
  "\\'93\\'fa",
  "\\'",
  '\\u8217?',
  '\\u-10179 ',
  '\\u-8704',
  '\\uc2',
  '\\uc0',
  '\\bin3 ',
  '\\bin999999',
  '{\\*\\x ',
  '{\\fonttbl{\\f0\\fcharset128 A;}}',
  '{\\fonttbl',
  '\\f0 ',
  '\\f7',
  '\\ansicpg932',
  '\\v ',
  '\\v0',
  '{\\header ',
  '{\\pict ',
  '\\*',
  '\\~',
  '\\\n',
  '\r\n',
  '\0',
  'note',
  ' ',
  ';',
  'é',
  '\x81',
  '\xc3',
  '\xa9',
  '\\tab',
  '\\plain',
  '\\deleted',
];

const pieces = (from: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...from), fc.string({ maxLength: 4 })), { maxLength: 40 })
    .map((parts) => parts.join(''));

/** What holds for the text of any document, whatever it was read from. */
function expectLawful({ text, offsets }: BuiltText, source: string): void {
  let textEnd = 0;
  const outside = offsets.runs.filter((run) => {
    const isIn = run.textStart >= textEnd && run.length > 0 && run.sourceStart >= 0;
    textEnd = run.textStart + run.length;
    return !isIn || textEnd > text.length || run.sourceStart + run.sourceLength > source.length;
  });
  expect(outside).toEqual([]);
  expect(text).not.toContain('\0');
}

/** A run as long in the text as in the source stands there just so. */
function expectVerbatim({ text, offsets }: BuiltText, source: string): void {
  for (const { textStart, length, sourceStart, sourceLength } of offsets.runs) {
    if (length === sourceLength) {
      expect(text.slice(textStart, textStart + length)).toBe(source.slice(sourceStart, sourceStart + length));
    }
  }
}

describe('the text of any document', () => {
  it('of plain text is the source, but for its line ends, and each run stands in it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), pieces(['\r', '\n', '\r\n', '\0', 'a'])), (source) => {
        const built = readPlainText(source);
        expectLawful(built, source);
        expectVerbatim(built, source);
        expect(built.text).toBe(source.replace(/\r\n?/g, '\n').replaceAll('\0', ' '));
      }),
    );
  });

  it('of HTML has offsets in order and in range, and each run stands in the source', () => {
    fc.assert(
      fc.property(pieces(HTML_PIECES), (source) => {
        const built = readHtmlText(source);
        expectLawful(built, source);
        expectVerbatim(built, source);
      }),
      { numRuns: 2_000 },
    );
  });

  it('of HTML runs forward through the source', () => {
    fc.assert(
      fc.property(pieces(HTML_PIECES), (source) => {
        const { text, offsets } = readHtmlText(source);
        let last = 0;
        for (let offset = 0; offset <= text.length; offset++) {
          const { offset: at } = sourcePositionOf(offsets, offset);
          expect(at).toBeGreaterThanOrEqual(last);
          last = at;
        }
      }),
    );
  });

  it('of RTF has offsets in order and in range, and each run of ASCII stands in the source', () => {
    fc.assert(
      fc.property(pieces(RTF_PIECES), (body) => {
        const bytes = Buffer.from(`{\\rtf1 ${body}`, 'latin1');
        const built = readRtfText(bytes);
        expectLawful(built, decodeRtfSource(bytes));
        if (!bytes.some((byte) => byte >= 0x80) && !body.includes('fcharset'))
          expectVerbatim(built, decodeRtfSource(bytes));
      }),
      { numRuns: 2_000 },
    );
  });

  it('never throws, whatever the bytes and the declared type', async () => {
    const type = fc.constantFrom(
      'text/plain',
      'text/html; charset=utf-16le',
      'application/rtf',
      'text/xml',
      '',
      'image/tiff',
      'a/b; charset=',
    );
    const start = fc.constantFrom('', '{\\rtf1', '<html>', '\xff\xfe', 'PK\x03\x04', '<?xml version="1.0"?>');
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), start, type, async (bytes, prefix, contentType) => {
        const all = Buffer.concat([Buffer.from(prefix, 'latin1'), bytes]);
        const read = await readDocumentText(all, contentType);
        expect(['text', 'gap']).toContain(read.kind);
      }),
      { numRuns: 1_000 },
    );
  });

  it('takes time in proportion to hostile markup', () => {
    const hostile = [
      '<!--'.repeat(100_000),
      '<script>'.repeat(50_000),
      '<a b="'.repeat(50_000),
      '<a ">"'.repeat(50_000),
      '<a '.repeat(50_000),
      '<p hidden>'.repeat(50_000),
      '&#x'.repeat(100_000),
    ];
    for (const source of hostile) expectLawful(readHtmlText(source), source);
    const nested = Buffer.from(`{\\rtf1 ${'{\\*\\x '.repeat(100_000)}`);
    expectLawful(readRtfText(nested), decodeRtfSource(nested));
  });

  it('is the same for bytes that are valid in the declared charset', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (source) => {
        expect(decodeBytes(Buffer.from(source), 'utf-8')).toBe(source.replace(/^\ufeff/, ''));
      }),
    );
  });
});
