import type { BillableAct } from './billable-act.ts';

const NOT_ALREADY =
  /\b(?:prior to arrival|PTA|by EMS|self-?reduced|spontaneous\w*|outside|last|previous\w*|MRI|will|attempt(?:ed)? (?:failed|unsuccessful)|unsuccessful|if |consider\w*|declin\w+)\b/i;
const REDUCED =
  /\b(?:closed reduction|reduced|reduction (?:of|by|with|performed|achieved|successful|done)|relocated|popped back|manipulated back)\b/i;
const HOW =
  /\b(?:performed|success\w*|consent\w*|click|pop|clunk|technique|maneuver|traction|supinat\w+|pronat\w+|hyperpronation|flex\w+|first (?:try|attempt)|sedation|hematoma block|tolerated|by me|I reduced|NV intact|neurovascular\w*)\b/i;
const REMOVED = /\b(?:removed|extracted|retrieved|removal (?:performed|done|successful)|came out|lifted out)\b/i;
const PLACED = /\b(?:placed|inserted|advanced|introduced|performed)\b/i;
const TOOL =
  /\b(?:forceps|alligator|suction|curette|hook|needle|burr|spud|irrigat\w+|balloon|katz|loop|magnet|otoscope|microscope|slit lamp|cotton|swab|parent'?s kiss)\b/i;

const reduction = (name: string, code: string, what: RegExp, billedAs: RegExp): BillableAct => ({
  name,
  code,
  billedAs,
  all: [what, REDUCED, HOW],
  none: NOT_ALREADY,
  inFacility: true,
});

/** Procedures at the bedside or in the office that the clinician does in person, so that a facility's bill does not hold them. */
export const BEDSIDE_ACTS: readonly BillableAct[] = [
  reduction(
    'reduction of a radial head subluxation',
    '24640',
    /\b(?:nursemaid\S*|radial head sublux\w+|pulled elbow)\b/i,
    /^24[56]\d\d$/,
  ),
  reduction(
    'reduction of a shoulder dislocation',
    '23650',
    /\b(?:shoulder|glenohumeral)\b[^.\n]{0,40}\bdisloc\w+|\bdisloc\w+[^.\n]{0,40}\b(?:shoulder|glenohumeral)\b/i,
    /^236\d\d$/,
  ),
  reduction(
    'reduction of a kneecap dislocation',
    '27560',
    /\bpatell\w+[^.\n]{0,30}\bdisloc\w+|\bdisloc\w+[^.\n]{0,30}\bpatella\b/i,
    /^275\d\d$/,
  ),
  reduction(
    'reduction of a finger joint dislocation',
    '26770',
    /\b(?:PIP|DIP|interphalangeal|IP joint)\b[^.\n]{0,60}\bdisloc\w+|\bdisloc\w+[^.\n]{0,60}\b(?:PIP|DIP|interphalangeal)\b/i,
    /^267\d\d$/,
  ),
  reduction(
    'reduction of a hip dislocation',
    '27250',
    /\bhip\b[^.\n]{0,40}\bdisloc\w+|\bdisloc\w+[^.\n]{0,40}\bhip\b/i,
    /^272\d\d$/,
  ),
  reduction(
    'reduction of an elbow dislocation',
    '24600',
    /\belbow\b[^.\n]{0,40}\bdisloc\w+|\bdisloc\w+[^.\n]{0,40}\belbow\b/i,
    /^246\d\d$/,
  ),
  reduction(
    'reduction of a knuckle dislocation',
    '26700',
    /\b(?:MCP|metacarpophalangeal)\b[^.\n]{0,40}\bdisloc\w+|\bdisloc\w+[^.\n]{0,40}\b(?:MCP|metacarpophalangeal)\b/i,
    /^26[67]\d\d$/,
  ),
  reduction(
    'reduction of a toe joint dislocation',
    '28660',
    /\btoe\b[^.\n]{0,40}\bdisloc\w+|\bdisloc\w+[^.\n]{0,40}\btoe\b/i,
    /^286\d\d$/,
  ),
  reduction(
    'reduction of a jaw dislocation',
    '21480',
    /\b(?:jaw|TMJ|mandib\w+|temporomandibular)\b[^.\n]{0,40}\bdisloc\w+|\bdisloc\w+[^.\n]{0,40}\b(?:jaw|TMJ|mandible)\b/i,
    /^2148\d$/,
  ),
  reduction(
    'reduction of a wrist fracture',
    '25605',
    /\b(?:distal radi\w+|colles\S*)\b[^.\n]{0,60}\b(?:fracture|fx)\b|\b(?:fracture|fx)\b[^.\n]{0,60}\bdistal radi\w+/i,
    /^256\d\d$/,
  ),
  {
    name: 'removal of a foreign body from the cornea',
    code: '65222',
    billedAs: /^652\d\d$/,
    all: [/\bcornea\w*/i, /\b(?:foreign body|FB)\b/i, REMOVED, /\b(?:slit lamp|needle|burr|spud|gauge)\b/i],
    none: NOT_ALREADY,
    inFacility: true,
  },
  {
    name: 'removal of a foreign body from the ear',
    code: '69200',
    billedAs: /^692\d\d$/,
    all: [/\b(?:ear|EAC|canal)\b/i, /\b(?:foreign body|FB|bead|insect|bug|pebble|cotton)\b/i, REMOVED, TOOL],
    none: /\b(?:nose|nares|nostril|will|declin\w+|unsuccessful|ENT will|irrigation at home)\b/i,
    inFacility: true,
  },
  {
    name: 'removal of a foreign body from the nose',
    code: '30300',
    billedAs: /^303\d\d$/,
    all: [/\b(?:nose|nares?|nostril|nasal)\b/i, /\b(?:foreign body|FB|bead|pebble)\b/i, REMOVED],
    none: NOT_ALREADY,
    inFacility: true,
  },
  {
    name: 'control of a nose bleed',
    code: '30901',
    billedAs: /^309\d\d$/,
    all: [
      /\b(?:epistaxis|nose ?bleed\w*|anterior (?:nasal )?(?:septum|bleed\w*)|kiesselbach\S*|little'?s area|nostril|naris|nares)\b/i,
      /\b(?:silver nitrate|cauteri[sz]ed|cautery|packed|packing|rhino ?rocket|merocel)\b/i,
      /\b(?:performed|applied|placed|hemostasis|controlled|stopped|inserted|cauterized|tolerated)\b/i,
    ],
    none: /\b(?:will|if |last|previous\w*|declin\w+|consider\w*|bilateral|posterior)\b/i,
    inFacility: true,
  },
  {
    name: 'drainage of blood under a nail',
    code: '11740',
    billedAs: /^117\d\d$/,
    all: [/\bsubungual hematoma\b/i, /\b(?:trephin\w+|evacuat\w+|drained|cautery|18[- ]?g)\b/i],
    none: NOT_ALREADY,
    inFacility: true,
  },
  {
    name: 'nail removal',
    code: '11730',
    billedAs: /^117\d\d$/,
    all: [
      /\b(?:toe|finger)?nail\b/i,
      /\b(?:avuls\w+|avulsed)\b/i,
      /\b(?:digital block|lidocaine|performed|removed|elevat\w+|anesthe\w+)\b/i,
    ],
    none: /\b(?:matri\w+|phenol|traumatic|will|consider\w*|declin\w+|schedul\w+)\b/i,
    inFacility: true,
  },
  {
    name: 'lumbar puncture',
    code: '62270',
    billedAs: /^6227\d$|^6232\d$/,
    all: [
      /\b(?:[Ll]umbar [Pp]uncture|LUMBAR PUNCTURE|LP|[Ss]pinal tap)\b/,
      PLACED,
      /\b(?:L[2-5]|CSF|opening pressure|tubes|spinal needle)\b/i,
    ],
    none: NOT_ALREADY,
    inFacility: true,
  },
  {
    name: 'electrical cardioversion',
    code: '92960',
    billedAs: /^9296\d$/,
    all: [
      /\bcardiover\w+/i,
      /\b(?:synchroni[sz]ed|biphasic|joules|\d+ ?J)\b/i,
      /\b(?:shock|converted|restored|success\w*|delivered|performed)\b/i,
    ],
    none: NOT_ALREADY,
    inFacility: true,
  },
  {
    name: 'intubation',
    code: '31500',
    billedAs: /^31500$/,
    inPerson: true,
    all: [
      /\b(?:intubat\w+|endotracheal)\b/i,
      /\b(?:tube|ETT|glidescope|laryngoscop\w+|cords)\b/i,
      /\b(?:passed|placed|confirmed|first (?:pass|attempt)|by me|I intubated)\b/i,
    ],
    none: NOT_ALREADY,
    inFacility: true,
  },
  {
    name: 'indwelling bladder catheter',
    code: '51702',
    billedAs: /^5170[1-3]$/,
    all: [
      /\b(?:foley|indwelling catheter|urethral catheter|coud[eé] catheter)\b/i,
      /\bI (?:personally )?(?:placed|inserted|passed)\b|\b(?:placed|inserted|passed) by me\b/i,
      /\b(?:Fr|French|mL|cc|balloon)\b/i,
    ],
    none: /\b(?:prior|EMS|will|removed|by (?:the )?(?:RN|nurse|tech\w*)|declin(?:ed|es)|unsuccessful|suprapubic tube)\b/i,
    inFacility: true,
  },
  {
    name: 'removal of an intrauterine device',
    code: '58301',
    billedAs: /^5830[01]$/,
    all: [
      /\b(?:IUD|mirena|kyleena|liletta|paragard|skyla|intrauterine device)\b/i,
      /\b(?:removed|pulled|extracted)\b/i,
      /\b(?:forceps|strings?|speculum|intact)\b/i,
    ],
    none: NOT_ALREADY,
  },
  {
    name: 'insertion of a contraceptive implant',
    code: '11981',
    billedAs: /^1198[123]$/,
    all: [
      /\b(?:nexplanon|etonogestrel|contraceptive implant|implant)\b/i,
      /\b(?:inserted|placed)\b/i,
      /\b(?:arm|palpa\w+|lidocaine|lot)\b/i,
    ],
    none: /\b(?:will|schedul\w+|last|previous\w*|removed|removal|in 20\d\d|dental|breast)\b/i,
  },
  {
    name: 'insertion of the intrauterine device that is billed',
    code: '58300',
    billedAs: /^5830[01]$/,
    all: [
      /\bstrings? (?:were )?(?:cut|trimmed)\b|\b(?:device|IUD|IUS)\b[^.\n]{0,30}\b(?:seated|placed|inserted|deployed|released)\b/i,
    ],
    none: /\b(?:expelled|failed|unsuccessful|removed|last|previous\w*|prior|will)\b/i,
    beside: /^J7(?:29[678]|30[01])$/,
  },
  {
    name: 'endometrial biopsy',
    code: '58100',
    billedAs: /^581\d\d$|^5855\d$/,
    all: [/\b(?:endometrial biopsy|EMB|pipelle)\b/i, /\b(?:performed|obtained|passed|sounded|tissue|tolerated)\b/i],
    none: NOT_ALREADY,
  },
  {
    name: 'trigger point injection',
    code: '20552',
    billedAs: /^2055[0-3]$|^644\d\d$/,
    all: [
      /\btrigger points?\b/i,
      /\b(?:injected|injections? (?:performed|given|done))\b/i,
      /\b(?:lidocaine|bupivacaine|marcaine|mL|cc)\b/i,
    ],
    none: /\b(?:will|schedul\w+|last|previous\w*|prior|declin\w+|consider\w*|finger)\b/i,
  },
  {
    name: 'tuberculin skin test',
    code: '86580',
    billedAs: /^86580$/,
    all: [
      /\b(?:PPD|TST|tuberculin|mantoux)\b/i,
      /\b(?:placed|planted|administered|given)\b/i,
      /\b(?:forearm|today|lot|0\.1)\b/i,
    ],
    none: /\b(?:will|last|prior|previous\w*|declin\w+)\b/i,
  },
];
