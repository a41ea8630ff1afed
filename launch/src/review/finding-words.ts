import type { FindingView } from '#http/contract.ts';

const KIND: Record<string, string> = {
  'missed-diagnosis': 'Diagnosis not billed',
  'missed-service': 'Service not billed',
  'unsupported-diagnosis': 'Diagnosis not supported',
  'unsupported-service': 'Service not supported',
  'diagnosis-specificity': 'More specific diagnosis documented',
  'wrong-diagnosis': 'Note says otherwise',
  'level-of-service': 'Level of service',
  modifier: 'Modifier',
  'code-pair-edit': 'Codes not billed together',
  units: 'Units',
  'add-on-without-primary': 'Add-on without its primary',
  'invalid-code': 'Code not valid',
  'excludes1-conflict': 'Codes that exclude each other',
  sequencing: 'Order of codes',
  'demographic-conflict': 'Code and patient do not fit',
  'diagnosis-pointer': 'Diagnosis of a line',
  'documentation-gap': 'Documentation incomplete',
};

export function kindWords(kind: string): string {
  return KIND[kind] ?? kind.replaceAll('-', ' ');
}

export const DIRECTION_WORDS: Record<FindingView['direction'], string> = {
  over: 'Overcoded',
  under: 'Undercoded',
  neutral: 'Coding',
};

export function confidenceWords(confidence: number): string {
  return confidence >= 0.85 ? 'high confidence' : confidence >= 0.6 ? 'medium confidence' : 'low confidence';
}

export const REASON_WORDS: Record<string, string> = {
  'documented-elsewhere': 'It is documented elsewhere',
  'clinically-incorrect': 'It is clinically not correct',
  'code-is-correct': 'The billed code is correct',
  'not-my-encounter': 'This is not my encounter',
  other: 'Another reason',
};
