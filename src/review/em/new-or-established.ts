import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { reportAs, type Draft } from '../rules/claim/reading/draft.ts';
import { findEncounterTime } from '../rules/claim/reading/encounter-time.ts';
import { toEvidenceList } from '../rules/claim/reading/passage.ts';
import { assessMdm } from './assess-mdm.ts';
import {
  codeForLevel,
  codeForMinutes,
  findEmFamily,
  getEmFamily,
  levelOfCode,
  rankIn,
  type EmFamilyId,
} from './em-families.ts';
import { findPatientStatus, type PatientStatus } from './patient-status.ts';
import { preventiveCode } from './preventive-visits.ts';

const OPPOSITE: Readonly<Partial<Record<EmFamilyId, EmFamilyId>>> = {
  'office-new': 'office-established',
  'office-established': 'office-new',
  'home-new': 'home-established',
  'home-established': 'home-new',
  'video-new': 'video-established',
  'video-established': 'video-new',
  'audio-new': 'audio-established',
  'audio-established': 'audio-new',
};

/** A visit billed from the new-patient family for an established patient, or the other way round. */
export const newOrEstablished: Rule = {
  id: 'new-or-established',
  source: 'CPT E/M guidelines 2023, New and Established Patients',
  evaluate(context) {
    const status = findPatientStatus(context);
    if (!status) return reportAs(newOrEstablished, []);
    const drafts = context.chart.claim.items.flatMap((item) => draftFor(context, item, status) ?? []);
    return reportAs(newOrEstablished, drafts);
  },
};

function draftFor(context: RuleContext, item: BilledItem, status: PatientStatus): Draft | undefined {
  const suggested = suggestedCode(context, item.code, status.isNew);
  if (suggested === undefined) return undefined;
  return {
    kind: 'level-of-service',
    direction: status.isNew ? 'under' : 'over',
    billed: [item.code],
    suggested: [suggested],
    evidence: toEvidenceList([status.passage]),
    confidence: status.disputed ? 0.6 : status.passage ? 0.92 : 0.8,
    rationale: status.isNew
      ? `The patient is new to the practice, but ${item.code} is from the established-patient family; the like level is ${suggested}.`
      : `The patient is established with the practice, but ${item.code} is from the new-patient family; the like level is ${suggested}.`,
  };
}

function suggestedCode(context: RuleContext, code: string, isNew: boolean): string | undefined {
  const preventive = /^993[89][1-7]$/.test(code);
  if (preventive) {
    const billedNew = code.startsWith('9938');
    return billedNew === isNew ? undefined : preventiveCode(isNew, context.chart.patient.ageYears, code);
  }
  const nurseVisit = code === '99211' && isNew ? '99202' : undefined;
  const family = findEmFamily(code);
  const opposite = family && OPPOSITE[family.id];
  if (!family || !opposite || family.id.endsWith('-new') === isNew) return nurseVisit;
  return likeLevel(context, code, opposite);
}

/** The same decision making in the other family, or what the documented minutes reach there if that is higher. */
function likeLevel(context: RuleContext, code: string, opposite: EmFamilyId): string | undefined {
  const target = getEmFamily(opposite);
  const mdm = assessMdm(context);
  const level = mdm.certain ? mdm.level.lower : levelOfCode(code);
  const byLevel = level && codeForLevel(target, level);
  const time = findEncounterTime(context.documents);
  const byTime = time && codeForMinutes(target, time.minutes);
  if (!byLevel) return byTime?.code;
  return byTime && rankIn(target, byTime.code) > rankIn(target, byLevel.code) ? byTime.code : byLevel.code;
}
