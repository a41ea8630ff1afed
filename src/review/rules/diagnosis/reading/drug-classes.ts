/**
 * Drugs and the code of their class in the Table of Drugs and Chemicals, without the character for what happened:
 * `T38.3X` with 5 is an adverse effect, with 6 an underdosing. `T39.01` takes it as its sixth character.
 */
const CLASSES = `
T36.0X: amoxicillin(?:[-/ ]clavulanate)?|penicillin|ampicillin|augmentin|piperacillin\\w*
T36.1X: cephalexin|cefazolin|ceftriaxone|cefuroxime|cefdinir|cefepime
T36.3X: azithromycin|clarithromycin|erythromycin
T36.4X: doxycycline|minocycline|tetracycline
T36.5X: gentamicin|tobramycin|amikacin
T36.8X: vancomycin|clindamycin|ciprofloxacin|levofloxacin|moxifloxacin|fluoroquinolones?
T37.0X: sulfamethoxazole|trimethoprim[-/ ]sulfa\\w*|bactrim|sulfa
T37.8X: nitrofurantoin|macrobid
T38.0X: prednisone|prednisolone|dexamethasone|methylprednisolone|hydrocortisone|(?:cortico)?steroids?
T38.1X: levothyroxine
T38.3X: insulin(?: \\w+)?|glipizide|glyburide|glimepiride|metformin|sulfonylureas?|empagliflozin|dapagliflozin|semaglutide|liraglutide
T39.01: aspirin
T39.1X: acetaminophen
T39.31: ibuprofen|naproxen
T39.39: ketorolac|meloxicam|diclofenac|indomethacin|NSAIDs?|celecoxib
T40.2X: oxycodone|hydrocodone|morphine|hydromorphone|codeine|opioids?
T40.41: fentanyl
T40.42: tramadol
T42.0X: phenytoin
T42.1X: carbamazepine
T42.4X: lorazepam|diazepam|alprazolam|clonazepam|benzodiazepines?
T42.6X: gabapentin|pregabalin|levetiracetam|lamotrigine|topiramate|valpro\\w+|zolpidem
T43.01: amitriptyline|nortriptyline
T43.02: mirtazapine
T43.21: venlafaxine|duloxetine
T43.22: sertraline|fluoxetine|citalopram|escitalopram|paroxetine|SSRIs?
T43.29: bupropion|trazodone
T43.3X: chlorpromazine|prochlorperazine|promethazine
T43.4X: haloperidol
T43.59: quetiapine|olanzapine|risperidone|aripiprazole|clozapine|lithium
T43.62: amphetamines?|adderall|lisdexamfetamine
T43.63: methylphenidate
T44.6X: tamsulosin|doxazosin|terazosin|prazosin|alfuzosin|silodosin
T44.7X: metoprolol|atenolol|carvedilol|propranolol|bisoprolol|beta[- ]blockers?
T45.0X: diphenhydramine|hydroxyzine
T45.1X: chemotherapy|methotrexate|cisplatin|carboplatin|doxorubicin|paclitaxel|pembrolizumab|nivolumab|FOLFOX|oxaliplatin
T45.4X: iron|ferrous sulfate
T45.51: warfarin|apixaban|rivaroxaban|heparin|enoxaparin|dabigatran|anticoagulants?
T45.52: clopidogrel|ticagrelor|prasugrel
T46.0X: digoxin
T46.1X: amlodipine|diltiazem|verapamil|nifedipine
T46.2X: amiodarone|flecainide|sotalol
T46.3X: nitroglycerin|isosorbide
T46.4X: lisinopril|enalapril|ramipril|benazepril|captopril|ACE inhibitors?
T46.5X: losartan|valsartan|hydralazine|clonidine|olmesartan
T46.6X: atorvastatin|rosuvastatin|simvastatin|pravastatin|statins?
T50.0X: spironolactone
T50.1X: furosemide|torsemide|bumetanide
T50.2X: hydrochlorothiazide|HCTZ|chlorthalidone|thiazides?
T50.4X: allopurinol|colchicine
T50.8X: (?:iodinated |IV )?contrast
`;

export interface DrugClass {
  readonly stem: string;
  readonly names: string;
}

export const DRUG_CLASSES: readonly DrugClass[] = CLASSES.trim()
  .split('\n')
  .map((line) => {
    const colon = line.indexOf(': ');
    return { stem: line.slice(0, colon), names: line.slice(colon + 2) };
  });
