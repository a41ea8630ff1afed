import type { CareSetting } from '#deidentify/index.ts';
import type { RuleContext } from '../rule.ts';
import { placeOfCare } from '../rules/claim/reading/claim-lines.ts';
import { findServiceFamily } from '../rules/claim/services/index.ts';
import { assessData } from './data-element.ts';
import { assessLevel, type MdmAssessment } from './mdm-table.ts';
import { stageOf } from './family-in-place.ts';
import { assessProblems } from './problems-element.ts';
import { assessRisk } from './risk-element.ts';

/** Services whose interpretation the same claim bills: they are not data of the visit (CPT E/M guidelines, Data). */
const BILLED_INTERPRETATIONS: readonly (readonly [RegExp, string])[] = [
  [/^930(?:00|10)$/, 'ECG'],
  [/^940(?:10|60)$/, 'pulmonary function'],
  [/^710\d\d$/, 'chest film'],
  [/^7(?:2|3)\d{3}$/, 'film'],
  [/^933\d\d$/, 'echo'],
  [/^7(?:6|59)\d+$/, 'ultrasound'],
];

/** Where treatment by prescription is so usual that a note's silence about it proves nothing, and the stay is decided. */
const HOSPITAL: readonly CareSetting[] = ['inpatient', 'observation', 'surgery'];

/** Medical decision making of the encounter as the rules can read it: each element bounded from below and above, with its evidence. */
export function assessMdm(context: RuleContext): MdmAssessment {
  const known = ASSESSED.get(context) ?? assess(context);
  ASSESSED.set(context, known);
  return known;
}

/** Several rules ask about one chart. Forgotten with it. */
const ASSESSED = new WeakMap<RuleContext, MdmAssessment>();

function assess(context: RuleContext): MdmAssessment {
  const codes = context.chart.claim.items.map((item) => item.code);
  const billed = new Set(
    BILLED_INTERPRETATIONS.flatMap(([pattern, name]) => (codes.some((code) => pattern.test(code)) ? [name] : [])),
  );
  const procedures = procedureWords(codes);
  const inHospital = HOSPITAL.includes(placeOfCare(context));
  const laterDay = inHospital && stageOf(context) === 'subsequent';
  return assessLevel(
    assessProblems(context.documents, procedures, laterDay),
    assessData(context.documents, billed, laterDay),
    assessRisk(context.documents, {
      inHospital: inHospital && stageOf(context) !== 'initial',
      procedureOfVisit:
        procedures.length === 0 &&
        context.documents.some(({ sections }) => sections.some(({ kind }) => kind === 'procedure')),
    }),
  );
}

/** What notes call the minor procedures that the claim bills beside the visit. */
function procedureWords(codes: readonly string[]): RegExp[] {
  return codes.flatMap((code) => {
    const family = findServiceFamily(code);
    return family?.globalDays === 0 || family?.globalDays === 10 ? [family.mention] : [];
  });
}
