import { describe, expect, it } from '@jest/globals';
import { sourcePositionOf } from '#chart/index.ts';
import { readRtfText } from '#chart/text/rtf/rtf-text.ts';

const read = (body: string, head = String.raw`\ansi\ansicpg1252`) =>
  readRtfText(Buffer.from(`{\\rtf1${head}\n${body}}`, 'latin1'));
const text = (body: string, head?: string): string => read(body, head).text;

describe('text of RTF', () => {
  it('breaks lines at paragraphs and lines only', () => {
    expect(text('\\pard\\b Plan\\b0\\par\nContinue\n metformin.\\line Return\\tab 3 mo\\par')).toBe(
      'Plan\nContinue metformin.\nReturn\t3 mo\n',
    );
  });

  it('leaves out fonts, styles, pictures, information and unknown destinations', () => {
    const head = String.raw`\ansi{\fonttbl{\f0\fswiss Arial;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}}{\info{\author Smith}}`;
    expect(
      text(String.raw`a{\pict\wmetafile8 0100ff}{\*\xyzzy b}{\field{\*\fldinst HYPERLINK "x"}{\fldrslt c}}`, head),
    ).toBe('ac');
  });

  it('shows rows as lines and cells apart', () => {
    expect(text(String.raw`\trowd\cellx1\cellx2 Sodium\cell 129\cell\row Potassium\cell 4.1\cell\row after`)).toBe(
      'Sodium | 129\nPotassium | 4.1\nafter',
    );
  });

  it('decodes bytes by the code page of the file or of the font', () => {
    const fonts = String.raw`\ansi\ansicpg1252\deff0{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fnil\fcharset204 Arial Cyr;}{\f2\fnil\fcharset128 MS Mincho;}}`;
    expect(text(String.raw`caf\'e9 \'93x\'94 {\f1 \'cf\'f0} {\f2 \'93\'fa\'96\'7b}`, fonts)).toBe('café “x” Пр 日本');
    expect(text(String.raw`\'cf\'f0`, String.raw`\ansi\ansicpg1251`)).toBe('Пр');
  });

  it('shows what picture fonts show', () => {
    const fonts = String.raw`\ansi{\fonttbl{\f0 Arial;}{\f1\fcharset2 Symbol;}{\f2\fcharset2 Wingdings;}}`;
    expect(text(String.raw`{\f1\'b7} GFR {\f1\'b3}60, {\f1 a}-blocker {\f2\'fe} yes {\f2\'a8} no`, fonts)).toBe(
      '• GFR ≥60, α-blocker ☑ yes ☐ no',
    );
  });

  it('reads Unicode, and skips what stands there for readers that cannot', () => {
    expect(text(String.raw`\u8217's {\uc2\u233\'c3\'a9}t {\uc0\u8805}5 \u-10179?\u-8704? \u-3913?`)).toBe(
      '’s ét ≥5 😀 •',
    );
  });

  it('reads UTF-8 that does not belong into an RTF file', () => {
    expect(readRtfText(Buffer.from('{\\rtf1\\ansi 38 °C – stable}', 'utf8')).text).toBe('38 °C – stable');
  });

  it('leaves out hidden and deleted text', () => {
    expect(text(String.raw`a{\v b}{\deleted c}\v d\v0 e{\v f\plain g}`)).toBe('aeg');
  });

  it('shows headers, footers and footnotes on lines of their own', () => {
    expect(text(String.raw`{\header Clinic\par}a{\footnote b}c`)).toBe('Clinic\na\nb\nc');
  });

  it('steps over binary data', () => {
    expect(text('a\\bin4 {}\\{b')).toBe('ab');
  });

  it('reads symbols that are escaped', () => {
    expect(text(String.raw`\{a\}\\b\~c\_d\-e`)).toBe('{a}\\b c-de');
  });

  it('leads each word back to its byte in the file', () => {
    const body = String.raw`\b Type 2\b0  diab\'e9tes\par foot \u8805?2 ulcers`;
    const { text: shown, offsets } = read(body);
    const source = `{\\rtf1\\ansi\\ansicpg1252\n${body}}`;
    for (const word of ['Type', 'foot', 'ulcers']) {
      expect(sourcePositionOf(offsets, shown.indexOf(word)).offset).toBe(source.indexOf(word));
    }
    expect(sourcePositionOf(offsets, shown.indexOf('é')).offset).toBe(source.indexOf(String.raw`\'e9`));
  });
});
