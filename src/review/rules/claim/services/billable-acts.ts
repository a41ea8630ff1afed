import { OTHER_ABSCESS } from './bedside-drainage.ts';
import type { BillableAct } from './billable-act.ts';

const READ =
  /\b(?:interp\w*|read|impression|result|showed|shows|reactive|sinus|normal|nl|abnormal|pass(?:ed)?|fail\w*|FEV1|neg(?:ative)?|pos(?:itive)?|score[ds]?|reliable|dB)\b|[:=]\s*\d/i;
const HERE =
  /\b(?:today|here|in[- ](?:the )?(?:office|clinic|house)|in[- ]?(?:office|clinic|house)|office|point[- ]of[- ]care|POCT?|performed|done|obtained|rapid|administered|testing)\b/i;
const BY_ME =
  /\b(?:I (?:personally )?(?:applied|placed|fashioned|molded)|(?:applied|placed|fashioned|molded) by me|by (?:the )?(?:physician|provider|attending))\b/i;
const INJECTED =
  /\b(?:injected|injection (?:performed|given|done|administered)|aspirated|arthrocentesis (?:performed|done))\b/i;
const JOINT_CODES = /^(?:206(?:0[0-6]|1[0-2])|20526|2055[0-3]|6440\d|6441\d|644[235]\d)$/;

export const BILLABLE_ACTS: readonly BillableAct[] = [
  {
    name: 'electrocardiogram',
    code: '93000',
    billedAs: /^930(?:00|05|10|4[0-2])$/,
    all: [/\b(?:12-lead |12 lead )?(?:ECG|EKG|electrocardiogram)\b/i, HERE, READ],
    none: /\b(?:EMS|outside|hospital|ED\b|prior to|PCP)\b/i,
  },
  {
    name: 'threshold visual field',
    code: '92083',
    billedAs: /^9208[123]$/,
    all: [/\b(?:visual fields?|HVF|humphrey|VF)\b/i, /\b(?:24-2|30-2|10-2|threshold|SITA)\b/i, READ],
  },
  {
    name: 'optic nerve scan',
    code: '92133',
    billedAs: /^9213[2-4]$/,
    all: [/\bOCT\b/, /\b(?:RNFL|optic nerve|ONH|nerve fiber)\b/i, READ],
  },
  {
    name: 'retinal scan',
    code: '92134',
    billedAs: /^9213[2-4]$/,
    all: [/\bOCT\b/, /\bmacul\w*/i, HERE, READ],
    none: /\b(?:RNFL|optic nerve)\b/i,
  },
  { name: 'fundus photographs', code: '92250', billedAs: /^922(?:50|2[78])$/, all: [/\bfundus photo\w*/i, HERE] },
  {
    name: 'short leg splint',
    code: '29515',
    billedAs: /^(?:29\d{3}|2[78]\d{3})$/,
    all: [/\b(?:short[- ]leg|posterior (?:ankle|short leg))\b[^.\n]{0,40}\bsplint/i, BY_ME],
    inFacility: true,
  },
  {
    name: 'long leg splint',
    code: '29505',
    billedAs: /^(?:29\d{3}|2[78]\d{3})$/,
    all: [/\blong[- ]leg\b[^.\n]{0,40}\bsplint/i, BY_ME],
    inFacility: true,
  },
  {
    name: 'short arm splint',
    code: '29125',
    billedAs: /^(?:29\d{3}|2[56]\d{3})$/,
    all: [
      /\b(?:short[- ]arm|volar|ulnar gutter|radial gutter|thumb spica|sugar[- ]tong forearm)\b[^.\n]{0,40}\bsplint/i,
      BY_ME,
    ],
    inFacility: true,
  },
  {
    name: 'long arm splint',
    code: '29105',
    billedAs: /^(?:29\d{3}|2[45]\d{3})$/,
    all: [/\blong[- ]arm\b[^.\n]{0,40}\bsplint/i, BY_ME],
    inFacility: true,
  },
  {
    name: 'pure tone hearing screen',
    code: '92551',
    billedAs: /^9255[1-9]$/,
    all: [/\bpure[- ]?tone|\baudiometer\b/i, /\bhearing|audiomet\w+/i, READ],
    none: /\b(?:bone|speech|threshold)\b/i,
  },
  {
    name: 'chart vision screen',
    code: '99173',
    billedAs: /^(?:9917[347]|920\d\d)$/,
    all: [
      /\b(?:vision|acuity|eyes?)\b[^.;\n]{0,25}\bscreen\w*|\bscreen\w*[^.;\n]{0,25}\b(?:vision|acuity)\b|\bLEA symbols\b/i,
      /\b20\/\d+/,
    ],
  },
  {
    name: 'spirometry before and after a bronchodilator',
    code: '94060',
    billedAs: /^940(?:10|60)$/,
    all: [/\bspirometry\b/i, /\b(?:pre|before)\b[^.\n]{0,20}\b(?:post|after)\b|post-?bronchodilator/i, HERE, READ],
    none: /\b(?:outside|last year|PFT lab)\b/i,
  },
  {
    name: 'spirometry',
    code: '94010',
    billedAs: /^940(?:10|60)$/,
    all: [/\bspirometry\b/i, HERE, READ],
    none: /\b(?:outside|last year|PFT lab|post|next|prior|20(?:1\d|2[0-4]))\b/i,
  },
  {
    name: 'nebulizer treatment',
    code: '94640',
    billedAs: /^9464\d$/,
    all: [/\b(?:neb(?:uliz\w+)?|duo-?neb)\b/i, /\b(?:given|administered)\b/i, /\b(?:office|clinic|here|today)\b/i],
  },
  {
    name: 'rapid streptococcus test',
    code: '87880',
    billedAs: /^87(?:880|651|081|070|430)$/,
    all: [
      /\b(?:rapid strep|strep (?:test|antigen|swab))\b/i,
      /\b(?:office|in-?house|clinic|here|rapid|POC)\b/i,
      /\b(?:neg\w*|pos\w*)\b/i,
    ],
    none: /\b(?:PCR|outside|urgent care|send)\b/i,
  },
  {
    name: 'urine pregnancy test',
    code: '81025',
    billedAs: /^(?:81025|8470[23])$/,
    all: [/\b(?:urine (?:hCG|pregnancy)|UPT)\b/i, /\b(?:office|clinic|here|today|POC)\b/i, /\b(?:neg\w*|pos\w*)\b/i],
  },
  {
    name: 'removal of impacted ear wax by instrument',
    code: '69210',
    billedAs: /^692(?:09|10)$/,
    all: [
      /\b(?:cerumen|wax)\b/i,
      /\bimpact\w*/i,
      /\b(?:curett\w*|curette|forceps|suction|microscope|loop|instrument\w*)\b/i,
      /\b(?:removed|cleared|extracted|disimpacted)\b/i,
    ],
  },
  {
    name: 'large joint injection',
    code: '20610',
    billedAs: JOINT_CODES,
    all: [
      /\b(?:knee|shoulder|subacromial|glenohumeral|hip joint|trochanteric bursa)\b/i,
      INJECTED,
      /\b(?:\d+\s*(?:mg|mL|cc)|lidocaine|triamcinolone|methylprednisolone|kenalog|depo|hyaluron\w*)\b/i,
    ],
    none: /\b(?:ultrasound|US[- ]guid\w+|portals?|last|prior|previous|scheduled|MRI)\b/i,
  },
  {
    name: 'destruction of a premalignant lesion',
    code: '17000',
    billedAs: /^(?:1700[034]|1711[01]|172\d\d)$/,
    all: [
      /\b(?:actinic|AKs?)\b/i,
      /\b(?:liquid nitrogen|LN2|cryo(?:therapy|surgery)?)\b/i,
      /\b(?:treated|applied|frozen|destroyed|performed|cycles?|tolerated|x)\b/i,
    ],
    none: /\b(?:discussed|option|consider|will|next|decline\w*)\b/i,
  },
  {
    name: 'destruction of warts',
    code: '17110',
    billedAs: /^(?:1700[034]|1711[01])$/,
    all: [
      /\b(?:warts?|verruca\w*|mollusc\w+)\b/i,
      /\b(?:liquid nitrogen|LN2|cryo(?:therapy|surgery)?|cantharidin|frozen)\b/i,
      /\b(?:treated|applied|frozen|destroyed|performed|cycles?|tolerated)\b/i,
    ],
    none: /\b(?:discussed|option|consider|will|next|decline\w*)\b/i,
  },
  {
    name: 'punch biopsy',
    code: '11104',
    billedAs: /^1110[2-7]$/,
    all: [
      /\bpunch (?:bx|biopsy)|\b\d(?:\.\d)?[- ]?mm punch\b/i,
      /\b(?:performed|obtained|taken|done|specimen|sutured?|sent)\b/i,
    ],
    none: /\b(?:will|schedul\w*|consider|previous|prior|path(?:ology)? (?:from|of))\b/i,
  },
  {
    name: 'tangential biopsy',
    code: '11102',
    billedAs: /^(?:1110[2-7]|113\d\d)$/,
    all: [/\b(?:shave|tangential) (?:bx|biopsy)/i, /\b(?:performed|obtained|taken|done|specimen|sent|hemostasis)\b/i],
    none: /\b(?:will|schedul\w*|consider|previous|prior|path(?:ology)? (?:from|of))\b/i,
  },
  {
    name: 'drainage of an abscess',
    code: '10060',
    billedAs: /^100(?:60|61)$|^10[18]\d\d$/,
    all: [
      /\babscess\b/i,
      /\b(?:incised|I ?& ?D|incision and drainage|#?11 blade)\b/i,
      /\b(?:performed|drained|expressed|purulent|packed|pus|loculations)\b/i,
    ],
    none: new RegExp(`\\b(?:will|schedul\\w*|consider|spontaneous\\w*|declin\\w+)\\b|${OTHER_ABSCESS.source}`, 'i'),
    inFacility: true,
  },
  {
    name: 'measurement of residual urine',
    code: '51798',
    billedAs: /^(?:51798|5170\d|768\d\d)$/,
    all: [
      /\b(?:bladder scan|PVR|post-?void residual)\b/i,
      /\b(?:scan|ultrasound|today|here)\b/i,
      /\b\d+\s*(?:mL|cc)\b/i,
    ],
  },
  {
    name: 'fetal non-stress test',
    code: '59025',
    billedAs: /^(?:59025|76818)$/,
    all: [/\b(?:NST|non-?stress test)\b/i, /\breactive\b/i],
    none: /\b(?:not|deferred|schedul\w*|next|will|hospital|yesterday|last)\b/i,
  },
  {
    name: 'insertion of an intrauterine device',
    code: '58300',
    billedAs: /^5830[01]$/,
    all: [
      /\b(?:IUD|mirena|kyleena|liletta|paragard|skyla)\b/i,
      /\b(?:inserted|placed|deployed)\b/i,
      /\b(?:sounded|strings? (?:cut|trimmed)|tenaculum|without difficulty)\b/i,
    ],
  },
  {
    name: 'tympanometry',
    code: '92567',
    billedAs: /^925(?:67|50)$/,
    all: [/\btympanom\w+/i, /\b(?:today|performed|done|here)\b/i, /\btype [ABC]\b/i],
  },
  {
    name: 'nasal endoscopy',
    code: '31231',
    billedAs: /^312[3-9]\d$|^31575$/,
    all: [
      /\b(?:nasal endoscop\w*|rhinoscop\w+|rigid (?:nasal )?(?:scope|endoscope))\b/i,
      /\b(?:performed|passed|examined|decongest\w*|topical\w*|spray\w*|oxymetazoline|lidocaine|tolerated|scope (?:was )?(?:advanced|introduced|inserted))\b/i,
    ],
    none: /\b(?:will|schedul\w*|last (?:year|visit|month|endoscop\w*)|prior (?:endoscop|scope)\w*|declin\w+)\b/i,
  },
  {
    name: 'laryngoscopy',
    code: '31575',
    billedAs: /^315\d\d$/,
    all: [/\b(?:flexible|fiberoptic)\b[^.\n]{0,20}\blaryngoscop\w*/i, /\b(?:performed|passed|mobile|cords?)\b/i],
    none: /\b(?:will|schedul\w*|last|prior|declin\w+)\b/i,
  },
  {
    name: 'anoscopy',
    code: '46600',
    billedAs: /^46\d{3}$/,
    all: [/\banoscop\w+/i, /\b(?:performed|showed|shows|revealed|done)\b/i],
    none: /\b(?:will|schedul\w*|declin\w+|deferred)\b/i,
  },
  {
    name: 'fluoride varnish',
    code: '99188',
    billedAs: /^(?:99188|D1206)$/,
    all: [/\bfluoride varnish\b/i, /\b(?:applied|done today)\b/i],
    none: /\b(?:dentist|declin\w+|not)\b/i,
  },
  {
    name: 'interpretation of continuous glucose data',
    code: '95251',
    billedAs: /^9525[01]$/,
    all: [
      /\b(?:CGM|continuous glucose|glucose sensor|AGP)\b|\b\d{2} days of data\b/i,
      /\b(?:download\w*|data|days|\d{2} ?d)\b/i,
      /\binterpret\w*\b/i,
    ],
  },
];
