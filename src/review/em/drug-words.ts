import type { AnalysedDocument } from '../language/analysed-document.ts';
import { runningText, toPassage, type Passage } from '../rules/claim/reading/passage.ts';

/** Endings that generic names of prescription drugs share (USAN stems). */
const STEM =
  /(?:[a-z]{2}(?:pril|sartan|statin|olol|alol|dipine|gliptin|gliflozin|glutide|tidine|prazole|cillin|mycin|micin|cycline|floxacin|conazole|triptan|oxetine|alopram|traline|zodone|thiazide|semide|lukast|terol|sone|solone|onide|dronate|nitib|tinib|ciclib|vir|virine|parin|xaban|gatran|grel|relor|barbital|azepam|azolam|codone|morphone|orphanol|oxicam|thyroxine|thyronine|glitazone|setron|afil|osin|steride|tropium|piprazole|idone|apine|peridol|tadine|azosin|curium|caine|profen|fenac|coxib|stigmine|giline|bactam|penem|oxacin|sulfa|azole|fungin|trexate|prost|zolamide|ridone|gabalin|racetam|bamate|navir|tegravir|buvir|asvir|lisib|parib|degib|rafenib|metinib|limus|cept|kinra|kin)|[a-z]{3}mab)$/;
/** Common words with such an ending that are no drug. */
const NOT_A_DRUG =
  /^(?:kerosene|cortisone-free|prednisone-free|napkin|catkin|pumpkin|bumpkin|munchkin|someone|reason|concept|accept|except|percept|precept|intercept|bone|stone|phone|alone|hormone|glucose|lidocaine|bupivacaine|ropivacaine|mepivacaine|chloroprocaine|marcaine|samosin|zone|cyclone|cocaine|slab|cortisone|tyrosine|ibuprofen|fluorosis)$/;

const NAMES = new Set(
  `metformin insulin glargine lantus basaglar toujeo tresiba levemir detemir degludec lispro humalog aspart novolog fiasp nph humulin novolin glipizide glimepiride glyburide repaglinide
nateglinide acarbose pioglitazone actos januvia janumet tradjenta jardiance farxiga invokana synjardy ozempic wegovy trulicity victoza saxenda rybelsus mounjaro zepbound byetta tirzepatide
lisinopril losartan amlodipine norvasc hctz hydrochlorothiazide chlorthalidone indapamide metolazone lasix bumex furosemide bumetanide torsemide spironolactone aldactone eplerenone triamterene
clonidine guanfacine hydralazine minoxidil methyldopa entresto sacubitril ivabradine isosorbide imdur nitroglycerin ranolazine ranexa digoxin amiodarone flecainide sotalol dofetilide propafenone
dronedarone mexiletine warfarin coumadin heparin enoxaparin lovenox eliquis xarelto pradaxa savaysa plavix clopidogrel brilinta prasugrel aspirin-dipyridamole cilostazol pentoxifylline
lipitor crestor zocor pravachol ezetimibe zetia fenofibrate gemfibrozil niacin repatha praluent nexletol vascepa icosapent colestipol cholestyramine
levothyroxine synthroid methimazole propylthiouracil ptu liothyronine cytomel prednisone prednisolone methylprednisolone medrol dexamethasone decadron hydrocortisone fludrocortisone budesonide
albuterol ventolin proair levalbuterol ipratropium duoneb tiotropium spiriva anoro trelegy breo advair symbicort dulera pulmicort flovent qvar asmanex arnuity stiolto montelukast singulair
roflumilast theophylline benralizumab dupixent xolair nucala fasenra amoxicillin augmentin clavulanate ampicillin penicillin cephalexin keflex cefdinir cefuroxime cefpodoxime ceftriaxone rocephin
cefazolin cefepime cefixime cefadroxil cefprozil azithromycin zithromax z-pak zpak clarithromycin doxycycline minocycline ciprofloxacin cipro levofloxacin levaquin moxifloxacin nitrofurantoin
macrobid trimethoprim sulfamethoxazole bactrim tmp-smx septra clindamycin metronidazole flagyl vancomycin linezolid daptomycin zosyn piperacillin meropenem ertapenem gentamicin tobramycin fosfomycin
rifaximin fidaxomicin acyclovir valacyclovir valtrex famciclovir oseltamivir tamiflu baloxavir paxlovid nirmatrelvir molnupiravir remdesivir fluconazole diflucan terbinafine lamisil nystatin griseofulvin
ivermectin permethrin albendazole hydroxychloroquine plaquenil mupirocin bactroban silvadene ketoconazole ciclopirox efinaconazole tretinoin adapalene benzoyl isotretinoin clobetasol triamcinolone
betamethasone fluocinonide mometasone desonide tacrolimus pimecrolimus calcipotriene metronidazole-gel azelaic ivermectin-cream fluorouracil imiquimod podofilox cantharidin spinosad crisaborole
sertraline zoloft fluoxetine prozac escitalopram lexapro citalopram celexa paroxetine paxil fluvoxamine venlafaxine effexor desvenlafaxine pristiq duloxetine cymbalta bupropion wellbutrin mirtazapine
remeron trazodone vilazodone vortioxetine trintellix nefazodone amitriptyline nortriptyline imipramine doxepin clomipramine lithium lamotrigine lamictal valproate valproic divalproex depakote
carbamazepine tegretol oxcarbazepine levetiracetam keppra topiramate topamax zonisamide lacosamide vimpat phenytoin dilantin gabapentin neurontin pregabalin lyrica quetiapine seroquel olanzapine
zyprexa risperidone risperdal aripiprazole abilify ziprasidone lurasidone latuda haloperidol haldol clozapine paliperidone cariprazine brexpiprazole buspirone hydroxyzine atarax vistaril alprazolam
xanax lorazepam ativan clonazepam klonopin diazepam valium temazepam zolpidem ambien eszopiclone suvorexant ramelteon methylphenidate concerta ritalin adderall amphetamine lisdexamfetamine vyvanse
dexmethylphenidate focalin atomoxetine strattera viloxazine donepezil aricept memantine namenda rivastigmine exelon galantamine lecanemab carbidopa levodopa carbidopa-levodopa sinemet ropinirole
pramipexole rasagiline selegiline entacapone amantadine primidone propranolol baclofen tizanidine cyclobenzaprine flexeril methocarbamol robaxin metaxalone carisoprodol tramadol ultram oxycodone
percocet hydrocodone norco vicodin morphine hydromorphone dilaudid fentanyl tapentadol methadone buprenorphine suboxone naltrexone vivitrol naloxone narcan acamprosate disulfiram varenicline chantix
sumatriptan imitrex rizatriptan maxalt ubrogepant rimegepant nurtec erenumab aimovig emgality ajovy celecoxib celebrex meloxicam mobic diclofenac voltaren indomethacin ketorolac toradol etodolac nabumetone
colchicine colcrys allopurinol febuxostat uloric probenecid methotrexate leflunomide sulfasalazine azathioprine mycophenolate cyclosporine adalimumab humira etanercept enbrel infliximab tofacitinib
upadacitinib apremilast otezla secukinumab ustekinumab stelara alendronate fosamax risedronate ibandronate zoledronic reclast denosumab prolia teriparatide forteo romosozumab evenity raloxifene
estradiol premarin progesterone medroxyprogesterone provera norethindrone drospirenone levonorgestrel ocp ocps nuvaring testosterone clomiphene letrozole anastrozole arimidex tamoxifen exemestane
leuprolide lupron bicalutamide enzalutamide abiraterone tamsulosin flomax alfuzosin silodosin terazosin doxazosin finasteride proscar dutasteride oxybutynin tolterodine solifenacin mirabegron myrbetriq
trospium vibegron sildenafil viagra tadalafil cialis phenazopyridine potassium-citrate omeprazole pantoprazole protonix esomeprazole lansoprazole rabeprazole sucralfate misoprostol metoclopramide reglan
ondansetron zofran promethazine phenergan prochlorperazine compazine dicyclomine bentyl hyoscyamine linaclotide linzess lubiprostone lactulose mesalamine budesonide-ec ursodiol rifampin isoniazid
ethambutol pyrazinamide dapsone benzonatate tessalon codeine epinephrine epipen racemic terbutaline magnesium-sulfate patiromer sevelamer calcitriol cinacalcet epoetin darbepoetin ferumoxytol venofer
sodium-zirconium lokelma tolvaptan finerenone kerendia latanoprost timolol dorzolamide brimonidine bimatoprost travoprost cyclopentolate atropine prednisolone-acetate ofloxacin polymyxin erythromycin
cyclosporine-drops restasis xiidra lifitegrast ciprodex collagenase santyl cabergoline bromocriptine octreotide desmopressin somatropin liraglutide semaglutide dulaglutide phentermine topiramate-er orlistat
contrave capecitabine cyclophosphamide hydroxyurea imatinib pembrolizumab nivolumab rituximab trastuzumab filgrastim vasopressin norepinephrine dobutamine milrinone nicardipine labetalol esmolol diltiazem
cardizem verapamil nifedipine nimodipine metoprolol toprol lopressor atenolol carvedilol coreg bisoprolol nebivolol nadolol alteplase tenecteplase tpa dapagliflozin empagliflozin canagliflozin sitagliptin
linagliptin lumateperone pimavanserin tetrabenazine valbenazine riluzole pyridostigmine modafinil armodafinil fremanezumab interferon glatiramer ocrelizumab natalizumab dimethyl-fumarate teriflunomide
glucagon baqsimi gvoke antibiotic antibiotics abx antiviral antivirals steroids`
    .split(/\s+/)
    .filter((name) => name !== ''),
);

const WORD = /[A-Za-z][A-Za-z-]{2,}/g;

/** Whether a word names a drug that needs a prescription, by a list of common names or by the ending of its generic name. */
export function isDrugWord(word: string): boolean {
  const lower = word.toLowerCase();
  if (NAMES.has(lower) || (lower.length >= 6 && STEM.test(lower) && !NOT_A_DRUG.test(lower))) return true;
  // `amoxicillin-clavulanate`: each part is a drug.
  return lower.includes('-') && lower.split('-').every((part) => isDrugWord(part));
}

const LISTED = new WeakMap<AnalysedDocument, readonly Passage[]>();

/** Every word of the documents that names a prescription drug, read once. */
export function listDrugs(documents: readonly AnalysedDocument[]): Passage[] {
  return documents.flatMap((document) => {
    const known =
      LISTED.get(document) ??
      [...runningText(document).matchAll(WORD)]
        .filter((match) => isDrugWord(match[0]))
        .map((match) => toPassage(document, match.index, match.index + match[0].length));
    LISTED.set(document, known);
    return known;
  });
}
