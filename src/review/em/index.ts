import type { Rule } from '../rule.ts';

export const emRules: readonly Rule[] = [];
