import type { Rule, RuleContext } from '../../../rule.ts';
import { linesOf } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { listMinutes, purposeOf, type DocumentedMinutes } from '../reading/minutes.ts';
import { lineAt, toEvidenceList } from '../reading/passage.ts';
import { addOnPsychotherapy, findPsychotherapyTime } from '../reading/psychotherapy-time.ts';
import { findSedationTime, sedationUnits } from '../reading/sedation-time.ts';
import { findTimedService } from '../services/timed-services.ts';

/** Timed counselling, planning and psychotherapy with enough documented minutes and no code on the claim. */
export const missedTimedService: Rule = {
  id: 'missed-timed-service',
  source: 'CPT introduction, Time; CPT psychotherapy guidelines',
  evaluate(context) {
    const { claim, setting } = context.chart;
    if (claim.type === 'institutional' || !claim.items.some((item) => /^(?:99[23]|G043)/.test(item.code)))
      return reportAs(missedTimedService, []);
    const drafts = [
      counselling(context, '99406', ['99406', '99407', 'G0436']),
      counselling(context, '99497', ['99497', '99498']),
      setting === 'ed' ? undefined : psychotherapy(context),
      sedation(context),
    ];
    return reportAs(
      missedTimedService,
      drafts.flatMap((draft) => draft ?? []),
    );
  },
};

const SPOKEN =
  /\b(?:counsel\w*|spent|discuss\w*|talk\w*|minutes of|min of|explain\w*|conversation|voluntar\w+|face[- ]to[- ]face)\b/i;

function counselling(context: RuleContext, code: string, billedAs: readonly string[]): Draft | undefined {
  const service = findTimedService(code);
  if (!service || linesOf(context, billedAs).length > 0) return undefined;
  const times = listMinutes(context.documents).filter(
    (time) =>
      !time.isRange &&
      (service.mention.test(time.clause.text) || isOnlyAmountOf(context, time, service.mention)) &&
      !/\b(?:total|included|of which|counted|part of)\b/i.test(time.sentence.text) &&
      purposeOf(time) !== 'staff',
  );
  const [time] = times;
  if (
    !time ||
    times.some((other) => other.minutes !== time.minutes) ||
    /\b(?:ago|after|before|per|every|each|daily|walk|first|pack|since|within)\b/i.test(time.clause.text)
  )
    return undefined;
  const right = service.ladder.findLast((rung) => time.minutes >= rung.minutes);
  if (!right || !SPOKEN.test(time.sentence.text)) return undefined;
  return missed(
    right.code,
    `${time.minutes} minutes of ${service.name} are documented and not on the claim.`,
    toEvidenceList([time.sentence]),
  );
}

/** The one amount of a sentence on the service: `ACP with patient and daughter, 22 minutes, proxy named`. */
function isOnlyAmountOf(context: RuleContext, time: DocumentedMinutes, mention: RegExp): boolean {
  const same = listMinutes(context.documents).filter(
    ({ sentence }) => sentence.start === time.sentence.start && sentence.document === time.sentence.document,
  );
  return same.length === 1 && mention.test(time.sentence.text.slice(0, time.amount.end - time.sentence.start));
}

function psychotherapy(context: RuleContext): Draft | undefined {
  const billed = context.chart.claim.items.some((item) => item.code.startsWith('908'));
  const separate = context.documents.some(({ document }) =>
    /\bpsychotherapy\b[^.\n]{0,40}\b(?:separate|in addition|apart)\b|\b(?:separate|in addition|apart)\b[^.\n]{0,60}\bpsychotherapy\b|^\s*psychotherapy\b[^\n]*\d+ ?min/im.test(
      document.text,
    ),
  );
  const time = billed || !separate ? undefined : findPsychotherapyTime(context);
  const code = addOnPsychotherapy(time?.minutes);
  if (!time || !code) return undefined;
  return missed(
    code,
    `${time.minutes} minutes of psychotherapy beside the visit are documented and not on the claim.`,
    toEvidenceList([time.passage]),
  );
}

const SEDATION = /\b(?:moderate|conscious|procedural) sedation\b/i;
const ANOTHERS =
  /\b(?:anesthesia (?:by|team|gave)|anesthesiolog\w+|CRNA|deep sedation|sedation (?:was )?(?:by|per|given by) (?:Dr|anesth\w+|another)|no sedation|without sedation)\b/i;
/** Who watches the patient and does nothing else. */
const OBSERVER = /\b(?:RN|nurse|LPN|RT|paramedic|independent|trained)\b/i;

/** Sedation by the one who did the procedure, with an observer of its own and its time. */
function sedation(context: RuleContext): Draft | undefined {
  const { items } = context.chart.claim;
  if (items.some(({ code }) => /^(?:9915[1-7]|G0500|0[01]\d{3})$/.test(code))) return undefined;
  const text = context.documents.map(({ document }) => document.text).join('\n');
  const time = SEDATION.test(text) ? findSedationTime(context) : undefined;
  if (!time || sedationUnits(time.minutes).first === 0) return undefined;
  const line = lineAt(time.passage.document, time.passage.start).text;
  if (
    ANOTHERS.test(line) ||
    !OBSERVER.test(line) ||
    !/\bby me\b|\bmy (?:face|time)|\bI (?:gave|supervised|administered|provided)\b/i.test(line)
  )
    return undefined;
  const { ageYears } = context.chart.patient;
  return missed(
    ageYears !== undefined && ageYears < 5 ? '99151' : '99152',
    `${time.minutes} minutes of moderate sedation by the one who did the procedure are documented and not on the claim.`,
    toEvidenceList([time.passage]),
  );
}

function missed(code: string, rationale: string, evidence: Draft['evidence']): Draft {
  return {
    kind: 'missed-service',
    direction: 'under',
    billed: [],
    suggested: [code],
    evidence,
    confidence: 0.75,
    rationale,
  };
}
