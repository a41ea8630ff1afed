import type { Rule } from '../rule.ts';
import { emRules } from '../em/index.ts';
import { claimRules } from './claim/index.ts';
import { diagnosisRules } from './diagnosis/index.ts';
import { tableState } from './table-state.ts';

/** Every check that needs no model, in no order that matters: results are sorted afterwards. */
export const rules: readonly Rule[] = [...diagnosisRules, ...claimRules, ...emRules, tableState];
