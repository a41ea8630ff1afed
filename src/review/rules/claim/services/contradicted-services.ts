import type { Contradiction } from './contradiction.ts';
import { UNTOUCHED_STRUCTURES } from './untouched-structures.ts';

const KEPT = '(?:stored|saved|archived|recorded|kept|printed|captured|retained|uploaded|filed)';
const PICTURES = '(?:images?|clips?|pictures?|screenshots?|loops?|stills?)';
/** A look with the probe of which nothing remains: no picture, no report. */
const NO_RECORD = new RegExp(
  [
    String.raw`\bquick(?:ly)? (?:look|peek|scan|glance)(?:ed)?\b`,
    String.raw`\b(?:nothing|none|not|never|without being) (?:\w+ ){0,2}?${KEPT}\b`,
    String.raw`\b(?:no|without) (?:\w+ ){0,2}?${PICTURES} (?:\w+ ){0,2}?${KEPT}\b`,
    String.raw`\b(?:no|without|lacking) (?:permanent |stored |saved |archived )${PICTURES}`,
    String.raw`\b(?:no|without(?: an?)?) (?:formal |written |separate |permanent |imaging |ultrasound )*(?:report|recording)\b(?! of)`,
    String.raw`\b(?:unable|failed) to (?:save|store|archive|record)\b`,
  ].join('|'),
  'gi',
);
const PROBE = /\b(?:ultrasound|US|u\/s|sono\w*|POCUS|FAST|echo\w*|probe|images?|clips?|scan\w*|duplex|doppler)\b/i;
const RECORD_KEPT = new RegExp(
  String.raw`\b${PICTURES}\b[^.;\n]{0,40}?\b(?:${KEPT}|in PACS|to PACS)\b|\b${KEPT}\b[^.;\n]{0,20}\b${PICTURES}\b|\b(?:formal|written|separate) report\b`,
  'gi',
);
const NURSE = String.raw`(?:RN|LPN|LVN|nurse|nursing(?: staff)?|tech(?:nician)?|paramedic|medic|PCT|CNA)`;
const BY_NURSE = new RegExp(
  String.raw`\b(?:by|per) (?:an? |the |our )?(?:(?:ED|ER|bedside|charge|floor|triage|urology|wound|staff) )?${NURSE}\b|\((?:${NURSE})\)|\b${NURSE}\b[^.;\n]{0,20}\b(?:placed|inserted|passed|catheteri[sz]ed|gave|started|drew|performed|did)\b`,
  'gi',
);
const BY_ME = /\b(?:by me|by myself|I (?:personally )?(?:placed|inserted|passed|performed|did))\b/gi;

export const CONTRADICTIONS: readonly Contradiction[] = [
  ...UNTOUCHED_STRUCTURES,
  {
    codes:
      /^(?:76506|7651[0-9]|7653[6]|7660[4]|7664[12]|767[0-7]\d|7681[5-7]|768[5-8]\d|7693[27]|76942|9330[3-8]|938(?:80|82)|939(?:2[2-6]|3[01]|7[0156]))$/,
    says: 'that no image or report of the look was kept',
    against: NO_RECORD,
    about: PROBE,
    unless: RECORD_KEPT,
  },
  {
    codes: /^(?:206(?:04|06|11)|49083|3255[57]|10005)$/,
    says: 'that no image of the guidance was kept',
    against: NO_RECORD,
    about: PROBE,
    unless: RECORD_KEPT,
    instead: {
      '20604': '20600',
      '20606': '20605',
      '20611': '20610',
      '49083': '49082',
      '32555': '32554',
      '32557': '32556',
      '10005': '10021',
    },
  },
  {
    codes: /^(?:5170[1-3]|P9612)$/,
    says: 'that a nurse placed the catheter, which the facility bills',
    against: BY_NURSE,
    about: /\b(?:cath\w*|foley)\b/i,
    unless: BY_ME,
    inFacility: true,
  },
  {
    codes: /^(?:36410|36415|36600|43752|51798|82962|94640|96360|96365|9637[245]|9047[1-4])$/,
    says: 'that the staff of the facility did it, which the facility bills',
    against: BY_NURSE,
    about:
      /\b(?:IV|IM|line|vein|drawn|draw|blood|ABG|NG|tube|scan|PVR|glucose|neb\w*|infus\w*|inject\w*|gave|given|vaccine|shot|dose|mg)\b/i,
    unless: BY_ME,
    inFacility: true,
  },
  {
    codes: /^95250$/,
    says: 'that the sensor is the patient’s own',
    against:
      /\b(?:own|personal|home) (?:(?:continuous )?glucose )?(?:sensor|CGM|monitor|device|dexcom|libre|receiver|reader)\b|\b(?:patient|pt)[- ]owned\b|\bpersonal CGM\b/gi,
    unless:
      /\b(?:sensor|CGM|monitor|device|libre|dexcom)\b[^.;\n]{0,40}\b(?:placed|inserted|applied|hooked up|loaned|supplied)\b(?! by (?:the )?(?:patient|pt|him|her|self))|\b(?:placed|inserted|applied|hooked up|supplied)\b[^.;\n]{0,30}\b(?:professional|practice|office|clinic)(?:-owned)?\b|\bprofessional (?:CGM|sensor)\b/gi,
  },
  {
    codes: /^36415$/,
    says: 'that the patient was sent elsewhere for the draw',
    against:
      /\b(?:sent|go|goes|went|walked|directed) to (?:the )?(?:outside |hospital |reference )?(?:lab|draw station|quest|lab ?corp)\b[^.;\n]{0,25}\b(?:draw|drawn|blood|labs?)\b/gi,
    unless:
      /\b(?:venipuncture|phlebotomy|(?:labs?|blood|specimens?|samples?)[^.;\n]{0,40}\bcollected\b|drawn (?:here|today|in (?:the )?(?:office|clinic)|by (?:MA|RN|me|our)|from))\b|\b(?:blood|labs?) (?:was |were )?drawn\b(?! (?:at|by) (?:the )?(?:outside|hospital|quest|lab))/gi,
  },
];
