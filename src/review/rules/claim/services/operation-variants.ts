import { pair, BIOPSIED, type ProcedureVariants } from './procedure-variant.ts';

const SCOPED = /\b(?:colonoscop\w+|cecum|endoscop\w+|EGD|esophagogastro\w+)\b/i;

const LAPAROSCOPIC = /\b(?:laparoscop\w+|trocars?|robot\w*|ports? (?:placed|inserted)|pneumoperitoneum)\b/gi;

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

const DELIVERIES: readonly (readonly [string, string])[] = [
  ['59400', '59510'],
  ['59409', '59514'],
  ['59410', '59515'],
];

const OPEN_OR_SCOPE: readonly { readonly name: string; readonly codes: readonly [string, string] }[] = [
  { name: 'hysterectomy', codes: ['58150', '58571'] },
  { name: 'colectomy', codes: ['44140', '44204'] },
  { name: 'removal of the kidney', codes: ['50220', '50545'] },
  { name: 'removal of the spleen', codes: ['38100', '38120'] },
];

const CESAREAN =
  /(?<!\b(?:prior|previous|repeat|history of|avoid|after)\s(?:\w+\s)?)\b(?:c(?:a?e)sarean|c-?section|LTCS|LTCD|hysterotomy)\b/gi;

/** Operations, endoscopy and deliveries. */
export const OPERATION_VARIANTS: readonly ProcedureVariants[] = [
  ...[['42825', '42820'] as const, ['42826', '42821'] as const].map((codes) =>
    pair('removal of the tonsils', codes, /\badenoid\w*/gi, { described: /\btonsil\w*/i }),
  ),
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
  ...HYSTERECTOMIES.map((codes) =>
    pair(
      'hysterectomy',
      codes,
      /\b(?:salping\w+|oophor\w+|BSO|(?:tubes?|ovar(?:y|ies)|adnexa\w*) (?:and \w+ )?(?:were |was )?(?:also )?(?:removed|excised|taken|resected))\b/gi,
      { described: /\bhysterectom\w+/i },
    ),
  ),
  ...DELIVERIES.map((codes) =>
    pair('delivery', codes, CESAREAN, {
      described: /\b(?:vaginal delivery|NSVD|SVD|delivered vaginally)\b/i,
      equal: true,
    }),
  ),
  pair(
    'coronary angiography',
    ['93454', '93458'],
    /\b(?:left heart cath\w*|LHC|LVEDP|left ventricul\w+|ventriculogra\w+)\b/gi,
    {
      described: /\bcoronary\b/i,
    },
  ),
  pair(
    'partial mastectomy',
    ['19301', '19302'],
    /\b(?:axillary (?:lymph node )?dissection|axillary lymphadenectom\w+|ALND)\b/gi,
    {
      described: /\b(?:lumpectom\w+|partial mastectom\w+)\b/i,
    },
  ),
  pair('sinus operation', ['31254', '31255'], /\b(?:total ethmoidectom\w+|posterior ethmoid\w*)\b/gi, {
    described: /\bethmoid\w*/i,
  }),
  {
    name: 'ureteroscopy',
    features: [
      { said: /\b(?:lithotrips\w+|laser\w*|holmium|dust\w+|fragmented)\b/gi },
      { said: /\b(?:stent|double[- ]?J|JJ)\b/gi },
    ],
    codes: [
      ['--', '52352'],
      ['+-', '52353'],
      ['++', '52356'],
    ],
    described: /\bureteroscop\w+/i,
    billedApart: ['52332'],
  },
  {
    name: 'pacemaker',
    features: [
      { said: /\b(?:right )?atrial (?:lead|electrode)\b|\bdual[- ]chamber\b/gi },
      { said: /\b(?:right )?ventricular (?:lead|electrode)\b|\bdual[- ]chamber\b/gi },
    ],
    codes: [
      ['+-', '33206'],
      ['-+', '33207'],
      ['++', '33208'],
    ],
    described: /\b(?:pacemaker|generator)\b/i,
  },
  ...OPEN_OR_SCOPE.map(({ name, codes }) =>
    pair(name, codes, LAPAROSCOPIC, { described: /\bincision\b/i, equal: true }),
  ),
  pair(
    'hysteroscopy',
    ['58555', '58558'],
    /\b(?:biops\w+|polypectom\w+|curett\w+|D ?& ?C|polyp (?:was )?(?:removed|resected))\b/gi,
    {
      described: /\bhysteroscop\w+/i,
    },
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
];
