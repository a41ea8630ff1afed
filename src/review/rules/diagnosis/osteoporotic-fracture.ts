import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { isConclusion, mentionsIn, type RecordMention } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';
import { codeOf } from './reading/uncoded.ts';

const INJURY = /^S(?:[2-9]2|12)\./;
const OSTEOPOROSIS = /^M81\./;
const WITH_FRACTURE = /^M80\./;

/** A fracture that the record lays to osteoporosis is not an injury, and the osteoporosis is not without a fracture. */
export const osteoporoticFracture: Rule = {
  id: 'osteoporotic-fracture',
  source: 'ICD-10-CM Official Guidelines, Section I.C.13.d.2 (osteoporosis with current pathological fracture)',
  evaluate(context) {
    const codes = context.chart.claim.diagnoses.map(({ code }) => code);
    const fracture = codes.find((code) => INJURY.test(code) && /[ABC]$/.test(code) && isFracture(context, code));
    if (fracture === undefined || codes.some((code) => WITH_FRACTURE.test(code))) return { findings: [] };
    const found = concludedIn(context);
    return {
      findings:
        found === undefined
          ? []
          : [draft(context, [fracture, ...codes.filter((code) => OSTEOPOROSIS.test(code))], found)],
    };
  },
};

function isFracture({ tables }: RuleContext, code: string): boolean {
  return /fracture/i.test(tables.icd10cm.find(code)?.title ?? '');
}

interface Concluded {
  readonly code: string;
  readonly mention: RecordMention;
}

/** What the record concludes of the fracture; of several statements one that has its site. */
function concludedIn(context: RuleContext): Concluded | undefined {
  const found = mentionsIn(context).flatMap((mention): Concluded[] => {
    if (
      mention.assertion !== 'asserted' ||
      !isConclusion(mention) ||
      !mention.codes.some((code) => code.startsWith('M80'))
    )
      return [];
    const code = codeOf(context, mention);
    return code !== undefined && WITH_FRACTURE.test(code) ? [{ code, mention }] : [];
  });
  return (
    found.find(({ code }) => !/unspecified site/i.test(context.tables.icd10cm.find(code)?.title ?? '')) ?? found[0]
  );
}

function draft(context: RuleContext, billed: readonly string[], { code, mention }: Concluded): Finding {
  return findingOf(osteoporoticFracture, context, {
    kind: 'wrong-diagnosis',
    direction: 'neutral',
    billed: [...billed],
    suggested: [code],
    evidence: [statementOf(mention)],
    confidence: 0.85,
    rationale: `The record lays the fracture to osteoporosis: ${code} says both, in place of ${billed.join(' and ')}.`,
  });
}
