import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeHeader, decodeSections, encodeRelease, type ReleaseHeader } from '#codes/release/release-file.ts';
import { AppError } from '#kernel/index.ts';

const HEADER: ReleaseHeader = {
  kind: 'mue',
  variant: 'medicare-practitioner',
  label: 'NCCI MUE 2030Q1',
  effectiveFrom: '2030-01-01',
  effectiveTo: '2030-03-31',
  importedAt: '2030-01-05T00:00:00.000Z',
  sources: [{ name: 'a.csv', sha256: 'ab', bytes: 3 }],
  rows: 2,
};

const whole = (sections: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  new Uint8Array(Buffer.concat(encodeRelease(HEADER, sections)));

const sectionsOf = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 8 }).filter((name) => name !== '__proto__'),
  fc.uint8Array({ maxLength: 50 }),
  { maxKeys: 4 },
);

describe('a release file', () => {
  it('gives back header and sections, each at a multiple of eight', () => {
    fc.assert(
      fc.property(sectionsOf, (sections) => {
        const bytes = whole(sections);
        const decoded = decodeHeader(bytes, 'x.codes');
        expect(decoded.header).toEqual(HEADER);
        expect(decoded.layout.every(({ start }) => start % 8 === 0)).toBe(true);
        const read = decodeSections(bytes, decoded, 'x.codes');
        expect(Object.entries(read).map(([name, part]) => [name, [...part]])).toEqual(
          Object.entries(sections).map(([name, part]) => [name, [...part]]),
        );
      }),
    );
  });

  it('that is cut off anywhere is told from a whole one', () => {
    const bytes = whole({ one: Uint8Array.of(1, 2, 3), two: Uint8Array.of(4) });
    for (let length = 0; length < bytes.length; length += 1) {
      const part = bytes.subarray(0, length);
      expect(() => decodeSections(part, decodeHeader(part, 'x.codes'), 'x.codes')).toThrow(AppError);
    }
  });

  it('with a changed byte in a section is refused', () => {
    const bytes = whole({ one: Uint8Array.of(1, 2, 3) });
    const last = bytes.length - 1;
    bytes[last] = (bytes[last] ?? 0) ^ 1;
    expect(() => decodeSections(bytes, decodeHeader(bytes, 'x.codes'), 'x.codes')).toThrow(/damaged or was cut off/);
  });

  it('that is something else is refused with what to do', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(() => decodeHeader(bytes, 'x.codes')).toThrow(/Remove it and import the official file again/);
      }),
    );
  });
});
