/** Unique tests by the panel that a laboratory or a department reports them as: each counts once (CPT E/M guidelines, Data). */
export const TESTS: readonly (readonly [string, RegExp])[] = [
  ['blood count', /\b(?:CBC|Hgb|WBC|plt|platelets?|hemoglobin(?! A1c)|hematocrit)\b/gi],
  [
    'chemistry',
    /\b(?:BMP|CMP|(?:basic|comprehensive|metabolic|chemistry)(?: metabolic)? panel|creatinine|Cr\b|eGFR|potassium|K \d|Na \d|sodium level|BUN|LFTs?|ALT|AST|HCO3|electrolytes|bilirubin|calcium)\b/gi,
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
  ['viral load', /\b(?:HIV(?:-1)? RNA|(?:HIV |HBV |HCV )?viral load|(?:HBV|HCV) (?:DNA|RNA))\b/gi],
  ['CD4', /\bCD4\b/g],
  [
    'hepatitis serology',
    /\b(?:HBsAg|anti-HBs|(?:hep(?:atitis)? ?[ABC]|HCV|HBV)(?: virus)? (?:Ab|antibody|antigen|serolog\w+))\b/gi,
  ],
  [
    'drug level',
    /\b(?:lithium|valproate|valproic acid|phenytoin|carbamazepine|tacrolimus|cyclosporine|digoxin|vancomycin|theophylline)\s+(?:trough|levels?)\b/gi,
  ],
  ['testosterone', /\b(?:total |free )?testosterone (?:level|\d{2,4}\b)/gi],
  ['gonadotropins', /\b(?:FSH|LH)\b/g],
  ['prolactin', /\bprolactin\b/gi],
  ['cortisol', /\bcortisol\b/gi],
  ['folate', /\bfolate\b(?=\s*(?:level|normal|nl|low|[:=]?\s*\d))/gi],
  ['hemolysis', /\b(?:LDH|haptoglobin|retic(?:ulocyte)?s?(?: count)?)\b/g],
  ['protein electrophoresis', /\b(?:SPEP|UPEP|free light chains?|immunofixation)\b/gi],
  ['blood gas', /\b(?:ABG|VBG|(?:arterial|venous) blood gas)\b/gi],
  ['ammonia', /\bammonia\b/gi],
  ['tuberculosis blood test', /\b(?:QuantiFERON|IGRA|T-?SPOT)\b/gi],
  ['INR', /\bINR\b/gi],
  ['iron', /\b(?:ferritin|TSAT|iron studies|TIBC)\b/gi],
  ['inflammation', /\b(?:ESR|CRP|sed rate|procalcitonin)\b/gi],
  ['parathyroid', /\bPTH\b/gi],
  ['vitamin D', /\b(?:25-?OH|vitamin D level)\b/gi],
  ['vitamin B12', /\bB12\b(?=\s*(?:level|lab|normal|nl|low|[:=]?\s*\d{2,4}\b|\+|,|and (?:folate|TSH|CBC)))/gi],
  ['lipase', /\b(?:lipase|amylase)\b/gi],
  [
    'glucose',
    /\b(?:POC|fingerstick|FSBG|accu-?check|bedside)\s+(?:blood )?(?:glucose|sugar)\b|\bglucose\s+\d+\s*\(?(?:POC|fingerstick|bedside)\b|\bFSBG\b/gi,
  ],
  ['magnesium', /\b(?:[Mm]agnesium (?:level|\d)|Mg \d)/g],
  ['alcohol level', /\b(?:EtOH|ethanol|alcohol)\s*(?:level|<|neg\w*|undetect\w*|[:=]?\s*\d+\s*mg)|\bBAL\b/gi],
  ['toxicology', /\b(?:UDS|urine (?:drug|tox)\w*(?: screen)?|utox|tox screen)\b/gi],
  [
    'salicylate and acetaminophen level',
    /\b(?:APAP|acetaminophen|salicylate|ASA)\s+(?:level|<|and salicylate|undetect\w*|neg\w*)/gi,
  ],
  ['creatine kinase', /\b(?:CK|CPK)\b(?=\s*(?:level|normal|nl|elevated|[:=]?\s*\d))/g],
  ['uric acid', /\b(?:uric acid|urate)\b(?=\s*(?:level|normal|[:=]?\s*\d))/gi],
  [
    'stool test',
    /\b(?:calprotectin|C\.? ?diff(?:icile)?\b[^.\n]{0,20}(?:PCR|toxin|neg\w*|pos\w*|test)|enteric panel|stool (?:culture|studies|PCR)|FIT\b|FOBT|guaiac)/gi,
  ],
  ['tryptase', /\btryptase\b/gi],
  ['sexually transmitted infection test', /\b(?:GC\/CT|gonorrh\w+\/chlamydia|HIV (?:test|screen|Ag)|RPR)\b/gi],
  ['mammogram', /\bmammogra(?:m|phy)\b/gi],
  ['type and screen', /\btype (?:and|&) (?:screen|cross)\b/gi],
  ['chest film', /\b(?:CXR|chest x-?ray)\b/gi],
  ['film', /\b(?:XR|x-?rays?|films|radiographs?)\b/gi],
  ['CT', /(?<!GC\/|GC-|GC )\b(?:CT|CTA)\b/g],
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
    /\b(?:flu|covid|RSV|viral (?:PCR )?panel|resp(?:iratory)? (?:PCR|panel))\b[^.\n]{0,25}\b(?:neg\w*|pos\w*|swab|test|PCR|sent)\b/gi,
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

/** Words for several tests, or for some. */
export const COLLECTIVE =
  /\b(?:labs|blood ?work|imaging|(?<!\b(?:basic|comprehensive|metabolic|chemistry|lipid|cholesterol|iron|viral|enteric|PCR|respiratory) )panel)\b/gi;
export const UNLISTED =
  /\b(?:growth scan|anatomy scan|titers?|serolog\w+|NST|non-?stress test|urine protein|drug screen|swab sent|genetic test\w*|sleep study|EEG|EMG)\b/gi;
export const EXTERNAL_NOTE =
  /\b(?:outside|external|prior|hospital|ED|ER|PCP|referring|discharge|op(?:erative)?|consult(?:ant)?|specialist|EMS|nursing home) (?:records?|notes?|reports?|summary|chart)\b[^.\n]{0,30}\breview\w*|\breview\w*\b[^.\n]{0,60}\b(?:outside|external|hospital|ED|ER|PCP|referring|discharge|op(?:erative)?|specialist'?s?|consult\w*)\b[^.\n]{0,25}\b(?:records?|notes?|reports?|summary|letter)\b|\boutside report reviewed\b/gi;
const RELATION =
  '(?:mother|father|mom|dad|parents?|wife|husband|spouse|partner|daughter|son|sister|brother|niece|nephew|aunt|uncle|friend|neighbor|roommate|caregiver|caretaker|aide|EMS|paramedics?|police|staff|nurs\\w+|RN|guardian|grand(?:mother|father|parents?|ma|pa)|foster \\w+|group home|facility)';
/** A patient who tells the story badly is no other historian; who tells it in the patient's place is one. */
export const HISTORIAN = new RegExp(
  [
    String.raw`\bindependent historian\b|\bcollateral\b`,
    String.raw`\bhistorians?\b[^.\n]{0,25}\b${RELATION}\b`,
    String.raw`\b${RELATION}\b[^.\n]{0,20}\b(?:is|as|was|are|were)\b[^.\n]{0,15}\bhistorians?\b`,
    String.raw`\b(?:history|hx|HPI|story)\b[^.\n]{0,30}\b(?:from|by|per|via|provided|given|obtained|supplied|taken)\b[^.\n]{0,30}\b${RELATION}\b`,
    String.raw`\b(?:history|hx|HPI)\s*\((?:per |from |by |via |with )?(?:the |his |her |pt'?s )?${RELATION}\b`,
    String.raw`\b(?!nurs|RN\b|facility)${RELATION}\b[^.\n]{0,30}\b(?:gives?|gave|provid\w+|suppl\w+|reports?|states?|says|describes|confirms)\b`,
    String.raw`\b(?:per|according to) (?:the |his |her |pt'?s )?${RELATION}\b`,
  ].join('|'),
  'gi',
);
export const INTERPRETED =
  /\b(?:independent(?:ly)?|my own|my|personal(?:ly)?)\s+(?:read\w*|interpret\w*|review(?:ed)? (?:of )?(?:the )?(?:images?|films?|tracings?|CT|MRI|x-?rays?|ECG|EKG))|\b(?:interpreted|read|viewed) by me\b|\b(?:images?|films?|tracings?|strips?|scans?|x-?rays?|CXR|CT|MRI|ECG|EKG)\b[^.;\n]{0,25}\breviewed by me\b|\b(?:my|own) (?:read|interpretation)\b|\bI (?:personally |independently |myself )?(?:viewed|looked at|read|interpreted) the (?:dis[ck]|CD|images?|films?|tracings?|scans?|strips?|x-?rays?|CXR|CT|MRI|ECG|EKG)\b|\b(?:images?|films?|tracing|x-?ray|CT|ECG|EKG)\b[^.\n]{0,30}\b(?:personally|independently) (?:reviewed|viewed|interpreted|read)/gi;
export const DISCUSSED =
  /\b(?:discuss(?:ed|ion)|d\/w|spoke|talked|reviewed|case (?:discussed|reviewed)|conferred|consulted|phone call)\b (?:(?:the )?case )?(?:with|w\/|to)\s+(?:the )?(?:on[- ]call )?(?:Dr\b|\[CLINICIAN|cardiolog\w+|surg\w+|neurolog\w+|neurosurg\w+|radiolog\w+|hospitalist|ortho\w*|GI\b|gastro\w+|nephrolog\w+|pharmac\w+|PCP|oncolog\w+|ICU|intensivist|poison|psychiatr\w+|social work\w*|case manager|pulm\w+|critical care|vascular|trauma|hematolog\w+|heme\b|rheumatolog\w+|dermatolog\w+|palliative|transplant|toxicolog\w+|podiatr\w+|ophthalmolog\w+|ENT\b|anesthe\w+|plastics?\b|hand\b|IR\b|interventional|behavioral health|crisis|CPS\b|home health|school|teacher|attorney|urolog\w+|OB\b|obstetric\w+|endocrin\w+|ID\b|infectious|primary team|referring|(?:the )?(?:ED|ER|emergency|on-?call|admitting|transferring|accepting|outside|tele\w+)[\w -]{0,12}(?:physician|attending|doctor|provider|MD|team)|(?:ED|ER)\b)/gi;

/** What makes a test one of long ago: words before its name. */
export const PAST_BEFORE = /\b(?:last|prior|previous|old|at (?:dx|diagnosis))\b[^.;\n]{0,40}$/i;
/** On a later day of the stay: a test of the day of admission. */
export const ADMISSION_BEFORE = /\b(?:admission|admit(?:ting)?|presenting|ED)\s+$/i;
/** The same, behind its name: a year or a month alone dates what was long ago, a day not far back what is reviewed. */
export const PAST_AFTER =
  /^[^.;,\n]{0,20}(?:(?<![\d/])(?:\d{1,2}\/)?(?:19|20)\d\d\b|\[MONTH -?\d+\]|\b(?:last|a) (?:year|month)\b|\bago\b)/i;
/** A test that a later visit or another clinician will want. */
export const LATER_BEFORE = /\b(?:next|future|return|RTC|consider\w*|may need|repeat in|due for)\b[^.;\n]{0,40}$/i;
export const LATER_AFTER =
  /^[^.;\n]{0,30}\b(?:due|ordered by|scheduled for|next (?:visit|year|month)|at next|if (?:not|no|worse|still)|in (?:\d+(?: ?(?:-|–|to) ?\d+)?|a|one|two|three|six) (?:mo|months?|wks?|weeks?|yrs?|years?)\b)/i;
