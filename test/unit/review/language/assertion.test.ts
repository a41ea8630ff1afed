import { describe, expect, it } from '@jest/globals';
import { assertionOf, findCues, findSections, findSentences } from '#review/language/index.ts';

/** What the text says about the words in angle brackets. */
function assertionIn(marked: string): string | undefined {
  const start = marked.indexOf('<');
  const end = marked.indexOf('>') - 1;
  const text = marked.replace(/[<>]/g, '');
  const sentence = findSentences(text, findSections(text)).find((one) => one.start <= start && end <= one.end);
  return sentence === undefined ? undefined : assertionOf(findCues(text, sentence), { start, end }).assertion;
}

describe('assertionOf', () => {
  it.each([
    'No evidence of <pneumonia>.',
    'Denies chest pain, dyspnea or <edema>.',
    'Acute cerebral <infarction> ruled out by MRI.',
    'Strep test neg, no <strep pharyngitis>.',
    '<PE> felt to be unlikely.',
    'ROS [x] fever [ ] <vomiting>',
    'No family history of <diabetes>.',
    'Acute cystitis without <hematuria>, uncomplicated.',
    'Without agitation, psychosis or <anxiety>.',
    'Never <smoker>.',
    '<COPD> was never confirmed on spirometry.',
  ])('reads a denial in %j', (text) => {
    expect(assertionIn(text)).toBe('negated');
  });

  it.each([
    'Chest pain, r/o <NSTEMI>',
    'Cannot rule out <NSTEMI>.',
    'Possible <appendicitis>.',
    'Probable <Graves disease> given course.',
    'DDx: dissection, PE, <pericarditis>, GERD.',
    '?<pneumonia> on film',
    '<Pneumonia> is suspected.',
  ])('reads doubt in %j', (text) => {
    expect(assertionIn(text)).toBe('uncertain');
  });

  it.each([
    'Hypertension not controlled, <diabetes> worse.',
    'No change in <asthma>.',
    '<Pneumonia>, gram negative.',
    'Migraine without aura, <intractable>.',
    'No fever but <cough> persists.',
    'Mother reports <fever> since Monday.',
    'Right lower quadrant <pain>, possible early appendicitis.',
    '<Hypertension> - lisinopril raised to 20 mg',
    'ROS [x] <fever> [ ] vomiting',
  ])('finds no cue for the condition in %j', (text) => {
    expect(assertionIn(text)).toBe('asserted');
  });

  it.each([
    ['History of <breast cancer> in 2009.', 'historical'],
    ['Had <pneumonia> ten years ago.', 'historical'],
    ['<Hyponatremia> - RESOLVED, no further labs.', 'resolved'],
    ['Call if <fever> or swelling.', 'hypothetical'],
    ['Risks include <bleeding> and infection.', 'hypothetical'],
    ['Her sister has <dementia>.', 'family'],
    ['FH: mother - <T2DM>, HTN.', 'family'],
    ['Roommate has <influenza>.', 'other-person'],
    ['<Pulmonary hypertension> was explained as a thing that could come.', 'hypothetical'],
  ])('reads %j as %s', (text, assertion) => {
    expect(assertionIn(text)).toBe(assertion);
  });
});
