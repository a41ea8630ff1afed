import { describe, expect, it } from '@jest/globals';
import { riskChange } from '#review/index.ts';
import { deidentifiedChart } from '#test/support/deidentified-chart.ts';

/** Diabetes with complications stands above diabetes without. */
const CATEGORIES: Readonly<Record<string, readonly string[]>> = { 'E11.42': ['37'], 'E11.9': ['38'], 'E11.22': ['37'] };
const hcc = {
  release: { label: 'CMS-HCC test', starter: false, stale: false },
  categoriesOf: (code: string) => CATEGORIES[code] ?? [],
  categoriesBelow: (category: string) => (category === '37' ? ['38'] : []),
  label: (category: string) => (category === '37' ? 'with complications' : undefined),
};

function claimOf(...codes: string[]) {
  const diagnoses = codes.map((code, index) => ({ sequence: index + 1, code, onAdmission: undefined }));
  return deidentifiedChart({ claim: { diagnoses } }).claim;
}

describe('the change in risk categories', () => {
  it('is told of a missed diagnosis and of an unsupported one alike', () => {
    expect(riskChange({ billed: [], suggested: ['E11.42'] }, claimOf('I10'), hcc)).toEqual({
      adds: [{ category: '37', label: 'with complications' }],
      removes: [],
    });
    expect(riskChange({ billed: ['E11.42'], suggested: [] }, claimOf('E11.42', 'I10'), hcc)).toEqual({
      adds: [],
      removes: [{ category: '37', label: 'with complications' }],
    });
  });

  it('is nothing where another code of the claim holds the category, or a higher one', () => {
    const nothing = { adds: [], removes: [] };
    expect(riskChange({ billed: ['E11.42'], suggested: [] }, claimOf('E11.42', 'E11.22'), hcc)).toEqual(nothing);
    expect(riskChange({ billed: [], suggested: ['E11.9'] }, claimOf('E11.42'), hcc)).toEqual(nothing);
  });

  it('gives what counts then in place of what counted before', () => {
    expect(riskChange({ billed: ['E11.9'], suggested: ['E11.42'] }, claimOf('E11.9'), hcc)).toEqual({
      adds: [{ category: '37', label: 'with complications' }],
      removes: [{ category: '38', label: undefined }],
    });
  });
});
