import { describe, expect, it } from '@jest/globals';
import { sourcePositionOf } from '#chart/index.ts';
import { readHtmlText } from '#chart/text/html/html-text.ts';

const text = (source: string): string => readHtmlText(source).text;

describe('text of HTML', () => {
  it('puts headings and paragraphs on lines of their own', () => {
    expect(text('<h2>Assessment</h2><p>Stable.</p><p>No\n  change.</p><div>Signed</div>')).toBe(
      'Assessment\n\nStable.\n\nNo change.\n\nSigned',
    );
  });

  it('shows rows as lines and cells apart, with empty cells kept in place', () => {
    const table =
      '<table><thead><tr><th>Lab</th><th>Value</th><th>Flag</th></tr></thead>' +
      '<tr><td><p>Sodium</p></td><td>129</td><td>L</td></tr><tr><td>Potassium</td><td>&nbsp;</td><td>ok</td></tr></table>after';
    expect(text(table)).toBe('Lab | Value | Flag\nSodium | 129 | L\nPotassium |  | ok\n\nafter');
  });

  it('does not join a cell of several lines with the next', () => {
    expect(text('<table><tr><td>Line 1<br>Line 2</td><td>Line 3</td></tr></table>')).toBe('Line 1\nLine 2\nLine 3');
  });

  it('marks list items, numbers them and indents inner lists', () => {
    expect(text('<ol start="3"><li>Metformin<ul><li>500 mg</li></ul></li><li>Lisinopril</li></ol>')).toBe(
      '3. Metformin\n  - 500 mg\n4. Lisinopril',
    );
  });

  it('breaks lines at br, two of them for an empty line', () => {
    expect(text('a<br>b<br/><br />c<br><br><br><br>d')).toBe('a\nb\n\nc\n\nd');
  });

  it.each([
    ['a script', 'a<script>if (x < 1) { y() }</script>b', 'ab'],
    ['a style sheet', '<style>p > b { }</style>ab', 'ab'],
    ['a comment', 'a<!-- not <b>this</b> -->b', 'ab'],
    ['a processing instruction', '<?xml version="1.0"?>ab', 'ab'],
    ['the head', '<html><head><title>Title</title></head><body>ab</body></html>', 'ab'],
    ['what is styled away', 'a<span style="color:red; display : none">x</span>b', 'ab'],
    ['what is hidden', 'a<span hidden>x</span>b', 'ab'],
  ])('leaves out %s', (_what, source, expected) => {
    expect(text(source)).toBe(expected);
  });

  it.each([
    ['a comparison', 'BP <120/80 and age<65', 'BP <120/80 and age<65'],
    ['a comment without an end', 'a <!-- b', 'a <!-- b'],
    ['a script without an end', 'a<script>b', 'ab'],
    ['a hidden element without an end', '<p style="display:none">a<p>b', 'a\n\nb'],
    ['an attribute without an end', '<p class="x>a</p>b', 'a\n\nb'],
    ['an ampersand', 'R&D, A&E; x &unknown; y', 'R&D, A&E; x &unknown; y'],
  ])('loses no text for %s', (_what, source, expected) => {
    expect(text(source)).toBe(expected);
  });

  it('decodes character references by name and by number, also as old pages write them', () => {
    expect(text('&lt;5&#160;mg &eacute;&Eacute; &#8805;2 &#x2264;3 &#150; &amp;amp; &copy 2 &plusmn;')).toBe(
      '<5 mg éÉ ≥2 ≤3 – &amp; © 2 ±',
    );
  });

  it('keeps white space where the page does', () => {
    expect(
      text('<p>Vitals</p><pre>\nT   37.2\r\n  P  88\n</pre><div style="white-space: pre-wrap">a\n\n  b</div>'),
    ).toBe('Vitals\n\nT   37.2\n  P  88\n\na\n\n  b');
  });

  it('reads boxes that are ticked and fields that are filled in', () => {
    expect(text('<input type=checkbox checked>Fever <input type="checkbox">Cough <input value="38.5"> C')).toBe(
      '[x] Fever [ ] Cough 38.5 C',
    );
  });

  it('reads XHTML, with its CDATA', () => {
    expect(text('<div xmlns="http://www.w3.org/1999/xhtml"><script/><p>a &amp; b</p><![CDATA[c < d]]></div>')).toBe(
      'a & b\n\nc < d',
    );
  });

  it('leads each word back to where it stands in the page', () => {
    const source = '<p>Type&nbsp;2 <b>diabetes</b>\n  mellitus</p><ul><li>foot &lt; ulcer</li></ul>';
    const { text: shown, offsets } = readHtmlText(source);
    for (const word of ['Type', 'diabetes', 'mellitus', 'foot', 'ulcer']) {
      const { offset } = sourcePositionOf(offsets, shown.indexOf(word));
      expect(source.slice(offset, offset + word.length)).toBe(word);
    }
    expect(sourcePositionOf(offsets, shown.indexOf('<')).offset).toBe(source.indexOf('&lt;'));
  });
});
