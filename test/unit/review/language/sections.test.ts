import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findSections } from '#review/language/index.ts';

const kindsOf = (text: string): string[] => findSections(text).map(({ kind }) => kind);
const sectionAt = (text: string, needle: string): string | undefined =>
  findSections(text).find(({ start, end }) => start <= text.indexOf(needle) && text.indexOf(needle) < end)?.kind;

describe('findSections', () => {
  it.each([
    ['ASSESSMENT: flu', 'assessment'],
    ['Assessment and Plan\n1. flu', 'assessment-and-plan'],
    ['A/P:\nflu', 'assessment-and-plan'],
    ['A&P - flu', 'assessment-and-plan'],
    ['## Plan\nrest', 'plan'],
    ['**HPI**\ncough', 'history-of-present-illness'],
    ['DISCHARGE DIAGNOSES\n1. flu', 'discharge-diagnosis'],
    ['PAST HISTORY (from prior chart, not active): ulcer', 'past-medical-history'],
    ['PE (0120): well', 'physical-exam'],
    ['A/ acute sinusitis', 'assessment'],
    ['POSTOP DX: same', 'postoperative-diagnosis'],
  ])('knows the heading in %j', (text, kind) => {
    expect(kindsOf(text)).toContain(kind);
  });

  it('finds several headings in one line', () => {
    const text = 'PMH: none. FH: asthma in father. SH: never smoker.';
    expect(kindsOf(text)).toEqual(['past-medical-history', 'family-history', 'social-history']);
  });

  it('takes the assessment up to the next heading', () => {
    const text = 'ASSESSMENT\n1. Hypertension\nPLAN\n- continue';
    expect(sectionAt(text, 'Hypertension')).toBe('assessment');
    expect(sectionAt(text, 'continue')).toBe('plan');
  });

  it('does not let a one-line family history take the lines below it', () => {
    const text = 'FH: father had a stroke\nHere for a cough.';
    expect(sectionAt(text, 'stroke')).toBe('family-history');
    expect(sectionAt(text, 'cough')).toBe('other');
  });

  it('leaves the impression of a film to the results when the note has an assessment of its own', () => {
    const text = 'IMAGING\nXR wrist.\nImpression: healing fracture.\nASSESSMENT\nFracture';
    expect(sectionAt(text, 'healing')).toBe('results');
  });

  it('covers every text in order and without overlap', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z:./ \n#*-]{0,120}$/), (text) => {
        const sections = findSections(text);
        const ends = sections.map(({ end }) => end);
        const starts = sections.map(({ start }) => start);
        return starts[0] === 0 && ends.at(-1) === text.length && starts.slice(1).every((start, i) => start === ends[i]);
      }),
    );
  });
});
