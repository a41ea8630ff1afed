import type { CodeTables } from '#codes/index.ts';
import type { Evidence, Finding } from '../finding.ts';
import type { AnalysedDocument, Assertion } from '../language/index.ts';
import type { RuleContext } from '../rule.ts';
import type { ProvenCandidate } from './checked-answer.ts';
import { checkDiagnosis, checkService, serviceRelease } from './known-codes.ts';
import type { DropReason, Drops } from './model-outcome.ts';
import { PRIOR, RULE } from './model-rules.ts';

/** Candidates that the tables know, that the claim lacks and that their own words do not deny. Each code once. */
export function judgeMissed(context: RuleContext, candidates: readonly ProvenCandidate[], drops: Drops): Finding[] {
  const byCode = Map.groupBy(candidates, ({ code }) => code);
  return [...byCode.values()].flatMap(([candidate]) => {
    if (candidate === undefined) return [];
    const reason = whyNot(context, candidate);
    if (reason === undefined) return [toFinding(candidate, context.tables)];
    drops.add(reason);
    return [];
  });
}

function whyNot(context: RuleContext, { kind, code, managed, evidence }: ProvenCandidate): DropReason | undefined {
  const { chart, tables } = context;
  const diagnoses = chart.claim.diagnoses.map((diagnosis) => diagnosis.code);
  if (diagnoses.includes(code) || chart.claim.items.some((item) => item.code === code)) return 'already-billed';
  if (kind === 'service') return checkService(code, tables);
  if (!managed) return 'not-managed';
  const unknown = checkDiagnosis(code, tables);
  if (unknown !== undefined) return unknown;
  if (diagnoses.some((billed) => tables.icd10cm.excludes1(billed, code) !== undefined))
    return 'excluded-by-billed-code';
  return isDenied(context, code, evidence) ? 'denied-by-text' : undefined;
}

const NOT_PRESENT: readonly Assertion[] = ['negated', 'hypothetical', 'family', 'other-person', 'resolved'];

/** Whether the cited words name the condition, and only to say that the patient does not have it. Status codes (Z) are exempt. */
function isDenied({ documents, chart }: RuleContext, code: string, evidence: readonly Evidence[]): boolean {
  if (code.startsWith('Z')) return false;
  const facility = chart.setting === 'inpatient' && chart.claim.type !== 'professional';
  const named = evidence.flatMap((quote) => mentionsIn(documents, quote, code.slice(0, 3)));
  return (
    named.length > 0 &&
    named.every(({ assertion }) => NOT_PRESENT.includes(assertion) || (assertion === 'uncertain' && !facility))
  );
}

function mentionsIn(documents: readonly AnalysedDocument[], { document, start, end }: Evidence, category: string) {
  const read = documents.find((one) => one.document.id === document);
  return (read?.mentions ?? []).filter(
    (mention) => mention.start < end && mention.end > start && mention.codes.some((code) => code.startsWith(category)),
  );
}

function toFinding({ kind, code, evidence }: ProvenCandidate, tables: CodeTables): Finding {
  const base = { billed: [], suggested: [code], evidence, source: 'model' as const };
  if (kind === 'diagnosis') {
    const title = tables.icd10cm.find(code)?.title ?? code;
    return {
      ...base,
      ...PRIOR.missedDiagnosis,
      rule: RULE.missed,
      rationale: `${title} is documented and acted on, and no billed code holds it.`,
      tableRelease: tables.icd10cm.release.label,
    };
  }
  const release = serviceRelease(code, tables);
  return {
    ...base,
    ...PRIOR.missedService,
    rule: RULE.missedService,
    rationale: `${code} is documented as performed and is not billed.`,
    ...(release === undefined ? {} : { tableRelease: release }),
  };
}
