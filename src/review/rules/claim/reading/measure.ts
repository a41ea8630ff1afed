import type { AnalysedDocument } from '../../../language/analysed-document.ts';
import { findPassages, isBackground, lineAt, runningText, sectionAt, sentenceOf, type Passage } from './passage.ts';

/** A length or a surface that the notes give, in cm or sq cm. */
export interface Measure {
  readonly value: number;
  readonly passage: Passage;
}

const NUMBER = String.raw`\d{1,3}(?:\.\d{1,2})?`;
const LENGTH = new RegExp(
  String.raw`(?<![\d./])(?<a>${NUMBER})\s*(?<ua>cm|mm)?\s*(?:[x×]\s*(?<b>${NUMBER})\s*(?<ub>cm|mm)?\s*)?(?:[x×]\s*(?<c>${NUMBER})\s*(?<uc>cm|mm)?)?[- ]*(?<unit>cm|mm|centimeters?|millimeters?)?\b(?!\s*(?:sq|2\b|²))`,
  'gi',
);
const AREA = new RegExp(
  String.raw`(?<![\d.])(?<area>${NUMBER})\s*(?:sq(?:uare)?\.?\s*(?:cm|centimeters?)|cm\s*(?:2|²|\^2|squared|sq)|cm²)`,
  'gi',
);

/** The greatest side of every measure with a unit in a text: `1.2 x 0.8 cm` is 1.2. */
export function lengthsIn(text: string): { readonly cm: number; readonly index: number; readonly end: number }[] {
  return [...text.matchAll(LENGTH)].flatMap((match) => {
    const groups = match.groups ?? {};
    const unit = groups.unit ?? groups.uc ?? groups.ub ?? groups.ua;
    if (!unit) return [];
    const sides = [groups.a, groups.b, groups.c].flatMap((side) => (side === undefined ? [] : [Number(side)]));
    const greatest = Math.max(...sides.slice(0, 2));
    return [
      {
        cm: /^m(?:m|illi)/i.test(unit) ? greatest / 10 : greatest,
        index: match.index,
        end: match.index + match[0].length,
      },
    ];
  });
}

/** Surfaces in sq cm in a text: said outright, else the product of two sides in cm or mm. */
export function areasIn(text: string): number[] {
  const said = [...text.matchAll(AREA)].map((match) => Number(match.groups?.area));
  if (said.length > 0) return said;
  return [...text.matchAll(LENGTH)].flatMap((match) => {
    const { a, b, unit, ua, ub, uc } = match.groups ?? {};
    const name = unit ?? uc ?? ub ?? ua;
    if (a === undefined || b === undefined || !name) return [];
    const scale = /^m(?:m|illi)/i.test(name) ? 0.01 : 1;
    return [Math.round(Number(a) * Number(b) * scale * 100) / 100];
  });
}

const EXCISED =
  /\b(?:excis(?:ed|ion)|total|overall|final)\b(?: lesion)?(?: plus margins?| with margins?)?\s*(?:diameter|size|width)\b(?: (?:including|with|incl\.?) (?:the )?(?:narrowest )?margins?)?[^.\d\n]{0,25}|\b(?:including|with) (?:the )?(?:narrowest )?margins?[^.\d\n]{0,12}(?=\d)/gi;
const EXCISED_BEHIND =
  /(?:cm|mm)\s*(?:\(?(?:total )?excised diameter|(?:total )?(?:diameter )?(?:including|incl\.?|with) (?:the )?margins?)/gi;
const MARGIN = new RegExp(
  String.raw`(?<before>${NUMBER})\s*(?<bu>cm|mm)\s*(?:\w+\s+){0,3}margins?\b|\bmargins?\b[^.\d\n]{0,25}(?<after>${NUMBER})\s*(?<au>cm|mm)`,
  'gi',
);
const LESION =
  /\b(?:lesion|nevus|mole|cyst|papule|nodule|plaque|macule|lipoma|BCC|SCC|carcinoma|melanoma|keratosis|tumor|growth|mass|dermatofibroma|neurofibroma|site|scar)\b/gi;

/** The excised diameter: said outright, else the lesion's greatest side with the margin on both sides (CPT excision guidelines). */
export function findExcisedDiameter(documents: readonly AnalysedDocument[]): Measure | undefined {
  const usable = (passage: Passage) => !isBackground(passage) && !isPathology(passage) && !isStory(passage);
  const said = [
    ...findPassages(documents, EXCISED)
      .filter((passage) => !isBackground(passage) && !isPathology(passage) && !isFormerExcision(passage))
      .flatMap((passage) => firstBehind(passage)),
    ...findPassages(documents, EXCISED_BEHIND)
      .filter(usable)
      .flatMap((passage) => lastBefore(passage)),
  ];
  if (said.length > 0) return agreed(said);
  const margins = findPassages(documents, MARGIN).filter(usable);
  const margin = agreed(
    margins.flatMap((passage) =>
      lengthsIn(passage.text).map(({ cm }) => ({ value: cm, passage: sentenceOf(passage) })),
    ),
  );
  const lesions = findPassages(documents, LESION)
    .filter(usable)
    .flatMap((passage) => {
      const sentence = sentenceOf(passage);
      return lengthsIn(withoutMargins(sentence.text))
        .slice(0, 1)
        .map(({ cm }) => ({ value: cm, passage: sentence }));
    });
  const lesion = agreed(lesions);
  if (!margin || !lesion || margin.value > 3) return undefined;
  return { value: Math.round((lesion.value + 2 * margin.value) * 100) / 100, passage: margin.passage };
}

function withoutMargins(text: string): string {
  return text.replace(MARGIN, ' ').replace(/\b(?:closure|repair|closed|incision|ellipse|suture|deep|depth)\b.*$/i, '');
}

function firstBehind(passage: Passage): Measure[] {
  const sentence = sentenceOf(passage);
  const [found] = lengthsIn(runningText(passage.document).slice(passage.end, sentence.end));
  return found && found.index <= 3 ? [{ value: found.cm, passage: sentence }] : [];
}

function lastBefore(passage: Passage): Measure[] {
  const sentence = sentenceOf(passage);
  const found = lengthsIn(runningText(passage.document).slice(sentence.start, passage.start + 2)).at(-1);
  return found ? [{ value: found.cm, passage: sentence }] : [];
}

function isPathology({ document }: Passage): boolean {
  return document.document.loinc === '11526-1' || /patholog/i.test(document.document.title);
}

/** Under a heading of history, which may hold all that stands behind it, an excised diameter is another day's where its sentence says so. */
function isFormerExcision(passage: Passage): boolean {
  if (!isStory(passage)) return false;
  const line = lineAt(passage.document, passage.start).text;
  return !/^excised diameter/i.test(passage.text) || FORMER.test(line);
}

const FORMER =
  /\b(?:prior|previous(?:ly)?|earlier|last|ago|outside|elsewhere|HPI|hx|history|(?:in|since) (?:19|20)\d\d)\b/i;

function isStory({ document, start }: Passage): boolean {
  return sectionAt(document, start)?.kind === 'history-of-present-illness';
}

/** The measure when all that was found says the same. */
export function agreed(found: readonly Measure[]): Measure | undefined {
  const [first] = found;
  return first && found.every(({ value }) => value === first.value) ? first : undefined;
}
