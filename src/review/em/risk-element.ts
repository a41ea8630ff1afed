import type { AnalysedDocument, SectionKind } from '../language/analysed-document.ts';
import type { Passage } from '../rules/claim/reading/passage.ts';
import { findPassages, isBackground, isCarriedForward, sectionAt, sentenceOf } from '../rules/claim/reading/passage.ts';
import { hasDecisions } from './decision-zones.ts';
import { evidenceOf, findAsserted, isDecisionText } from './decision-text.ts';
import { listDrugs } from './drug-words.ts';
import type { MdmLevel } from './em-families.ts';
import { highest, type MdmElement, type MdmFact } from './mdm-table.ts';

const HIGH_ROWS: readonly (readonly [string, RegExp])[] = [
  [
    'hospitalization-or-escalation',
    /\b(?:decision (?:to|for) (?:hospitali[sz]\w+|admit|admission|observ\w+)|(?:needs?|requires?|warrants?|recommend\w*|accepted for|agrees? to|meets criteria for) (?:(?:inpatient|psychiatric|hospital|ICU|medical|direct) ){0,2}(?:admission|hospitali[sz]ation)|place(?:d)? (?:in|under|on) obs\w*|transfer(?:red)? to (?:\w+ ){0,2}(?:inpatient|psychiatr\w+|hospital)\b|(?:accepted|accepting) (?:at|by|to) (?:[\w'-]+ ){0,4}(?:hospital|inpatient|unit|center|psychiatry|ICU)|admit(?:ted|ting)?\b(?! (?:to|that) (?:drinking|using))|admission to|hospitali[sz]e\b|transfer(?:red)? to (?:the )?(?:ICU|MICU|SICU|higher|tertiary|ED|ER|hospital)|sent to (?:the )?(?:ED|ER|hospital)|upgrade to ICU|escalat\w+ (?:of|to) (?:care|ICU))/gi,
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

/** Drugs run by the hour, whose effect is measured as they run (CPT E/M guidelines, drug therapy requiring intensive monitoring). */
const RUN_AND_MONITORED =
  /\b(?:insulin|heparin|norepinephrine|levophed|vasopressors?|epinephrine|dopamine|dobutamine|amiodarone|nicardipine|nitroglycerin|diltiazem|esmolol|labetalol|milrinone|propofol|alteplase|tPA)\b[^.;\n]{0,20}\b(?:infusion|drip|gtt)\b(?!\s*(?:\w+\s+)?(?:off|stopped|weaned|discontinued|d\/c|to (?:PO|oral|SQ|subq)|transition\w*))|\b(?:alteplase|tPA|tenecteplase|TNK) (?:given|started|bolus|pushed)\b/gi;
const INTENSIVE_CARE =
  /\b(?:to|in|step-?down\/|-|–|,)\s*(?:the )?(?:[MSCNT]|CV|neuro)?ICU\b|\bICU (?:admission|level|care|bed)\b/gi;

const DECISION =
  '(?:start(?:ed|ing)?|initiat\\w+|increas\\w+|decreas\\w+|reduc\\w+|continu\\w+|stop(?:ped)?|chang\\w+|switch\\w*|add(?:ed)?|refill\\w*|renew\\w*|resum\\w+|titrat\\w+|taper\\w*|hold|held|Rx|prescri\\w+|d/c|given|gave|keep|rais(?:e|ed)|cut)';
const DOSE = String.raw`\d+(?:\.\d+)?\s*(?:mg|mcg|units?|%|puffs?|gtt|drops|g\b|mEq)`;
const PRESCRIBED = new RegExp(
  String.raw`\b${DECISION}\b[^.;\n]{0,70}${DOSE}|\b(?:refilled|prescri(?:bed?|ption)|Rx\b|antibiotics?|abx)\b|${DOSE}[^.;\n]{0,30}\b(?:bid|tid|qid|daily|qhs|qd|prn|weekly|q\d+h|x \d+ ?d)`,
  'gi',
);
/** What stands around the name of a drug when it is managed: a verb before it, a dose, a route or a frequency behind it, or a list mark. */
const MANAGED_BEFORE = new RegExp(
  String.raw`\b${DECISION}\b[^.;\n]{0,60}$|(?:^|\n)[ \t]*(?:[-*•]|\d{1,2}[.)]|Rx:?)[ \t]*$`,
  'i',
);
const MANAGED_AFTER = new RegExp(
  String.raw`^[^.;\n]{0,40}(?:${DOSE}|\b(?:PO|IV|IM|SQ|SC|neb\w*|inhaled|bid|tid|qid|daily|qhs|qd|prn|weekly|q\d+h|refill\w*|renew\w*|continue\w*|infusion|drip|given|as is|same dose)\b)`,
  'i',
);
/** A drug that is not taken, or only may be. */
const NOT_MANAGED =
  /\b(?:no|not|never|without|avoid\w*|allerg\w+|declin\w+|refus\w+|intoleran\w+|consider\w*|may need|might|would|could(?! not)|(?:can|may) (?:do|try|add|consider)|if|unless|discussed|defer\w*|hold off on|risks? of|side effects? of|failed|prior|previous\w*|in the past|no need for|instead of)\s+(?:[\w/%-]+\s+){0,4}$/i;
const CONDITIONAL = /^\s*(?:if|when|should|unless|in case)\b[^.;\n]*,[^.;\n]*$/i;
const OTC =
  /\b(?:OTC|over[- ]the[- ]counter|acetaminophen|tylenol|ibuprofen|advil|naproxen OTC|saline|fluids|salt water|artificial tears|vitamin|multivitamin|warm compress|lozenges|honey|sunscreen|bacitracin)\b/i;
/** Treatment that is more than none and needs no prescription. */
const LOW_RISK =
  /\b(?:OTC|over[- ]the[- ]counter|acetaminophen|tylenol|ibuprofen|naproxen|physical therapy|PT referral|splint|brace|boot|crutches|compression|elevation|stretch\w*|home exercises?|dietit\w+|saline rinse|artificial tears)\b/gi;
const MODERATE_OTHER =
  /\b(?:ICR|I:C|carb(?:ohydrate)? ratios?|basal(?: rates?)?|correction(?: factor)?|ISF|insulin dose)\b[^.;\n]{0,30}?\d[\d.:]*\s*(?:->|→|to)\s*\d|\b(?:social determinant|homeless|unhoused|food insecur\w+|cannot afford|can't afford|uninsured|transportation barrier)\b|\b(?:minor|elective) (?:surgery|procedure)\b|\b(?:I ?& ?D|excision|biopsy|injection|colonoscopy|EGD)\b[^.\n]{0,40}\b(?:schedul\w+|planned|consent)\b/gi;
/** Treatment that may carry more than low risk though no row above is proven. */
const MAYBE_MODERATE =
  /\b(?:surg(?:ery|ical)|operat(?:ion|ive)|excis\w+|biops\w+|inject\w*|procedure|medications?|medicines?|prescri\w+|steroids?|antibiotics?|chemo\w*|immunotherapy|radiation|dialysis|transfusion|catheteri[sz]ation|stent|EGD|\w+scopy|\w{4,}ectomy|\w{4,}plasty|patholog\w+ pending|sedation|pharm\w*)\b/gi;

/** A stay in hospital that was weighed and not chosen: a decision about it all the same, for some coders. */
const STAY_WEIGHED =
  /\b(?:admission|hospitali[sz]ation|observation)\b[^.;\n]{0,40}\b(?:offered|considered|declin\w+|discussed|refus\w+)\b|\b(?:offered|considered|discussed|declin\w+|refus\w+)\b[^.;\n]{0,30}\b(?:admission|hospitali[sz]ation|observation)\b/gi;

/** Words that look like drugs. */
const DRUG_FORM = /\b\w+ (?:cream|ointment|inhaler|tablets?|capsules?|drops|gtt)\b/gi;

/** Where the stay has begun, so that the decision for it was another day's. */
interface RiskSetting {
  readonly inHospital: boolean;
  /** A procedure is described and none is on the claim: it may be a risk of this visit. */
  readonly procedureOfVisit: boolean;
}

/** Risk of management: rows that the plan's words prove, and the highest they could carry. */
export function assessRisk(
  documents: readonly AnalysedDocument[],
  { inHospital, procedureOfVisit }: RiskSetting,
): MdmElement {
  const high = HIGH_ROWS.map(([row, pattern]) => ({ row, passages: findAsserted(documents, pattern, true) })).filter(
    ({ row, passages }) =>
      passages.length > 0 &&
      !(
        inHospital &&
        row === 'hospitalization-or-escalation' &&
        !passages.some((passage) => /escalat|ICU/i.test(passage.text))
      ),
  );
  const drugs = [...managedDrugs(documents), ...findAsserted(documents, PRESCRIBED, true)].filter(
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
  const monitored = findAsserted(documents, RUN_AND_MONITORED, true);
  if (monitored.length > 0) add('intensive-toxicity-monitoring', 'high', monitored);
  const intensive = inHospital ? [] : findAsserted(documents, INTENSIVE_CARE, true);
  if (intensive.length > 0) add('hospitalization-or-escalation', 'high', intensive);
  if (drugs.length > 0) add('prescription-drug-management', 'moderate', drugs);
  if (other.length > 0) add('moderate-risk', 'moderate', other);
  const simple = findAsserted(documents, LOW_RISK, true);
  if (simple.length > 0) add('low-risk-treatment', 'low', simple);
  const lower = highest(facts.map((fact) => fact.level));
  const weighed = findPassages(documents, STAY_WEIGHED).some((passage) => isDecisionText(passage));
  const hasPlan = documents.some(hasDecisions);
  return {
    lower,
    upper: upperBound(documents, {
      high: high.length + monitored.length + intensive.length > 0 || weighed,
      moderate:
        inHospital || procedureOfVisit || drugs.length > 0 || other.length > 0 || hasTreatmentElsewhere(documents),
      hasPlan,
    }),
    facts,
  };
}

const STORY: readonly SectionKind[] = [
  'chief-complaint',
  'history-of-present-illness',
  'social-history',
  'review-of-systems',
  'vitals',
  'physical-exam',
  'results',
];

/** A drug prescribed, given or changed in a part of the note that tells neither the history nor the examination: decided today as likely as not. */
function hasTreatmentElsewhere(documents: readonly AnalysedDocument[]): boolean {
  return [...findAsserted(documents, PRESCRIBED), ...listDrugs(documents).filter(isManaged)].some((passage) => {
    const kind = sectionAt(passage.document, passage.start)?.kind;
    return kind !== undefined && !STORY.includes(kind) && !isBackground(passage) && !isOverTheCounter(passage);
  });
}

/** Prescription drugs that the words of decision start, stop, change, give or go on with. */
function managedDrugs(documents: readonly AnalysedDocument[]): Passage[] {
  return listDrugs(documents).filter(
    (passage) => isDecisionText(passage) && !isCarriedForward(passage) && isManaged(passage),
  );
}

function isManaged(passage: Passage): boolean {
  const sentence = sentenceOf(passage);
  const before = sentence.text.slice(0, passage.start - sentence.start);
  const after = sentence.text.slice(passage.end - sentence.start);
  if (NOT_MANAGED.test(before) || CONDITIONAL.test(before)) return false;
  return MANAGED_BEFORE.test(before) || before.trim() === '' || MANAGED_AFTER.test(after);
}

/** Whether the words between the commas around a drug say that no prescription is needed. */
function isOverTheCounter(passage: Passage): boolean {
  const sentence = sentenceOf(passage);
  const [from, to] = [passage.start - sentence.start, passage.end - sentence.start];
  const start = sentence.text.lastIndexOf(',', from) + 1;
  const comma = sentence.text.indexOf(',', to);
  const chunk = sentence.text.slice(start, comma < 0 ? sentence.text.length : comma);
  return OTC.test(chunk) && !/\bRx\b|prescri/i.test(chunk);
}

const DOSES = new RegExp(DOSE, 'gi');

function isConditional(passage: Passage): boolean {
  const sentence = sentenceOf(passage);
  const before = sentence.text.slice(0, passage.start - sentence.start);
  return NOT_MANAGED.test(before) || CONDITIONAL.test(before);
}

function upperBound(
  documents: readonly AnalysedDocument[],
  found: { high: boolean; moderate: boolean; hasPlan: boolean },
): MdmLevel {
  if (found.high || !found.hasPlan) return 'high';
  if (found.moderate) return 'moderate';
  // A drug or a procedure that the words above do not catch may still be one.
  const anyDrug = [
    ...[DOSES, DRUG_FORM, MAYBE_MODERATE].flatMap((pattern) => findAsserted(documents, pattern, true)),
    ...listDrugs(documents).filter((passage) => isDecisionText(passage) && !isConditional(passage)),
  ].some((passage) => !isOverTheCounter(passage));
  return anyDrug ? 'moderate' : 'low';
}
