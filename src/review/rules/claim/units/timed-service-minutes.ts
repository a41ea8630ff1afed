import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { listClockSpans, listMinutes } from '../reading/minutes.ts';
import { findPassages, isBackground, lineAt, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';
import { findTimedService, type TimedService } from '../services/timed-services.ts';

/** Counselling and planning services that are billed by time: the minutes must be in the note and reach the code. */
export const timedServiceMinutes: Rule = {
  id: 'timed-service-minutes',
  source: 'CPT introduction, Time; Medicare Claims Processing Manual, chapter 18',
  evaluate(context) {
    const drafts = context.chart.claim.items.flatMap((item) => {
      const service = findTimedService(item.code);
      const draft = service && judge(context, item, service);
      return draft ? [draft] : [];
    });
    return reportAs(timedServiceMinutes, drafts);
  },
};

function judge(context: RuleContext, item: BilledItem, service: TimedService): Draft | undefined {
  const times = documentedTimes(context, service);
  const values = new Set(times.map((time) => time.minutes));
  if (values.size > 1) return undefined;
  const [time] = times;
  if (!time) return gap(context, item, service);
  const right = service.ladder.findLast((rung) => time.minutes >= rung.minutes);
  const own = service.ladder.find((rung) => rung.code === item.code);
  if (!own || right?.code === item.code) return undefined;
  if (right && right.minutes > own.minutes) return missed(item, right.code, time, service);
  return {
    kind: 'unsupported-service',
    direction: 'over',
    billed: [item.code],
    suggested: right ? [right.code] : [],
    evidence: toEvidenceList([time.passage]),
    confidence: 0.9,
    rationale: `${time.minutes} minutes of ${service.name} are documented; ${item.code} needs at least ${own.minutes}.`,
  };
}

interface ServiceTime {
  readonly minutes: number;
  readonly passage: Passage;
}

/** Minutes in the sentences, or else the lines, that name the service. */
function documentedTimes(context: RuleContext, service: TimedService): ServiceTime[] {
  const minutes = listMinutes(context.documents).filter((time) => !time.isRange);
  const near = minutes.filter((time) => service.mention.test(time.clause.text));
  if (near.length > 0) return near.map((time) => ({ minutes: time.minutes, passage: time.sentence }));
  const inSentence = minutes.filter(
    (time) => service.mention.test(time.sentence.text) && !isVisitTotal(time.clause.text),
  );
  if (inSentence.length > 0) return inSentence.map((time) => ({ minutes: time.minutes, passage: time.sentence }));
  const inLine = minutes.filter(
    (time) =>
      service.mention.test(lineAt(time.amount.document, time.amount.start).text) && !isVisitTotal(time.sentence.text),
  );
  if (inLine.length > 0) return inLine.map((time) => ({ minutes: time.minutes, passage: time.sentence }));
  return listClockSpans(context.documents)
    .map((span) => ({ minutes: span.minutes, passage: lineAt(span.passage.document, span.passage.start) }))
    .filter((span) => service.mention.test(span.passage.text));
}

function isVisitTotal(text: string): boolean {
  return /\btotal\b|\bvisit\b|\bencounter\b|\be\/?m\b/i.test(text);
}

function gap(context: RuleContext, item: BilledItem, service: TimedService): Draft | undefined {
  const mention = findPassages(context.documents, service.mention)
    .filter((passage) => !isBackground(passage))
    .at(-1);
  return {
    kind: 'documentation-gap',
    direction: 'neutral',
    billed: [item.code],
    suggested: [],
    evidence: toEvidenceList([mention && sentenceOf(mention)]),
    confidence: 0.88,
    rationale: `${item.code} (${service.name}) is billed by time and the note gives no minutes for it.`,
  };
}

function missed(item: BilledItem, code: string, time: ServiceTime, service: TimedService): Draft {
  return {
    kind: 'missed-service',
    direction: 'under',
    billed: [],
    suggested: [code],
    evidence: toEvidenceList([time.passage]),
    confidence: 0.75,
    rationale: `${time.minutes} minutes of ${service.name} are documented, which make ${code}; ${item.code} was billed.`,
  };
}
