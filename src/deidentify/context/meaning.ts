import { COMMON, ENGLISH, EPONYM, MEDICAL } from '../lexicon/flags.ts';
import {
  digitsAt,
  flagsAt,
  gapBefore,
  isCapitalized,
  isGlued,
  isInHeading,
  isNumber,
  isWord,
  markAt,
  NAME_TITLES,
  startsSentence,
  wordAt,
} from '../text/reading.ts';
import { LINE, LOWER, MIXED, PARAGRAPH, UPPER, type TokenList } from '../text/token-list.ts';

const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Nouns that make the word before them an eponym: `Allen test`, `Foley catheter`, `Graves disease`. */
const EPONYM_NOUNS = list(`
test tests testing sign signs disease diseases syndrome syndromes maneuver maneuvers manoeuvre catheter catheters palsy palsies esophagus
fracture fractures reflex reflexes score scores scale scales classification grade grading stage staging stages stain lymphoma sarcoma tumor
tumors carcinoma cyst cysts node nodes nodule nodules line lines point points position procedure operation repair osteotomy incision approach
technique method forceps clamp retractor needle drain tube bag valve stent graft ring screw wire pin plate nail splint brace collar cast boot
sling bandage dressing wrap bed frame table tray stockings stocking hose pump catheterization anesthesia block injection monitor monitoring
meter chart criteria criterion index indices formula equation rule rules law phenomenon phenomena effect response sequence triad tetrad
pentad trilogy tetralogy dystrophy atrophy ataxia chorea encephalopathy neuropathy thyroiditis struma gland glands duct ducts canal pouch
loop foramen fossa membrane muscle ligament tendon fascia space triangle body bodies corpuscle corpuscles cell cells granule granules plexus
ganglion nerve artery vein fissure sulcus gyrus area areas aphasia dementia deformity contracture neuroma hernia ulcer ulcers diverticulum
gangrene purpura nephritis nephropathy arthritis arthropathy spondylitis cardiomyopathy respiration respirations breathing breath sounds
murmur murmurs pulse pulses rhythm wave waves interval scan view views projection questionnaire inventory assessment swab smear culture medium
agar assay lamp light lens chart hook wedge knife blade scissors elevator speculum trocar cannula laser unit units electrocautery cautery
suture sutures stitch knot flap patch mesh plug clip clips coil filter balloon dilator introducer probe scope laryngoscope bougie airway mask
cannula contractions exercises exercise stretch diet solution ringers nodes bodies esophagitis colitis hepatitis virus bacillus fever rash
spots spot lines plaques pits aneurysm anomaly malformation malrotation thoracoplasty arthroplasty fundoplication gastrectomy colectomy
hysterectomy mastectomy prostatectomy cystectomy nephrectomy lumpectomy amputation resection reconstruction fixation fusion stimulation
angle drainage tap puncture biopsy blotting blot lesion lesions paralysis paresis tremor seizure epilepsy headache migraine cephalalgia
neuralgia sclerosis leukodystrophy lipidosis glycogenosis anemia hemophilia thrombasthenia leukemia macroglobulinemia cachexia
hyperplasia dysplasia aplasia nevus melanoma keratosis dermatitis pemphigoid cryptorchidism ovary tubes salpingitis pregnancy
delirium hallucinosis psychosis personality depression mania autism disorder disorders condition parkinsonism dyskinesia
dissection clipping coiling bypass anastomosis enterostomy jejunostomy ileostomy colostomy tracheostomy thickness level levels depth
`);
const COORDINATORS = list('and or plus versus vs with');
const BEFORE_EPONYM = list(
  'positive negative modified grade type stage class score scale fr french bilateral equivocal possible probable suspected known chronic acute juvenile idiopathic secondary',
);

/** Nouns of the body, of findings and of amounts that make a common word before them itself: `Strong pulses`, `Hand grip`, `Short leg cast`. */
const PERSON_VERBS = list(`
is was has had will would does did can could may might should reports reported states stated says said denies denied complains complained
presents presented endorses endorsed notes noted describes described returns returned comes came arrives arrived lives lived works worked
signed prefers preferred attends attended feels felt takes took wants wanted asked agrees agreed understands understood continues continued
remains remained underwent tolerated verbalized requests requested called calls seems appears appeared looks looked walks ambulates goes went
stopped started quit smokes drinks uses used needs needed tried tries believes thinks thought knows knew recalls admits admitted acknowledges
follows followed sees saw mentions mentioned confirms confirmed declined refused expressed voiced experienced sustained weighs rates rated
recovered improved attended gave gets got sleeps eats plans planned hopes hoped enjoys wishes died passed developed received joined accompanied
translates translated interpreted recorded dictated agreed saw evaluated examined read performed ordered recommends recommended referred
wrote sent faxed phoned arrived brought drove and who whose whom tells told mentioned informs informed explained discussed reviewed
`);
/** Participles and adjectives that a thing, not a person, is: `Blood was drawn`. */
const THING_STATES = list(`
drawn taken sent obtained collected cultured negative positive normal abnormal present absent noted seen found visible palpable tender warm cold
red pink pale dry moist clear intact swollen painful sore stiff weak equal symmetric symmetrical reactive mild moderate severe stable decreased
increased elevated low high given placed removed inserted used applied required measured tested checked typed crossmatched transfused
`);

/** A use of an eponym that is no person: what stands around it says disease, test or device. `index` is the last word of the name. */
export function isEponymUse(tokens: TokenList, first: number, last: number): boolean {
  let next = last + 1;
  if ((markAt(tokens, next) === "'" || markAt(tokens, next) === '’') && isGlued(tokens, next)) {
    next = wordAt(tokens, next + 1) === 's' ? next + 2 : next + 1;
  }
  if (gapBefore(tokens, next) < PARAGRAPH && EPONYM_NOUNS.has(wordAt(tokens, next)) && !isCapitalizedName(tokens, next))
    return true;
  if (EPONYM_NOUNS.has(wordAt(tokens, next + 1)) && isModifier(tokens, next)) return true;
  if (isJoinedToEponym(tokens, next)) return true;
  if (
    isNumber(tokens, next) &&
    !isGlued(tokens, next) &&
    gapBefore(tokens, next) < LINE &&
    digitsAt(tokens, next).length <= 2 &&
    !isDateLike(tokens, next)
  )
    return true;
  const before = wordAt(tokens, first - 1);
  if (BEFORE_EPONYM.has(before) && !isCapitalized(tokens, next)) return true;
  if ((before === 'a' || before === 'an' || before === 'the') && tokens.shape[first] !== LOWER) return true;
  return false;
}

function isCapitalizedName(tokens: TokenList, index: number): boolean {
  return tokens.shape[index] !== LOWER && (flagsAt(tokens, index) & (COMMON | MEDICAL)) === 0;
}

function isDateLike(tokens: TokenList, index: number): boolean {
  const mark = markAt(tokens, index + 1);
  return mark === '/' || mark === '-' || mark === ',';
}

/** A word between an eponym and its noun: `Barrett's long-segment esophagus`, `Colles type fracture`. */
function isModifier(tokens: TokenList, index: number): boolean {
  return (
    tokens.shape[index] === LOWER &&
    isWord(tokens, index) &&
    gapBefore(tokens, index) < LINE &&
    !PERSON_VERBS.has(wordAt(tokens, index)) &&
    (flagsAt(tokens, index) & (COMMON | ENGLISH | MEDICAL)) !== 0 &&
    !COORDINATORS.has(wordAt(tokens, index)) &&
    wordAt(tokens, index).length > 2
  );
}

/** `Hawkins and Neer tests`, `Hawkins-Kennedy`, `Dix-Hallpike`, `Ehlers/Danlos`. */
function isJoinedToEponym(tokens: TokenList, next: number): boolean {
  const mark = markAt(tokens, next);
  const joined = mark === '-' || mark === '–' || mark === '/' || mark === ',' || COORDINATORS.has(wordAt(tokens, next));
  if (!joined) return false;
  const other = next + 1;
  if ((flagsAt(tokens, other) & EPONYM) === 0 || !isCapitalized(tokens, other)) return false;
  for (let at = other + 1; at <= other + 5; at++) {
    if (EPONYM_NOUNS.has(wordAt(tokens, at))) return true;
    if (isWord(tokens, at) && (flagsAt(tokens, at) & EPONYM) === 0 && !COORDINATORS.has(wordAt(tokens, at)))
      return false;
  }
  return false;
}

/** A title, or `name:` and the like, stands right before the word. */
export function hasTitleBefore(tokens: TokenList, index: number): boolean {
  let at = index - 1;
  if (markAt(tokens, at) === '.') at--;
  const word = wordAt(tokens, at);
  if (NAME_TITLES.has(word))
    return (
      gapBefore(tokens, index) < PARAGRAPH &&
      (at === index - 2 ||
        tokens.shape[at] !== LOWER ||
        word === 'dr' ||
        word === 'mr' ||
        word === 'mrs' ||
        word === 'ms')
    );
  return false;
}

const LABEL_WORDS = list(
  'name patient pt provider physician surgeon attending resident nurse doctor signed author dictated transcribed scribe referring pcp regarding re attn attention cc copies subscriber guarantor spouse contact from to dear for by named called',
);

/** A label with a colon, or a word that introduces a person: `Name: hand`, `attention may`. */
export function hasLabelBefore(tokens: TokenList, index: number): boolean {
  const mark = markAt(tokens, index - 1);
  return (mark === ':' || mark === '=') && LABEL_WORDS.has(wordAt(tokens, index - 2));
}

/** True when the words after the name say that a person acts or is spoken of. */
export function hasPersonVerbAfter(tokens: TokenList, last: number): boolean {
  let next = last + 1;
  if (gapBefore(tokens, next) === PARAGRAPH) return false;
  if ((markAt(tokens, next) === "'" || markAt(tokens, next) === '’') && wordAt(tokens, next + 1) === 's') return true;
  const verb = wordAt(tokens, next);
  if (!PERSON_VERBS.has(verb) || tokens.shape[next] !== LOWER) return false;
  next++;
  if (verb === 'and' || verb === 'may' || verb === 'can' || verb === 'will') return false;
  if (
    verb === 'is' ||
    verb === 'was' ||
    verb === 'has' ||
    verb === 'had' ||
    verb === 'appears' ||
    verb === 'seems' ||
    verb === 'remains' ||
    verb === 'noted'
  )
    return !THING_STATES.has(wordAt(tokens, next));
  return true;
}

/** `hale pt, seen w/ …`: clinicians' shorthand for `Mr. Hale's patient`. */
export function isShorthandFor(tokens: TokenList, last: number): boolean {
  const next = wordAt(tokens, last + 1);
  return (next === 'pt' || next === 'patient') && markAt(tokens, last + 2) === ',';
}

/**
 * Decides whether one word, the name of a known person and at the same time a word of the language or of medicine, stands for the person
 * here. `flags` are the word's.
 */
export function standsForPerson(tokens: TokenList, index: number, flags: number): boolean {
  if (hasTitleBefore(tokens, index)) return true;
  if ((flags & EPONYM) !== 0 && isEponymUse(tokens, index, index)) return false;
  if ((flags & (COMMON | ENGLISH | MEDICAL)) === 0) return true;
  if (hasLabelBefore(tokens, index) || isShorthandFor(tokens, index) || isMarkup(tokens, index)) return true;
  const shape = tokens.shape[index] ?? LOWER;
  if (shape === LOWER) return false;
  if (isSlashed(tokens, index)) return true;
  if (shape === UPPER && isInHeading(tokens, index)) return false;
  if (shape === UPPER || shape === MIXED) return !EPONYM_NOUNS.has(wordAt(tokens, index + 1));
  if (!startsSentence(tokens, index)) return !isMonthUse(tokens, index);
  return (
    hasPersonVerbAfter(tokens, index) ||
    (markAt(tokens, index + 1) === ':' && tokens.shape[index + 2] === LOWER && (flags & MEDICAL) === 0)
  );
}

function isMarkup(tokens: TokenList, index: number): boolean {
  return markAt(tokens, index - 1) === '>' && markAt(tokens, index + 1) === '<';
}

/** `MR#817719/HAND/03MAY61`. */
function isSlashed(tokens: TokenList, index: number): boolean {
  return markAt(tokens, index - 1) === '/' && markAt(tokens, index + 1) === '/' && tokens.shape[index] === UPPER;
}

const MONTHS = list('january february march april may june july august september october november december');

/** A month's name where a month can stand: before a number, or after a word of time. */
function isMonthUse(tokens: TokenList, index: number): boolean {
  if (!MONTHS.has(wordAt(tokens, index))) return false;
  if (isNumber(tokens, index + 1)) return true;
  return list(
    'in on since until till by late early mid last this next of every through during from due before after',
  ).has(wordAt(tokens, index - 1));
}
