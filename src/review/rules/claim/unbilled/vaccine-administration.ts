import type { Rule, RuleContext } from '../../../rule.ts';
import { linesOf, totalUnits } from '../reading/claim-lines.ts';
import { type Draft, reportAs, wrongUnits } from '../reading/draft.ts';
import { findPassages, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';
import { componentsOf, isOralOrNasal, isVaccine } from '../services/vaccines.ts';

const COUNSELLED =
  /\bcounsel\w*|\bVIS\b|\bdiscussed (?:each|risks?|benefits?|vaccin\w+|immuniz\w+)|\brisks? (?:and|\/|&) benefits?\b/gi;

/**
 * Administration against the vaccines billed: with counselling through age 18 one code for each vaccine's first component and one for each
 * further component; otherwise one for the first vaccine and one for each further.
 */
export const vaccineAdministration: Rule = {
  id: 'vaccine-administration',
  source: 'CPT guidelines, immunization administration for vaccines',
  evaluate(context) {
    const vaccines = context.chart.claim.items
      .filter((item) => isVaccine(item.code))
      .flatMap((item) => Array.from({ length: item.units }, () => item.code));
    if (vaccines.length === 0) return reportAs(vaccineAdministration, []);
    const counselled = findPassages(context.documents, COUNSELLED)[0];
    const billed = ['90460', '90461', '90471', '90472', '90473', '90474', 'G0008', 'G0009', 'G0010'].filter(
      (code) => linesOf(context, [code]).length > 0,
    );
    if (billed.some((code) => code.startsWith('G'))) return reportAs(vaccineAdministration, []);
    return reportAs(vaccineAdministration, judge(context, { vaccines, billed, counselled }));
  },
};

interface Vaccination {
  readonly vaccines: readonly string[];
  readonly billed: readonly string[];
  readonly counselled: Passage | undefined;
}

function judge(context: RuleContext, { vaccines, billed, counselled }: Vaccination): Draft[] {
  const age = context.chart.patient.ageYears;
  const child = age !== undefined && age <= 18;
  if (billed.length === 0) return [missing(vaccines, child && counselled !== undefined, counselled)];
  if (billed.includes('90460')) {
    if (age !== undefined && !child) return [wrongAge(vaccines)];
    const further = vaccines.reduce((sum, code) => sum + componentsOf(code) - 1, 0);
    return [
      ...compare(context, '90460', vaccines.length, counselled),
      ...compare(context, '90461', further, counselled),
    ];
  }
  // A further-component or further-vaccine code without its first is add-on-primary's.
  if (billed.includes('90461') || !billed.some((code) => code === '90471' || code === '90473')) return [];
  const injected = vaccines.filter((code) => !isOralOrNasal(code)).length;
  if (injected === 0 || injected < vaccines.length) return [];
  return [...compare(context, '90471', 1, undefined), ...compare(context, '90472', injected - 1, undefined)];
}

function compare(context: RuleContext, code: string, expected: number, passage: Passage | undefined): Draft[] {
  const units = totalUnits(linesOf(context, [code]));
  if (units === expected) return [];
  const evidence = toEvidenceList([passage && sentenceOf(passage)]);
  const rationale = `The vaccines on the claim make ${expected} units of ${code}; ${units} were billed.`;
  return [wrongUnits({ code, units, expected, evidence, rationale })];
}

function missing(vaccines: readonly string[], counselledChild: boolean, passage: Passage | undefined): Draft {
  return {
    kind: 'missed-service',
    direction: 'under',
    billed: [],
    suggested: [counselledChild ? '90460' : '90471'],
    evidence: toEvidenceList([passage && sentenceOf(passage)]),
    confidence: 0.7,
    rationale: `Vaccine products (${vaccines.join(', ')}) are billed without the administration of any.`,
  };
}

function wrongAge(vaccines: readonly string[]): Draft {
  return {
    kind: 'demographic-conflict',
    direction: 'neutral',
    billed: ['90460'],
    suggested: vaccines.length > 1 ? ['90471', '90472'] : ['90471'],
    evidence: [],
    confidence: 0.8,
    rationale: '90460 is for patients through 18 years of age; for an adult the administration is 90471 and 90472.',
  };
}
