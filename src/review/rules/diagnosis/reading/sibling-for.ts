import type { Finding } from '../../../finding.ts';
import type { RuleContext } from '../../../rule.ts';
import { isKin } from './code-relation.ts';
import { isConclusion, mentionsIn } from './record.ts';
import { statementOf } from './statement.ts';
import { codeOf } from './uncoded.ts';

/** The code of the same category that the record concludes: adult failure to thrive in place of the child's. */
export function siblingFor(
  context: RuleContext,
  code: string,
): { readonly code: string; readonly evidence: Finding['evidence'] } | undefined {
  const mentions = mentionsIn(context).filter(
    (one) => one.assertion === 'asserted' && isConclusion(one) && one.codes.some((name) => isKin([name], code)),
  );
  for (const mention of mentions) {
    const sibling = codeOf(context, mention);
    if (sibling !== undefined && sibling !== code && isKin([sibling], code))
      return { code: sibling, evidence: [statementOf(mention)] };
  }
  return undefined;
}
