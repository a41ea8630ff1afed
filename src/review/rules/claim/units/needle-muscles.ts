import type { Rule, RuleContext } from '../../../rule.ts';
import { linesOf } from '../reading/claim-lines.ts';
import { otherVariant, reportAs, type Draft } from '../reading/draft.ts';
import { numberOfWords } from '../reading/minutes.ts';
import { findPassages, isBackground, sentenceOf, toEvidenceList } from '../reading/passage.ts';

/** Muscles of one limb from which on its needle study is the complete one. */
const COMPLETE = 5;
const COUNT = /(?<count>\b\d{1,2}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten))\s+(?:[a-z]+ )?muscles?\b/gi;
const IN_ALL = /\b(?:in all|total|altogether|both (?:arms|legs|limbs|sides) together|overall)\b/i;
const PER_LIMB =
  /\b(?:per|each|every|an?|the|in|of|right|left|R|L)\s+(?:[a-z]+ )?(?:arm|leg|limb|extremity|side)\b|\b(?:arm|leg|limb|extremity)\b/i;

/** The needle study of a limb beside nerve conduction: limited, or complete from five muscles on. */
export const needleMuscles: Rule = {
  id: 'needle-muscles',
  source: 'CPT electromyography guidelines (muscles studied in an extremity)',
  evaluate(context) {
    return reportAs(needleMuscles, judge(context));
  },
};

function judge(context: RuleContext): Draft[] {
  const [item, ...more] = linesOf(context, ['95885', '95886']);
  if (!item || more.length > 0) return [];
  const counted = findPassages(context.documents, COUNT)
    .filter((passage) => !isBackground(passage))
    .map((passage) => ({ sentence: sentenceOf(passage), count: numberAt(passage.text) }))
    .filter(({ sentence }) => PER_LIMB.test(sentence.text) && !IN_ALL.test(sentence.text));
  const counts = counted.flatMap(({ count }) => count ?? []);
  if (counts.length === 0) return [];
  const complete = counts.every((count) => count >= COMPLETE);
  if (!complete && counts.some((count) => count >= COMPLETE)) return [];
  const right = complete ? '95886' : '95885';
  if (right === item.code) return [];
  return [
    otherVariant({
      billed: item.code,
      right,
      over: !complete,
      evidence: toEvidenceList(counted.slice(0, 1).map(({ sentence }) => sentence)),
      rationale: `The note counts ${counts[0]} muscles of a limb, which is ${right}; ${item.code} was billed.`,
    }),
  ];
}

/** `3 muscles` as 3, `five muscles` as 5. */
function numberAt(text: string): number | undefined {
  const word = text.split(/\s/)[0] ?? '';
  return /^\d+$/.test(word) ? Number(word) : numberOfWords(word);
}
