import type { AnalysedDocument } from '../language/analysed-document.ts';
import { evidenceOf, findAsserted, listProblems, type ProblemItem } from './decision-text.ts';
import { isChronicCode } from './chronic-conditions.ts';
import type { MdmLevel } from './em-families.ts';
import { highest, type MdmElement, type MdmFact } from './mdm-table.ts';

const THREAT =
  /\b(?:(?:potentially |immediate(?:ly)? )?(?:life|limb)[- ]threat\w*|threat to life|respiratory (?:failure|distress)|sep(?:sis|tic shock)|shock\b|N?STEMI|unstable angina|acute (?:myocardial|MI|coronary|kidney injury|renal failure|stroke|liver failure|psychosis)|ACS\b|AKI\b|ATN\b|stroke|CVA\b|TIA\b|DKA\b|ketoacidosis|pulmonary embol\w+|dissection|status (?:epilepticus|asthmaticus)|anaphyla\w+|meningitis|hemodynamic\w* unstable|suicidal (?:ideation )?(?:with|plan|intent)|active SI\b|ruptured|torsion|ectopic|cardiac arrest|intracranial (?:hemorrhage|bleed)|GI bleed\w*|overdose|severe(?:ly)? (?:exacerbation|decompensat\w+|uncontrolled|worsen\w*|hyperkalemia|hyponatremia|progression|flare)|severe\b|neutropenic fever|metasta\w+|progressive (?:cancer|malignan\w+))\b/gi;
/** Threats to life or to the function of the body in the near term, by name (CPT E/M guidelines, examples of the high row). */
const PROVEN_THREAT =
  /\b(?:(?:immediate(?:ly)? |potentially )?life[- ]threat\w*|threat to (?:life|limb)|(?:acute |hypoxic |hypercapnic )+respiratory failure|sep(?:sis|tic shock)|(?:cardiogenic|hemorrhagic|hypovolemic|anaphylactic) shock|N?STEMI|acute (?:myocardial infarction|MI|ischemic stroke|stroke|CVA)|DKA|diabetic ketoacidosis|HHS|pulmonary embol\w+|aortic dissection|status (?:epilepticus|asthmaticus)|anaphyla\w+|bacterial meningitis|acute kidney injury|AKI|acute renal failure|cardiac arrest|intracranial (?:hemorrhage|bleed)|subarachnoid hemorrhage|(?:suicidal ideation|SI) with (?:a )?(?:plan|intent)|ectopic pregnancy|testicular torsion|ovarian torsion|necroti[sz]ing)\b/gi;
const RECOVERING =
  /\b(?:resol\w+|improv\w+|recover\w+|stable|better|s\/p|status post|history of|at baseline|weaned|mild)\b/i;
const NOT_AT_GOAL =
  /\b(?:hyperglyc[a]?emi[ac]|hypoglyc[a]?emi[ac]|above target|above range|off target|not (?:yet )?(?:at|to) (?:treatment )?goal|not (?:well[- ]|adequately )?controlled|uncontrolled|poor(?:ly)?[- ]control\w*|inadequate\w*|worse(?:n\w*)?|progress(?:ing|ed|ion)|exacerbat\w+|flar(?:e|ing|ed)|above goal|declin(?:e|ing)|not improv\w+|persist(?:s|ed|ing)|persistent (?:pain|symptoms?|cough|fever|bleeding|vomiting|swelling|nausea)|still symptomatic|partial(?:ly)? respon\w+|side effects?|adverse (?:effect|reaction)|recurr\w+|decompensat\w+|suboptimal\w*|breakthrough|failed|refractory|not in remission|increas(?:ing|ed) (?:pain|symptoms|frequency)|elevated today|elevated|symptomatic|painful|out of control|rising)\b/gi;
const UNDIAGNOSED =
  /\b(?:etiology (?:to be|un\w+|not|is not)|source (?:not|un\w+)|unclear (?:etiology|cause|source)|cause (?:unclear|unknown|not)|undiagnosed|new problem|new[- ]onset|new (?:breast |lung |thyroid |neck )?(?:mass|lump|nodule|murmur)|r\/o|rule out|concern(?:ing)? for|suspicious|differential|ddx|work[- ]?up|versus|vs\.?(?= )|unspecified|uncertain|too early to tell)\b/gi;
const SYSTEMIC =
  /\b(?:pyelonephritis|pneumonia|colitis|systemic|febrile|fever|influenza|bacteremia|moderate croup|dehydrat\w+|pneumonitis|diverticulitis|cholecystitis|pancreatitis|appendicitis|cellulitis|covid|mono(?:nucleosis)?)\b/gi;
const COMPLICATED_INJURY =
  /\b(?:fracture|fx|dislocation|concussion|head injury with|tendon (?:injury|laceration)|multiple (?:injuries|trauma))\b/gi;
const CHRONIC =
  /\b(?:diabet\w+|DM2?|T[12]DM|hypertens\w+|HTN|hyperlipid\w+|HLD|hypercholest\w+|dyslipid\w+|COPD|asthma|CKD|chronic|CAD|coronary|heart failure|HFrEF|HFpEF|CHF|atrial fib\w*|AF|afib|hypothyroid\w*|hyperthyroid\w*|depress\w+|anxiety|GAD|MDD|bipolar|schizo\w+|ADHD|osteoarthritis|OA|arthritis|osteoporosis|GERD|reflux|obes\w+|migraine|epilepsy|seizure disorder|parkinson\w*|alzheimer\w*|dementia|multiple sclerosis|psoriasis|eczema|rosacea|acne|glaucoma|dry eye|sleep apnea|OSA|gout|BPH|anemia|cirrhosis|hepatitis|IBS|crohn\w*|ulcerative|lupus|fibromyalgia|neuropathy|cancer|insomnia|PTSD|allergic rhinitis|hyperparathyroid\w*|incontinence|overactive bladder|endometriosis|PCOS|HIV|vitamin D deficiency|pressure ulcer|(?:nicotine|tobacco|alcohol|opioid|cannabis|cocaine|substance) (?:dependence|use disorder|addiction)|smoker|OUD|AUD|venous insufficiency|varicos\w+|PAD|peripheral (?:arterial|artery) disease|prediabetes|restless legs?|spinal stenosis|tinnitus|vertigo|angina|cardiomyopathy|celiac|pancolitis|tremor|hypogonadism|menopaus\w+|lymphedema|spondylo\w+|degenerative|radiculopathy|MGUS|leuk[ae]mia|lymphoma|myeloma|carcinoma|sarcoidosis|thrombophilia|polyneuropathy|hyperuric\w+|NAFLD|MASLD|fatty liver)\b/gi;
const MINOR =
  /\b(?:cerumen|wax|insect bite|cold sore|diaper rash|skin tags?|URI|viral upper|common cold|abrasion|conjunctivitis|contact dermatitis|mosquito|sunburn|hangnail|tinea)\b/gi;

/** Number and complexity of problems addressed, as far as the assessment's own words prove or bound it. */
export function assessProblems(documents: readonly AnalysedDocument[], procedures: readonly RegExp[] = []): MdmElement {
  const all = listProblems(documents).filter(({ passage }) => !/\bresolved\b/i.test(passage.text));
  // What a separately billed procedure was done for, and no more, is in its payment and no problem of the visit.
  const own = all.filter(
    ({ passage: { text } }) => INTENSIFIED.test(text) || !procedures.some((pattern) => pattern.test(text)),
  );
  const items = own.length > 0 ? own : all;
  const facts = listFacts(documents, items);
  const lower = highest(facts.map((fact) => fact.level));
  return { lower, upper: upperBound(documents, items, lower), facts };
}

function listFacts(documents: readonly AnalysedDocument[], items: readonly ProblemItem[]): MdmFact[] {
  const chronic = items.filter((item) => isChronic(item));
  const worsening = chronic.filter((item) => asserts(documents, item, NOT_AT_GOAL));
  const fact = (row: string, level: MdmLevel, chosen: readonly ProblemItem[]): MdmFact => ({
    element: 'problems',
    row,
    level,
    evidence: evidenceOf(chosen.map((item) => item.passage)),
  });
  const facts: MdmFact[] = [];
  if (worsening.length > 0) facts.push(fact('chronic-not-at-goal', 'moderate', worsening));
  if (countDistinct(chronic) >= 2) facts.push(fact('two-chronic', 'moderate', chronic));
  if (chronic.length > 0 && countDistinct(chronic) < 2) facts.push(fact('one-stable-chronic', 'low', chronic));
  const threats = items.filter(
    (item) => asserts(documents, item, PROVEN_THREAT) && !RECOVERING.test(item.passage.text),
  );
  if (threats.length > 0) facts.push(fact('threat-to-life-or-function', 'high', threats));
  const injuries = items.filter((item) => asserts(documents, item, COMPLICATED_INJURY));
  if (injuries.length > 0) facts.push(fact('acute-complicated-injury', 'moderate', injuries));
  const systemic = items.filter((item) => asserts(documents, item, SYSTEMIC));
  if (systemic.length > 0) facts.push(fact('acute-with-systemic-symptoms', 'moderate', systemic));
  const acute = items.filter(
    (item) => !isChronic(item) && (!item.passage.text.match(MINOR) || item.passage.text.match(UNDIAGNOSED) !== null),
  );
  if (acute.length > 0) facts.push(fact('acute-uncomplicated', 'low', acute));
  if (items.length >= 2) facts.push(fact('two-minor', 'low', items));
  return facts;
}

/** Items that name a long-term condition which none before them named: a problem written in two places is one. */
function countDistinct(items: readonly ProblemItem[]): number {
  const known = new Set<string>();
  return items.filter((item) => {
    const categories = chronicCategories(item);
    const named = (item.passage.text.match(CHRONIC) ?? []).map((word) => word.toLowerCase());
    const words = categories.length > 0 ? categories : named;
    const isNew = words.some((word) => !known.has(word));
    for (const word of words) known.add(word);
    return isNew;
  }).length;
}

/** A long-term condition by its words, or by the code of a diagnosis that the item names. */
function isChronic(item: ProblemItem): boolean {
  return item.passage.text.match(CHRONIC) !== null || chronicCategories(item).length > 0;
}

function chronicCategories({ passage }: ProblemItem): string[] {
  return passage.document.mentions
    .filter(({ start, end, assertion }) => start >= passage.start && end <= passage.end && assertion === 'asserted')
    .flatMap(({ codes }) => codes.slice(0, 1))
    .filter(isChronicCode)
    // A cancer is called by its site in one place and without it in another.
    .map((code) => (code.startsWith('C') ? 'C' : code.slice(0, 3)));
}

function asserts(documents: readonly AnalysedDocument[], item: ProblemItem, pattern: RegExp): boolean {
  return findAsserted([item.passage.document], pattern).some(
    (passage) => passage.start >= item.passage.start && passage.end <= item.passage.end && documents.length > 0,
  );
}

const STABLE =
  /\b(?:stable|at (?:treatment )?goal|(?:well|under good|good|adequately)[- ]?control(?:led)?|controlled|well treated|in remission|unchanged|quiet|asymptomatic|doing well|resolved|no change)\b/i;
const INTENSIFIED =
  /\b(?:start\w*|increas\w+|add(?:ed)?|switch\w*|(?<!\bno )chang\w+|titrat\w+|stop(?:ped)?|raise\w*|refer\w*|new)\b/i;
const UNCOMPLICATED =
  /\b(?:uncomplicated|pharyngitis|sore throat|tonsillitis|URI|upper respiratory|cold|bronchitis|sinusitis|otitis|swimmer'?s ear|conjunctivitis|cystitis|UTI|sprain|strain|contusion|bruise|rash|dermatitis|tinea|impetigo|allergic reaction|hives|urticaria|gastroenteritis|viral|insect bite|laceration|abrasion|stye|vaginitis|yeast|mild)\b/i;

/** The highest level that the words of the assessment could carry: an item that they do not settle may be a moderate problem. */
function upperBound(documents: readonly AnalysedDocument[], items: readonly ProblemItem[], lower: MdmLevel): MdmLevel {
  if (items.length === 0 || findAsserted(documents, THREAT, true).length > 0) return 'high';
  const asserted = [NOT_AT_GOAL, UNDIAGNOSED, SYSTEMIC, COMPLICATED_INJURY].some(
    (pattern) => findAsserted(documents, pattern, true).length > 0,
  );
  if (asserted || lower === 'moderate') return 'moderate';
  // One self-limited problem and nothing else is the least that there is.
  if (items.length === 1 && items[0]?.passage.text.match(MINOR) && lower === 'straightforward')
    return 'straightforward';
  const settled = items.map((item) => settle(item));
  const stable = settled.filter((kind) => kind === 'stable').length;
  return settled.includes('open') || stable >= 2 ? 'moderate' : 'low';
}

function settle(item: ProblemItem): 'minor' | 'stable' | 'open' {
  const { text } = item.passage;
  if (isChronic(item)) return STABLE.test(text) && !INTENSIFIED.test(text) ? 'stable' : 'open';
  return UNCOMPLICATED.test(text) || text.match(MINOR) ? 'minor' : 'open';
}
