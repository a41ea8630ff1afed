import type { BilledItem } from '#deidentify/index.ts';
import { isEmCode } from '../../../em/em-families.ts';
import type { Rule, RuleContext } from '../../../rule.ts';
import { type Draft, otherVariant, reportAs } from '../reading/draft.ts';
import { findFeature } from '../reading/feature.ts';
import { findPassages, isBackground, toEvidenceList, type Passage } from '../reading/passage.ts';
import { findPerformed } from '../reading/performed.ts';
import { isBuiltInPrimary } from '../services/add-on-families.ts';
import { PROCEDURE_VARIANTS, type ProcedureVariants } from '../services/procedure-variants.ts';

/** A procedure billed with the code of another way of doing it: with what was not done, or without what was. */
export const serviceVariant: Rule = {
  id: 'service-variant',
  source:
    'CPT introduction (select the code that accurately identifies the service performed); NCCI Policy Manual, chapter I, A',
  evaluate(context) {
    if (context.chart.claim.type === 'institutional') return reportAs(serviceVariant, []);
    return reportAs(
      serviceVariant,
      PROCEDURE_VARIANTS.flatMap((variants) => judge(context, variants) ?? []),
    );
  },
};

interface Read {
  readonly flags: string;
  readonly passages: readonly Passage[];
  /** Whether words of the note say it, rather than its silence. */
  readonly said: boolean;
}

function judge(context: RuleContext, variants: ProcedureVariants): Draft[] | undefined {
  const codes = variants.codes.map(([, code]) => code);
  if (context.chart.claim.items.some(({ code }) => variants.billedApart?.includes(code))) return undefined;
  const [item, ...more] = context.chart.claim.items.filter(({ code }) => codes.includes(code));
  if (!item || more.length > 0) return undefined;
  const read = readFeatures(context, variants, flagsOf(variants, item.code));
  const right = read && variants.codes.find(([flags]) => flags === read.flags)?.[1];
  if (!right || right === item.code) return undefined;
  const over = variants.equal === true || codes.lastIndexOf(right) < codes.indexOf(item.code);
  if (!over && (variants.overOnly === true || !read.said)) return undefined;
  const evidence = toEvidenceList(
    read.passages.length > 0 ? read.passages.slice(0, 2) : [findPerformed(context.documents, item.code)],
  );
  const own = draft({ item, right, over, said: read.said, name: variants.name, evidence });
  return over ? [own, ...orphans(context, item.code, right, evidence)] : [own];
}

/** Add-ons of the code that is not right and none of the one that is. */
function orphans(context: RuleContext, billed: string, right: string, evidence: Draft['evidence']): Draft[] {
  return context.chart.claim.items
    .filter(({ code }) => isBuiltInPrimary(code, billed) && !isBuiltInPrimary(code, right) && !isEmCode(billed))
    .map(({ code }) => ({
      kind: 'unsupported-service',
      direction: 'over',
      billed: [code],
      suggested: [],
      evidence,
      confidence: 0.8,
      rationale: `${code} is an add-on of ${billed}; ${right} is what the note shows, and ${code} does not go with it.`,
    }));
}

function flagsOf({ codes }: ProcedureVariants, code: string): string {
  return codes.find(([, other]) => other === code)?.[0] ?? '';
}

/** Each feature as the notes show it; undefined where they say too little or two things. */
function readFeatures(
  context: RuleContext,
  { features, described }: ProcedureVariants,
  billed: string,
): Read | undefined {
  const silent = described !== undefined && isDescribed(context, described);
  const read = features.map(({ said, against }, index) => {
    const found = findFeature(context.documents, said);
    const plainer = against ? findPassages(context.documents, against).filter((passage) => !isBackground(passage)) : [];
    if (found.verdict === 'present')
      return plainer.length > 0 && against ? undefined : { flag: '+', passages: found.passages, said: true };
    if (found.verdict === 'denied') return { flag: '-', passages: found.passages, said: true };
    if (plainer.length > 0) return { flag: '-', passages: plainer, said: true };
    // Silence agrees with a claim that does not bill the feature, and speaks against one that does where the rest is described.
    if (billed[index] === '-') return { flag: '-', passages: [], said: true };
    return silent ? { flag: '-', passages: [], said: false } : undefined;
  });
  if (read.some((one) => one === undefined)) return undefined;
  const known = read.filter((one) => one !== undefined);
  return {
    flags: known.map(({ flag }) => flag).join(''),
    passages: known.flatMap(({ passages }) => passages.slice(0, 1)),
    said: known.some(({ flag, said }, index) => said && flag !== billed[index]),
  };
}

/** The note tells the procedure, and at some length. */
function isDescribed(context: RuleContext, words: RegExp): boolean {
  const length = context.documents.reduce((sum, { document }) => sum + document.text.length, 0);
  return length >= 300 && findPassages(context.documents, words).some((passage) => !isBackground(passage));
}

interface Judged {
  readonly item: BilledItem;
  readonly right: string;
  readonly over: boolean;
  readonly said: boolean;
  readonly name: string;
  readonly evidence: Draft['evidence'];
}

function draft({ item, right, over, said, name, evidence }: Judged): Draft {
  const rationale = `What the note says of the ${name} is ${right}; ${item.code} was billed.`;
  const draft = otherVariant({ billed: item.code, right, over, evidence, rationale });
  return over && !said ? { ...draft, confidence: 0.75 } : draft;
}
