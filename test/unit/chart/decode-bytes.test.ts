import { describe, expect, it } from '@jest/globals';
import { charsetOf, decodeBytes } from '#chart/text/decode-bytes.ts';

describe('bytes of a text', () => {
  it('are read as UTF-8 when nothing is declared', () => {
    expect(decodeBytes(Buffer.from('38,5 °C – Müller'), undefined)).toBe('38,5 °C – Müller');
  });

  it('are read as windows-1252 when they are no valid UTF-8', () => {
    expect(decodeBytes(Uint8Array.of(0x93, 0x4d, 0xfc, 0x94), 'utf-8')).toBe('“Mü”');
  });

  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf, 0x41]],
    ['utf-16le', [0xff, 0xfe, 0x41, 0x00]],
    ['utf-16be', [0xfe, 0xff, 0x00, 0x41]],
  ])('are read as %s when their byte order mark says so, whatever is declared', (_charset, bytes) => {
    expect(decodeBytes(Uint8Array.from(bytes), 'iso-8859-1')).toBe('A');
  });

  it('are read in the declared charset, and in UTF-8 when nobody knows that charset', () => {
    expect(decodeBytes(Uint8Array.of(0xcf, 0xf0), charsetOf('text/plain; charset="windows-1251"'))).toBe('Пр');
    expect(decodeBytes(Buffer.from('ü'), charsetOf('text/plain;charset=x-unheard-of'))).toBe('ü');
  });
});
