import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { findPassages, isBackground, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';
import {
  addOnPsychotherapy,
  findPsychotherapyTime,
  standalonePsychotherapy,
  type DocumentedTime,
} from '../reading/psychotherapy-time.ts';

const STANDALONE = ['90832', '90834', '90837'];
const ADD_ON = ['90833', '90836', '90838'];

/** Psychotherapy codes stand for 16-37, 38-52, 53 and more minutes; the note's minutes decide. */
export const psychotherapyMinutes: Rule = {
  id: 'psychotherapy-minutes',
  source: 'CPT psychotherapy guidelines (time ranges); CPT time rule',
  evaluate(context) {
    const drafts = context.chart.claim.items.flatMap((item) => {
      const codes = [STANDALONE, ADD_ON].find((family) => family.includes(item.code));
      const draft = codes && judge(context, item, codes);
      return draft ? [draft] : [];
    });
    return reportAs(psychotherapyMinutes, drafts);
  },
};

function judge(context: RuleContext, item: BilledItem, codes: readonly string[]): Draft | undefined {
  const isAddOn = codes === ADD_ON;
  // An add-on without its visit is the one cause, reported by add-on-primary.
  if (isAddOn && !context.chart.claim.items.some((line) => line !== item && /^(?:99|98)/.test(line.code)))
    return undefined;
  const [denied] = findPassages(context.documents, DENIED).filter((passage) => !isBackground(passage));
  if (denied) return notGiven(item, denied);
  const time = findPsychotherapyTime(context);
  if (!time) return hasAnyMinutes(context) ? undefined : gap(item);
  const right = isAddOn ? addOnPsychotherapy(time.minutes) : standalonePsychotherapy(time.minutes);
  if (right === item.code) return undefined;
  const higher = right !== undefined && codes.indexOf(right) > codes.indexOf(item.code);
  return higher ? under(item, right, time) : over(item, right, time);
}

/** `No psychotherapy given today`: said of this visit, not of one to come. */
const DENIED =
  /\b(?:no|without(?: any)?) (?:formal |separate |individual |supportive |structured )*psychotherapy (?:(?:was|were) )?(?:given|provided|done|performed|delivered|today|this visit|time\b)|\bpsychotherapy (?:was )?not (?:given|provided|done|performed|delivered)\b|\b(?:med(?:ication)? (?:check|management)|pharmacologic management) only\b/gi;

function notGiven(item: BilledItem, denied: Passage): Draft {
  return {
    kind: 'unsupported-service',
    direction: 'over',
    billed: [item.code],
    suggested: [],
    evidence: toEvidenceList([sentenceOf(denied)]),
    confidence: 0.9,
    rationale: `The note says that no psychotherapy was given; ${item.code} is not supported.`,
  };
}

function hasAnyMinutes(context: RuleContext): boolean {
  return context.documents.some(({ document }) =>
    /\d\s*-?\s*min|\b\d{1,2}:\d{2}\b|\bminutes\b|\bhour\b|\bhr\b/i.test(document.text),
  );
}

function over(item: BilledItem, right: string | undefined, time: DocumentedTime): Draft {
  return {
    kind: 'unsupported-service',
    direction: 'over',
    billed: [item.code],
    suggested: right ? [right] : [],
    evidence: toEvidenceList([time.passage]),
    confidence: 0.93,
    rationale: `${time.minutes} minutes of psychotherapy are documented, fewer than ${item.code} needs${right ? `; they make ${right}` : ''}.`,
  };
}

function under(item: BilledItem, right: string, time: DocumentedTime): Draft {
  return {
    kind: 'missed-service',
    direction: 'under',
    billed: [],
    suggested: [right],
    evidence: toEvidenceList([time.passage]),
    confidence: 0.8,
    rationale: `${time.minutes} minutes of psychotherapy are documented, which make ${right}; ${item.code} was billed.`,
  };
}

function gap(item: BilledItem): Draft {
  return {
    kind: 'documentation-gap',
    direction: 'neutral',
    billed: [item.code],
    suggested: [],
    evidence: [],
    confidence: 0.85,
    rationale: `${item.code} is a timed service and the note gives no minutes of psychotherapy.`,
  };
}
