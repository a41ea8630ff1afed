import { isObstetricWord, titleFeatures, tokenize, type Assertion } from '../../../language/index.ts';
import type { RuleContext } from '../../../rule.ts';
import { isKin, namesCode } from './code-relation.ts';
import { isConclusion, isListed, mentionsIn, type RecordMention } from './record.ts';

/** What the record says about a billed code. */
export type Support =
  /** Named and asserted, or not to be judged by its name. */
  | { readonly type: 'supported' }
  /** Named, but only so: denied, suspected, past, the relative's … */
  | { readonly type: Exclude<Assertion, 'asserted' | 'hypothetical'>; readonly mentions: readonly RecordMention[] }
  /** Not named itself; a diagnosis of its kind is. */
  | { readonly type: 'kin' }
  | { readonly type: 'unnamed' };

/** The order in which statements decide when none asserts. */
const DECIDING = ['negated', 'family', 'other-person', 'uncertain', 'resolved', 'historical'] as const;

/** Reads what the notes say about a billed diagnosis by the words that name it. */
export function supportOf(context: RuleContext, billed: string): Support {
  const mentions = mentionsIn(context).filter(({ assertion }) => assertion !== 'hypothetical');
  const naming = mentions.filter(({ codes }) => namesCode(codes, billed) > 0);
  if (naming.length === 0) {
    if (mentions.some((one) => isOwnKin(one, billed))) return { type: 'kin' };
    const within = mentions.filter((one) => !one.copied).filter(namesWithin(context, billed));
    const isDenied = within.length > 0 && within.every(({ assertion }) => assertion !== 'asserted');
    if (isDenied) return weakest(within);
    const kin = mentions.filter((one) => !one.copied && isConclusion(one) && isKin(one.codes, billed));
    const isDoubted =
      kin.length > 0 && kin.every(({ assertion }) => assertion === 'uncertain' || assertion === 'negated');
    return isDoubted ? weakest(kin) : { type: 'unnamed' };
  }
  const decisive = mostSpecific(naming, billed);
  if (decisive.some(({ assertion }) => assertion === 'asserted')) return assertedSupport(decisive, naming);
  if (isGeneral(context, billed) && naming.some(isAssertedConclusion)) return { type: 'supported' };
  if (mentions.some((one) => isAssertedConclusion(one) && specifies(context, one, billed))) return { type: 'kin' };
  const support = weakest(decisive);
  const isOfOthers = support.type === 'family' || support.type === 'other-person' || support.type === 'historical';
  const concluded = isOfOthers && mentions.some((one) => isAssertedConclusion(one) && isKin(one.codes, billed));
  return concluded ? { type: 'kin' } : support;
}

/** A longer name holds the whole of the billed one: who rules out a hepatic encephalopathy has not found an encephalopathy. */
function namesWithin({ tables }: RuleContext, billed: string): (mention: RecordMention) => boolean {
  const present = [...titleFeatures(tables.icd10cm.find(billed)?.title ?? '').present];
  const wanted = present.filter((word) => !goesWithoutSaying(billed, word));
  return (mention) => {
    const words = wordsOf(mention);
    return wanted.length > 0 && wanted.every((word) => words.has(word));
  };
}

/** The chapter of a code says of whom it is: the mother's record does not repeat pregnancy, nor an infant's that it is newborn. */
function goesWithoutSaying(billed: string, word: string): boolean {
  if (billed.startsWith('O')) return isObstetricWord(word);
  return billed.startsWith('P') && /^(?:neonat|newborn|perinatal|fet|infant)/.test(word);
}

const words = new WeakMap<RecordMention, ReadonlySet<string>>();

function wordsOf(mention: RecordMention): ReadonlySet<string> {
  const known = words.get(mention) ?? new Set(tokenize(mention.text).map(({ term }) => term));
  words.set(mention, known);
  return known;
}

/** Asserted somewhere; but a conclusion that only denies or resolves it is the clinician's last word. */
function assertedSupport(decisive: readonly RecordMention[], naming: readonly RecordMention[]): Support {
  const own = decisive.filter(isConclusion);
  const conclusions = own.length > 0 ? own : naming.filter(isConclusion);
  if (conclusions.length === 0 && (isDeniedOnExamination(naming) || isNotConfirmed(naming))) return weakest(naming);
  if (conclusions.length === 0 || conclusions.some(({ assertion }) => assertion === 'asserted'))
    return { type: 'supported' };
  if (conclusions.every(isFinal)) return weakest(conclusions);
  const asserted = decisive.filter(({ assertion }) => assertion === 'asserted');
  const onlyInPassing = asserted.every(
    (one) => one.copied || isListed(one) || one.sentence.section.kind === 'chief-complaint',
  );
  return onlyInPassing ? weakest(conclusions) : { type: 'supported' };
}

/** Only a list of past illness names it, and the examination of this encounter denies it: an ear infection last year. */
function isDeniedOnExamination(naming: readonly RecordMention[]): boolean {
  const asserted = naming.filter(({ assertion }) => assertion === 'asserted');
  return (
    asserted.every((one) => one.copied || isListed(one)) &&
    naming.some(({ assertion, sentence }) => assertion === 'negated' && sentence.section.kind === 'physical-exam')
  );
}

/** It was thought before the operation, and denied by what the operation or the pathology found. */
function isNotConfirmed(naming: readonly RecordMention[]): boolean {
  const asserted = naming.filter(({ assertion }) => assertion === 'asserted');
  return (
    asserted.every((one) => one.sentence.section.kind === 'preoperative-diagnosis') &&
    naming.some(
      ({ assertion, sentence }) => assertion === 'negated' && !BEFORE_THE_OPERATION.test(sentence.section.kind),
    )
  );
}

const BEFORE_THE_OPERATION = /^(?:preoperative|history|past|family|review-of-systems|chief)/;

/** What the clinician concludes of the disease itself, not a denial in passing: ruled out, no evidence of it, resolved. */
const FINAL_CUE =
  /rule|r\/o|exclu|evidence of|resolved|cleared|cured|\bNED\b|history of|h\/o|not (?:confirmed|present|found)|inactive/i;

function isFinal({ assertion, cue, document, start }: RecordMention): boolean {
  if (assertion === 'asserted' || assertion === 'uncertain' || cue === undefined) return false;
  const text = document.document.text;
  return FINAL_CUE.test(text.slice(cue.start, cue.end)) && !/\bno\s+$/i.test(text.slice(start - 4, start));
}

function weakest(mentions: readonly RecordMention[]): Support {
  const conclusions = mentions.filter(isConclusion);
  // `No history of skin cancer` says nothing of the lesion that is suspected today.
  const present = mentions.filter((one) => !isDeniedHistory(one));
  const telling = [conclusions, present, mentions].find((list) => list.length > 0) ?? mentions;
  for (const assertion of DECIDING) {
    const found = telling.filter((mention) => mention.assertion === assertion);
    if (found.length > 0) return { type: assertion, mentions: found };
  }
  return { type: 'supported' };
}

function isDeniedHistory({ assertion, cue, document, start }: RecordMention): boolean {
  if (assertion !== 'negated' || cue === undefined) return false;
  return /\b(?:no|denies|without|never)\b[^.;\n]{0,20}\b(?:history|hx|h\/o)\b/i.test(
    document.document.text.slice(cue.start, start),
  );
}

/** `strep pharyngitis` decides on J02.0, `pharyngitis` does not when both are written. */
function mostSpecific(naming: readonly RecordMention[], billed: string): readonly RecordMention[] {
  const longest = Math.max(...naming.map(({ codes }) => namesCode(codes, billed)));
  return naming.filter(({ codes }) => namesCode(codes, billed) === longest);
}

/** Codes for what is not specified: the bare name of the category is enough for them. */
function isGeneral({ tables }: RuleContext, code: string): boolean {
  return (
    code.length <= 3 ||
    /unspecified|not specified|without complication|uncomplicated/i.test(tables.icd10cm.find(code)?.title ?? '')
  );
}

function isAssertedConclusion(mention: RecordMention): boolean {
  return mention.assertion === 'asserted' && isConclusion(mention);
}

function specifies(context: RuleContext, { codes }: RecordMention, billed: string): boolean {
  return isGeneral(context, billed) && codes.some((code) => code.startsWith(billed.slice(0, 3)) && code.length > 3);
}

function isOwnKin(mention: RecordMention, billed: string): boolean {
  return (mention.assertion === 'asserted' || mention.assertion === 'resolved') && isKin(mention.codes, billed);
}
