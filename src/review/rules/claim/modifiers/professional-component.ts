import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { hasModifier, isFacility, placeOfService } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { toEvidenceList, type Passage } from '../reading/passage.ts';
import { listServiceMentions } from '../reading/performed.ts';
import { findServiceFamily } from '../services/index.ts';

const OWN_READING =
  /\b(?:my|own|independent|formal|written)\b[^.\n]{0,30}\b(?:read\w*|interpret\w*|report)\b|\b(?:interpreted|read|viewed) by me\b|\bI (?:personally )?(?:read|interpreted|reviewed)\b/i;
const OTHER_READING =
  /\b(?:radiolog(?:y|ist)(?:'s)?|per radiology|over-?read|teleradiology|outside|cardiology)\b[^.\n]{0,25}\b(?:read\w*|report\w*|interpret\w*|impression)\b|\b(?:read|interpreted|reported|report)\b[^.\n]{0,12}\bby (?:the )?(?:radiolog|cardiolog|neurolog|teleradiol)\w*|\breport by radiology\b/i;
const OWN_EQUIPMENT =
  /\b(?:obtained|taken|performed|done|shot)\b[^.\n]{0,30}\b(?:here|in (?:the |our )?(?:office|clinic)|on site|in-?house|today in)\b/i;

/** A test with a technical and a professional part: in a facility the clinician bills the reading only (26), and only when it was theirs. */
export const professionalComponent: Rule = {
  id: 'professional-component',
  source:
    'Medicare PFS professional/technical component indicator 1; Medicare Claims Processing Manual, chapter 13, section 20',
  evaluate(context) {
    if (context.chart.claim.type === 'institutional') return reportAs(professionalComponent, []);
    return reportAs(
      professionalComponent,
      context.chart.claim.items.flatMap((item) => judge(context, item) ?? []),
    );
  },
};

function judge(context: RuleContext, item: BilledItem): Draft | undefined {
  if (item.code === '93000' && isFacility(placeOfService(context, item))) return tracingInFacility(context, item);
  if (!splits(context, item.code)) return undefined;
  const read = listServiceMentions(context.documents, item.code).map((mention) => mention.sentence);
  const own = read.find((sentence) => OWN_READING.test(sentence.text));
  const other = read.find((sentence) => OTHER_READING.test(sentence.text));
  const facility = isFacility(placeOfService(context, item));
  if (other && !own && facility && !/radiol/i.test(context.chart.claim.specialty ?? '')) return notRead(item, other);
  if (facility && !hasModifier(item, '26', 'TC')) return missing26(item, own ?? read[0]);
  const equipment = read.find((sentence) => OWN_EQUIPMENT.test(sentence.text));
  if (!facility && hasModifier(item, '26') && equipment) return needless(item, '26', equipment);
  if (!facility && hasModifier(item, 'TC') && own) return needless(item, 'TC', own);
  return undefined;
}

function splits(context: RuleContext, code: string): boolean {
  const official = context.tables.fees?.indicators(code)?.pctc;
  return official === undefined ? findServiceFamily(code)?.splits === true : official === '1';
}

function missing26(item: BilledItem, passage: Passage | undefined): Draft {
  return {
    kind: 'modifier',
    direction: 'over',
    billed: [item.code],
    suggested: [`${item.code}-26`],
    evidence: toEvidenceList([passage]),
    confidence: 0.82,
    rationale: `${item.code} was billed whole in a facility, which bills the equipment and staff itself; the clinician's part takes modifier 26.`,
  };
}

function needless(item: BilledItem, part: '26' | 'TC', passage: Passage): Draft {
  return {
    kind: 'modifier',
    direction: 'under',
    billed: [item.code],
    suggested: [item.code],
    evidence: toEvidenceList([passage]),
    confidence: 0.75,
    rationale: `The study was made and read in the practice; ${item.code} with modifier ${part} leaves out the ${part === '26' ? 'technical' : 'professional'} part.`,
  };
}

function notRead(item: BilledItem, passage: Passage): Draft {
  return {
    kind: 'unsupported-service',
    direction: 'over',
    billed: [item.code],
    suggested: [],
    evidence: toEvidenceList([passage]),
    confidence: 0.82,
    rationale: `The note attributes the reading of ${item.code} to another service; no interpretation by the billing clinician is documented.`,
  };
}

/** The whole tracing code holds the equipment too; in a facility the interpretation alone is billed. */
function tracingInFacility(context: RuleContext, item: BilledItem): Draft {
  const read = listServiceMentions(context.documents, item.code).map((mention) => mention.sentence);
  return {
    kind: 'unsupported-service',
    direction: 'over',
    billed: [item.code],
    suggested: ['93010'],
    evidence: toEvidenceList([read.find((sentence) => OWN_READING.test(sentence.text)) ?? read[0]]),
    confidence: 0.8,
    rationale: '93000 holds the tracing too; in a facility the clinician bills the interpretation, 93010.',
  };
}
