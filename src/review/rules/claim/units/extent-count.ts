import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { type Draft, otherVariant, reportAs } from '../reading/draft.ts';
import { numberOfWords } from '../reading/minutes.ts';
import { findPassages, isBackground, sectionAt, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';
import { EXTENTS, type Extent } from '../services/extents.ts';

/** Services whose code is a range of a count or a measure: spinal regions, body regions, burned surface, nerve studies. */
export const extentCount: Rule = {
  id: 'extent-count',
  source:
    'CPT guidelines, osteopathic and chiropractic manipulation (regions), burns (surface), nerve conduction (studies)',
  evaluate(context) {
    return reportAs(
      extentCount,
      context.chart.claim.items.flatMap((item) => judge(context, item) ?? []),
    );
  },
};

function judge(context: RuleContext, item: BilledItem): Draft | undefined {
  const extent = EXTENTS.find(({ ladder }) => ladder.some(({ code }) => code === item.code));
  const read = extent && readAmount(context, extent);
  const right = read && extent.ladder.findLast(({ from }) => read.amount >= from)?.code;
  if (!extent || !read || !right || right === item.code) return undefined;
  const codes = extent.ladder.map(({ code }) => code);
  const evidence = toEvidenceList([read.passage]);
  const rationale = `${read.amount} ${extent.what} are documented, which make ${right}; ${item.code} was billed.`;
  return otherVariant({
    billed: item.code,
    right,
    over: codes.indexOf(right) < codes.indexOf(item.code),
    evidence,
    rationale,
  });
}

interface Amount {
  readonly amount: number;
  readonly passage: Passage;
}

/** The amount said with its word; else the different parts that the sentences of treatment name. */
function readAmount(context: RuleContext, extent: Extent): Amount | undefined {
  const usable = (passage: Passage) => !isBackground(passage) && !isStory(passage);
  const said = findPassages(context.documents, extent.said)
    .filter(usable)
    .flatMap((passage) => {
      const amount = numberIn(passage.text);
      return amount === undefined ? [] : [{ amount, passage: sentenceOf(passage) }];
    });
  const [first] = said;
  if (first) return said.every(({ amount }) => amount === first.amount) ? first : undefined;
  if (!extent.treated) return undefined;
  const sentences = findPassages(context.documents, extent.treated).filter(usable).map(sentenceOf);
  const [sentence] = sentences;
  const text = [...new Set(sentences.map((one) => one.text))].join(' ');
  const amount = extent.parts.filter((part) => part.test(text)).length;
  return sentence && amount > 0 ? { amount, passage: sentence } : undefined;
}

function isStory({ document, start }: Passage): boolean {
  const kind = sectionAt(document, start)?.kind;
  return kind === 'history-of-present-illness' || kind === 'chief-complaint';
}

function numberIn(text: string): number | undefined {
  const figure = /\d+(?:\.\d+)?/.exec(text)?.[0];
  if (figure) return Number(figure);
  return numberOfWords(/[a-z]+/i.exec(text)?.[0] ?? '');
}
