import type { AnalysedDocument } from '../language/analysed-document.ts';
import type { Passage } from '../rules/claim/reading/passage.ts';
import { sentenceOf } from '../rules/claim/reading/passage.ts';
import { evidenceOf, findAsserted, isDecisionText } from './decision-text.ts';
import type { MdmLevel } from './em-families.ts';
import { highest, type MdmElement, type MdmFact } from './mdm-table.ts';

const HIGH_ROWS: readonly (readonly [string, RegExp])[] = [
  [
    'hospitalization-or-escalation',
    /\b(?:decision (?:to|for) (?:hospitali[sz]\w+|admit|admission|observ\w+)|admit(?:ted|ting)?\b(?! (?:to|that) (?:drinking|using))|admission to|hospitali[sz]e\b|transfer(?:red)? to (?:the )?(?:ICU|MICU|SICU|higher|tertiary|ED|ER|hospital)|sent to (?:the )?(?:ED|ER|hospital)|upgrade to ICU|escalat\w+ (?:of|to) (?:care|ICU))/gi,
  ],
  [
    'de-escalation',
    /\b(?:DNR|DNI|comfort (?:care|measures)|hospice|de-?escalat\w+ of care|withdraw\w* (?:of )?care)\b/gi,
  ],
  [
    'parenteral-controlled-substance',
    /\b(?:IV|IM|SQ|intravenous)\s+(?:morphine|hydromorphone|dilaudid|fentanyl|ketamine|lorazepam|ativan|midazolam)\b|\b(?:morphine|hydromorphone|dilaudid|fentanyl|ketamine|lorazepam|ativan|midazolam)\b[^.;\n]{0,20}\b(?:IV|IM|intravenous)\b/gi,
  ],
  [
    'intensive-toxicity-monitoring',
    /\b(?:toxicity|drug[- ]toxicity)\b|\b(?:methotrexate|amiodarone|lithium|clozapine|azathioprine|leflunomide|tacrolimus|cyclosporine|mycophenolate|vancomycin|digoxin|warfarin|heparin|chemotherapy|capecitabine|cyclophosphamide|isotretinoin|valproate|carbamazepine)\b/gi,
  ],
  [
    'major-surgery',
    /\b(?:emergen(?:t|cy) (?:surgery|operat\w+|cath\w*|laparo\w+)|ORIF|arthroplasty|major surgery|(?:proceed|plan|schedul\w+|consent\w*)[^.\n]{0,40}\b(?:surgery|CABG|ectomy|replacement|fusion|resection|bypass|laparo\w+))\b/gi,
  ],
];

const DECISION =
  '(?:start(?:ed|ing)?|initiat\\w+|increas\\w+|decreas\\w+|reduc\\w+|continu\\w+|stop(?:ped)?|chang\\w+|switch\\w*|add(?:ed)?|refill\\w*|resum\\w+|titrat\\w+|taper\\w*|hold|held|Rx|prescri\\w+|d/c|given|gave|keep|rais(?:e|ed)|cut)';
const DOSE = String.raw`\d+(?:\.\d+)?\s*(?:mg|mcg|units?|%|puffs?|gtt|drops|g\b|mEq)`;
const PRESCRIBED = new RegExp(
  String.raw`\b${DECISION}\b[^.;\n]{0,70}${DOSE}|\b(?:refilled|prescri(?:bed?|ption)|Rx\b|antibiotics?|abx)\b|${DOSE}[^.;\n]{0,30}\b(?:bid|tid|qid|daily|qhs|qd|prn|weekly|q\d+h|x \d+ ?d)`,
  'gi',
);
const DRUG =
  /\b(?:start(?:ed)?|increas\w+|decreas\w+|continu\w+|stop(?:ped)?|chang\w+|switch\w*|add(?:ed)?|refill\w*|resum\w+|hold|held)\b[^.;\n]{0,50}\b\w*(?:pril|sartan|statin|olol|dipine|formin|gliptin|gliflozin|glutide|prazole|tidine|cillin|mycin|cycline|floxacin|azole|triptan|xetine|pram|traline|zodone|pine|done|lam|pam|thiazide|semide|lukast|terol|sone|solone|onide|idine|mab|nib|vir|parin|aban|grel|ine|ol)\b/gi;
/** Treatment that may carry more than low risk though no row above is proven. */
const MAYBE_MODERATE =
  /\b(?:surg(?:ery|ical)|operat(?:ion|ive)|excis\w+|biops\w+|inject\w*|procedure|medications?|medicines?|prescri\w+|steroids?|antibiotics?|chemo\w*|immunotherapy|radiation|dialysis|transfusion|catheteri[sz]ation|stent|EGD|colonoscopy|endoscopy|sedation|pharm\w*)\b/gi;

/** Words that look like drugs. */
const DRUG_WORD =
  /\b\w{3,}(?:pril|sartan|statin|olol|dipine|formin|gliptin|gliflozin|glutide|prazole|tidine|cillin|mycin|cycline|floxacin|azole|triptan|xetine|traline|zodone|thiazide|semide|lukast|terol|sone|solone|onide|mab|nib|vir|parin|xaban|grel|barbital|azepam|codone|morphone|profen|oxicam|cream|ointment|inhaler|tablets?|capsules?)\b/gi;
const OTC =
  /\b(?:OTC|over[- ]the[- ]counter|acetaminophen|tylenol|ibuprofen|advil|saline|fluids|salt water|artificial tears|vitamin|multivitamin|warm compress|lozenges|honey|sunscreen|bacitracin)\b/i;
const MODERATE_OTHER =
  /\b(?:social determinant|homeless|unhoused|food insecur\w+|cannot afford|can't afford|uninsured|transportation barrier|lives? alone and)\b|\b(?:minor|elective) (?:surgery|procedure)\b|\b(?:I ?& ?D|excision|biopsy|injection|colonoscopy|EGD)\b[^.\n]{0,40}\b(?:schedul\w+|planned|consent)\b/gi;

/** Risk of management: rows that the plan's words prove, and the highest they could carry. */
export function assessRisk(documents: readonly AnalysedDocument[], atLeastModerate = false): MdmElement {
  const high = HIGH_ROWS.map(([row, pattern]) => ({ row, passages: findAsserted(documents, pattern, true) })).filter(
    ({ passages }) => passages.length > 0,
  );
  const drugs = [...findAsserted(documents, PRESCRIBED, true), ...findAsserted(documents, DRUG, true)].filter(
    (passage) => !isOverTheCounter(passage),
  );
  const other = findAsserted(documents, MODERATE_OTHER, true);
  const facts: MdmFact[] = [];
  const add = (row: string, level: MdmLevel, passages: readonly Passage[]) =>
    facts.push({ element: 'risk', row, level, evidence: evidenceOf(passages) });
  const proven = high.filter(
    ({ row }) => row === 'hospitalization-or-escalation' || row === 'parenteral-controlled-substance',
  );
  for (const { row, passages } of proven) add(row, 'high', passages);
  if (drugs.length > 0) add('prescription-drug-management', 'moderate', drugs);
  if (other.length > 0) add('moderate-risk', 'moderate', other);
  const lower = highest(facts.map((fact) => fact.level));
  const hasPlan = documents.some((document) =>
    document.sections.some((section) => isDecisionText({ document, start: section.start, end: section.end, text: '' })),
  );
  return {
    lower,
    upper: upperBound(documents, {
      high: high.length > 0,
      moderate: atLeastModerate || drugs.length > 0 || other.length > 0,
      hasPlan,
    }),
    facts,
  };
}

function isOverTheCounter(passage: Passage): boolean {
  const sentence = sentenceOf(passage).text;
  return (
    OTC.test(passage.text) || (/\bOTC\b|over[- ]the[- ]counter/i.test(sentence) && !/\bRx\b|prescri/i.test(sentence))
  );
}

function upperBound(
  documents: readonly AnalysedDocument[],
  found: { high: boolean; moderate: boolean; hasPlan: boolean },
): MdmLevel {
  if (found.high || !found.hasPlan) return 'high';
  if (found.moderate) return 'moderate';
  // A drug or a procedure that the words above do not catch may still be one.
  const anyDrug = [new RegExp(DOSE, 'gi'), DRUG_WORD, MAYBE_MODERATE]
    .flatMap((pattern) => findAsserted(documents, pattern, true))
    .some((passage) => !isOverTheCounter(passage));
  return anyDrug ? 'moderate' : 'low';
}
