import type { AnalysedDocument, Mention, SectionKind } from '../../../language/index.ts';
import type { RuleContext } from '../../../rule.ts';
import { trimesterOf } from './gestation.ts';
import { withDiabetesType } from './diabetes-type.ts';

/** A mention and the document that it stands in. */
export interface RecordMention extends Mention {
  readonly document: AnalysedDocument;
  /** In a text that says it was copied from an earlier note. */
  readonly copied: boolean;
}

/** Where clinicians state what they concluded. */
const CONCLUSIONS: ReadonlySet<SectionKind> = new Set([
  'assessment',
  'assessment-and-plan',
  'discharge-diagnosis',
  'postoperative-diagnosis',
  'hospital-course',
]);
const LISTS: ReadonlySet<SectionKind> = new Set(['past-medical-history', 'past-surgical-history', 'problem-list']);
const COPIED =
  /copied forward|carried forward|copy forward|prior note|previous note|auto-?populated|from (?:last|prior|previous) (?:visit|note)/i;

const records = new WeakMap<RuleContext, readonly RecordMention[]>();

/** All mentions of the chart, in the order of its documents. */
export function mentionsIn(context: RuleContext): readonly RecordMention[] {
  const known = records.get(context);
  if (known !== undefined) return known;
  const mentions = context.documents.flatMap((document) =>
    document.mentions.map((mention) => ({ ...mention, document, copied: isCopied(document, mention) })),
  );
  const ofOneType = withDiabetesType(mentions);
  records.set(context, ofOneType);
  return ofOneType;
}

export function isConclusion({ document, sentence, copied }: RecordMention): boolean {
  if (copied) return false;
  const { kind } = sentence.section;
  return CONCLUSIONS.has(kind) || (kind === 'preoperative-diagnosis' && isStillSo(document));
}

/** `POSTOP DX: Same`: what was diagnosed before is the conclusion. */
function isStillSo({ document, sections }: AnalysedDocument): boolean {
  return sections.some(
    ({ kind, bodyStart, end }) =>
      kind === 'postoperative-diagnosis' && /^[\s:]*(?:the )?same\b/i.test(document.text.slice(bodyStart, end)),
  );
}

/** In past history or a problem list: named, but not as a concern of this encounter. */
export function isListed({ sentence }: RecordMention): boolean {
  return LISTS.has(sentence.section.kind);
}

function isCopied({ document }: AnalysedDocument, { start, sentence }: Mention): boolean {
  if (COPIED.test(sentence.section.heading)) return true;
  const heading = document.text.slice(
    sentence.section.start,
    Math.min(sentence.section.bodyStart + 60, sentence.section.end),
  );
  const headingLine = heading.split('\n')[0] ?? '';
  if (
    /\((?:copied|carried|auto)[^)]*\)|(?:copied|carried) forward/i.test(headingLine) &&
    !isOwnConclusion(sentence.section.kind)
  )
    return true;
  const open = document.text.lastIndexOf('[', start);
  return (
    open !== -1 && !document.text.slice(open, start).includes(']') && COPIED.test(document.text.slice(open, open + 60))
  );
}

function isOwnConclusion(kind: SectionKind): boolean {
  return CONCLUSIONS.has(kind) || kind === 'plan';
}

/** What holds of the patient whatever a sentence says: the sex, the hand, the trimester, for titles that name them. */
export function knownOf(context: RuleContext): readonly string[] {
  const { chart } = context;
  const trimester = chart.claim.diagnoses.some(({ code }) => /^(?:O|Z3)/.test(code)) ? trimesterOf(context) : undefined;
  const delivered = chart.claim.diagnoses.some(({ code }) => /^(?:O8[02]|Z37)/.test(code)) ? ['childbirth'] : [];
  return [...personOf(chart), ...(trimester === undefined ? [] : [trimester]), ...delivered];
}

function personOf(chart: RuleContext['chart']): readonly string[] {
  const sex = chart.patient.sex === 'male' || chart.patient.sex === 'female' ? [chart.patient.sex] : [];
  return chart.documents.some(({ text }) => /\b(?:left[- ]hand(?:ed| dominant)|LHD)\b/i.test(text))
    ? [...sex, 'left_handed']
    : sex;
}
