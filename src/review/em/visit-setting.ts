import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../rule.ts';
import { placeOfCare } from '../rules/claim/reading/claim-lines.ts';
import { reportAs, type Draft } from '../rules/claim/reading/draft.ts';
import { assessMdm } from './assess-mdm.ts';
import { findChannel } from '../rules/claim/reading/telehealth.ts';
import { sentenceOf, toEvidenceList } from '../rules/claim/reading/passage.ts';
import { codeForLevel, findEmFamily, getEmFamily, levelOfCode, type EmFamilyId } from './em-families.ts';
import { familyInPlace, stageInPlace } from './family-in-place.ts';
import { levelRank, toMdmTable } from './mdm-table.ts';

/** A visit billed from the family of another setting, or of another part of the stay. */
export const visitSetting: Rule = {
  id: 'visit-setting',
  source: 'CPT E/M guidelines 2023, categories by place; Medicare Claims Processing Manual, chapter 12, section 30.6',
  evaluate(context) {
    if (context.chart.claim.type === 'institutional') return reportAs(visitSetting, []);
    const sameDay = sameDayStay(context);
    const drafts = sameDay
      ? [sameDay]
      : context.chart.claim.items.flatMap(
          (item) => otherFamily(context, item) ?? otherStage(context, item) ?? otherChannel(context, item) ?? [],
        );
    return reportAs(visitSetting, drafts);
  },
};

function finding(billed: readonly string[], code: string, confidence: number, rationale: string): Draft {
  return {
    kind: 'level-of-service',
    direction: 'neutral',
    billed: [...billed],
    suggested: [code],
    evidence: [],
    confidence,
    rationale,
  };
}

function otherFamily(context: RuleContext, item: BilledItem): Draft | undefined {
  const target = familyInPlace(context, item.code);
  const level = levelOfCode(item.code);
  const code = target && level && codeForLevel(getEmFamily(target), level);
  if (!code) return undefined;
  return finding(
    [item.code],
    code.code,
    0.8,
    `${item.code} is not from the family of visits of this setting (${placeOfCare(context)}); the like level is ${code.code}.`,
  );
}

/** A video visit's code for a call without video, or the other way round. */
function otherChannel(context: RuleContext, item: BilledItem): Draft | undefined {
  const family = findEmFamily(item.code)?.id;
  const held = findChannel(context.documents);
  const level = levelOfCode(item.code);
  const right = held && family && CHANNELS[`${family} ${held.channel}`];
  const code = right && level && codeForLevel(getEmFamily(right), level)?.code;
  if (!held || !code) return undefined;
  return {
    ...finding(
      [item.code],
      code,
      0.85,
      `The visit was held by ${held.channel === 'audio' ? 'telephone alone' : 'audio and video'}; ${item.code} is for the other.`,
    ),
    evidence: toEvidenceList([sentenceOf(held.passage)]),
  };
}

const CHANNELS: Readonly<Record<string, EmFamilyId>> = {
  'video-new audio': 'audio-new',
  'video-established audio': 'audio-established',
  'audio-new video': 'video-new',
  'audio-established video': 'video-established',
};

/** A follow-up day billed as the first, or the first as a follow-up. */
function otherStage(context: RuleContext, item: BilledItem): Draft | undefined {
  const target = stageInPlace(context, item.code);
  const level = levelOfCode(item.code);
  if (!target || !level) return undefined;
  const read = assessMdm(context);
  // The billed level, as far as decision making bears it out.
  const within = levelRank(level) > levelRank(read.level.upper) ? read.level.upper : level;
  const right = levelRank(within) < levelRank(read.level.lower) ? read.level.lower : within;
  const later = target === 'hospital-subsequent';
  return {
    ...finding(
      [item.code],
      codeForLevel(getEmFamily(target), right)?.code ?? (later ? '99232' : '99222'),
      later ? 0.8 : 0.75,
      later
        ? `The note is of a later day of the stay; ${item.code} is for the first.`
        : `The note is the admission history and physical; ${item.code} is for a later day.`,
    ),
    direction: later ? 'over' : 'under',
    mdmTable: toMdmTable(read),
  };
}

/** Admission and discharge on one date, with two visits documented, are one code. */
function sameDayStay(context: RuleContext): Draft | undefined {
  const { encounter, claim } = context.chart;
  const setting = placeOfCare(context);
  if ((setting !== 'inpatient' && setting !== 'observation') || encounter.lengthOfStayDays !== 0) return undefined;
  const types = context.documents.map(({ document }) => `${document.loinc ?? ''} ${document.title}`).join('\n');
  const both = /34117-2|H&P|history and physical|admission/i.test(types) && /18842-5|discharge/i.test(types);
  const initial = claim.items.find((item) => /^9922[123]$/.test(item.code));
  const level = initial && levelOfCode(initial.code);
  const code = level && codeForLevel(getEmFamily('hospital-same-day'), level);
  if (!both || !initial || !code || (encounter.durationMinutes !== undefined && encounter.durationMinutes < 480))
    return undefined;
  const discharge = claim.items.find((item) => /^9923[89]$/.test(item.code));
  return finding(
    discharge ? [initial.code, discharge.code] : [initial.code],
    code.code,
    0.8,
    `Admission and discharge fell on one date and both visits are documented: ${code.code} holds both.`,
  );
}
