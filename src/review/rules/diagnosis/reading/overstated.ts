import { tokenize } from '../../../language/index.ts';
import type { RuleContext } from '../../../rule.ts';
import type { Fit } from './best-code.ts';
import { mentionsIn, type RecordMention } from './record.ts';
import { wholeScope } from './scope.ts';

/**
 * That the words which the billed code has over the record's conclusion stand nowhere in the record, or only denied: an
 * exacerbation, a complication, a manifestation that nobody wrote of. A disease that lasts is chronic without the word.
 */
export function isOverstated(
  context: RuleContext,
  billed: string,
  mention: RecordMention,
): (billedFit: Fit, best: Fit) => boolean {
  const isNamed = (): boolean =>
    mentionsIn(context).some(
      ({ assertion, codes }) => /^(?:asserted|resolved)$/.test(assertion) && codes.includes(billed),
    );
  return ({ candidate, missing }, best) => {
    const { other, unspecified } = candidate.features;
    const telling = missing.filter((term) => !UNSAID.has(term));
    if (other || unspecified || telling.length === 0 || isNamed()) return false;
    if (hasUnknownWords(mention, best)) return false;
    const { said } = wholeScope(context);
    return telling.every((term) => !said.has(term));
  };
}

/**
 * Words of the problem's name that the better code does not say either: `dyshidrotic eczema`. They may be what the
 * billed code says, in other words.
 */
function hasUnknownWords({ document, sentence, start, end, text }: RecordMention, best: Fit): boolean {
  const whole = document.document.text;
  const before =
    whole
      .slice(sentence.start, start)
      .split(/[,;:.]\s/)
      .at(-1) ?? '';
  const after = whole.slice(end, sentence.end).split(/[,;:.(\n]|\s[-–—]+>?\s/)[0] ?? '';
  const known = new Set([...tokenize(text).map(({ term }) => term), ...best.candidate.features.present]);
  return tokenize(`${before} ${after}`).some(({ term }) => !known.has(term) && !COMMON.test(term));
}

const COMMON =
  /^(?:.{1,3}|\d+|left|right|bilateral|stable|acute|chronic|mild|moderate|severe|stage\w*|with|without|today|likely|well|controlled|uncontrolled|improv\w*|worse\w*|resolv\w*|goal|doing|better|still|this|that|here|from|since|after|continue\w*|start\w*|treat\w*|therapy|medication|known|current|currently|patient|history|established|follow\w*|visit|exam|problem|diagnosis|symptomatic|asymptomatic|newly|diagnosed|now|over|under|management|disease|disorder|syndrome|condition)$/;

/** Words that a record leaves out though they hold. */
const UNSAID: ReadonlySet<string> = new Set(['chronic', 'acquired', 'idiopathic', 'simple', 'native', 'adult']);
