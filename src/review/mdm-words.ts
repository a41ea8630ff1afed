import type { MdmElementName } from './finding.ts';

/** Rows of the table of medical decision making in our own words (the printed ones are the AMA's). */
const ROW_WORDS: Readonly<Record<string, string>> = {
  'self-limited-or-minor': 'a minor problem',
  'two-minor': 'two or more minor problems',
  'stable-chronic': 'a long-term illness at its goal',
  'one-stable-chronic': 'a long-term illness at its goal',
  'stable-acute': 'an acute illness that is stable',
  'acute-uncomplicated': 'an acute illness or injury without complications',
  'two-stable-chronic': 'two or more long-term illnesses',
  'two-chronic': 'two or more long-term illnesses',
  'chronic-not-at-goal': 'a long-term illness that is not at its goal',
  'undiagnosed-uncertain-prognosis': 'a new problem whose outcome is uncertain',
  'acute-with-systemic-symptoms': 'an acute illness with systemic symptoms',
  'acute-complicated-injury': 'an acute injury with complications',
  'chronic-with-severe-exacerbation': 'a long-term illness with a severe exacerbation',
  'threat-to-life-or-function': 'a threat to life or bodily function',
  'two-items': 'two tests, documents or sources',
  'three-items': 'three tests, documents or sources',
  'two-categories': 'two categories of data',
  'independent-historian': 'history from somebody else than the patient',
  'independent-interpretation': 'own reading of a test',
  'external-discussion': 'discussion with an outside source',
  'low-risk-treatment': 'a treatment of low risk',
  'moderate-risk': 'a treatment of moderate risk',
  'prescription-drug-management': 'management of prescription drugs',
  'monitoring-for-drug-toxicity': 'monitoring for the toxicity of a drug',
  'decision-for-hospital-or-escalation': 'a decision about hospital care',
  'decision-to-limit-care': 'a decision to limit care',
};

export const MDM_ELEMENT_WORDS: Readonly<Record<MdmElementName, string>> = {
  problems: 'Problems',
  data: 'Data',
  risk: 'Risk',
};

/** What a row of the table is, for people. */
export function mdmRowWords(row: string): string {
  return ROW_WORDS[row] ?? row.replaceAll('-', ' ');
}
