import type { BillableAct } from './billable-act.ts';

const NOT_NOW =
  /\b(?:will|schedul\w+|prior to arrival|by EMS|outside|last|previous\w*|declin\w+|consider\w*|if |spontaneous\w*|deferred|unsuccessful|not (?:done|performed|needed)|by (?:IR|radiology|surgery|ENT|the nurse|RN)\b)/i;
const OPENED = /\b(?:incis\w+|I ?& ?D|opened|lanced|#?(?:11|15) blade|aspirat\w+|drain(?:ed|age)|needle)\b/i;
const CAME_OUT =
  /\b(?:pus|purulen\w+|mL|cc|cultur\w+|packed|packing|expressed|evacuated|drained|clot|loculations|hemostat|relief|tolerated)\b/i;
const UNDER_IMAGE =
  /\b(?:(?:ultrasound|US|u\/s|sono\w*|CT)[- ]*(?:guid\w+|visuali\w+)|(?:under|with|using|by) (?:\w+[- ]){0,3}(?:ultrasound|US|sono\w*|CT)|real[- ]?time (?:ultrasound|US))\b/i;
const FLUID = /\b(?:fluid|mL|cc|L|liters?|litres?|removed|drained|catheter|needle)\b/i;

/** What of the skin code must not be taken for the drainage of these places. */
export const OTHER_ABSCESS =
  /\b(?:peritonsil\w+|retropharyng\w+|quinsy|peri-?(?:rectal|anal)|ischio-?rectal|bartholin\w*|breast|mastitis|pilonidal|dental|periapical|gingiv\w+|tooth|felon|pulp|eyelid|scrot\w+|vulv\w*|labi\w+|perine\w+|auric\w+|pinna|septal|psoas|liver|hepatic)\b/i;

const opened = (name: string, code: string, billedAs: RegExp, place: RegExp, none: RegExp = NOT_NOW): BillableAct => ({
  name,
  code,
  billedAs,
  all: [place, OPENED, CAME_OUT],
  none,
  inFacility: true,
});

const and = (a: RegExp, b: RegExp): RegExp => new RegExp(`${a.source}|${b.source}`, 'i');

const tapped = (name: string, codes: readonly [string, string], billedAs: RegExp, what: RegExp): BillableAct[] => [
  {
    name: `${name} under imaging`,
    code: codes[1],
    billedAs,
    all: [what, FLUID, UNDER_IMAGE],
    none: NOT_NOW,
    inFacility: true,
  },
  { name, code: codes[0], billedAs, all: [what, FLUID], none: and(NOT_NOW, UNDER_IMAGE), inFacility: true },
];

const placed = (name: string, code: string, billedAs: RegExp, ...all: readonly RegExp[]): BillableAct => ({
  name,
  code,
  billedAs,
  all: [...all, /\b(?:placed|inserted|advanced|threaded|introduced|passed|positioned)\b/i],
  none: and(NOT_NOW, /\b(?:removed|removal|existing|old|in place|present|exchange\w*)\b/),
  inFacility: true,
});

const ACTS: readonly BillableAct[] = [
  opened('drainage of a peritonsillar abscess', '42700', /^427\d\d$/, /\b(?:peritonsil\w+|quinsy)\b/i),
  opened('drainage of a pilonidal cyst', '10080', /^1008[01]$/, /\bpilonidal\b/i),
  opened('drainage of a perianal abscess', '46050', /^460[4-6]\d$/, /\bperi-?anal abscess\b/i),
  opened('drainage of a Bartholin abscess', '56420', /^564\d\d$/, /\bbartholin\w*/i),
  opened(
    'drainage of a vulvar abscess',
    '56405',
    /^564\d\d$/,
    /\b(?:vulv\w*|labi\w+|perine\w+)[^.;\n]{0,20}\babscess\b/i,
  ),
  opened('drainage of a finger abscess', '26010', /^2601\d$/, /\bfelon\b|\b(?:finger|thumb) (?:pulp )?abscess\b/i),
  opened(
    'drainage of a dental abscess',
    '41800',
    /^41800$/,
    /\b(?:dental|periapical|gingiv\w+|dentoalveolar) abscess\b/i,
  ),
  opened(
    'drainage of an ear abscess or hematoma',
    '69000',
    /^6900[05]$/,
    /\b(?:auric\w+|pinna|external ear)[^.;\n]{0,15}\b(?:abscess|hematoma)\b/i,
  ),
  opened('drainage of an eyelid abscess', '67700', /^67700$/, /\b(?:eye)?lid abscess\b/i),
  opened('drainage of a septal hematoma', '30020', /^30020$/, /\b(?:nasal )?sept\w+ (?:hematoma|abscess)\b/i),
  opened(
    'drainage of a breast abscess',
    '19020',
    /^190(?:00|20)$/,
    /\bbreast abscess\b/i,
    and(NOT_NOW, /\b(?:aspirat\w+|needle)\b/),
  ),
  opened(
    'opening of a thrombosed hemorrhoid',
    '46083',
    /^46(?:083|320)$/,
    /\bthrombosed (?:external )?hemorrhoid\b/i,
    and(NOT_NOW, /\bexcis\w+/),
  ),
  ...tapped('paracentesis', ['49082', '49083'], /^4908[2-4]$/, /\bparacentesis\b/i),
  ...tapped('thoracentesis', ['32554', '32555'], /^3255[4-7]$/, /\bthoracentesis\b/i),
  placed(
    'chest tube',
    '32551',
    /^325(?:51|5[67])$/,
    /\b(?:chest tube|thoracostomy)\b/i,
    /\b(?:Fr|French|intercostal|kelly|underwater|suction|pleur\w+)\b/i,
  ),
  placed(
    'central line',
    '36556',
    /^365(?:5[5-9]|6\d|7\d)$/,
    /\b(?:central (?:venous )?(?:line|catheter)|CVC|triple[- ]lumen|cordis)\b/i,
    /\b(?:seldinger|guide ?wire|IJ|jugular|subclavian|femoral|sterile)\b/i,
  ),
  placed(
    'arterial line',
    '36620',
    /^3662[05]$/,
    /\b(?:arterial line|A-line|art line)\b/i,
    /\b(?:radial|femoral|brachial|gauge|waveform)\b/i,
  ),
  placed(
    'access to the bone marrow',
    '36680',
    /^36680$/,
    /\b(?:intraosseous|IO (?:line|access|needle))\b/i,
    /\b(?:tibia\w*|humer\w+|flush\w*|EZ-IO)\b/i,
  ),
];

/** Abscesses and fluid drained, and tubes and lines placed, by the clinician in person. */
export const DRAINAGE_ACTS: readonly BillableAct[] = ACTS.map((act) => ({ ...act, inPerson: true }));
