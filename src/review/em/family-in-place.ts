import type { BilledItem } from '#deidentify/index.ts';
import type { RuleContext } from '../rule.ts';
import { placeOfCare } from '../rules/claim/reading/claim-lines.ts';
import { findEmFamily, type EmFamilyId } from './em-families.ts';
import { findPatientStatus } from './patient-status.ts';

type Stage = 'initial' | 'subsequent' | 'discharge';

/** Families that a setting bills its visits from; a code of another family is of the wrong one. */
const ALLOWED: Readonly<Record<string, readonly EmFamilyId[]>> = {
  ed: [
    'emergency',
    'consultation-office',
    'consultation-hospital',
    'hospital-initial',
    'hospital-subsequent',
    'hospital-same-day',
  ],
  inpatient: ['hospital-initial', 'hospital-subsequent', 'hospital-same-day', 'consultation-hospital'],
  observation: ['hospital-initial', 'hospital-subsequent', 'hospital-same-day', 'consultation-hospital'],
  snf: ['nursing-initial', 'nursing-subsequent', 'consultation-hospital'],
  office: ['office-new', 'office-established', 'consultation-office'],
  telehealth: [
    'office-new',
    'office-established',
    'consultation-office',
    'video-new',
    'video-established',
    'audio-new',
    'audio-established',
    'home-new',
    'home-established',
    'hospital-subsequent',
    'hospital-initial',
    'nursing-subsequent',
    'consultation-hospital',
    'emergency',
  ],
  home: ['home-new', 'home-established', 'office-new', 'office-established'],
};

/** Another note that the heading speaks of: `H&P of that date`, `see admission H&P`, `admission note reviewed`. */
const ANOTHER_NOTE =
  /\b(?:see|per|refer to)\s+(?:the |my |her |his )?(?:admission )?(?:H ?& ?P|history and physical|admission note|discharge summary)\b|\b(?:admission )?(?:H ?& ?P|history and physical|admission note|discharge summary)\s*(?:of|from|on|dated|reviewed|yesterday|by|done|in chart)\b|\b(?:pending|before|until|after|since) (?:discharge|admission)\b/gi;

/** Which part of a stay the notes are of, by their types and titles. */
export function stageOf(context: RuleContext): Stage | undefined {
  const titles = context.documents
    .map(({ document }) => `${document.loinc ?? ''} ${document.title} ${document.text.slice(0, 300)}`)
    .join('\n')
    .replace(ANOTHER_NOTE, ' ');
  const stages: Stage[] = [];
  if (
    /34117-2|\bH&P\b|\bhistory and physical\b|\badmission (?:note|h&p)\b|\binitial (?:visit|hospital|consult\w*)\b/i.test(
      titles,
    )
  )
    stages.push('initial');
  if (/18842-5|\bdischarge (?:summary|note)\b/i.test(titles)) stages.push('discharge');
  if (
    /\bprogress note\b|\bdaily (?:progress )?note\b|\bHD ?#? ?\d|\b(?:hospital|observation|obs|stay) day\b|\bday (?:[2-9]|two|three|four|five)\b|\bsubsequent\b|\b(?:routine|follow[- ]?up|regulatory|60[- ]day|acute) visit\b/i.test(
      titles,
    )
  )
    stages.push('subsequent');
  return stages.length === 1 ? stages[0] : undefined;
}

/** The family that a visit of this setting belongs to when the billed one cannot be; undefined when the billed one may stand. */
export function familyInPlace(context: RuleContext, code: string): EmFamilyId | undefined {
  const family = findEmFamily(code);
  const place = placeOfCare(context);
  const allowed = ALLOWED[place];
  if (!family || !allowed || allowed.includes(family.id)) return undefined;
  const stage = stageOf(context);
  const isNew = context.chart.encounter.newPatient;
  switch (place) {
    case 'ed':
      return 'emergency';
    case 'inpatient':
    case 'observation':
      return stage === 'initial' ? 'hospital-initial' : stage === 'subsequent' ? 'hospital-subsequent' : undefined;
    case 'snf':
      return stage === 'initial' ? 'nursing-initial' : 'nursing-subsequent';
    case 'office':
      return isNew === undefined ? undefined : isNew ? 'office-new' : 'office-established';
    default:
      return undefined;
  }
}

/** Words that make the day a later one of the stay. */
const LATER_DAY =
  /\bHD ?#? ?(?:[2-9]|\d\d)\b|\b(?:hospital|observation|obs|stay|inpatient|ICU|LOS)(?: day)? ?#? ?(?:[2-9]|\d\d|two|three|four|five)\b|\bday (?:[2-9]|two|three|four|five) of\b|\bsubsequent (?:visit|day|hospital|care|inpatient|observation|note)\b|\b(?:admitted|H ?& ?P|initial visit)\b[^.\n]{0,40}\byesterday\b|\bPOD ?#? ?\d/i;

/** The family of the other part of the stay, when the billed one is of the first day and the note of a later, or the other way round. */
export function stageInPlace(context: RuleContext, code: string): EmFamilyId | undefined {
  const family = findEmFamily(code)?.id;
  const stage = stageOf(context);
  if (family === 'hospital-subsequent' && stage === 'initial') return 'hospital-initial';
  if (family !== 'hospital-initial' || stage !== 'subsequent') return undefined;
  const text = context.documents.map(({ document }) => `${document.title}\n${document.text}`).join('\n');
  return LATER_DAY.test(text) ? 'hospital-subsequent' : undefined;
}

/** Whether the wrong family, which is one cause and reported once, is billed. */
export function isOtherFamily(context: RuleContext, item: BilledItem): boolean {
  const family = findEmFamily(item.code);
  if (!family) return false;
  if (familyInPlace(context, item.code) || stageInPlace(context, item.code)) return true;
  const status = findPatientStatus(context);
  return status !== undefined && /-(?:new|established)$/.test(family.id) && family.id.endsWith('-new') !== status.isNew;
}
