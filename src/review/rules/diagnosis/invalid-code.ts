import { isCodeShaped } from '#codes/index.ts';
import type { Finding } from '../../finding.ts';
import type { Rule, RuleContext, RuleOutcome } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { completeCode } from './reading/complete-code.ts';
import { examinationFor } from './reading/examination.ts';
import { documentedKind, expandedSince } from './reading/expanded-codes.ts';
import { namingEvidence } from './reading/naming-evidence.ts';
import { statementOf } from './reading/statement.ts';

/** A billed code must be a valid code of the date of service, with all its characters. */
export const invalidCode: Rule = {
  id: 'invalid-code',
  source:
    'ICD-10-CM Official Guidelines, Sections I.B.2 (level of detail), I.A.4 and I.A.5 (placeholder, 7th characters)',
  evaluate(context) {
    const outcomes = context.chart.claim.diagnoses.map(({ code }) => judge(context, code));
    return {
      findings: outcomes.flatMap(({ findings }) => findings),
      notEvaluated: outcomes.flatMap(({ notEvaluated }) => notEvaluated ?? []),
    };
  },
};

function judge(context: RuleContext, code: string): RuleOutcome {
  const { icd10cm } = context.tables;
  const known = icd10cm.find(code);
  if (known?.billable === true) return judgeLaterChange(context, code);
  if (known !== undefined) return { findings: [incomplete(context, code)] };
  if (isCodeShaped(code) && (icd10cm.release.stale || icd10cm.release.starter)) return notKnown(context, code);
  return { findings: [unknown(context, code)] };
}

/** Absence from a catalogue or from a table of an earlier year proves nothing. */
function notKnown({ tables }: RuleContext, code: string): RuleOutcome {
  const reason = `${code} is not in ${tables.icd10cm.release.label}, which was not the release in force; its validity could not be checked`;
  return { findings: [], notEvaluated: [{ rule: invalidCode.id, reason }] };
}

function judgeLaterChange(context: RuleContext, code: string): RuleOutcome {
  const { release } = context.tables.icd10cm;
  const change = release.stale ? expandedSince(code, release.label) : undefined;
  if (change === undefined) return { findings: [] };
  const evidence = namingEvidence(context, [code]);
  const finding = findingOf(invalidCode, context, {
    kind: 'invalid-code',
    direction: 'neutral',
    billed: [code],
    suggested: [documentedKind(code, evidence) ?? change.unspecified],
    evidence,
    confidence: change.certain ? 0.85 : 0.6,
    rationale: `${code} has needed a further character since fiscal year ${change.fiscalYear}; the table loaded is older.`,
  });
  return { findings: [finding] };
}

function incomplete(context: RuleContext, code: string): Finding {
  const examination = examinationFor(context, code);
  const completed =
    examination === undefined
      ? completeCode(context, code)
      : { code: examination.code, title: context.tables.icd10cm.find(examination.code)?.title, mention: undefined };
  return findingOf(invalidCode, context, {
    kind: 'invalid-code',
    direction: 'neutral',
    billed: [code],
    suggested: completed === undefined ? [] : [completed.code],
    evidence: completed?.mention === undefined ? [] : [statementOf(completed.mention)],
    confidence: 0.96,
    rationale:
      completed === undefined
        ? `${code} is a heading of the code set, not a billable code: it needs further characters.`
        : `${code} is a heading of the code set, not a billable code; the record supports ${completed.code} (${completed.title}).`,
  });
}

function unknown(context: RuleContext, code: string): Finding {
  return findingOf(invalidCode, context, {
    kind: 'invalid-code',
    direction: 'neutral',
    billed: [code],
    suggested: [],
    confidence: 0.95,
    rationale: `${code} is not a code of ${context.tables.icd10cm.release.label}.`,
  });
}
