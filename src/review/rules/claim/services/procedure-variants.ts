/**
 * Codes of one procedure that differ by particulars of how it was done. `codes` gives the code for each set of particulars: a `+` or `-`
 * for each feature in order. Code numbers and our own words only.
 */
export interface ProcedureVariants {
  readonly name: string;
  readonly features: readonly VariantFeature[];
  /** Lowest first. */
  readonly codes: readonly (readonly [flags: string, code: string])[];
  /** The note describes this procedure, so that silence on a feature means that it was not done. Undefined: silence means nothing. */
  readonly described?: RegExp;
  /** Neither code is more than the other: what was billed is unsupported either way. */
  readonly equal?: boolean;
  /** Whether the fuller code is asked for too; coders differ on some. */
  readonly overOnly?: boolean;
  /** Codes that bill the feature by itself: an edit of the pair says what is wrong then. */
  readonly billedApart?: readonly string[];
}

interface VariantFeature {
  readonly said: RegExp;
  /** Words that say the plainer way outright. */
  readonly against?: RegExp;
}

/** Two codes: without and with one particular. */
const pair = (
  name: string,
  [plain, fuller]: readonly [string, string],
  said: RegExp,
  rest: {
    against?: RegExp;
    described?: RegExp;
    equal?: boolean;
    overOnly?: boolean;
    billedApart?: readonly string[];
  } = {},
): ProcedureVariants => {
  const { against, ...others } = rest;
  return {
    name,
    features: [{ said, ...(against ? { against } : {}) }],
    codes: [
      ['-', plain],
      ['+', fuller],
    ],
    ...others,
  };
};

const GUIDED =
  /\b(?:ultrasound|US|u\/s|sono\w*)[- ]*(?:guid\w+|visuali\w+|assist\w+)|\b(?:under|with|using|by)\s+(?:direct |real[- ]?time |live |dynamic )*(?:ultrasound|US|sono\w*)\b|\b(?:ultrasound|US) (?:was )?used\b|\bprobe\b[^.\n]{0,40}\bneedle\b/gi;
const IMAGED = /\b(?:fluoro\w*|C-?arm|CT[- ]guid\w*|under CT|ultrasound|contrast|epidurogra\w+)\b/gi;
const LANDMARK = /\b(?:landmark|palpation)[- ](?:guid\w+|based)\b|\b(?:anatomic|surface|bony) landmarks?\b/gi;
const NEEDLE = /\b(?:inject\w*|aspirat\w*|arthrocentesis|needle|tapped)\b/i;
const BIOPSIED = /\b(?:biops(?:y|ies|ied)|bx)\b/gi;
const SCOPED = /\b(?:colonoscop\w+|cecum|endoscop\w+|EGD|esophagogastro\w+)\b/i;
const LAPAROSCOPIC = /\b(?:laparoscop\w+|trocars?|robot\w*|ports? (?:placed|inserted)|pneumoperitoneum)\b/gi;
const REDUCED = /\b(?:manipulat\w+|closed reduction|reduc(?:ed|tion))\b/gi;
const NOT_REDUCED =
  /\b(?:without manipulation|no manipulation|non-?displaced|no reduction|minimally displaced|acceptable alignment)\b/gi;

const guided = (name: string, codes: readonly [string, string], described: RegExp): ProcedureVariants =>
  pair(name, codes, GUIDED, { against: LANDMARK, described, billedApart: ['76942', '77002', '77012'] });

/** Fracture care: without and with manipulation. */
const FRACTURES: readonly (readonly [string, string])[] = [
  ['23500', '23505'],
  ['23600', '23605'],
  ['24500', '24505'],
  ['24530', '24535'],
  ['24650', '24655'],
  ['24670', '24675'],
  ['25500', '25505'],
  ['25530', '25535'],
  ['25560', '25565'],
  ['25600', '25605'],
  ['25622', '25624'],
  ['25630', '25635'],
  ['26600', '26605'],
  ['26720', '26725'],
  ['26750', '26755'],
  ['27500', '27502'],
  ['27530', '27532'],
  ['27750', '27752'],
  ['27760', '27762'],
  ['27780', '27781'],
  ['27786', '27788'],
  ['27808', '27810'],
  ['27816', '27818'],
  ['28400', '28405'],
  ['28450', '28455'],
  ['28470', '28475'],
  ['28490', '28495'],
  ['28510', '28515'],
];

/** Hernias: reducible, and incarcerated or strangulated. */
const HERNIAS: readonly (readonly [string, string])[] = [
  ['49505', '49507'],
  ['49520', '49521'],
  ['49550', '49553'],
  ['49591', '49592'],
  ['49593', '49594'],
  ['49595', '49596'],
  ['49613', '49614'],
  ['49615', '49616'],
  ['49617', '49618'],
];
/** Removal of the womb: alone, and with tubes or ovaries. */
const HYSTERECTOMIES: readonly (readonly [string, string])[] = [
  ['58260', '58262'],
  ['58541', '58542'],
  ['58543', '58544'],
  ['58550', '58552'],
  ['58553', '58554'],
  ['58570', '58571'],
  ['58572', '58573'],
];
const CESAREAN =
  /(?<!\b(?:prior|previous|repeat|history of|avoid|after)\s(?:\w+\s)?)\b(?:c(?:a?e)sarean|c-?section|LTCS|LTCD|hysterotomy)\b/gi;

export const PROCEDURE_VARIANTS: readonly ProcedureVariants[] = [
  ...FRACTURES.map((codes) =>
    pair('fracture care', codes, REDUCED, { against: NOT_REDUCED, described: /\b(?:splint|cast|immobili\w+|boot)\b/i }),
  ),
  guided('small joint injection', ['20600', '20604'], NEEDLE),
  guided('intermediate joint injection', ['20605', '20606'], NEEDLE),
  guided('large joint injection', ['20610', '20611'], NEEDLE),
  guided('drainage of the chest', ['32554', '32555'], /\bthoracentesis\b/i),
  guided('drainage of the abdomen', ['49082', '49083'], /\bparacentesis\b/i),
  pair('laparoscopic gallbladder removal', ['47562', '47563'], /\b(?:cholangio\w+|IOC)\b/gi, {
    described: /\bcystic duct\b|\bcholecystectomy\b/i,
  }),
  pair('open gallbladder removal', ['47600', '47605'], /\b(?:cholangio\w+|IOC)\b/gi, { described: /\bcystic duct\b/i }),
  pair('gallbladder removal', ['47600', '47562'], LAPAROSCOPIC, { described: /\bincision\b/i, equal: true }),
  pair('appendix removal', ['44950', '44970'], LAPAROSCOPIC, { described: /\bincision\b/i, equal: true }),
  pair('groin hernia repair', ['49505', '49650'], LAPAROSCOPIC, { described: /\bincision\b/i, equal: true }),
  ...HERNIAS.map((codes) =>
    pair(
      'hernia repair',
      codes,
      /\b(?:incarcerat\w+|strangulat\w+|irreducible|non-?reducible|obstruct\w+|gangren\w+)\b/gi,
      {
        against: /(?<!\b(?:not|non|ir)[- ]?)\breduc(?:ible|ed)\b/gi,
        described: /\bhernia\b/i,
      },
    ),
  ),
  pair('carpal tunnel release', ['64721', '29848'], /\bendoscop\w+/gi, { described: /\bincision\b/i, equal: true }),
  pair('upper endoscopy', ['43235', '43239'], BIOPSIED, { described: SCOPED }),
  pair('anoscopy', ['46600', '46606'], BIOPSIED, { described: /\banoscop\w+/i }),
  pair('cystoscopy', ['52000', '52204'], BIOPSIED, { described: /\bcystosco\w+|\bbladder\b/i }),
  {
    name: 'colonoscopy',
    features: [{ said: /\bsnare\w*/gi }, { said: /\b(?:biops(?:y|ies|ied)|bx|(?:cold )?forceps)\b/gi }],
    codes: [
      ['--', '45378'],
      ['-+', '45380'],
      ['+-', '45385'],
    ],
    described: SCOPED,
  },
  {
    name: 'colposcopy',
    features: [
      { said: BIOPSIED, against: /\bno lesions?\b/gi },
      { said: /\b(?:ECC|endocervical curett\w+|endocervical sampl\w+)\b/gi },
    ],
    codes: [
      ['--', '57452'],
      ['-+', '57456'],
      ['+-', '57455'],
      ['++', '57454'],
    ],
    described: /\b(?:colpo\w+|acetic)\b/i,
  },
  pair(
    'hysteroscopy',
    ['58555', '58558'],
    /\b(?:biops\w+|polypectom\w+|curett\w+|D ?& ?C|polyp (?:was )?(?:removed|resected))\b/gi,
    {
      described: /\bhysteroscop\w+/i,
    },
  ),
  pair(
    'removal of impacted ear wax',
    ['69209', '69210'],
    /\b(?:curett?\w*|currett?e\w*|forceps|suction\w*|alligator|loop|microscop\w*|instrument\w*|spoon|hook|scoop)\b/gi,
    { described: /\b(?:irrigat\w+|lavage\w*|flush\w*|syring\w+)\b/i },
  ),
  pair(
    'ventilating ear tubes',
    ['69433', '69436'],
    /\b(?:general (?:mask |endotracheal |inhalation(?:al)? )?an[a]?esthe\w+|GETA|mask an[a]?esthe\w+|inhalation\w* an[a]?esthe\w+|LMA)\b/gi,
    { against: /\b(?:topical|phenol|local an[a]?esthe\w+|EMLA|in the office)\b/gi },
  ),
  pair(
    'cataract surgery',
    ['66984', '66982'],
    /\b(?:(?:iris|pupil\w*) (?:hooks?|retractors?|expan\w+|ring|stretch\w*)|malyugin|i-?ring|capsular tension|CTR|capsular hooks?|trypan|vision ?blue|synechiolys\w+|sutured? (?:IOL|lens)|primary posterior capsul\w+)\b/gi,
    { described: /\bphaco\w*/i },
  ),
  pair(
    'spirometry',
    ['94010', '94060'],
    /\bpost[- ]?(?:bronchodilator|BD|albuterol|neb\w*)\b|\bpre\b\W{1,5}(?:and )?post\b|\b(?:after|following)\b[^.\n]{0,25}\b(?:albuterol|bronchodilator|levalbuterol|nebuli\w+)\b|\bbronchodilator (?:response|challenge|testing)\b/gi,
    { described: /\b(?:spirometry|FEV-?1)\b/i },
  ),
  {
    name: 'hearing threshold test',
    features: [
      { said: /\bbone(?: conduction)?\b/gi },
      { said: /\b(?:speech|SRT|word recognition|WRS|discrimination)\b/gi },
    ],
    codes: [
      ['--', '92552'],
      ['+-', '92553'],
      ['++', '92557'],
    ],
    described: /\b(?:air conduction|pure[- ]tone|audiogram|audiometry)\b/i,
  },
  {
    name: 'urinalysis',
    features: [
      {
        said: /\b(?:automated|analy[sz]er|clinitek|urisys)\b/gi,
        against: /\b(?:manual|visual\w*|hand)[- ]?(?:read|dip\w*)\b/gi,
      },
      {
        said: /\b(?:microscop\w+|micro\b|sediment|WBC\/hpf|RBC\/hpf|per hpf|\/hpf)/gi,
        against: /\bdip(?:stick)? only\b/gi,
      },
    ],
    codes: [
      ['--', '81002'],
      ['+-', '81003'],
      ['-+', '81000'],
      ['++', '81001'],
    ],
  },
  {
    name: 'knee arthroscopy with meniscectomy',
    features: [
      {
        said: /\bmedial (?:and lateral )?(?:partial )?meniscectom\w*|\bmedial meniscus\b[^.;\n]{0,80}\b(?:resect\w*|debrid\w*|trim\w*|excis\w*|shav\w*|saucer\w*|meniscectom\w*|biter)\b/gi,
      },
      {
        said: /\blateral (?:and medial )?(?:partial )?meniscectom\w*|\blateral meniscus\b[^.;\n]{0,80}\b(?:resect\w*|debrid\w*|trim\w*|excis\w*|shav\w*|saucer\w*|meniscectom\w*|biter)\b/gi,
      },
    ],
    codes: [
      ['+-', '29881'],
      ['-+', '29881'],
      ['++', '29880'],
    ],
    described: /\bmenisc\w+/i,
  },
  pair('nail procedure', ['11730', '11750'], /\b(?:matri(?:x|c)\w*|phenol\w*|sodium hydroxide|NaOH|permanent\w*)\b/gi, {
    described: /\bavuls\w+/i,
  }),
  pair(
    'drainage of an abscess',
    ['10060', '10061'],
    /\b(?:complicated|multiple (?:abscess\w*|incisions|sites)|loculat\w+|pack(?:ed|ing)|iodoform|drain (?:was )?(?:placed|left)|wick|counter-?incision|probed)\b/gi,
    { against: /\b(?:simple|single|small|superficial)\b/gi, described: /\b(?:incis\w+|I ?& ?D)\b/i, overOnly: true },
  ),
  {
    name: 'skin biopsy',
    features: [
      { said: /\bpunch\w*/gi },
      { said: /\b(?:incisional|wedge)\b/gi },
      { said: /\b(?:shave|tangential|scoop|saucer\w*|deep shave)\w*/gi },
    ],
    codes: [
      ['--+', '11102'],
      ['+--', '11104'],
      ['-+-', '11106'],
    ],
    described: BIOPSIED,
  },
  {
    name: 'destruction of skin lesions',
    features: [
      { said: /\b(?:warts?|verruca\w*|mollusc\w+|seborrheic|SKs?|condylom\w+)\b/gi },
      { said: /\b(?:actinic|AKs?|premalignant|solar keratos[ei]s)\b/gi },
    ],
    codes: [
      ['-+', '17000'],
      ['+-', '17110'],
    ],
    described: /\b(?:cryo\w*|LN2|liquid nitrogen|destr\w+|froze\w*|freez\w+|cantharidin)\b/i,
    equal: true,
  },
  {
    name: 'removal of a foreign body from the eye',
    features: [{ said: /\bcornea\w*/gi }, { said: /\bslit[- ]?lamp\b/gi }],
    codes: [
      ['--', '65205'],
      ['-+', '65205'],
      ['+-', '65220'],
      ['++', '65222'],
    ],
  },
];
