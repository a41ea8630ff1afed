import type { BillableAct } from './billable-act.ts';

const NOT_DONE =
  /\b(?:not (?:released|opened|divided|touched|explored|placed|removed|performed|resected|needed)|no (?:stent|tube|acromioplasty|tenodesis)|without|previous\w*|prior|in 20\d\d|last|will|schedul\w+|consider\w*|declin(?:ed|es)|intact)\b/i;

const operation = (
  name: string,
  code: string,
  billedAs: RegExp,
  all: readonly RegExp[],
  more: Pick<BillableAct, 'beside' | 'digit'> = {},
): BillableAct => ({ name, code, billedAs, all, none: NOT_DONE, inFacility: true, inSurgery: true, ...more });

/** Second operations of a session that are paid beside the first, each described as done in the report. */
export const OPERATION_ACTS: readonly BillableAct[] = [
  operation(
    'release of a trigger finger',
    '26055',
    /^26055$/,
    [/\bA1 pulleys?\b/i, /\b(?:divided|released|incised|opened|cut)\b/i, /\b(?:fingers?|thumb|digit)\b/i],
    { beside: /^(?:64721|29848|25000|64718|26\d{3})$/, digit: true },
  ),
  operation(
    'release of the carpal tunnel',
    '64721',
    /^(?:64721|29848)$/,
    [/\btransverse carpal ligament\b/i, /\b(?:divided|released|incised|opened|cut)\b/i],
    { beside: /^(?:26055|25000|64718|26\d{3})$/ },
  ),
  operation(
    'excision of deep axillary nodes',
    '38525',
    /^385(?:00|25|30)$|^38740$|^38745$|^1930[257]$/,
    [
      /\baxill\w+/i,
      /\b(?:sentinel|hot|blue) (?:lymph )?nodes?\b|\bprobe\b/i,
      /\b(?:removed|excised|harvested)\b/i,
      /\bdeep\b|\blevel I\b|\bclavipectoral\b/i,
    ],
    { beside: /^(?:19120|19125|1930[13])$/ },
  ),
  operation(
    'shaving of the acromion',
    '29826',
    /^29826$|^23130$/,
    [
      /\b(?:acromioplasty|subacromial decompression)\b/i,
      /\b(?:performed|burr\w*|carried out|shaver|converted|flat(?:tened)?|type I\b)\b/i,
    ],
    { beside: /^298(?:0[67]|2[1-8])$/ },
  ),
  operation(
    'resection of the end of the collarbone',
    '29824',
    /^29824$|^23120$/,
    [/\bdistal clavicle\b/i, /\b(?:resected|excised|resection (?:performed|done|of))\b/i, /\bmm\b/i],
    { beside: /^298(?:0[67]|2[1-8])$/ },
  ),
  operation(
    'stent of the ureter',
    '52332',
    /^523(?:32|56)$/,
    [
      /\b(?:double[- ]?J|JJ|ureteral) stent\b|\bFr\b[^.;\n]{0,20}\bstent\b/i,
      /\b(?:placed|left|positioned|deployed)\b/i,
      /\b(?:coil\w*|curl\w*|Fr\b|fluoro\w*)\b/i,
    ],
    { beside: /^5235[12]$|^50590$/ },
  ),
  operation(
    'reduction of the turbinates',
    '30140',
    /^30(?:130|140|80[12]|930)$/,
    [/\bturbinates?\b/i, /\bsubmuc\w+\b/i, /\b(?:resect\w*|bone|microdebrider)\b/i],
    { beside: /^30(?:520|4\d\d)$/ },
  ),
  operation(
    'tubes of the eardrums',
    '69436',
    /^694(?:2[01]|3[36])$/,
    [
      /\b(?:tympanostomy|PE|pressure[- ]equali[sz]\w+|ventilation|armstrong|sheehy|grommet)\b[^.;\n]{0,15}\btubes?\b|\bgrommets?\b/i,
      /\b(?:placed|inserted)\b/i,
      /\b(?:myringotomy|incision|effusion|fluid|suction\w*|quadrant)\b/i,
    ],
    { beside: /^428[23]\d$/ },
  ),
];
