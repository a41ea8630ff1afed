import { pair, BIOPSIED, type ProcedureVariants } from './procedure-variant.ts';

const GUIDED =
  /\b(?:ultrasound|US|u\/s|sono\w*)[- ]*(?:guid\w+|visuali\w+|assist\w+)|\b(?:under|with|using|by)\s+(?:direct |real[- ]?time |live |dynamic )*(?:ultrasound|US|sono\w*)\b|\b(?:ultrasound|US) (?:was )?used\b|\bprobe\b[^.\n]{0,40}\bneedle\b/gi;

const IMAGED = /\b(?:fluoro\w*|C-?arm|CT[- ]guid\w*|under CT|ultrasound|contrast|epidurogra\w+)\b/gi;

const LANDMARK =
  /\b(?:landmark|palpation)[- ](?:guid\w+|based)\b|\b(?:anatomic|surface|bony) landmarks?\b|\bby landmarks?\b|\bneedle (?:was )?not guided\b/gi;

const NEEDLE = /\b(?:inject\w*|aspirat\w*|arthrocentesis|needle|tapped)\b/i;

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

/** Procedures and tests of the office, the bedside and fracture care. */
export const OFFICE_VARIANTS: readonly ProcedureVariants[] = [
  ...FRACTURES.map((codes) =>
    pair('fracture care', codes, REDUCED, { against: NOT_REDUCED, described: /\b(?:splint|cast|immobili\w+|boot)\b/i }),
  ),
  guided('small joint injection', ['20600', '20604'], NEEDLE),
  guided('intermediate joint injection', ['20605', '20606'], NEEDLE),
  guided('large joint injection', ['20610', '20611'], NEEDLE),
  guided('drainage of the chest', ['32554', '32555'], /\bthoracentesis\b/i),
  guided('drainage of the abdomen', ['49082', '49083'], /\bparacentesis\b/i),
  pair('anoscopy', ['46600', '46606'], BIOPSIED, { described: /\banoscop\w+/i }),
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
  pair('epidural injection, neck or chest', ['62320', '62321'], IMAGED, { described: NEEDLE }),
  pair('epidural injection, low back', ['62322', '62323'], IMAGED, { described: NEEDLE }),
  pair(
    'removal of impacted ear wax',
    ['69209', '69210'],
    /\b(?:curett?\w*|currett?e\w*|forceps|suction\w*|alligator|loop|microscop\w*|instrumentation|(?:with|by|using) (?:an? )?instruments?|spoon|hook|scoop)\b/gi,
    { described: /\b(?:irrigat\w+|lavage\w*|flush\w*|syring\w+)\b/i },
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
        said: /(?<!\bnon-?\s?)\b(?:automated|analy[sz]er|clinitek|urisys)\b/gi,
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
  pair(
    'nail procedure',
    ['11730', '11750'],
    /\b(?:(?<!(?:to|down to|at|without|off) (?:the )?)matri(?:x|c)\w*|phenol\w*|sodium hydroxide|NaOH|permanent\w*)\b/gi,
    {
      described: /\bavuls\w+/i,
    },
  ),
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
  {
    name: 'control of a nose bleed',
    features: [
      {
        said: /\bposterior (?:nasal |nose |epistaxis )?(?:pack\w*|balloon|control|tamponade|bleed(?:ing)? (?:was )?(?:controlled|packed|cauteri[sz]ed))|\b(?:dual|double)[- ](?:balloon|lumen)|\b(?:epistat|foley)\b/gi,
        against:
          /\banterior (?:nasal |nose ?)?(?:epistaxis|bleed\w*|pack\w*|cauter\w*|control|rhino ?rocket)\b|\bkiesselbach\S*|\blittle'?s area\b/gi,
      },
      { said: /\b(?:extensive(?:ly)?|complex)\b[^.;\n]{0,20}\b(?:caut\w+|pack\w*|control)\b/gi },
    ],
    codes: [
      ['--', '30901'],
      ['-+', '30903'],
      ['+-', '30905'],
      ['++', '30905'],
    ],
    overOnly: true,
  },
];
