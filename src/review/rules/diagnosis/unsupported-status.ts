import type { Finding } from '../../finding.ts';
import { findPhrases } from '../../language/index.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';

const words = (alternatives: string): RegExp => new RegExp(`\\b(?:${alternatives})\\b`, 'gi');

/** Status codes and the words without which no record shows the status. */
const SHOWN_BY: readonly (readonly [RegExp, RegExp])[] = [
  [
    /^Z79\.4$/,
    words(
      'insulins?|glargine|lantus|basaglar|toujeo|degludec|tresiba|detemir|levemir|lispro|humalog|aspart|novolog|fiasp|glulisine|apidra|regular insulin|NPH|humulin|novolin|70\\/30|pump|basal|bolus|MDI|sliding scale',
    ),
  ],
  [
    /^Z79\.01$/,
    words(
      'anticoag\\w*|warfarin|coumadin|apixaban|eliquis|rivaroxaban|xarelto|dabigatran|pradaxa|edoxaban|savaysa|enoxaparin|lovenox|heparin|dalteparin|fondaparinux|DOACs?|NOACs?|INR',
    ),
  ],
  [
    /^Z79\.02$/,
    words(
      'clopidogrel|plavix|ticagrelor|brilinta|prasugrel|effient|dipyridamole|aggrenox|cilostazol|DAPT|antiplatelets?|P2Y12|ticlopidine',
    ),
  ],
  [/^Z79\.82$/, words('aspirin|ASA|DAPT|bayer|ecotrin')],
  [
    /^Z79\.84$/,
    words(
      'metformin|glucophage|glipizide|glimepiride|glyburide|\\w+gliptin|januvia|\\w+gliflozin|jardiance|farxiga|invokana|pioglitazone|actos|repaglinide|nateglinide|acarbose|rybelsus|oral (?:hypoglycemics?|agents?|antidiabetics?|diabet\\w+ (?:drugs?|medic\\w+|meds))|sulfonylureas?|SGLT2i?|DPP-?4i?',
    ),
  ],
  [
    /^Z79\.52$/,
    words(
      'prednisone|prednisolone|methylprednisolone|dexamethasone|hydrocortisone|steroids?|corticosteroids?|budesonide|deflazacort',
    ),
  ],
  [/^Z95\.0$/, words('pacemakers?|PPM|pacer|paced|pacing|leadless|ICD|CRT\\w*|generator')],
  [/^Z95\.1$/, words('CABG|bypass|bypasses|grafts?|LIMA|SVG')],
  [/^Z95\.5$/, words('stents?|stented|stenting|PCI|DES|BMS')],
  [/^Z95\.2$/, words('valves?|AVR|MVR|TAVR|TAVI|prosthetic|prosthesis|mechanical')],
  [/^Z95\.810$/, words('ICD|AICD|defibrillators?|CRT-?D')],
  [/^Z99\.2$/, words('dialysis|HD|PD|hemodialysis|ESRD|fistula|CAPD|CCPD')],
  [/^Z94\./, words('transplant\\w*|graft|OLT|OHT')],
  [/^Z93\.[234]/, words('\\w*ostomy|stoma|ostomy')],
  [/^Z89\./, words('amputat\\w*|BKA|AKA|TMA|absent|absence|stump|prosthesis|ray resection|disarticulation')],
  [
    /^Z21$/,
    words(
      'HIV(?! (?:tests?|testing|screen\\w*|Ag|Ab|antibod\\w*|RNA|PrEP|prevention|risk))|human immunodeficiency|ART|antiretroviral\\w*|biktarvy|undetectable',
    ),
  ],
  [/^Z99\.81$/, words('oxygen|O2|L\\/min|LPM|NC|concentrator')],
];
/** A relative's drugs are seldom listed. */
const NOT_TAKEN = /^(?:negated|hypothetical|historical|resolved)$/;
const NOT_THE_PATIENTS = /^(?:negated|family|other-person|hypothetical|historical|resolved)$/;

/** A status that nothing in the record shows of the patient: long-term insulin without any insulin, a relative's pacemaker. */
export const unsupportedStatus: Rule = {
  id: 'unsupported-status',
  source: 'ICD-10-CM Official Guidelines, Section I.C.21.c.3 (status)',
  evaluate(context) {
    if (context.documents.length === 0) return { findings: [] };
    return { findings: context.chart.claim.diagnoses.flatMap(({ code }) => judge(context, code)) };
  },
};

function judge(context: RuleContext, code: string): Finding[] {
  const shown = SHOWN_BY.find(([codes]) => codes.test(code))?.[1];
  if (shown === undefined) return [];
  if (context.chart.facts.some(({ text, codes }) => text?.match(shown) || codes.some((one) => one.code === code)))
    return [];
  const said = context.documents.flatMap((document) => findPhrases(document, shown));
  const others = code.startsWith('Z79') ? NOT_TAKEN : NOT_THE_PATIENTS;
  if (said.some(({ assertion }) => !others.test(assertion))) return [];
  const denials = said.filter(({ assertion }) => assertion !== 'hypothetical');
  // A past drug may be one that goes on, a past operation is the status itself.
  if (denials.some(({ assertion }) => assertion === 'historical' || assertion === 'resolved')) return [];
  return [
    findingOf(unsupportedStatus, context, {
      kind: 'unsupported-diagnosis',
      direction: 'over',
      billed: [code],
      suggested: [],
      evidence: [],
      confidence: denials.length > 0 ? 0.9 : 0.82,
      rationale: `Nothing in the record shows the status of ${code} (${context.tables.icd10cm.find(code)?.title ?? ''}) for this patient.`,
    }),
  ];
}
