import { synonyms, titleFeatures, tokenize } from '../../../language/index.ts';
import type { RuleContext } from '../../../rule.ts';
import { familyOf } from './code-relation.ts';
import { isImplied } from './implied-support.ts';
import { countUnknownProblems } from './problem-heads.ts';
import { wholeScope } from './scope.ts';

export interface Absence {
  readonly confidence: number;
  readonly title: string;
}

/** Words of titles that say too little for their presence to count as a mention. */
const WEAK: ReadonlySet<string> = new Set(
  'lower_limb upper_limb trunk trunkpart face facepart headpart footpart thorax lumbar cervical thoracic sacrum lumbosacral large small intestine primary essential secondary acute chronic left right bilateral unilateral mild moderate severe stage grade type recurrent single episode episodic adult child pain upper lower region part body tissue soft skin limb simple complex complicated mixed major minor generalized general male female history long term use drug agent therapy care examination encounter system blood time sleep heart lung kidney liver brain bone joint eye ear breast colon stomach bladder prostate vein artery nerve muscle neck back chest abdomen abdominal head throat foot hand knee hip shoulder leg arm'.split(
    ' ',
  ),
);

/**
 * That nothing in the record stands for a code: none of its names (its title and terms, those of its headings, what
 * clinicians call it) by enough of their telling words, and nothing that implies it. Undefined when something does, or
 * when the code has no name with a telling word.
 */
export function absenceOf(context: RuleContext, code: string): Absence | undefined {
  const table = context.tables.icd10cm;
  const entry = table.find(code);
  if (entry === undefined) return undefined;
  if (context.chart.facts.some(({ codes }) => codes.some((one) => sharesFamily(one.code, code)))) return undefined;
  const names = tellingNames(context, code).filter((name) => name.length > 0);
  if (names.length === 0) return undefined;
  const said = wordsOf(context);
  if (names.some((name) => isSaid(name, said))) return undefined;
  if (isImplied(context, code) || countUnknownProblems(context) > 0 || isInitialled(context, entry.title))
    return undefined;
  return { confidence: 0.85, title: entry.title };
}

/** `VF` for ventricular fibrillation: capitals that are the first letters of the title may be its abbreviation. */
function isInitialled({ documents }: RuleContext, title: string): boolean {
  const initials = (title.split(/,| with(?:out)? |\(/)[0] ?? '')
    .split(/[\s-]+/)
    .filter(
      (word) => /^[A-Za-z]/.test(word) && !/^(?:of|and|the|in|to|due|by|for|or|unspecified|other|disease)$/i.test(word),
    )
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
  if (initials.length < 2) return false;
  const written = new RegExp(`\\b${initials}D?\\b`);
  return documents.some(({ document }) => written.test(document.text));
}

/** Both words of `orthostatic hypotension`; of a long title, half: clinicians leave words out. */
function isSaid(name: readonly string[], said: ReadonlySet<string>): boolean {
  const needed = name.length <= 2 ? name.length : Math.ceil(name.length / 2);
  return name.filter((word) => said.has(word)).length >= needed;
}

function tellingNames({ tables }: RuleContext, code: string): string[][] {
  const table = tables.icd10cm;
  const headings = [3, 5, 6].map((length) => code.slice(0, length)).filter((one) => one.length < code.length);
  const written = [code, ...headings].flatMap((one) => [table.find(one)?.title ?? '', ...table.terms(one)]);
  const names = [
    ...written,
    ...(namesOfCode.get(code) ?? []),
    ...headings.flatMap((one) => namesOfCode.get(one) ?? []),
  ];
  return names.map(tellingWordsOf);
}

const MAX_NAMES = 20_000;
const tellingWords = new Map<string, string[]>();

/** Kept for as many names as a service meets; pure, so that what is not kept is only read again. */
function tellingWordsOf(name: string): string[] {
  const known =
    tellingWords.get(name) ?? [...titleFeatures(name).present].filter((word) => !WEAK.has(word) && word.length > 2);
  if (tellingWords.size < MAX_NAMES) tellingWords.set(name, known);
  return known;
}

const namesOfCode: ReadonlyMap<string, readonly string[]> = new Map(
  [
    ...Map.groupBy(
      synonyms.flatMap(({ term, codes }) => codes.map((code) => ({ term, code }))),
      ({ code }) => code,
    ),
  ].map(([code, entries]): [string, string[]] => [code, entries.map(({ term }) => term)]),
);

const words = new WeakMap<RuleContext, ReadonlySet<string>>();

function wordsOf(context: RuleContext): ReadonlySet<string> {
  const known = words.get(context);
  if (known !== undefined) return known;
  const all = new Set([...wholeScope(context).said, ...headingWords(context)]);
  words.set(context, all);
  return all;
}

function sharesFamily(a: string, b: string): boolean {
  return familyOf(b).includes(a.slice(0, 3));
}

/** Titles and headings name conditions too: `COPD:` over what was done for it. */
function headingWords({ documents }: RuleContext): string[] {
  return documents.flatMap(({ sections, document }) =>
    [document.title, ...sections.map(({ heading }) => heading)].flatMap((text) =>
      tokenize(text).map(({ term }) => term),
    ),
  );
}
