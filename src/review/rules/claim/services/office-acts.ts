import type { BillableAct } from './billable-act.ts';

const HERE =
  /\b(?:today|here|in[- ]?(?:the )?(?:office|clinic|house)|office|clinic|point[- ]of[- ]care|POCT?|rapid|by me|MA)\b/i;
const RESULT = /\b(?:neg\w*|pos\w*|reactive|detected)\b/i;
const NOT_NOW =
  /\b(?:home|outside|urgent care|send|sent|culture only|PCR|NAAT|last|prior|previous\w*|will|pending|if )\b/i;
const NO_LATER =
  /\b(?:will|schedul\w+|last|previous\w*|prior|declin\w+|consider\w*|if |next|option\w*|attempt(?:ed)? (?:failed|unsuccessful))\b/i;
const DRUG =
  /\b(?:\d+(?:\.\d+)?\s*(?:mg|mL|cc)|lidocaine|triamcinolone|methylprednisolone|kenalog|depo-?medrol|dexamethasone|celestone)\b/i;
const INJECTED = /\b(?:injected|injection (?:performed|given|done|administered)|aspirated)\b/i;
const ANY_INJECTION = /^(?:206(?:0[0-6]|1[0-2])|20526|2055[0-3]|6440\d|6441\d|644[235]\d)$/;
const APPLIED = /\b(?:applied|placed|fashioned|molded)\b/i;
const STRAPS = /^29\d{3}$|^2[3-8]\d{3}$/;

const test = (name: string, code: string, billedAs: RegExp, what: RegExp, none: RegExp = NOT_NOW): BillableAct => ({
  name,
  code,
  billedAs,
  all: [what, HERE, RESULT],
  none,
});

const injection = (name: string, code: string, place: RegExp): BillableAct => ({
  name,
  code,
  billedAs: ANY_INJECTION,
  all: [place, INJECTED, DRUG],
  none: /\b(?:ultrasound|US[- ]guid\w+|portals?|will|last|prior|previous\w*|scheduled|MRI|declin\w+|consider\w*|block)\b/i,
});

const applied = (name: string, code: string, what: RegExp): BillableAct => ({
  name,
  code,
  billedAs: STRAPS,
  all: [what, APPLIED],
  none: /\b(?:will|ED|ER|urgent care|outside|prior|removed|remov\w+|by (?:ortho\w*|the ED)|declin\w+|prefab\w*|over-the-counter|OTC|velcro)\b/,
});

/** Tests read on the spot and small procedures that any office does. */
export const OFFICE_ACTS: readonly BillableAct[] = [
  {
    name: 'urine dipstick test',
    code: '81002',
    billedAs: /^8100[0-5]$|^81015$/,
    all: [
      /\b(?:UA|U\/A|urine|urinalysis) ?dip\w*|\b(?:urine )?dipstick\b/i,
      /\b(?:today|here|in[- ]?(?:the )?(?:office|clinic|house)|office|clinic|POCT?|point[- ]of[- ]care)\b/i,
      /\b(?:neg\w*|pos\w*|LE|leuk\w*|nitrites?|trace|blood|[1-4]\+)/i,
    ],
    none: /\b(?:automated|analy[sz]er|clinitek|outside|home|urgent care|lab|last|prior|previous\w*|will|pending)\b/i,
  },
  test(
    'rapid influenza test',
    '87804',
    /^87(?:804|400|502|63[67]|428)$|^0240U$/,
    /\b(?:flu|influenza)(?: A ?(?:\/|and|&|\+) ?B)?\b(?! (?:shot|vaccin\w+|season))/i,
    /\b(?:PCR|NAAT|molecular|combo|covid|vaccin\w+|shot|home|outside|urgent care|sent|last|will|pending|exposure)\b/i,
  ),
  test(
    'rapid coronavirus test',
    '87811',
    /^87(?:426|428|635|636|637|811)$/,
    /\b(?:covid(?:-19)?|sars-cov-2)\b/i,
    /\b(?:PCR|NAAT|molecular|combo|flu|influenza|vaccin\w+|home|outside|urgent care|sent|last|will|pending|history|exposure)\b/i,
  ),
  test('mononucleosis test', '86308', /^8630[89]$|^8666[345]$/, /\b(?:mono ?spot|rapid mono|heterophile)\b/i),
  {
    name: 'drug test read by eye',
    code: '80305',
    billedAs: /^8030\d$|^803[2-7]\d$|^83992$|^G048[0-3]$|^G0659$/,
    all: [
      /\b(?:urine|oral fluid|saliva) (?:drug|tox\w*) (?:screen|test|cup|dip\w*|card|panel)|\b(?:drug|tox\w*) (?:cup|dip ?card)\b|\b(?:UDS|UDT)\b/i,
      /\b(?:CLIA|waived|cup|dip ?card|read by eye|visual\w*|point[- ]of[- ]care|POCT?|in[- ]?(?:the )?(?:office|clinic|house)|(?:done|performed|run|read) here)\b/i,
      RESULT,
    ],
    none: /\b(?:analy[sz]er|LC-?MS|home|outside|hospital|sent|send|last|prior|previous\w*|will|pending|if |random|next|ordered)\b/i,
  },
  {
    name: 'clotting time',
    code: '85610',
    billedAs: /^85610$|^93792$|^93793$/,
    all: [
      /\b(?:POC|point[- ]of[- ]care|finger ?stick|in[- ]office|coagu-?chek)\b[^.\n]{0,15}\bINR\b|\bINR\b[^.\n]{0,20}\b(?:POC|finger ?stick|in[- ]office|coagu-?chek)\b/i,
      /\b\d\.\d\b/,
    ],
    none: NOT_NOW,
  },
  {
    name: 'bedside glucose',
    code: '82962',
    billedAs: /^829(?:62|47|48)$/,
    all: [
      /\b(?:POC|finger ?stick|in[- ]office|random)\b[^.\n]{0,12}\bglucose\b|\baccu-?chek\b/i,
      /\b(?:today|here|in[- ]?(?:the )?(?:office|clinic)|POC|performed|MA)\b/i,
      /\b\d{2,3}\b/,
    ],
    none: /\b(?:home|log|outside|last|prior|will|daily|average|fasting (?:range|readings)|meter)\b/i,
  },
  {
    name: 'glycated hemoglobin',
    code: '83036',
    billedAs: /^8303[67]$/,
    all: [
      /\b(?:POC|point[- ]of[- ]care|in[- ]office|finger ?stick)\b[^.\n]{0,15}\bA1c\b|\bA1c\b[^.\n]{0,25}\b(?:POC|point[- ]of[- ]care|in[- ]office|finger ?stick)\b/i,
      /\b\d{1,2}\.\d\b/,
    ],
    none: /\b(?:home|outside|prior|will|sent)\b/i,
  },
  {
    name: 'wet mount',
    code: '87210',
    billedAs: /^872(?:10|20)$|^Q011[12]$|^87(?:480|510|660|801)$|^81513$|^81514$/,
    all: [
      /\bwet (?:prep|mount)\b/i,
      /\b(?:microscop\w+|read by me|in[- ]?(?:the )?(?:office|clinic)|performed|here)\b/i,
      /\b(?:clue|trich\w*|yeast|hyphae|WBCs?|negative)\b/i,
    ],
    none: NOT_NOW,
  },
  {
    name: 'canalith repositioning',
    code: '95992',
    billedAs: /^95992$|^97\d{3}$/,
    all: [
      /\b(?:epley|canalith reposition\w*|semont|BBQ roll|gufoni)\b/i,
      /\b(?:performed|done|completed|tolerated|resolved|repeated|x ?\d)\b/i,
    ],
    none: /\b(?:home|handout|will|taught|teach|refer\w*|PT\b|declin\w+|consider\w*|last|video|instruct\w*)\b/i,
  },
  {
    name: 'washing out of impacted ear wax',
    code: '69209',
    billedAs: /^692(?:09|10)$/,
    all: [
      /\b(?:cerumen|wax)\b/i,
      /\bimpact\w*/i,
      /\b(?:irrigat\w+|lavage\w*|flush\w+)\b/i,
      /\b(?:removed|cleared|out|visible|TM seen|success\w*|tolerated)\b/i,
    ],
    none: /\b(?:curett\w*|forceps|suction|loop|instrument\w*|home|will|declin\w+|unsuccessful|if )\b/i,
  },
  {
    name: 'straight catheterization of the bladder',
    code: '51701',
    billedAs: /^5170[1-3]$|^P9612$/,
    all: [/\b(?:straight|in[- ]and[- ]out|in\/out) cath\w*/i, /\b(?:performed|drained|obtained|returned|mL|cc)\b/i],
    none: /\b(?:self|home|RN|nurse|will|declin\w+|every|q\d+h|daily|prior|if )\b/i,
  },
  {
    name: 'removal of a foreign body from the skin',
    code: '10120',
    billedAs: /^1012[01]$|^20520$|^28190$/,
    all: [
      /\b(?:splinter|foreign body|FB|fish ?hook|glass|thorn)\b/i,
      /\b(?:incision|incised|#?(?:11|15) blade|nick)\b/i,
      /\b(?:removed|extracted|retrieved)\b/i,
    ],
    none: /\b(?:ear|nose|nostril|eye|cornea\w*|vagina\w*|will|declin\w+|unsuccessful|esophag\w*)\b/i,
  },
  injection(
    'intermediate joint injection',
    '20605',
    /\b(?:wrist joint|radiocarpal|elbow joint|ankle joint|tibiotalar|acromioclavicular|AC joint|olecranon bursa|temporomandibular)\b/i,
  ),
  injection(
    'small joint injection',
    '20600',
    /\b(?:CMC|carpometacarpal|MCP|metacarpophalangeal|PIP|DIP|MTP|metatarsophalangeal|1st MTP) ?(?:joint)?\b/i,
  ),
  injection(
    'tendon sheath injection',
    '20550',
    /\b(?:trigger (?:finger|thumb)|A1 pulley|de ?quervain\S*|first dorsal compartment|plantar fascia|flexor (?:tendon )?sheath)\b/i,
  ),
  injection('tendon origin injection', '20551', /\b(?:lateral epicondyle|medial epicondyle|common extensor origin)\b/i),
  injection('carpal tunnel injection', '20526', /\bcarpal tunnel\b/i),
  applied('short arm cast', '29075', /\bshort[- ]arm\b[^.\n]{0,30}\bcast\b/i),
  applied('short leg cast', '29405', /\bshort[- ]leg\b[^.\n]{0,30}\bcast\b/i),
  applied('finger splint', '29130', /\b(?:finger|alumafoam|stack) splint\b/i),
  applied('Unna boot', '29580', /\bunna\b[^.\n]{0,10}\bboots?\b/i),
  {
    name: 'debridement of nails',
    code: '11721',
    billedAs: /^117(?:19|2[01])$|^G0127$/,
    all: [
      /\b(?:toe)?nails?\b/i,
      /\bdebrid(?:ed|ement)\b/i,
      /\b(?:x ?(?:[6-9]|10)|1-5 bilat\w*|all (?:10|ten)|(?:6|7|8|9|10|six|seven|eight|nine|ten) (?:mycotic |dystrophic |thick\w* )?(?:toe)?nails)\b/i,
    ],
    none: NO_LATER,
  },
];
