import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { CODE_KINDS, type CodeKind } from '#codes/index.ts';
import { AppError } from '#kernel/index.ts';
import { type GivenFile, importText } from './import-text.ts';
import * as samples from './samples.ts';

const GOOD: Readonly<Record<CodeKind, readonly GivenFile[]>> = {
  icd10cm: [
    { name: 'icd10cm_order_2031.txt', content: samples.ORDER_FILE },
    { name: 'icd10cm_tabular_2031.xml', content: samples.TABULAR_XML },
  ],
  hcpcs: [{ name: 'HCPC2030_OCT_ANWEB.txt', content: samples.HCPCS }],
  ptp: [{ name: 'ccipra-v363r0-f1.TXT', content: samples.PTP_MEDICARE }],
  mue: [{ name: 'MUE_Eff_01-01-2030.csv', content: samples.MUE }],
  aoc: [{ name: 'AOC_V2030Q1.txt', content: samples.ADD_ON }],
  rvu: [
    { name: 'PPRRVU2030_Oct.csv', content: samples.PPRRVU },
    { name: 'GPCI2030.csv', content: samples.GPCI },
  ],
  hcc: [
    { name: 'ra_dx_to_cc_2031.csv', content: samples.HCC_MAPPING },
    { name: 'ra_labels_2031.csv', content: samples.HCC_LABELS },
  ],
  mce: [{ name: 'mce.tsv', content: samples.MCE }],
  lcd: [
    { name: 'article_x_hcpc_code.csv', content: samples.LCD_SERVICES },
    { name: 'article_x_icd10_covered.csv', content: samples.LCD_COVERED },
  ],
};

/** Overwrites, cuts out or puts in bytes at places. */
const damage = fc.array(fc.record({ at: fc.nat(), cut: fc.nat({ max: 40 }), put: fc.uint8Array({ maxLength: 20 }) }), {
  minLength: 1,
  maxLength: 6,
});

function damaged(bytes: Uint8Array, wounds: readonly { at: number; cut: number; put: Uint8Array }[]): Uint8Array {
  return wounds.reduce<Uint8Array>((whole, { at, cut, put }) => {
    const start = at % (whole.length + 1);
    return Buffer.concat([whole.subarray(0, start), put, whole.subarray(start + cut)]);
  }, bytes);
}

/** The code of the error, or `imported`; what is no AppError is thrown on. */
function outcome(kind: CodeKind, files: readonly GivenFile[]): string {
  try {
    importText(kind, files, { effective: '2030-01-01' });
    return 'imported';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

describe.each(CODE_KINDS)('the importer of %s', (kind) => {
  it('imports its sample', () => {
    expect(outcome(kind, GOOD[kind])).toBe('imported');
  });

  it('takes any bytes at all without another error than that the import failed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (content) => {
        expect(
          outcome(
            kind,
            GOOD[kind].map(({ name }) => ({ name, content })),
          ),
        ).toBe('codes-import-failed');
      }),
      { numRuns: 50 },
    );
  });

  it('takes damaged files, zipped or not, without another error than that the import failed', () => {
    fc.assert(
      fc.property(damage, fc.boolean(), (wounds, zipped) => {
        const files = GOOD[kind].map(({ name, content }) => {
          const bytes = typeof content === 'string' ? strToU8(content) : content;
          const inside = zipped ? zipSync({ [name]: bytes }) : bytes;
          return { name: zipped ? `${name}.zip` : name, content: damaged(inside, wounds) };
        });
        expect(['imported', 'codes-import-failed']).toContain(outcome(kind, files));
      }),
      { numRuns: 100 },
    );
  });
});
