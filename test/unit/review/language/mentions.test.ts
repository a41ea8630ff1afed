import { describe, expect, it } from '@jest/globals';
import { analyseDocument } from '#review/language/index.ts';
import { deidentifiedChart } from '#test/support/deidentified-chart.ts';
import { icd10cmTable } from '#test/support/icd10cm-table.ts';

const TABLE = icd10cmTable(`
C49.3 Malignant neoplasm of axilla
C50.912 Malignant neoplasm of unspecified site of left female breast
C77.3 Secondary and unspecified malignant neoplasm of axilla and upper limb lymph nodes
M54.9 Dorsalgia, unspecified
`);

/** The first code of each diagnosis that a text names. */
function namesIn(text: string): (string | undefined)[] {
  return deidentifiedChart({ documents: [{ text }] }).documents.flatMap((document) =>
    analyseDocument(document, TABLE).mentions.map(({ codes }) => codes[0]),
  );
}

describe('the diagnoses that a sentence names', () => {
  it.each(['Come back for pressure-type pain.', 'Pain is better, back to work Monday.', 'Call back if pain returns.'])(
    'have no body part in what comes or goes back: %s',
    (text) => {
      expect(namesIn(text)).not.toContain('M54.9');
    },
  );

  it('have the back where it hurts', () => {
    expect(namesIn('Pain in the back for three weeks.')).toContain('M54.9');
  });

  it('place no tumour where its nodes are', () => {
    expect(namesIn('Left breast cancer with axillary node metastasis.')).not.toContain('C49.3');
    expect(namesIn('Left breast cancer with axillary node metastasis.')).toContain('C77.3');
    expect(namesIn('Left breast cancer, lymph node positive.')).toContain('C50.912');
  });
});
