import { synonyms } from '../../../language/index.ts';
import type { RuleContext } from '../../../rule.ts';

/** Drugs, results and devices that stand for a condition without its name, by code prefix. */
const IMPLIED: readonly (readonly [string, RegExp])[] = [
  [
    'I10',
    /\b(?:amlodipine|lisinopril|losartan|\w+(?:pril|sartan)|metoprolol|hctz|hydrochlorothiazide|chlorthalidone)\b/i,
  ],
  ['E78', /\b(?:\w*statin|ezetimibe|fenofibrate)\b/i],
  ['E1', /\b(?:metformin|insulin|glargine|lispro|aspart|\w+gliflozin|\w+gliptin|\w+glutide|glipizide|glimepiride)\b/i],
  ['E03', /\b(?:levothyroxine|synthroid|thyroxine|thyroid (?:replacement|supplement))\b/i],
  ['E05', /\b(?:methimazole|TSH|thyroid|propylthiouracil)\b/i],
  ['E55', /\b(?:vitamin D|vit D|25-?\s?OH|ergocalciferol|cholecalciferol|D3)\b/i],
  ['E53', /\b(?:B12|cyanocobalamin|cobalamin)\b/i],
  ['E66', /\b(?:BMI (?:3[0-9]|[4-9]\d)|obes\w*|overweight|semaglutide|phentermine)\b/i],
  [
    'E87',
    /\b(?:KCl|potassium chloride|tolvaptan|kayexalate|patiromer|hypertonic|acidosis|alkalosis|Na 1[0-2]\d|Na 15\d|K [126]\.\d)\b/,
  ],
  ['D5', /\b(?:Hgb|hemoglobin|H\/H|ferritin|iron|ferrous|anemi\w*|B12|folate)\b/i],
  ['D6', /\b(?:Hgb|hemoglobin|H\/H|anemi\w*|platelets?|plt|WBC|INR)\b/i],
  ['F17', /\b(?:smok\w*|tobacco|cigar\w*|nicotine|vap\w*|ppd|pack)\b/i],
  [
    'F1',
    /\b(?:alcohol|etoh|opioid|cocaine|cannabis|drinks?|drinking|substance|buprenorphine|methadone|naltrexone|withdrawal|CIWA|meth)\b/i,
  ],
  [
    'F3',
    /\b(?:depress\w*|mood|PHQ|sertraline|fluoxetine|escitalopram|citalopram|bupropion|venlafaxine|duloxetine|mirtazapine|trazodone|lithium|SSRI)\b/i,
  ],
  ['F4', /\b(?:anxi\w*|worry|GAD-?7|panic|stress|PTSD|buspirone|hydroxyzine|adjust\w*|sertraline|escitalopram)\b/i],
  ['F0', /\b(?:dementia|memory|cognit\w*|donepezil|memantine|MMSE|MoCA|BIMS|confus\w*)\b/i],
  ['F5', /\b(?:sleep|insomnia|eating|binge|libido)\b/i],
  ['F9', /\b(?:attention|methylphenidate|amphetamine|adderall|vyvanse|concentrat\w*)\b/i],
  ['G30', /\b(?:donepezil|memantine|memory|MMSE|MoCA)\b/i],
  ['G20', /\b(?:levodopa|carbidopa|tremor)\b/i],
  ['G40', /\b(?:seizures?|levetiracetam|keppra|lamotrigine|EEG)\b/i],
  ['G43', /\b(?:headaches?|HA|\w+triptan|aura)\b/],
  ['G47', /\b(?:CPAP|BiPAP|AHI|insomnia|apnea|snor\w*)\b/i],
  ['G89', /\bpain\b/i],
  [
    'I2',
    /\b(?:troponin|angina|stent|cath|PCI|CABG|LAD|RCA|nitroglycerin|coronary|ischemi\w*|anticoag\w*|apixaban|CTA)\b/i,
  ],
  ['I48', /\b(?:apixaban|rivaroxaban|warfarin|AF|irregular\w*|INR|eliquis|xarelto)\b/i],
  ['I50', /\b(?:EF|BNP|furosemide|torsemide|lasix|edema|entresto|sacubitril)\b/i],
  ['I6', /\b(?:stroke|infarct\w*|hemipar\w*|aphasia|facial droop|residual|carotid)\b/i],
  ['I7', /\b(?:claudication|ABI|aneurysm|athero\w*)\b/i],
  ['I8', /\b(?:veins?|varic\w*|thromb\w*|clot|duplex|venous)\b/i],
  ['J44', /\b(?:tiotropium|spiriva|COPD|FEV1|LAMA|LABA|emphysema|umeclidinium)\b/i],
  ['J45', /\b(?:albuterol|wheez\w*|inhaler|budesonide|fluticasone|montelukast|peak flow)\b/i],
  ['J3', /\b(?:nasal|nose|rhin\w*|cetirizine|loratadine|fluticasone|flonase|allerg\w*|sinus)\b/i],
  ['K21', /\b(?:omeprazole|pantoprazole|esomeprazole|famotidine|heartburn|reflux|PPI|lansoprazole)\b/i],
  ['K5', /\b(?:bowel|stool|constipat\w*|colonoscopy|senna|miralax|polyethylene|diarrhea|docusate|bloating)\b/i],
  ['N18', /\b(?:eGFR|GFR|creatinine|dialysis|kidney|renal)\b/i],
  ['N17', /\b(?:creatinine|Cr \d|kidney|renal|dialysis)\b/i],
  ['N40', /\b(?:tamsulosin|finasteride|nocturia|prostate|PSA|urinary stream)\b/i],
  ['R73', /\b(?:glucose|A1c|sugars?)\b/i],
  ['R03', /\b(?:BP|blood pressure)\b/i],
];

/** For codes of which no everyday names are known: words of the chapter's field, so that absence is claimed only far from it. */
const FIELD: readonly (readonly [string, RegExp])[] = [
  ['H', /\b(?:eyes?|vision|visual|ears?|hearing|TM|IOP|OD|OS|OU|otic|canal)\b/i],
  ['J', /\b(?:cough|sputum|dyspnea|SpO2 [78]\d|oxygen|O2|infiltrate|congestion|throat|wheez\w*)\b/i],
  [
    'K',
    /\b(?:abd pain|abdominal pain|liver|LFTs?|hernia|hemorrhoid\w*|EGD|colonoscopy|lipase|cirrho\w*|teeth|tooth|gum)\b/i,
  ],
  ['L', /\b(?:rash|lesions?|skin (?:lesion|change)|itch\w*|prurit\w*|papules?|plaques?|wound|ulcer\w*|acne|nails?)\b/i],
  [
    'M',
    /\b(?:joints?|back|knees?|hips?|shoulders?|neck pain|arthr\w*|stiffness|gout|allopurinol|uric|DXA|T-score|alendronate|bone|muscle|spine|ankles?|foot|feet|heel|wrist|hands?|elbow)\b/i,
  ],
  ['N', /\b(?:dysuria|urin\w*|UA|urgency|menses|vagin\w*|pelvic|breast|prostate|bladder|hematuria)\b/i],
  ['R', /\b(?:pain|complains|c\/o)\b/i],
  ['S', /\b(?:injur\w*|fell|fall|trauma|accident|twist\w*|MVC|cut)\b/i],
  ['T', /\b(?:burn\w*|reaction|overdose|poison\w*|side effect|adverse|injur\w*|complication|infect\w*)\b/i],
  [
    'C',
    /\b(?:tumou?r|oncolog\w*|chemo\w*|radiation|mass|biops\w*|malignan\w*|metasta\w*|carcinoma|cancer|lymphoma|leukemia|mastectomy|adenocarcinoma)\b/i,
  ],
  [
    'D',
    /\b(?:tumou?r|mass|polyp\w*|adenoma\w*|biops\w*|lesion|nev\w*|mole|lipoma|fibroid\w*|cyst|coagul\w*|sickle)\b/i,
  ],
  ['A', /\b(?:infect\w*|sepsis|septic|cultures?|fever|diarrhea|cx)\b/i],
  ['B', /\b(?:infect\w*|viral|virus|fung\w*|cultures?|rash|HIV|hepatitis|cx|E\. ?coli|MRSA|staph\w*|strep\w*)\b/i],
];

const named = new Set(synonyms.flatMap(({ codes }) => codes));

function hasName(code: string): boolean {
  return named.has(code) || named.has(code.slice(0, 3));
}

/** Whether a drug, result or device in the record stands for the condition of a code; the longest prefix decides. */
export function isImplied(context: RuleContext, code: string): boolean {
  const matching = [...IMPLIED, ...(hasName(code) ? [] : FIELD)].filter(([prefix]) => code.startsWith(prefix));
  const longest = Math.max(0, ...matching.map(([prefix]) => prefix.length));
  const patterns = matching.filter(([prefix]) => prefix.length === longest).map(([, pattern]) => pattern);
  const texts = [
    ...context.documents.map(({ document }) => document.text),
    ...context.chart.facts.map(({ text }) => text ?? ''),
  ];
  return patterns.some((pattern) => texts.some((text) => pattern.test(text)));
}
