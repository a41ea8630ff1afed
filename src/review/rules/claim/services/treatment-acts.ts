import type { BillableAct } from './billable-act.ts';

const NOT_NOW =
  /\b(?:will|schedul\w+|last|previous\w*|prior|declin(?:ed|es)|consider\w*|if (?:not|no|it|the|this|needed|persist\w*)|next|options?|offered|outside|elsewhere|refer\w*|plan(?:ned)?|unsuccessful|deferred)\b/i;
const DONE =
  /\b(?:performed|done|applied|placed|removed|treated|injected|completed|tolerated|excised|snipped|clipped|inserted|fitted|well)\b/i;

/** Small treatments at the examination table, each described as done. */
export const TREATMENT_ACTS: readonly BillableAct[] = [
  {
    name: 'chemical cautery of granulation tissue',
    code: '17250',
    billedAs: /^1725\d$|^170\d\d$|^1711\d$/,
    all: [
      /\b(?:silver nitrate|AgNO3)\b/i,
      /\b(?:granulom\w+|granulation|umbilic\w+|proud flesh)\b/i,
      /\b(?:applied|cauteri[sz]ed|touched|treated)\b/i,
    ],
    none: /\b(?:will|last|previous\w*|declin(?:ed|es)|consider\w*|nose|nasal|septum|biopsy|home|mother applied|hemostasis)\b/i,
  },
  {
    name: 'removal of skin tags',
    code: '11200',
    billedAs: /^1120[01]$|^113\d\d$|^1711[01]$/,
    all: [
      /\b(?:skin tags?|acrochord\w+)\b/i,
      /\b(?:snipped|removed|clipped|excised|frozen|cryotherapy)\b/i,
      /\b(?:scissors?|snip\w*|gradle|lidocaine|hemostasis|aluminum chloride|tolerated|irritated|painful|bleeding|liquid nitrogen)\b/i,
    ],
    none: NOT_NOW,
  },
  {
    name: 'injection into lesions of the skin',
    code: '11900',
    billedAs: /^1190[01]$/,
    all: [
      /\b(?:intralesional|keloids?|alopecia areata)\b/i,
      /\b(?:injected|injections? (?:performed|given|done)|ILK)\b/i,
      /\b(?:triamcinolone|kenalog|mg\/mL|mL|cc)\b/i,
    ],
    none: NOT_NOW,
  },
  {
    name: 'aspiration of a ganglion',
    code: '20612',
    billedAs: /^206(?:0\d|1[0-2])$|^251\d\d$/,
    all: [
      /\bganglion\b/i,
      /\b(?:aspirated|aspiration (?:performed|done))\b/i,
      /\b(?:gauge|g\b|needle|mL|cc|gelatinous|lidocaine)\b/i,
    ],
    none: NOT_NOW,
  },
  {
    name: 'block of the greater occipital nerve',
    code: '64405',
    billedAs: /^644\d\d$|^2055[0-3]$/,
    all: [
      /\boccipital nerve\b/i,
      /\b(?:block(?:ed)?|injected|injection)\b/i,
      /\b(?:bupivacaine|lidocaine|mL|cc)\b/i,
      DONE,
    ],
    none: NOT_NOW,
  },
  {
    name: 'banding of a hemorrhoid',
    code: '46221',
    billedAs: /^46(?:2[2-6]\d|94\d)$/,
    all: [
      /\bhemorrhoid\w*/i,
      /\b(?:rubber band|banded|band (?:placed|applied|deployed)|banding (?:performed|done))\b/i,
    ],
    none: NOT_NOW,
  },
  {
    name: 'pessary fitting',
    code: '57160',
    billedAs: /^57160$/,
    all: [/\bpessar\w+/i, /\b(?:fitted|fitting)\b/i, /\b(?:placed|inserted|size|#\d|ring|gellhorn|stayed)\b/i],
    none: /\b(?:will|schedul\w+|last|previous\w*|declin(?:ed|es)|consider\w*|next|option\w*|cleaned)\b/i,
  },
  {
    name: 'removal of a contraceptive implant',
    code: '11982',
    billedAs: /^1198[123]$|^11976$/,
    all: [
      /\b(?:nexplanon|etonogestrel|contraceptive implant|implant)\b/i,
      /\b(?:removed|extracted)\b/i,
      /\b(?:incision|lidocaine|intact|steri\w*|hemostat|pop-?out)\b/i,
    ],
    none: /\b(?:will|schedul\w+|last|previous\w*|in 20\d\d|dental|breast|cochlear|inserted|new (?:one|implant|rod))\b/i,
  },
  {
    name: 'colposcopy with biopsy and curettage',
    code: '57454',
    billedAs: /^574[2-6]\d$|^56(?:605|82[01])$/,
    all: [
      /\bcolposcop\w+/i,
      /\b(?:acetic acid|acetowhite|lugol\w*)\b/i,
      /\bbiops\w+/i,
      /\b(?:ECC|endocervical curett\w+)\b/i,
    ],
    none: /\b(?:no (?:ECC|biops\w+)|not (?:done|taken)|will|schedul\w+|last|prior)\b/i,
  },
  {
    name: 'freeing of the tongue-tie',
    code: '41010',
    billedAs: /^41(?:010|115|520)$|^40(?:806|819)$/,
    all: [
      /\b(?:frenotomy|frenulotomy|lingual frenulum|tongue[- ]tie)\b/i,
      /\b(?:clipped|divided|snipped|performed|released)\b/i,
      /\b(?:scissors|sucrose|hemostasis|consent|tolerated|gauze|latched)\b/i,
    ],
    none: NOT_NOW,
  },
  {
    name: 'therapeutic phlebotomy',
    code: '99195',
    billedAs: /^99195$/,
    all: [
      /\b(?:therapeutic )?(?:phlebotomy|venesection)\b/i,
      /\b\d{3} ?(?:mL|cc)\b/i,
      /\b(?:removed|drawn|withdrawn|taken|collected|tolerated|completed)\b/i,
    ],
    none: NOT_NOW,
  },
  {
    name: 'circumcision with a clamp',
    code: '54150',
    billedAs: /^541[56]\d$/,
    all: [
      /\bcircumcision\b/i,
      /\b(?:gomco|mogen|plastibell)\b/i,
      /\b(?:block|lidocaine|sucrose|consent|tolerated|hemostasis)\b/i,
    ],
    none: /\b(?:will|schedul\w+|declin(?:ed|es)|at the hospital|healed|in the nursery)\b/i,
    inFacility: true,
  },
  {
    name: 'strapping of the ankle',
    code: '29540',
    billedAs: /^29\d{3}$|^2[78]\d{3}$/,
    all: [
      /\bankle\b/i,
      /\b(?:strapped|taped|strapping (?:applied|done))\b/i,
      /\b(?:by me|tape|elastikon|basket[- ]?weave|gibney)\b/i,
    ],
    none: /\b(?:will|athletic trainer|at home|ace wrap|brace|if |last|buddy)\b/i,
  },
  {
    name: 'removal of a foreign body from the conjunctiva',
    code: '65205',
    billedAs: /^652\d\d$/,
    all: [
      /\b(?:conjunctiv\w+|lid(?:s)? everted|under the (?:upper )?lid|tarsal)\b/i,
      /\b(?:foreign body|FB|speck|grit|eyelash|debris)\b/i,
      /\b(?:removed|swept|lifted|retrieved)\b/i,
    ],
    none: /\b(?:no (?:foreign body|FB)|cornea\w*|self|prior|will|not found|none (?:seen|found)|irrigat\w+ only)\b/i,
    inFacility: true,
  },
  {
    name: 'pulling of turned lashes',
    code: '67820',
    billedAs: /^6782[05]$/,
    all: [
      /\b(?:trichia\w+|lash(?:es)?|epilat\w+)\b/i,
      /\b(?:epilated|epilation (?:performed|done)|pulled|removed with forceps)\b/i,
    ],
    none: NOT_NOW,
  },
  {
    name: 'plug of the tear duct',
    code: '68761',
    billedAs: /^6876[01]$/,
    all: [
      /\bpunctal plugs?\b/i,
      /\b(?:placed|inserted)\b/i,
      /\b(?:today|lower|silicone|collagen|dilated|mm|tolerated)\b/i,
    ],
    none: /\b(?:will|last|previous\w*|in place|declin(?:ed|es)|consider\w*|option\w*|20\d\d)\b/i,
  },
  {
    name: 'manipulation of the spine and limbs',
    code: '98925',
    billedAs: /^9892\d$|^9894\d$|^97140$/,
    all: [
      /\b(?:OMT|osteopathic manipulat\w+)\b/i,
      /\b(?:performed|done|treated|applied|tolerated)\b/i,
      /\b(?:HVLA|muscle energy|myofascial|counterstrain|regions?)\b/i,
    ],
    none: NOT_NOW,
  },
];
