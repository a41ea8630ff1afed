import { COMMON, ENGLISH, EPONYM, MEDICAL } from '../lexicon/flags.ts';
import { wordSet as list } from '../patterns/vocabulary.ts';
import {
  digitsAt,
  flagsAt,
  gapBefore,
  isCapitalized,
  isGlued,
  isNumber,
  isWord,
  markAt,
  wordAt,
} from '../text/reading.ts';
import { LINE, LOWER, PARAGRAPH, type TokenList } from '../text/token-list.ts';
import { PERSON_VERBS } from './person-cues.ts';

/** Nouns that make the word before them an eponym: `Allen test`, `Foley catheter`, `Graves disease`. */
export const EPONYM_NOUNS = list(`
grommet grommets implant implants prosthesis cage spacer button anchor tack cone needle driver test tests testing sign signs disease diseases syndrome syndromes maneuver maneuvers manoeuvre catheter catheters palsy palsies esophagus
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
/** Roman grades: `Fontaine IIb`. */
const GRADE = /^(?:i{1,3}|iv|vi{0,2})[abc]?$/;
/** How a sign or a test came out, right behind its name. */
const FOUND = list(
  'negative positive equivocal downgoing upgoing normal abnormal absent intact symmetric reactive midline reproduce reproduces reproduced clamps gummies facies pupil shunt',
);
const FOUND_BY = list('with by from');
const COORDINATORS = list('and or plus versus vs with');
const BEFORE_EPONYM = list(
  'positive negative modified grade type stage class score scale fr french bilateral equivocal possible probable suspected known chronic acute juvenile idiopathic secondary',
);

/** `McMurphy's Sign`, `Nakamura disease`: a noun of medicine right behind a word makes it an eponym, listed or not. */
export function namesFinding(tokens: TokenList, last: number): boolean {
  let next = last + 1;
  if (APOSTROPHES.has(markAt(tokens, next)) && isGlued(tokens, next)) next += wordAt(tokens, next + 1) === 's' ? 2 : 1;
  return SURE_NOUNS.has(wordAt(tokens, next)) && gapBefore(tokens, next) < LINE;
}

const APOSTROPHES = new Set(["'", '’']);
const SURE_NOUNS = list(
  'sign signs test disease syndrome maneuver manoeuvre catheter palsy reflex score scale classification criteria stain fracture procedure drain clamp retractor forceps wire',
);

/** A use of an eponym that is no person: what stands around it says disease, test or device. `index` is the last word of the name. */
export function isEponymUse(tokens: TokenList, first: number, last: number): boolean {
  let next = last + 1;
  if ((markAt(tokens, next) === "'" || markAt(tokens, next) === '’') && isGlued(tokens, next)) {
    next = wordAt(tokens, next + 1) === 's' ? next + 2 : next + 1;
  }
  if (gapBefore(tokens, next) < PARAGRAPH && EPONYM_NOUNS.has(wordAt(tokens, next)) && !isCapitalizedName(tokens, next))
    return true;
  const possessive = next > last + 1;
  if (possessive && !isWord(tokens, next)) return true;
  if (GRADE.test(wordAt(tokens, next)) && gapBefore(tokens, next) < LINE) return true;
  if (possessive && BEFORE_EPONYM.has(wordAt(tokens, first - 1))) return true;
  if (EPONYM_NOUNS.has(wordAt(tokens, next + 1)) && isModifier(tokens, next)) return true;
  if (isJoinedToEponym(tokens, next)) return true;
  if (FOUND.has(wordAt(tokens, next)) && !FOUND_BY.has(wordAt(tokens, first - 1))) return true;
  if (
    isNumber(tokens, next) &&
    !isGlued(tokens, next) &&
    gapBefore(tokens, next) < LINE &&
    digitsAt(tokens, next).length <= 2 &&
    !isDateLike(tokens, next)
  )
    return true;
  const before = wordAt(tokens, first - 1);
  // `Tetralogy of Fallot`, `sphincter of Oddi`.
  if (before === 'of' && (EPONYM_NOUNS.has(wordAt(tokens, first - 2)) || OF_EPONYM.has(wordAt(tokens, first - 2))))
    return true;
  if (first === last && closesEponymPair(tokens, first, last)) return true;
  if (BEFORE_EPONYM.has(before) && !isCapitalized(tokens, next)) return true;
  if ((before === 'a' || before === 'an' || before === 'the') && tokens.shape[first] !== LOWER) return true;
  return false;
}

const OF_EPONYM = list('sphincter ampulla circle islets crypts crypt bundle zone sign law angle');

/** `Kernig and Brudzinski are absent`: the second of two eponyms, and no person's verb behind. */
function closesEponymPair(tokens: TokenList, first: number, last: number): boolean {
  const other = first - 2;
  if (!COORDINATORS.has(wordAt(tokens, first - 1)) || (flagsAt(tokens, other) & EPONYM) === 0) return false;
  const verb = wordAt(tokens, last + 1);
  const states = verb === 'are' || verb === 'were' || !PERSON_VERBS.has(verb);
  return states && isCapitalized(tokens, other) && !isCapitalized(tokens, other - 1);
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
  const after = next + 1;
  // `Phalen and Tinel negative`, `Osgood-Schlatter as a teen`.
  if (
    COORDINATORS.has(wordAt(tokens, next)) &&
    (flagsAt(tokens, after) & EPONYM) !== 0 &&
    FOUND.has(wordAt(tokens, after + 1))
  )
    return true;
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
