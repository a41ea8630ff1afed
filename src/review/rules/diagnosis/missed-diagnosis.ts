import type { Finding } from '../../finding.ts';
import { tokenize } from '../../language/index.ts';
import type { Rule, RuleContext } from '../../rule.ts';
import { findingOf } from './finding-of.ts';
import { findBetterCode } from './reading/documented-code.ts';
import {
  careElsewhere,
  headsProblem,
  isDischargeSummary,
  isNumberedProblem,
  isPassedOver,
  managementOf,
} from './reading/management.ts';
import { isKin } from './reading/code-relation.ts';
import { mentionsIn, type RecordMention } from './reading/record.ts';
import { statementOf } from './reading/statement.ts';
import { uncodedConclusions, type Uncoded } from './reading/uncoded.ts';

/** Conclusions that are a code of their own accord: diseases, not symptoms, findings, injuries' causes or reasons for contact; and implants that are cared for. */
const REPORTABLE =
  /^(?:A|B(?!9[5-7])|D(?!72\.8|49)|M(?!79\.89)|[CE-LNU]|[O-Q]|S|T(?:2[0-5]|78|8[0-8])|Z9[345]|Z96\.1|R(?:45\.851|47\.01|29\.810|13\.1|64|62\.7|65\.2|78\.81|73\.03|91\.1|97\.2|18\.8|57|40\.2))/;
/** Chapter 16 is for the record of the infant, never of the mother (I.C.16.a.1); what lasts from birth is coded at any age. */
const PERINATAL = /^P/;
const INFANT_YEARS = 1;

/** A condition concluded and cared for in this encounter, of which nothing is on the claim. */
export const missedDiagnosis: Rule = {
  id: 'missed-diagnosis',
  source:
    'ICD-10-CM Official Guidelines, Sections III (UHDDS additional diagnoses) and IV.J (all documented conditions that require care)',
  evaluate(context) {
    const all = uncodedConclusions(context);
    const missed = all.filter(
      (one) =>
        isReportable(one.code) &&
        (!PERINATAL.test(one.code) || isInfant(context)) &&
        !isKeptApart(context, one) &&
        !isSaidMoreClosely(one, all),
    );
    return { findings: missed.flatMap((one) => judge(context, one)) };
  },
};

export function isReportable(code: string): boolean {
  return REPORTABLE.test(code);
}

function isInfant({ chart }: RuleContext): boolean {
  return chart.patient.ageYears !== undefined && chart.patient.ageYears <= INFANT_YEARS;
}

/** A fracture that is billed as pathological. */
const INJURED_BONE = /^S\d2\./;
/** A wound that is an ulcer is no injury. */
const OPEN_WOUND = /^S\d1\.[08]0/;
const CHRONIC_ULCER = /^(?:L89|L97|L98\.4|I83|I87|E1[013]\.62|T81)/;

/** Diabetic acidosis is in the diabetes (Excludes1 at E87.2, which names categories). */
const KETOACIDOSIS = /^E(?:08|09|10|11|13)\.(?:0|1)/;

/** Of a pregnancy and its end, chapter 15 has bleeding of its own (I.C.15.a.1). */
const GENITAL_BLEEDING = /^N9[23]/;

/** Bleeding without its source, which a code for the source with bleeding says. */
const BLEEDING = /^(?:K92\.2|R58)/;

/** An Excludes1 note lets it not stand beside a billed code: the bleeding of a bleeding ulcer. */
function isKeptApart(context: RuleContext, { code }: Uncoded): boolean {
  const { chart, tables } = context;
  return chart.claim.diagnoses.some(
    (billed) =>
      excludes(context, code, billed.code) ||
      (code === 'E87.2' && KETOACIDOSIS.test(billed.code)) ||
      (code === 'O80' && billed.code.startsWith('O')) ||
      (GENITAL_BLEEDING.test(code) && billed.code.startsWith('O')) ||
      (INJURED_BONE.test(code) && /^M8[04]/.test(billed.code)) ||
      (OPEN_WOUND.test(code) && CHRONIC_ULCER.test(billed.code)) ||
      (BLEEDING.test(code) && /bleeding|hemorrhage/i.test(tables.icd10cm.find(billed.code)?.title ?? '')),
  );
}

/** A note between the code and the billed one, or the one that the record has in its place: `alcoholic cirrhosis with ascites`. */
function excludes(context: RuleContext, code: string, billed: string): boolean {
  const { icd10cm } = context.tables;
  const better = findBetterCode(context, billed)?.code;
  return (
    icd10cm.excludes1(code, billed) !== undefined ||
    (better !== undefined && icd10cm.excludes1(code, better) !== undefined)
  );
}

/** `Anemia` in the course, `acute blood loss anemia` among the diagnoses: the unspecified kin of another conclusion, or a part of its name. */
export function isSaidMoreClosely({ code, title, mention }: Uncoded, all: readonly Uncoded[]): boolean {
  const isOpen = LEFT_OPEN.test(title);
  return all.some(
    (one) =>
      one.code !== code &&
      ((holds(one, mention) && (isOpen || (!LEFT_OPEN.test(one.title) && isKin([one.code], code)))) ||
        (isOpen && ((!LEFT_OPEN.test(one.title) && isKin([one.code], code)) || namesMore(one, mention)))),
  );
}

const LEFT_OPEN = /unspecified|not elsewhere classified/i;

/** `Lymphedema therapy` below `postmastectomy lymphedema`: all its words and more. */
function namesMore({ mention }: Uncoded, part: RecordMention): boolean {
  const termsOf = ({ text }: RecordMention): readonly string[] => tokenize(text).map(({ term }) => term);
  const whole = new Set(termsOf(mention));
  const words = new Set(termsOf(part));
  return whole.size > words.size && [...words].every((word) => whole.has(word));
}

/** `Postpartum anemia` is the whole name of what `anemia` alone leaves open. */
function holds({ mention }: Uncoded, part: RecordMention): boolean {
  return (
    mention.sentence === part.sentence &&
    mention.start <= part.start &&
    mention.end > part.start &&
    (mention.start < part.start || mention.end > part.end)
  );
}

function judge(context: RuleContext, uncoded: Uncoded): Finding[] {
  const { mentions } = uncoded;
  const heads = mentions.filter(
    (mention) =>
      (mention.assertion === 'asserted' || isOverByTreatment(context, mention)) &&
      headsProblem(mention) &&
      !isPartOfBilled(context, mention) &&
      !isStateToCome(uncoded, mention),
  );
  const mention = heads.find((one) => managementOf(one) !== undefined) ?? heads[0];
  if (mention === undefined) return [];
  const care = managementOf(mention) ?? careElsewhere(context, mention) ?? finalIn(mention);
  if (care === undefined) return [];
  return [missedFinding(context, uncoded, mention, care)];
}

/** `Acute respiratory failure, resolved with ventilation`: what a stay or an emergency visit treated was there. */
function isOverByTreatment({ chart }: RuleContext, { assertion, text, document, end }: RecordMention): boolean {
  return (
    assertion === 'resolved' &&
    /^(?:ed|inpatient|observation)$/.test(chart.setting) &&
    /^acute\b/i.test(text) &&
    /\b(?:resolved|cleared|gone) (?:with|after|on|by) \w/i.test(document.document.text.slice(end, end + 80))
  );
}

/** `Kidney transplant evaluation`, `colostomy takedown planned`: the state is not there yet, or not for long. */
function isStateToCome({ code }: Uncoded, { document, end }: RecordMention): boolean {
  return (
    /^Z9[345]/.test(code) &&
    /^[\s,-]*(?:evaluation|work-?up|candidate|referral|list(?:ed|ing)?|planned|scheduled|takedown|reversal|closure|consult\w*)\b/i.test(
      document.document.text.slice(end, end + 40),
    )
  );
}

/** A final diagnosis, or a problem with a number of its own in the assessment, is the clinician's statement of what was dealt with. */
function finalIn(mention: RecordMention): string | undefined {
  if (isPassedOver(mention)) return undefined;
  if (mention.sentence.section.kind === 'discharge-diagnosis' || isListOfDischarge(mention)) return 'final diagnosis';
  return isNumberedProblem(mention) ? 'assessed' : undefined;
}

/** `DIAGNOSES` in a discharge summary are the final ones. */
function isListOfDischarge({ document: { document }, sentence: { section } }: RecordMention): boolean {
  return section.kind === 'assessment' && /^\W*diagnos[ei]s\W*$/i.test(section.heading) && isDischargeSummary(document);
}

/** The words stand within those that name a billed code: the vein of `chronic embolism of a femoral vein`. */
function isPartOfBilled(context: RuleContext, mention: RecordMention): boolean {
  return mentionsIn(context).some(
    (other) =>
      other.sentence === mention.sentence &&
      other.start < mention.end &&
      other.end > mention.start &&
      context.chart.claim.diagnoses.some(({ code }) => isKin(other.codes, code)),
  );
}

/** @param care what was done for it, in one word; undefined for what the encounter was about */
export function missedFinding(
  context: RuleContext,
  { code, title }: Uncoded,
  mention: RecordMention,
  care?: string,
): Finding {
  return findingOf(missedDiagnosis, context, {
    kind: 'missed-diagnosis',
    direction: 'under',
    billed: [],
    suggested: [code],
    evidence: [statementOf(mention)],
    confidence: 0.74,
    rationale: `${title} is concluded${care === undefined ? '' : ` and cared for in this encounter (${care})`}; no code for it is on the claim.`,
  });
}
