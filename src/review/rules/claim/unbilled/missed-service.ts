import { isEmCode } from '../../../em/em-families.ts';
import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { isFacility, placeOfService } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import {
  isBackground,
  lineAt,
  sectionAt,
  sentenceAt,
  toEvidenceList,
  type Passage,
  runningText,
} from '../reading/passage.ts';
import { BEDSIDE_ACTS } from '../services/bedside-acts.ts';
import { DRAINAGE_ACTS } from '../services/bedside-drainage.ts';
import type { BillableAct } from '../services/billable-act.ts';
import { BILLABLE_ACTS } from '../services/billable-acts.ts';
import { OFFICE_ACTS } from '../services/office-acts.ts';
import { SCREENING_ACTS } from '../services/screening-acts.ts';
import { OPERATION_ACTS } from '../services/operation-acts.ts';
import { withDigit } from '../services/digits.ts';
import { STUDY_ACTS } from '../services/study-acts.ts';
import { TREATMENT_ACTS } from '../services/treatment-acts.ts';
import { TEST_ACTS } from '../services/test-acts.ts';

const ACTS: readonly BillableAct[] = [
  ...BILLABLE_ACTS,
  ...BEDSIDE_ACTS,
  ...DRAINAGE_ACTS,
  ...OFFICE_ACTS,
  ...SCREENING_ACTS,
  ...STUDY_ACTS,
  ...TEST_ACTS,
  ...TREATMENT_ACTS,
  ...OPERATION_ACTS,
];

const NOT_TODAY =
  /\b(?:not (?:done|performed|needed|indicated|obtained|given|repeated)|deferred|declin(?:ed|es)|refus\w+|ordered(?! for [a-z]+(?: \w+)?[.,])|schedul\w+|will \w+|next visit|last (?:visit|year|month|week)|previously|outside|elsewhere|yesterday|years? ago|emergency (?:room|department)|at (?:urgent care|another)|by (?:PCP|EMS|urgent care)|copied|carried forward)\b/i;
/** Characters that are read together with a mention. */
const REACH = 260;
const SETTINGS = ['office', 'ed', 'snf', 'home', 'unknown'];
/** Here many clinicians write of what others did, so that the note must say who. */
const WARDS = ['inpatient', 'observation'];
const EVERYWHERE = [...SETTINGS, ...WARDS, 'surgery'];
const IN_PERSON =
  /(?<!\b(?:reviewed|interpreted|read|seen|examined|discussed|ordered)\s)\bby (?:me|myself)\b|\bI (?:personally )?(?:performed|placed|inserted|did|drained|reduced|removed|intubated|passed|cauterized|repaired)\b|^\s*(?:bedside )?procedures?\b(?!\s*[:-]?\s*none)/i;
const BY_STAFF =
  /\b(?:by|per) (?:an? |the |our )?(?:[\w/-]+ )?(?:RN|LPN|LVN|nurs\w+|CNA|tech\w*|RT|paramedic|staff|aide)\b|\b(?:RN|LPN|LVN|nurse|CNA|RT) (?:did|obtained|performed|placed|gave|checked)\b/i;
/** Marks of a description by the one who did it. */
const DESCRIBED =
  /\b(?:consent\w*|time[- ]?out|sterile\w*|prepped|draped|chlorhexidine|betadine|lidocaine|anesthe\w+|seldinger|tolerated|complications?)\b/i;
const BY_ANOTHER =
  /\bby (?:the |an? )?(?:[\w/-]+ )?(?:ICU|trauma|surg\w+|IR|radiolog\w+|fellow|resident|anesthesi\w+|ENT|GI|EMS|team|service|RN|nurse|PA|NP|hospital\w*)\b|\b(?:surgery|trauma|ENT|IR|GI|ICU|anesthesia|team) (?:did|performed|placed|drained|inserted)\b|\bin the OR\b|\b(?:every \w+ (?:days?|weeks?|months?)|each time|q\d\w*)\b|\bin (?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\bon admission\b|\bat (?:the |an? )?(?:other |outside )?hospital\b/i;
/** The sedation is another's, the act is not. */
const ANESTHESIA_BY_ANOTHER =
  /\b(?:propofol|ketamine|sedat\w+|an[a]?esthesia|MAC|etomidate)\b[^.;\n]{0,20}\bby (?:an? )?an[a]?esthe\w+/gi;
/** What is compared with another day was done on this one. */
const COMPARED =
  /\b(?:same as|unchanged (?:from|since)|compared (?:to|with)|no (?:interval )?change (?:from|since)|change(?:d)? (?:from|since)|similar to|versus|vs\.?|than|stable (?:from|since)|as) (?:(?:on|in|the|his|her|that of) )*(?:(?:last|prior|previous|outside|old) )+(?:year|visit|month|week|tracing|ECG|EKG|study|test|film)?(?:'s)?/gi;

/** A billable act that the note shows done, with its particulars, while no code for it is on the claim. Few acts, sure words. */
export const missedService: Rule = {
  id: 'missed-service',
  source: 'Medicare Claims Processing Manual, chapter 12 (services documented as rendered); CPT introduction',
  evaluate(context) {
    const { claim, setting } = context.chart;
    if (claim.type === 'institutional' || claim.items.length === 0 || !EVERYWHERE.includes(setting))
      return reportAs(missedService, []);
    const drafts = ACTS.filter((act) => (act.inSurgery === true) === (setting === 'surgery')).flatMap(
      (act) => judge(context, act) ?? [],
    );
    return reportAs(missedService, distinct(drafts));
  },
};

function judge(context: RuleContext, act: BillableAct): Draft | undefined {
  const { items } = context.chart.claim;
  const [first] = items;
  const visit = items.find((item) => isEmCode(item.code)) ?? first;
  if (!visit || items.some((item) => act.billedAs.test(item.code))) return undefined;
  if (!act.inFacility && isFacility(placeOfService(context, visit))) return undefined;
  if (act.beside && !items.some((item) => act.beside?.test(item.code))) return undefined;
  const onWard = WARDS.includes(context.chart.setting);
  if (onWard && !act.inFacility) return undefined;
  const done = context.documents
    .flatMap((document) => linesWith(document, act))
    .find((line) => isOfThisClinician(act, line, { onWard, hasOwnStaff: context.chart.setting !== 'office' }));
  if (!done) return undefined;
  return {
    kind: 'missed-service',
    direction: 'under',
    billed: [],
    suggested: [act.digit === true ? withDigit(act.code, done.text) : act.code],
    evidence: toEvidenceList([done]),
    confidence: 0.72,
    rationale: `The note documents ${act.name} as done in this encounter; no code for it is on the claim.`,
  };
}

interface Place {
  readonly onWard: boolean;
  /** The nurses are not the clinician's: what they do is billed by who employs them. */
  readonly hasOwnStaff: boolean;
}

function isOfThisClinician(act: BillableAct, { document, start, text }: Passage, place: Place): boolean {
  const { onWard } = place;
  if (place.hasOwnStaff && BY_STAFF.test(text) && !IN_PERSON.test(text)) return false;
  if (!onWard && act.inPerson !== true) return true;
  if (BY_ANOTHER.test(text.replaceAll(ANESTHESIA_BY_ANOTHER, ''))) return false;
  if (IN_PERSON.test(text)) return true;
  return !onWard && (DESCRIBED.test(text) || sectionAt(document, start)?.kind === 'procedure');
}

/** Sentences, or short lines, that hold every word the act needs. */
function linesWith(document: AnalysedDocument, act: BillableAct): Passage[] {
  const [lead] = act.all;
  if (!lead) return [];
  const global = new RegExp(lead.source, `${lead.flags.replace('g', '')}g`);
  return [...runningText(document).matchAll(global)].flatMap((match) => {
    if (
      /\b(?:no|not|without)\s+(?:an?\s+|another\s+|repeat\s+)?$/i.test(
        match.input.slice(Math.max(0, match.index - 16), match.index),
      )
    )
      return [];
    const line = lineAt(document, match.index);
    const scope = line.text.length <= REACH ? withIndented(line) : widened(document, match.index, line);
    const section = sectionAt(document, match.index)?.kind;
    const told = section === 'history-of-present-illness' && act.inStory?.test(scope.text) !== true;
    if (isBackground(scope) || told || section === 'plan') return [];
    const today = wordsOnAct(act, scope.text).replaceAll(COMPARED, '').replace(DONE_AS_ORDERED, '');
    if (NOT_TODAY.test(today) || act.none?.test(today)) return [];
    return act.all.every((pattern) => pattern.test(scope.text)) ? [scope] : [];
  });
}

/** `Ordered today for AMD, performed here`. */
const DONE_AS_ORDERED =
  /\bordered(?= (?:today\b)?[^.;\n]{0,40}\b(?:performed|done|obtained|run|read|recorded) (?:here|today|in (?:our|the) (?:office|clinic|lab)))/i;
/** A refusal or a delay that names nothing is of what stands before it. */
const OF_WHAT_IS_BEFORE =
  /^\W*(?:(?:the )?(?:patient|pt|he|she|they|it|this|that|mother|father|parents?|mom|dad)\b|declin|refus|defer|not\b|will\b|schedul|order|to be\b)/i;

/** The sentences of a line that tell of the act: what is not needed beside it says nothing of the act. */
function wordsOnAct({ all }: BillableAct, text: string): string {
  return text
    .split(/(?<=[.;])\s+(?=[A-Z])/)
    .filter(
      (sentence, index) => index === 0 || OF_WHAT_IS_BEFORE.test(sentence) || all.some((one) => one.test(sentence)),
    )
    .join(' ');
}

/** A line with the deeper one below it: `OCT macula, done here` and its reading. */
function withIndented(line: Passage): Passage {
  const { document, start, end } = line;
  const text = runningText(document);
  const own = start - (text.lastIndexOf('\n', start - 1) + 1);
  const next = /^\n([ \t]+)\S[^\n]*/.exec(text.slice(end));
  const depth = next?.[1]?.length ?? 0;
  if (!next || depth <= own) return line;
  return { document, start, end: end + next[0].length, text: text.slice(start, end + next[0].length) };
}

/** The sentence with those behind it, as far as a reader would take them together: particulars often follow. */
function widened(document: AnalysedDocument, offset: number, line: Passage): Passage {
  const { start, end: first } = sentenceAt(document, offset);
  let end = first;
  while (end + 1 < line.end) {
    const next = sentenceAt(document, end + 1).end;
    if (next <= end || next - start > REACH) break;
    end = next;
  }
  return { document, start, end, text: runningText(document).slice(start, end) };
}

/** Two acts of one code, or a plainer one beside the fuller (spirometry), are one service. */
function distinct(drafts: readonly Draft[]): Draft[] {
  const places = new Set<string>();
  return drafts.filter((draft) => {
    const [evidence] = draft.evidence;
    const key = `${evidence?.document}:${evidence?.start}`;
    if (places.has(key)) return false;
    places.add(key);
    return true;
  });
}
