import type { BillableAct } from './billable-act.ts';

const HERE =
  /\b(?:today|here|in[- ]?(?:the |our )?(?:office|clinic|house|lab|room)|office|clinic|our (?:meter|machine|lab|device|analy[sz]er)|POCT?|point[- ]of[- ]care|performed|done|by (?:MA|me|tech\w*|RN))\b/i;
const NOT_HERE =
  /\b(?:will|schedul\w+|last|previous\w*|prior|declin(?:ed|es)|consider\w*|if |next|outside|elsewhere|hospital|nursery|discharge|urgent care|home|sent|send|pending|refer\w*|order(?:ed)? for)\b/i;

/** Measurements and studies that an office makes with its own equipment, with their result. */
export const TEST_ACTS: readonly BillableAct[] = [
  {
    name: 'comprehensive audiometry',
    code: '92557',
    billedAs: /^925(?:5[2-9]|6\d|7\d|8[2-8])$/,
    all: [
      /\baudio(?:metry|gram|metric|logic)\w*/i,
      /\b(?:speech|SRT|word recognition|WRS|discrimination)\b/i,
      /\b(?:bone|air)\b/i,
      /\b(?:today|here|in[- ]?(?:the |our )?(?:office|clinic)|by (?:our|my|me)\b|under my)\b/i,
    ],
    none: /\b(?:will|schedul\w+|last|previous\w*|outside|elsewhere|order(?:ed)? for|refer\w*)\b/i,
  },
  {
    name: 'bilirubin measured through the skin',
    code: '88720',
    billedAs: /^88720$|^82247$|^88400$/,
    all: [/\b(?:transcutaneous bili\w*|TcB)\b/i, HERE, /\b\d{1,2}\.\d\b/],
    none: /\b(?:hospital|nursery|discharge|birth center|serum|will|if |repeat|last|yesterday)\b/i,
  },
  {
    name: 'hemoglobin from a finger',
    code: '85018',
    billedAs: /^850(?:1[348]|2[57])$/,
    all: [
      /\b(?:POC|point[- ]of[- ]care|finger ?stick|heel ?stick|in[- ]office|hemocue)\b[^.\n]{0,15}\b(?:hemoglobin|hgb|Hb)\b(?! ?A1c)|\b(?:hemoglobin|hgb|Hb)\b(?! ?A1c)[^.\n]{0,20}\b(?:POC|point[- ]of[- ]care|finger ?stick|hemocue|in[- ]office)\b/i,
      /\b\d{1,2}\.\d\b/,
    ],
    none: NOT_HERE,
  },
  {
    name: 'rapid respiratory syncytial virus test',
    code: '87807',
    billedAs: /^87(?:420|634|637|807)$/,
    all: [/\b(?:rapid RSV|RSV (?:antigen|rapid|test|swab))\b/i, HERE, /\b(?:neg\w*|pos\w*)\b/i],
    none: /\b(?:PCR|NAAT|panel|hospital|outside|urgent care|sent|pending|will|if )\b/i,
  },
  {
    name: 'test of the stool for blood',
    code: '82272',
    billedAs: /^8227[024]$|^G0328$/,
    all: [/\b(?:guaiac|hemoccult|heme[- ]?occult|occult blood)\b/i, HERE, /\b(?:neg\w*|pos\w*)\b/i],
    none: /\b(?:card|home|mailed|screening|hospital|outside|last|will|sent)\b/i,
  },
  {
    name: 'vision screen by instrument',
    code: '99177',
    billedAs: /^9917[347]$|^920\d\d$/,
    all: [
      /\b(?:photoscreen\w*|spot vision|plusoptix|go ?check|autorefract\w* screen\w*)\b/i,
      /\b(?:pass\w*|refer\w*|risk|normal|in range|screened|neg\w*)\b/i,
    ],
    none: /\b(?:will|last|declin(?:ed|es)|school|eye doctor)\b/i,
  },
  {
    name: 'exhaled nitric oxide',
    code: '95012',
    billedAs: /^95012$/,
    all: [/\b(?:FeNO|exhaled nitric oxide)\b/i, /\b\d{1,3} ?(?:ppb)?\b/i, HERE],
    none: NOT_HERE,
  },
  {
    name: 'six-minute walk',
    code: '94618',
    billedAs: /^946(?:18|21)$/,
    all: [
      /\b(?:six|6)[- ]min(?:ute)? walk\w*|\b6MW[TD]\b/i,
      /\b\d{2,3} ?(?:m|meters?|metres?|ft|feet)\b/i,
      /\b(?:SpO2|sat\w*|nadir|desat\w*|borg)\b/i,
      HERE,
    ],
    none: NOT_HERE,
  },
  {
    name: 'allergy skin tests',
    code: '95004',
    billedAs: /^950(?:0[4]|17|18|2[478])$/,
    all: [
      /\b(?:skin prick|prick (?:skin )?test\w*|scratch test\w*|percutaneous (?:skin )?test\w*)\b/i,
      /\b(?:wheal|flare|histamine|control|mm)\b/i,
      /\b(?:positive|pos|negative|neg|reactive)\b/i,
    ],
    none: NOT_HERE,
  },
  {
    name: 'thickness of the cornea',
    code: '76514',
    billedAs: /^76514$/,
    all: [/\b(?:pachymetry|CCT)\b/i, /\b[45]\d\d\b/, /\b(?:today|performed|done|measured|obtained)\b/i],
    none: /\b(?:last|prior|previous\w*|in (?:19|20)\d\d|outside)\b/i,
  },
  {
    name: 'examination of the chamber angle',
    code: '92020',
    billedAs: /^92020$/,
    all: [
      /\bgonio(?:scopy)?\b/i,
      /\b(?:open|narrow|closed|scleral spur|ciliary body|trabecular|grade|shaffer|D\d\d)\b/i,
      /\b(?:today|performed|done|4-mirror|four-mirror|lens)\b/i,
    ],
    none: /\b(?:last|prior|previous\w*|in (?:19|20)\d\d|outside|defer\w*|next)\b/i,
  },
  {
    name: 'urine flow study',
    code: '51741',
    billedAs: /^5174[01]$|^5172[5-9]$/,
    all: [
      /\buroflow\w*/i,
      /\b(?:Q ?max|peak flow|max(?:imum)? flow|mL\/s\w*)\b/i,
      /\b(?:today|performed|done|interpret\w*|here|office)\b/i,
    ],
    none: NOT_HERE,
  },
  {
    name: 'look into the bladder',
    code: '52000',
    billedAs: /^52\d{3}$/,
    all: [
      /\bcystoscop\w+/i,
      /\b(?:flexible|lidocaine|jelly|advanced|passed|introduced)\b/i,
      /\b(?:urethra\w*|trigone|orifices?|mucosa|bladder neck|trabecul\w+)\b/i,
    ],
    none: /\b(?:will|schedul\w+|last|previous\w*|prior|declin(?:ed|es)|consider\w*|if |next|operating room|outside)\b/i,
  },
  {
    name: 'stiffness of the liver',
    code: '91200',
    billedAs: /^91200$|^7698[1-3]$/,
    all: [/\b(?:fibroscan|transient elastograph\w+)\b/i, /\bkPa\b/, HERE],
    none: NOT_HERE,
  },
];
