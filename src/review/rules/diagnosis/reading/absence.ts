import { titleFeatures, tokenize } from '../../../language/index.ts';
import type { RuleContext } from '../../../rule.ts';
import { familyOf } from './code-relation.ts';
import { isImplied } from './implied-support.ts';
import { wholeScope } from './scope.ts';

export interface Absence {
  readonly confidence: number;
  readonly title: string;
}

/** Words of titles that say too little for their presence to count as a mention. */
const WEAK: ReadonlySet<string> = new Set(
  'acute chronic left right bilateral unilateral mild moderate severe stage grade type recurrent single episode episodic level low high adult child pain upper lower region part body tissue soft skin limb simple complex complicated mixed major minor generalized general male female history long term use drug agent therapy care examination encounter system function abnormal finding blood level time sleep heart lung kidney liver brain bone joint eye ear breast colon stomach bladder prostate vein artery nerve muscle neck back chest abdomen abdominal head throat foot hand knee hip shoulder leg arm'.split(
    ' ',
  ),
);

/**
 * That nothing in the record stands for a code: none of the telling words of its title, of its category's titles or
 * terms, and nothing that implies it. Undefined when something does, or when the code has no telling word.
 */
export function absenceOf(context: RuleContext, code: string): Absence | undefined {
  const table = context.tables.icd10cm;
  const entry = table.find(code);
  if (entry === undefined || /^[OPQ]/.test(code)) return undefined;
  if (context.chart.facts.some(({ codes }) => codes.some((one) => sharesFamily(one.code, code)))) return undefined;
  const telling = tellingWords(context, code, entry.title);
  if (telling.length === 0) return undefined;
  const said = wordsOf(context);
  if (telling.some((word) => said.has(word))) return undefined;
  if (isImplied(context, code)) return undefined;
  return { confidence: 0.85, title: entry.title };
}

function tellingWords({ tables }: RuleContext, code: string, title: string): string[] {
  const category = tables.icd10cm.find(code.slice(0, 3))?.title ?? '';
  const terms = [title, category, ...tables.icd10cm.terms(code)];
  return terms.flatMap((term) => [...titleFeatures(term).present]).filter((word) => !WEAK.has(word) && word.length > 2);
}

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
