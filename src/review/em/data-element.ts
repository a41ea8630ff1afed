import type { AnalysedDocument } from '../language/analysed-document.ts';
import { isBackground, findPassages, type Passage } from '../rules/claim/reading/passage.ts';
import { evidenceOf, findAsserted } from './decision-text.ts';
import type { MdmLevel } from './em-families.ts';
import { highest, type MdmElement, type MdmFact } from './mdm-table.ts';

/** Unique tests by the panel that a laboratory or a department reports them as: each counts once (CPT E/M guidelines, Data). */
const TESTS: readonly (readonly [string, RegExp])[] = [
  ['blood count', /\b(?:CBC|Hgb|WBC|plt|platelets?|hemoglobin(?! A1c)|hematocrit)\b/gi],
  [
    'chemistry',
    /\b(?:BMP|CMP|creatinine|Cr\b|eGFR|potassium|K \d|Na \d|sodium level|BUN|LFTs?|ALT|AST|HCO3|electrolytes|bilirubin|calcium)\b/gi,
  ],
  ['A1c', /\b(?:Hb|Hgb)?A1c\b/gi],
  ['lipids', /\b(?:lipids?|LDL|HDL|cholesterol panel)\b/gi],
  ['thyroid', /\bTSH\b/gi],
  ['free thyroxine', /\bfree T4\b|\bFT4\b/gi],
  ['urinalysis', /\b(?:UA|urinalysis|urine dip\w*)\b/gi],
  ['urine culture', /\b(?:urine (?:cx|culture)|UCx)\b/gi],
  ['urine albumin', /\b(?:ACR|microalbumin|UACR)\b/gi],
  ['troponin', /\b(?:hs-)?trop(?:onin)?s?\b/gi],
  ['natriuretic peptide', /\b(?:NT-pro)?BNP\b/gi],
  ['lactate', /\blactate\b/gi],
  ['D-dimer', /\bd-?dimer\b/gi],
  ['INR', /\bINR\b/gi],
  ['iron', /\b(?:ferritin|TSAT|iron studies|TIBC)\b/gi],
  ['inflammation', /\b(?:ESR|CRP|sed rate|procalcitonin)\b/gi],
  ['parathyroid', /\bPTH\b/gi],
  ['vitamin', /\b(?:25-OH|vitamin D level|B12 level)\b/gi],
  ['chest film', /\b(?:CXR|chest x-?ray)\b/gi],
  ['film', /\b(?:XR|x-?rays?|films|radiographs?)\b/gi],
  ['CT', /\b(?:CT|CTA)\b/g],
  ['MRI', /\bMRI\b/g],
  ['ultrasound', /\b(?:ultrasound|US|duplex|sono\w*)\b/g],
  ['echo', /\b(?:echo|TTE|TEE|echocardiogram)\b/gi],
  ['ECG', /\b(?:ECG|EKG|electrocardiogram)\b/gi],
  ['stress test', /\bstress (?:test|echo|MPI)\b/gi],
  ['endoscopy', /\b(?:EGD|colonoscopy)\b/gi],
  ['pulmonary function', /\b(?:PFTs?|spirometry)\b/gi],
  ['blood culture', /\b(?:blood (?:cx|culture)s?)\b/gi],
  [
    'viral test',
    /\b(?:flu|covid|RSV|viral (?:PCR )?panel|respiratory panel)\b[^.\n]{0,25}\b(?:neg\w*|pos\w*|swab|test|PCR|sent)\b/gi,
  ],
  ['strep', /\bstrep\b[^.\n]{0,25}\b(?:neg\w*|pos\w*|swab|test|sent)\b/gi],
  ['pregnancy test', /\b(?:hCG|UPT|pregnancy test)\b/gi],
  ['antibodies', /\b(?:TRAb|TSI|tTG|ANA|RF|anti-CCP)\b/g],
  ['PSA', /\bPSA\b/g],
  ['pathology', /\b(?:biopsy|path(?:ology)?) (?:report|result)s?\b/gi],
  ['bone density', /\b(?:DXA|DEXA)\b/gi],
  ['device download', /\b(?:CPAP|pump|CGM|device) (?:download|data|report)\b/gi],
  ['urine sodium', /\b(?:urine sodium|FeNa|sediment)\b/gi],
];

const UNLISTED =
  /\b(?:labs|blood ?work|growth scan|anatomy scan|imaging|panel|titers?|serolog\w+|NST|non-?stress test|urine protein|drug screen|swab sent|genetic test\w*|sleep study|EEG|EMG)\b/gi;
const EXTERNAL_NOTE =
  /\b(?:outside|external|prior|hospital|ED|ER|PCP|referring|discharge|op(?:erative)?|consult(?:ant)?|specialist|EMS|nursing home) (?:records?|notes?|reports?|summary|chart)\b[^.\n]{0,30}\breview\w*|\breview\w*\b[^.\n]{0,60}\b(?:outside|external|hospital|ED|ER|PCP|referring|discharge|op(?:erative)?|specialist'?s?|consult\w*)\b[^.\n]{0,25}\b(?:records?|notes?|reports?|summary|letter)\b|\boutside report reviewed\b/gi;
const HISTORIAN =
  /\b(?:historian|collateral)\b|\b(?:history|hx)\b[^.\n]{0,30}\b(?:from|by|per|provided|given|obtained)\b[^.\n]{0,30}\b(?:mother|father|mom|dad|parents?|wife|husband|spouse|partner|daughter|son|sister|brother|niece|nephew|caregiver|aide|EMS|staff|nurs\w+|guardian|grandmother)\b|\b(?:mother|father|mom|dad|parents?|wife|husband|spouse|daughter|son|caregiver|aide|guardian|grandmother)\b[^.\n]{0,30}\b(?:gives?|provid\w+|reports?|states?|says|describes|confirms)\b|\bper (?:mother|father|mom|dad|parents?|wife|husband|spouse|daughter|son|caregiver|aide|RN|nursing|staff|guardian)\b/gi;
const INTERPRETED =
  /\b(?:independent(?:ly)?|my own|my|personal(?:ly)?)\s+(?:read\w*|interpret\w*|review(?:ed)? (?:of )?(?:the )?(?:images?|films?|tracings?|CT|MRI|x-?rays?|ECG|EKG))|\b(?:interpreted|read|viewed) by me\b|\b(?:images?|films?|tracings?|strips?|scans?|x-?rays?|CXR|CT|MRI|ECG|EKG)\b[^.;\n]{0,25}\breviewed by me\b|\b(?:images?|films?|tracing|x-?ray|CT|ECG|EKG)\b[^.\n]{0,30}\b(?:personally|independently) (?:reviewed|viewed|interpreted|read)/gi;
const DISCUSSED =
  /\b(?:discussed|d\/w|spoke|talked|reviewed|case (?:discussed|reviewed)|conferred)\b (?:(?:the )?case )?(?:with|w\/|to)\s+(?:the )?(?:on[- ]call )?(?:Dr\b|\[CLINICIAN|cardiolog\w+|surg\w+|neurolog\w+|neurosurg\w+|radiolog\w+|hospitalist|ortho\w*|GI\b|gastro\w+|nephrolog\w+|pharmac\w+|PCP|oncolog\w+|ICU|intensivist|poison|psychiatr\w+|social work\w*|case manager|school|teacher|attorney|urolog\w+|OB\b|obstetric\w+|endocrin\w+|ID\b|infectious|primary team|referring|(?:the )?(?:ED|ER|emergency|on-?call|admitting|transferring|accepting|outside|tele\w+)[\w -]{0,12}(?:physician|attending|doctor|provider|MD|team)|(?:ED|ER)\b)/gi;

/** Amount and complexity of data, by its three categories: items, independent interpretation, external discussion. */
export function assessData(
  documents: readonly AnalysedDocument[],
  billedInterpretations: ReadonlySet<string>,
): MdmElement {
  const tests = TESTS.flatMap(([name, pattern]) => {
    const found = findPassages(documents, pattern).filter((passage) => !isBackground(passage));
    return found.length > 0 && !billedInterpretations.has(name) ? [{ name, passage: found[0] }] : [];
  });
  const notes = findAsserted(documents, EXTERNAL_NOTE);
  const historian = findAsserted(documents, HISTORIAN);
  const interpreted = billedInterpretations.size > 0 ? [] : findAsserted(documents, INTERPRETED);
  const discussed = findAsserted(documents, DISCUSSED);
  const others = (notes.length > 0 ? 1 : 0) + (historian.length > 0 ? 1 : 0);
  const items = tests.length + others;
  const proven = tests.flatMap(({ name }) => {
    const pattern = TESTS.find(([other]) => other === name)?.[1];
    return (pattern && findAsserted(documents, pattern)[0]) ?? [];
  });
  // A test that the list above does not know may be one item more; it proves none.
  const unlisted = findAsserted(documents, UNLISTED).length > 0 ? 1 : 0;
  const facts = listFacts({
    tests: proven,
    historian,
    notes,
    interpreted,
    discussed,
    items: proven.length + others,
  });
  return {
    lower: lowerBound(facts),
    upper: upperBound(items + unlisted, interpreted.length > 0, discussed.length > 0, historian.length > 0),
    facts,
  };
}

interface Found {
  readonly tests: readonly Passage[];
  readonly historian: readonly Passage[];
  readonly notes: readonly Passage[];
  readonly interpreted: readonly Passage[];
  readonly discussed: readonly Passage[];
  readonly items: number;
}

function listFacts({ tests, historian, notes, interpreted, discussed, items }: Found): MdmFact[] {
  const fact = (row: string, level: MdmLevel, passages: readonly Passage[]): MdmFact => ({
    element: 'data',
    row,
    level,
    evidence: evidenceOf(passages),
  });
  const facts: MdmFact[] = [];
  if (items >= 3) facts.push(fact('three-items', 'moderate', [...tests, ...notes, ...historian]));
  else if (items === 2) facts.push(fact('two-items', 'low', [...tests, ...notes]));
  if (historian.length > 0) facts.push(fact('independent-historian', 'low', historian));
  if (interpreted.length > 0) facts.push(fact('independent-interpretation', 'moderate', interpreted));
  if (discussed.length > 0) facts.push(fact('external-discussion', 'moderate', discussed));
  return facts;
}

function lowerBound(facts: readonly MdmFact[]): MdmLevel {
  const categories = facts.filter((fact) => fact.level === 'moderate').length;
  return categories >= 2 ? 'high' : highest(facts.map((fact) => fact.level));
}

function upperBound(items: number, interpreted: boolean, discussed: boolean, historian: boolean): MdmLevel {
  const categories = [items >= 3, interpreted, discussed].filter(Boolean).length;
  if (categories >= 2) return 'high';
  if (categories === 1) return 'moderate';
  return items >= 2 || historian ? 'low' : 'straightforward';
}
