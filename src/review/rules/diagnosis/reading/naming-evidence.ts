import type { Evidence } from '../../../finding.ts';
import type { RuleContext } from '../../../rule.ts';
import { namesCode } from './code-relation.ts';
import { isConclusion, mentionsIn } from './record.ts';
import { statementOf } from './statement.ts';

/** The statement that names the first of the codes that any statement names, a conclusion before others; empty when none does. */
export function namingEvidence(context: RuleContext, codes: readonly string[]): readonly Evidence[] {
  const asserted = mentionsIn(context).filter(({ assertion }) => assertion === 'asserted');
  for (const code of codes) {
    const [best] = asserted
      .filter((mention) => namesCode(mention.codes, code) > 0)
      .toSorted(
        (a, b) =>
          Number(isConclusion(b)) - Number(isConclusion(a)) || namesCode(b.codes, code) - namesCode(a.codes, code),
      );
    if (best !== undefined) return [statementOf(best)];
  }
  return [];
}
