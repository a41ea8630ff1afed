import type { BilledItem } from '#deidentify/index.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { type Draft, otherVariant, reportAs } from '../reading/draft.ts';
import { numberOfWords } from '../reading/minutes.ts';
import { findPassages, isBackground, sectionAt, sentenceOf, toEvidenceList, type Passage } from '../reading/passage.ts';
import { CONTRAST_SCANS, FILM_VIEWS, type ContrastScan, type FilmViews } from '../services/imaging-variants.ts';

const NOT_THIS =
  /\b(?:prior|previous|last|compar\w+|outside|old|ordered|will|schedul\w+|recommend\w*|consider\w*|if|declin\w+|not (?:done|obtained|taken))\b/i;
const COUNT = /\b(?<count>\d|one|two|three|four|five|six|single)[- ]?views?\b|\bviews?\s*[x×:]\s*(?<times>\d)\b/i;
const NAMED_VIEW =
  /\b(?:AP|PA|lateral|lat|oblique|mortise|sunrise|merchant|skyline|axillary|scapular y|y[- ]view|grashey|frog[- ]?leg|cross[- ]?table|tunnel|notch|scaphoid|odontoid|open[- ]mouth|flexion|extension|swimmer'?s|decubitus|upright|supine)\b/gi;

/** Films by their views and scans by their contrast: what the note says was made against what was billed. */
export const imagingExtent: Rule = {
  id: 'imaging-extent',
  source: 'CPT radiology guidelines (number of views; with, without, and without followed by with contrast)',
  evaluate(context) {
    if (context.chart.claim.type === 'institutional') return reportAs(imagingExtent, []);
    const drafts = context.chart.claim.items.flatMap(
      (item) => judgeViews(context, item) ?? judgeContrast(context, item) ?? [],
    );
    return reportAs(imagingExtent, drafts);
  },
};

function judgeViews(context: RuleContext, item: BilledItem): Draft | undefined {
  const films = FILM_VIEWS.find(({ ladder }) => ladder.some(({ code }) => code === item.code));
  const read = films && viewsOf(context, films);
  const right = read && films.ladder.findLast(({ views }) => read.count >= views)?.code;
  if (!read || !right || right === item.code) return undefined;
  const codes = films.ladder.map(({ code }) => code);
  return changed(item, right, codes.indexOf(right) < codes.indexOf(item.code), {
    passage: read.passage,
    rationale: `${read.count} views are documented, which make ${right}; ${item.code} was billed.`,
  });
}

/** The number of views in sentences on films of the part; undefined where they differ. */
function viewsOf(context: RuleContext, { part }: FilmViews): { count: number; passage: Passage } | undefined {
  const named = sentencesOn(context, new RegExp(String.raw`\b(?:${part})\b`, 'gi')).filter(({ text }) =>
    /\b(?:x-?rays?|XRs?|CXR|films?|radiographs?|views?|KUB)\b/i.test(text),
  );
  const counts = named.flatMap((passage) => {
    const count = countViews(passage.text);
    return count === undefined ? [] : [{ count, passage }];
  });
  const [first] = counts;
  return first && counts.every(({ count }) => count === first.count) ? first : undefined;
}

function countViews(text: string): number | undefined {
  const said = COUNT.exec(text)?.groups;
  const word = said?.times ?? said?.count;
  if (word) return /^\d$/.test(word) ? Number(word) : word.toLowerCase() === 'single' ? 1 : numberOfWords(word);
  const views = new Set([...text.matchAll(NAMED_VIEW)].map(([view]) => view.toLowerCase().replace(/^lat$/, 'lateral')));
  // One named view may be one of several; two and more are a list.
  return views.size >= 2 ? views.size : undefined;
}

const WITHOUT = /\b(?:without|w\/o|non-?|no)\s*(?:IV |intravenous |oral )?contrast\w*|\bunenhanced\b|\bnon-?con\b/i;
const BOTH =
  /\b(?:without and with|with and without|w\/ ?(?:and|&) ?w\/o|w\/wo|pre-? and post-?)[ -]?(?:IV |intravenous )?(?:contrast|gad\w*)?|\bbefore and after\b[^.\n]{0,20}\b(?:contrast|gad\w*)/i;
const WITH =
  /\b(?:with|after|following|w\/)\s*(?:\d+ ?mL (?:of )?)?(?:IV |intravenous |iodinated )?(?:contrast|gad\w*|omnipaque|isovue|iohexol)|\bcontrast[- ]enhanced\b|\bpost-?contrast\b|\bIV contrast (?:given|administered)\b|\b\d+ ?mL (?:of )?(?:omnipaque|isovue|iohexol|gad\w+|iopamidol)\b/i;

function judgeContrast(context: RuleContext, item: BilledItem): Draft | undefined {
  const scan = CONTRAST_SCANS.find((one) => [one.without, one.with, one.both].includes(item.code));
  if (!scan) return undefined;
  const pattern =
    scan.scan === 'CT' ? /\b(?:CTA?|computed tomography|technique)\b/gi : /\b(?:MRI?|magnetic resonance|technique)\b/gi;
  const read = sentencesOn(context, pattern).flatMap((passage) => {
    const code = contrastCode(scan, passage.text);
    return code === undefined ? [] : [{ code, passage }];
  });
  const [first] = read;
  if (!first || first.code === item.code || read.some(({ code }) => code !== first.code)) return undefined;
  const order = [scan.without, scan.with, scan.both];
  return changed(item, first.code, order.indexOf(first.code) < order.indexOf(item.code), {
    passage: first.passage,
    rationale: `By what the note says of contrast the ${scan.name} is ${first.code}; ${item.code} was billed.`,
  });
}

function contrastCode(scan: ContrastScan, text: string): string | undefined {
  if (BOTH.test(text)) return scan.both;
  const [without, given] = [WITHOUT.test(text), WITH.test(text.replace(WITHOUT, ' '))];
  if (without === given) return undefined;
  return given ? scan.with : scan.without;
}

function sentencesOn(context: RuleContext, pattern: RegExp): Passage[] {
  const sentences = findPassages(context.documents, pattern)
    .filter((passage) => {
      const kind = sectionAt(passage.document, passage.start)?.kind;
      return !isBackground(passage) && kind !== 'history-of-present-illness' && kind !== 'plan';
    })
    .map(sentenceOf)
    .filter(({ text }) => !NOT_THIS.test(text));
  return [
    ...new Map(sentences.map((passage) => [`${passage.document.document.id}:${passage.start}`, passage])).values(),
  ];
}

function changed(
  item: BilledItem,
  right: string,
  over: boolean,
  { passage, rationale }: { readonly passage: Passage; readonly rationale: string },
): Draft {
  return otherVariant({ billed: item.code, right, over, evidence: toEvidenceList([passage]), rationale });
}
