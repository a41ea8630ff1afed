import type { Rule } from '../../rule.ts';

export const diagnosisRules: readonly Rule[] = [];
