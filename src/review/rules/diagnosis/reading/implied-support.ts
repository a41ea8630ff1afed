import { findPhrases, synonyms, titleFeatures } from '../../../language/index.ts';
import type { RuleContext } from '../../../rule.ts';

const words = (alternatives: string): RegExp => new RegExp(`\\b(?:${alternatives})\\b`, 'gi');

/**
 * What stands for a condition without its name, by code prefix: a drug that is given for little else, a device, a score,
 * the condition in other words. A laboratory test that was done, or an organ that was examined, stands for nothing.
 */
const IMPLIED: readonly (readonly [string, RegExp])[] = [
  [
    'I10',
    words(
      'amlodipine|\\w+pril|\\w+sartan|hctz|hydrochlorothiazide|chlorthalidone|blood pressure (?:high|elevated|above)',
    ),
  ],
  [
    'E78',
    words('\\w*statin|ezetimibe|fenofibrate|(?:LDL|cholesterol|triglycerides?|lipids?) (?:high|elevated|above|not at)'),
  ],
  [
    'E1',
    words(
      'metformin|insulin|glargine|lispro|aspart|\\w+gliflozin|\\w+gliptin|\\w+glutide|glipizide|glimepiride|diabet\\w*',
    ),
  ],
  ['E03', words('levothyroxine|synthroid|thyroxine|thyroid (?:replacement|supplement)')],
  ['E05', words('methimazole|propylthiouracil|thyroid')],
  ['E55', words('vitamin D|vit D|25-?\\s?OH|ergocalciferol|cholecalciferol|D3')],
  ['E53', words('B12|cyanocobalamin|cobalamin')],
  ['E66', words('BMI (?:is |of )?(?:3[0-9]|[4-9]\\d)|obes\\w*|overweight|phentermine')],
  ['E86', words('dehydrat\\w*|volume (?:depletion|depleted|loss)|hypovol\\w*|dry mucous membranes|poor oral intake')],
  [
    'E87',
    words(
      'KCl|potassium chloride|tolvaptan|kayexalate|patiromer|hypertonic|acidosis|alkalosis|Na 1[0-2]\\d|Na 15\\d|K [126]\\.\\d|volume overload|fluid overload',
    ),
  ],
  ['D5', words('ferritin \\d\\d?|iron|ferrous|anemi\\w*|cyanocobalamin|folate (?:low|deficien\\w*)')],
  [
    'D6',
    words(
      'anemi\\w*|thrombocytop\\w*|neutrop\\w*|coagulopath\\w*|(?:platelets?|plt) (?:low|[1-9]\\d|1[0-3]\\d)|transfus\\w*',
    ),
  ],
  ['F17', words('smok\\w*|tobacco|cigar\\w*|nicotine|vap\\w*|ppd|pack')],
  [
    'F1',
    words(
      'alcohol\\w*|etoh|opioids?|cocaine|cannabis|marijuana|drinks? (?:a|per|daily)|drinking|substance|buprenorphine|naltrexone|withdrawal|CIWA|meth(?:amphetamine)?',
    ),
  ],
  [
    'F3',
    words(
      'depress\\w*|PHQ-?[29]\\W{0,3}(?:of |score )?1?\\d|sertraline|fluoxetine|escitalopram|citalopram|bupropion|venlafaxine|mirtazapine|lithium|SSRI|mania|manic',
    ),
  ],
  ['F4', words('anxi\\w*|worr(?:y|ies|ied)|GAD-?7|panic|PTSD|buspirone|adjustment|trauma|obsess\\w*|compuls\\w*')],
  ['F0', words('dementia|memory|cognit\\w*|donepezil|memantine|MMSE|MoCA|BIMS|confus\\w*|deliri\\w*')],
  ['F5', words('sleep|insomnia|eating|binge|libido')],
  ['F9', words('attention|inattent\\w*|methylphenidate|amphetamine|adderall|vyvanse|concentrat\\w*')],
  ['G30', words('donepezil|memantine|memory')],
  ['G20', /\bPD\b|\b(?:levodopa|carbidopa|[Ss]inemet|[Pp]arkinson\w*)\b/g],
  ['G25.0', /\bET\b|\b[Tt]remors?\b/g],
  [
    'G35',
    /\bMS\b(?! ?(?:[Cc]ontin|IR))|\b(?:[Oo]crevus|[Oo]crelizumab|[Tt]ecfidera|[Tt]ysabri|[Cc]opaxone|[Dd]emyelinating)\b/g,
  ],
  ['G70.0', /(?<!\d ?)\bMG\b|\b(?:[Mm]estinon|[Pp]yridostigmine|[Mm]yasthenic?)\b/g],
  ['F60.3', /\bBPD\b|\b[Bb]orderline\b/g],
  ['F53.0', /\bPPD\b|\b[Pp]ost-?partum\b/g],
  ['F50.0', /\bAN\b(?! [A-Z]{3})|\b[Aa]norexi\w+/g],
  ['F84', /\bASD\b|\b[Aa]utis\w+/g],
  ['R45.85', /\b[SH]I\b|\b(?:[Ss]uicid\w*|[Hh]omicid\w*)\b/g],
  ['G40', words('seizures?|levetiracetam|keppra|lamotrigine')],
  ['G43', words('headaches?|\\w+triptan|aura|migrain\\w*')],
  ['G47', words('CPAP|BiPAP|AHI|insomnia|apnea|trouble sleeping|snor\\w*')],
  ['G89', words('pain')],
  ['I20', words('angina|anginal|nitroglycerin|NTG|exertional chest (?:pain|pressure|tightness)|isosorbide|ranolazine')],
  ['I2', words('angina|stent\\w*|PCI|CABG|nitroglycerin|coronary|STEMI|heart attack|infarct\\w*')],
  ['I48', words('apixaban|rivaroxaban|irregularly irregular|eliquis|xarelto|afib')],
  ['I50', words('EF \\d\\d|furosemide|torsemide|lasix|entresto|sacubitril|cardiomyopathy|volume overload')],
  ['I6', words('stroke|infarct\\w*|hemipar\\w*|aphasia|facial droop|residual|carotid')],
  ['I7', words('claudication|ABI|aneurysm|athero\\w*')],
  ['I8', words('varic\\w*|thromb\\w*|clot|venous|piles|hemorrhoid\\w*')],
  ['J44', words('tiotropium|spiriva|COPD|LAMA|emphysema|umeclidinium')],
  ['J45', words('wheez\\w*|inhaler|budesonide|montelukast|reactive airways?')],
  [
    'J3',
    words('nasal congestion|rhinorrhea|rhin\\w*|cetirizine|loratadine|flonase|allerg(?:y|ic|ies)|sinus\\w*|tonsil\\w*'),
  ],
  ['K21', words('omeprazole|pantoprazole|esomeprazole|famotidine|heartburn|reflux|lansoprazole')],
  [
    'K5',
    words('constipat\\w*|loose stools?|diarrhea|senna|miralax|polyethylene|bloating|hemorrhoid\\w*|diverticul\\w*'),
  ],
  ['N18', words('dialysis|(?:e?GFR) (?:of |is )?[1-5]\\d|chronic (?:kidney|renal)|kidney disease')],
  ['N17', words('(?:creatinine|Cr) (?:up|rose|rise|peaked|elevated)|(?:renal|kidney) (?:failure|injury|dysfunction)')],
  ['N40', words('tamsulosin|finasteride|nocturia|prostate|urinary stream')],
  // Abbreviations that stand for other things too: enough to keep a billed code, never to name one.
  ['N52', /\bED\b|\b(?:[Ss]ildenafil|[Tt]adalafil|[Vv]iagra|[Cc]ialis|[Ee]rect\w*|[Ii]mpoten\w*)\b/g],
  ['Q25.0', /\bPDA\b|\bductus\b/g],
  ['Q61', /\bA?[DR]?PKD\b|\b(?:polycystic|cystic) kidneys?\b/g],
  ['Q79.6', /\bh?EDS\b|\bEhlers\b/g],
  ['D47.3', /\bET\b|\b(?:[Pp]latelets?|[Tt]hrombocyt\w*)\b/g],
  ['K65.2', /\bSBP\b|\bperitonitis\b/g],
  ['K40', /\b[RLB]IH\b|\b(?:[Hh]ernias?|[Gg]roin)\b/g],
  ['R73', words('glucose (?:high|elevated|1[0-9]\\d)|A1c (?:5\\.[7-9]|6\\.[0-4])|sugars?')],
  ['R03', words('BP|blood pressure')],
];

/** Codes whose title says `other`: no words of theirs need stand in a note, only some of their field. */
const FIELD: readonly (readonly [string, RegExp])[] = [
  ['H', words('eyes?|vision|visual|ears?|hearing|eyelids?|otic')],
  ['J', words('cough|sputum|dyspnea|oxygen|infiltrate|congestion|sore throat|wheez\\w*|sinus\\w*|voice|nose')],
  [
    'K',
    words(
      'abd pain|abdominal pain|liver|LFTs?|hernia|hemorrhoid\\w*|EGD|colonoscopy|lipase|cirrho\\w*|teeth|tooth|gum|esoph\\w*|stomach|colon',
    ),
  ],
  ['L', words('rash|lesions?|skin|itch\\w*|prurit\\w*|papules?|plaques?|wound|ulcer\\w*|acne|nails?|hair')],
  [
    'M',
    words(
      'joints?|back|knees?|hips?|shoulders?|neck|arthr\\w*|stiffness|gout|bone|muscle|spine|ankles?|foot|feet|heel|wrist|hands?|elbow|jaw',
    ),
  ],
  [
    'N',
    words('dysuria|urin\\w*|urgency|menses|vagin\\w*|pelvic|breast|prostate|bladder|hematuria|kidney|menstrua\\w*'),
  ],
  ['R', words('pain|complains|c\\/o|abnormal|elevated|low|high')],
  ['S', words('injur\\w*|fell|fall|trauma|accident|twist\\w*|MVC|cut|hit|struck')],
  ['T', words('burn\\w*|reaction|overdose|poison\\w*|side effect|adverse|injur\\w*|complication|infect\\w*')],
  [
    'C',
    words(
      'tumou?r|oncolog\\w*|chemo\\w*|radiation|mass|biops\\w*|malignan\\w*|metasta\\w*|carcinoma|cancer|lymphoma|leukemia|adenocarcinoma',
    ),
  ],
  [
    'D',
    words(
      'tumou?r|mass|polyp\\w*|adenoma\\w*|biops\\w*|lesion|nev(?:us|i)|mole|lipoma|fibroid\\w*|cyst|coagul\\w*|sickle|WBC|platelets?',
    ),
  ],
  ['A', words('infect\\w*|sepsis|septic|cultures?|diarrhea|cx|gastroenter\\w*')],
  ['B', words('infect\\w*|viral|virus|fung\\w*|cultures?|HIV|hepatitis|staph\\w*|strep\\w*|wart')],
  [
    'E',
    words('thyroid|hormon\\w*|deficien\\w*|electrolyte|metabol\\w*|diet|weight|sodium|potassium|calcium|magnesium'),
  ],
  ['F', words('mood|psych\\w*|behavio\\w*|therapy|personality|anxi\\w*|depress\\w*')],
  ['G', words('pain|nerve|numb\\w*|tingl\\w*|weak\\w*|neuro\\w*|headaches?|sleep|spasm|palsy')],
  ['I', words('heart|cardiac|arter\\w*|vein|vascular|rhythm|valve|block|murmur')],
  ['Q', words('congenital|birth|born|anomaly|malformation')],
  ['U', words('covid\\w*|sars\\w*|coronavirus')],
];
/** An adverse effect is coded by its drug: words of cause, or of an effect that was not wanted. */
const ADVERSE_EFFECT = /^T(?:3[6-9]|4\d|50)\..{2}5/;
const CAUSED_BY_DRUG = words(
  'due to|caused by|induced|associated|related|adverse|side effects?|reaction|from|secondary to|after (?:starting|taking)|on (?:chemo\\w*|warfarin|anticoagul\\w*)|toxicity',
);
const NEOPLASM = words(
  'tumou?rs?|neoplas\\w*|oncolog\\w*|chemo\\w*|mass(?:es)?|growth|polyp\\w*|adenoma\\w*|biops\\w*|lesions?|nodules?|nev(?:us|i)|moles?|lipoma\\w*|fibroids?|cysts?|malignan\\w*|metasta\\w*|\\w*carcinoma\\w*|cancer|lymphoma|leukemia|myeloma|melanoma|sarcoma',
);

/** Neoplasms, obstetric and newborn codes are seldom called by their titles: any word of the field keeps them. */
const ALWAYS_BY_FIELD: readonly (readonly [string, RegExp])[] = [
  ['C', NEOPLASM],
  ...['D0', 'D1', 'D2', 'D3', 'D4'].map((prefix): readonly [string, RegExp] => [prefix, NEOPLASM]),
  [
    'O',
    words(
      'pregnan\\w*|gestation\\w*|IUP|prenatal|obstetric\\w*|G\\d ?P\\d\\w*|postpartum|trimester|fetal|fetus|EDD|miscarriage|abortion|ectopic|deliver(?:y|ed)|cesarean|gravid|weeks|labor|twins?|PROM',
    ),
  ],
  ['P', words('newborn|infant|neonat\\w*|baby|preterm|birth|nursery|NICU|weeks')],
];

const named: ReadonlySet<string> = new Set(synonyms.flatMap(({ codes }) => codes));

/** Whether something in the record stands for the condition of a code, not denied and not a relative's; the longest prefix decides. */
export function isImplied(context: RuleContext, code: string): boolean {
  if (ADVERSE_EFFECT.test(code)) return isStated(context, CAUSED_BY_DRUG);
  const isOther = !named.has(code) && titleFeatures(context.tables.icd10cm.find(code)?.title ?? '').other;
  const matching = [...IMPLIED, ...ALWAYS_BY_FIELD, ...(isOther ? FIELD : [])].filter(([prefix]) =>
    code.startsWith(prefix),
  );
  const longest = Math.max(0, ...matching.map(([prefix]) => prefix.length));
  const patterns = matching.filter(([prefix]) => prefix.length === longest).map(([, pattern]) => pattern);
  return patterns.some((pattern) => isStated(context, pattern));
}

function isStated({ documents, chart }: RuleContext, pattern: RegExp): boolean {
  const inFacts = chart.facts.some(({ text }) => text !== undefined && text.search(pattern) !== -1);
  return (
    inFacts ||
    documents.some((document) =>
      findPhrases(document, pattern).some(
        ({ assertion }) => !/^(?:negated|family|other-person|hypothetical)$/.test(assertion),
      ),
    )
  );
}
