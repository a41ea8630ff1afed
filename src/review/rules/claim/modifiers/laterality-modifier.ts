import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { listBundledCodes } from '../pairs/bundled-lines.ts';
import { digitModifier } from './digit-modifier.ts';
import { sidesIn, sitesIn, type Side } from '../reading/body-sites.ts';
import { hasModifier } from '../reading/claim-lines.ts';
import { reportAs, type Draft } from '../reading/draft.ts';
import { isOfEarlierDay, isOfOtherSide } from '../reading/other-side.ts';
import { findPassages, runningText, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';
import { listServiceMentions } from '../reading/performed.ts';
import { isProcedureText } from '../reading/procedure-text.ts';
import { takesDigit } from '../services/digits.ts';
import { findServiceFamily } from '../services/index.ts';

/** RT, LT and 50 against the side that the note names for the service. */
export const lateralityModifier: Rule = {
  id: 'laterality-modifier',
  source: 'CPT appendix A (modifier 50); HCPCS Level II modifiers LT and RT; NCCI Policy Manual, chapter I, E',
  evaluate(context) {
    // A wrong finger or toe is the one cause, reported by digit-modifier.
    const digits = new Set(digitModifier.evaluate(context).findings.flatMap(({ billed }) => billed));
    const bundled = listBundledCodes(context);
    const drafts = context.chart.claim.items.flatMap((item) =>
      digits.has(item.code) || bundled.has(item.code) || takesDigit(item.code) ? [] : (judge(context, item) ?? []),
    );
    return reportAs(lateralityModifier, drafts);
  },
};

function judge(context: RuleContext, item: BilledItem): Draft | undefined {
  const family = findServiceFamily(item.code);
  if (!family?.sided) return judgeByProcedureText(context, item);
  const documented = documentedSides(context, item.code);
  if (!documented) return undefined;
  const billed = billedSides(context, item);
  const isBoth = documented.sides.size === 2;
  const [side] = documented.sides;
  if (!side) return undefined;
  const right = isBoth ? '50' : side === 'left' ? 'LT' : 'RT';
  // What was done to the other side on another day makes nothing bilateral, and may be meant for today's all the same.
  if (documented.earlier && (isBoth || billed.size === 2)) return undefined;
  if (isBoth) {
    if (!family.bilateral || billed.size === 2 || item.units > 1 || isTitled(context, billed)) return undefined;
    return draft(item, right, documented.passage, { direction: 'under', confidence: 0.82, why: 'on both sides' });
  }
  if (billed.size === 1 && billed.has(side)) return undefined;
  const direction = billed.size === 2 ? 'over' : 'neutral';
  if (billed.size === 2 && !hasModifier(item, '50')) return undefined;
  return draft(item, right, documented.passage, {
    direction,
    confidence: billed.size === 0 ? 0.7 : 0.9,
    why: `on the ${side}`,
  });
}

/** The report's own line of what was done names the billed side and no other: the other eye is named elsewhere for something else. */
function isTitled({ documents }: RuleContext, billed: ReadonlySet<Side>): boolean {
  const titles = documents.flatMap((document) =>
    [...runningText(document).matchAll(/^[ \t]*(?:PROCEDURES?|OPERATIONS?|Procedures?|Operations?)\b[^\n]+/gm)].map(
      ([line]) => line,
    ),
  );
  const sides = new Set(titles.flatMap((line) => [...sidesIn(line)]));
  return billed.size === 1 && sides.size === 1 && [...billed].every((side) => sides.has(side));
}

/** A service that is not known to be of one side: its side is wrong where all that was done was done on the other one. */
function judgeByProcedureText(context: RuleContext, item: BilledItem): Draft | undefined {
  const [side, ...more] = billedSides(context, item);
  const done = context.documents.flatMap((document) =>
    findPassages([document], /\b(?:left|Left|LEFT|right|Right|RIGHT|L|Lt|LT|R|Rt|RT)\b/g).filter(
      (passage) => isProcedureText(passage) && !isOfOtherSide(sentenceOf(passage).text),
    ),
  );
  const sides = new Set(done.flatMap((passage) => [...sidesIn(sentenceOf(passage).text)]));
  const [documented] = sides;
  const [first] = done;
  if (side === undefined || more.length > 0 || sides.size !== 1 || documented === side || !first) return undefined;
  return draft(item, documented === 'left' ? 'LT' : 'RT', sentenceOf(first), {
    direction: 'neutral',
    confidence: 0.85,
    why: `on the ${documented}`,
  });
}

interface Reason {
  readonly direction: Draft['direction'];
  readonly confidence: number;
  readonly why: string;
}

function draft(item: BilledItem, modifier: string, passage: Passage, { direction, confidence, why }: Reason): Draft {
  const own = item.modifiers.length === 0 ? 'without a modifier that says so' : `with ${item.modifiers.join(', ')}`;
  return {
    kind: 'modifier',
    direction,
    billed: [item.code],
    suggested: [`${item.code}-${modifier}`],
    evidence: toEvidenceList([passage]),
    confidence,
    rationale: `The note documents ${item.code} ${why}; the line was billed ${own}.`,
  };
}

/** Sides on all lines of the code together: RT on one line and LT on the next are both. */
function billedSides(context: RuleContext, item: BilledItem): Set<Side> {
  const lines = context.chart.claim.items.filter((line) => line.code === item.code);
  const sides = new Set<Side>();
  for (const line of lines) {
    if (hasModifier(line, '50', 'RT')) sides.add('right');
    if (hasModifier(line, '50', 'LT')) sides.add('left');
    if (hasModifier(line, 'E1', 'E2', 'FA', 'F1', 'F2', 'F3', 'F4', 'TA', 'T1', 'T2', 'T3', 'T4')) sides.add('left');
    if (hasModifier(line, 'E3', 'E4', 'F5', 'F6', 'F7', 'F8', 'F9', 'T5', 'T6', 'T7', 'T8', 'T9')) sides.add('right');
  }
  return sides;
}

interface DocumentedSides {
  readonly sides: ReadonlySet<Side>;
  readonly passage: Passage;
  /** The other side was left out, as one of an earlier day. */
  readonly earlier: boolean;
}

/** The sides that the sentences on the service name; undefined when none does. */
function documentedSides(context: RuleContext, code: string): DocumentedSides | undefined {
  const mentions = listServiceMentions(context.documents, code).filter(
    ({ performance }) => performance === 'done' || performance === 'named',
  );
  // A film that is described was made; a joint that is named was not for that injected.
  const imaging = findServiceFamily(code)?.splits === true;
  const sides = new Set<Side>();
  let passage: Passage | undefined;
  const before = new Set<Side>();
  for (const mention of mentions) {
    if (mention.performance === 'named' && !imaging && !isProcedureText(mention.passage)) continue;
    const found = sidesIn(mention.sentence.text);
    if (found.size === 0) continue;
    if (found.size === 2 && isComparison(mention.sentence.text)) return undefined;
    // The other side of an operation is named for being well, left alone, or a relative's.
    if (isOfOtherSide(mention.sentence.text)) continue;
    if (found.size === 1 && isOfEarlierDay(mention.sentence.text)) {
      for (const side of found) before.add(side);
      continue;
    }
    passage ??= mention.sentence;
    for (const side of found) sides.add(side);
  }
  if (!passage) return mentions.length > 0 ? onlySide(context) : undefined;
  return sides.size === 2 && !sameSite(mentions.map((mention) => mention.sentence.text))
    ? undefined
    : { sides, passage, earlier: [...before].some((side) => !sides.has(side)) };
}

/** The one side that the whole record names, where it names no other. */
function onlySide(context: RuleContext): DocumentedSides | undefined {
  const named = context.documents
    .flatMap((document) => findPassages([document], /\b(?:left|right)\b/gi))
    .filter((passage) => sidesIn(passage.text).size > 0);
  const sides = sidesIn(context.documents.map((document) => runningText(document)).join('\n'));
  const [first] = named;
  return first && sides.size === 1 ? { sides, passage: sentenceOf(first), earlier: false } : undefined;
}

function isComparison(text: string): boolean {
  return /\b(?:compar\w+|vs\.?|versus|than|contralateral|unlike|normal on the)\b/i.test(text);
}

/** Both sides count as bilateral only when one body part is meant. */
function sameSite(texts: readonly string[]): boolean {
  return sitesIn(texts.join(' ')).size <= 1 || texts.some((text) => /\b(?:bilateral|both|each)\b/i.test(text));
}
