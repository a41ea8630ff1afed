import type { RuleContext } from '../../../rule.ts';
import { rankCodes, type Fit } from './best-code.ts';
import { episodeOf } from './candidates.ts';
import { categoryOf, isKin, namesCode } from './code-relation.ts';
import { documentedEpisode } from './episode.ts';
import { isConclusion, knownOf, mentionsIn, type RecordMention } from './record.ts';
import { scopeOf } from './scope.ts';
import { titleFeatures, tokenize } from '../../../language/index.ts';

/** A conclusion of the notes that no billed code covers, and the code it stands for where the words decide one. */
export interface Uncoded {
  /** Its first statement. */
  readonly mention: RecordMention;
  /** All its statements. */
  readonly mentions: readonly RecordMention[];
  readonly code: string;
  readonly title: string;
}

const lists = new WeakMap<RuleContext, readonly Uncoded[]>();

/** Asserted conclusions without a billed code of their disease, in the order of the note, each code once. */
export function uncodedConclusions(context: RuleContext): readonly Uncoded[] {
  const known = lists.get(context);
  if (known !== undefined) return known;
  const titles = billedTitles(context);
  const found = new Map<string, Uncoded>();
  for (const mention of mentionsIn(context)) {
    if (!isOwnConclusion(mention) || isCoded(context, mention, titles)) continue;
    const code = codeOf(context, mention);
    if (code?.startsWith('O') === true && !isObstetric(context)) continue;
    const title = code === undefined ? undefined : context.tables.icd10cm.find(code)?.title;
    if (code === undefined || title === undefined) continue;
    const earlier = found.get(code);
    found.set(code, {
      mention: earlier?.mention ?? mention,
      mentions: [...(earlier?.mentions ?? []), mention],
      code,
      title,
    });
  }
  const list = [...found.values()];
  lists.set(context, list);
  return list;
}

const PREGNANCY =
  /\b(?:pregnan\w*|gestation\w*|gravid\w*|G\d+ ?P\d|trimester|antepartum|post-?partum|prenatal|miscarr\w+|abortion|labor|deliver(?:y|ed)|newborn|\d{1,2} ?(?:w\d ?d|weeks? \d))/i;
const pregnancies = new WeakMap<RuleContext, boolean>();

/** Titles of chapter 15 leave words that go without saying in an obstetric record, and in no other. */
function isObstetric(context: RuleContext): boolean {
  const known = pregnancies.get(context);
  if (known !== undefined) return known;
  const is =
    context.chart.patient.sex !== 'male' && context.documents.some(({ document }) => PREGNANCY.test(document.text));
  pregnancies.set(context, is);
  return is;
}

function isOwnConclusion(mention: RecordMention): boolean {
  return isConclusion(mention) && (mention.assertion === 'asserted' || mention.assertion === 'resolved');
}

function isCoded(
  context: RuleContext,
  { codes, text }: RecordMention,
  titles: readonly ReadonlySet<string>[],
): boolean {
  if (context.chart.claim.diagnoses.some(({ code }) => namesCode(codes, code) > 0 || isKin(codes, code))) return true;
  const words = tokenize(text).map(({ term }) => term);
  return titles.some((title) => words.every((word) => title.has(word)));
}

function billedTitles({ chart, tables }: RuleContext): ReadonlySet<string>[] {
  return chart.claim.diagnoses.map(({ code }) => titleFeatures(tables.icd10cm.find(code)?.title ?? '').present);
}

/** The code that the words of the statement decide: the best of the category, without a claim that was not made. */
export function codeOf(context: RuleContext, mention: RecordMention): string | undefined {
  const code = initialCodeOf(context, mention);
  if (code === undefined) return undefined;
  const { base, character } = episodeOf(code);
  if (character === '') return code;
  const later = `${base}${statedEpisode(mention) ?? documentedEpisode(context)?.character ?? character}`;
  return isBillable(context, later) ? later : code;
}

/** `subsequent encounter` as the title of a diagnosis has it. */
function statedEpisode({ document, sentence }: RecordMention): string | undefined {
  const text = document.document.text.slice(sentence.start, sentence.end);
  if (/\bsubsequent encounter\b/i.test(text)) {
    const healing = [
      ['G', /delayed healing/i],
      ['K', /non-?union/i],
      ['P', /mal-?union/i],
    ] as const;
    return healing.find(([, pattern]) => pattern.test(text))?.[0] ?? 'D';
  }
  return /, sequela\b/i.test(text) ? 'S' : undefined;
}

function initialCodeOf(context: RuleContext, mention: RecordMention): string | undefined {
  const { tables } = context;
  const first = mention.codes[0];
  if (first === undefined) return undefined;
  const scope = scopeOf([mention], knownOf(context));
  const ranked = rankCodes(tables.icd10cm, categoryOf(first), scope, mention.codes);
  const [best, next] = ranked;
  if (best === undefined || best.missing.length > 0 || best.contradicted) return namedCode(ranked, mention);
  if (best.candidate.features.other && !isNamedBelow(best.candidate.code, mention.codes))
    return namedCode(ranked, mention);
  // A side was said that no code of these words has: bilateral cysts are two codes, not one that leaves the side open.
  if (best.candidate.features.side === 'unspecified' && scope.sides.size > 0) return undefined;
  // The name is of a code of its own, and the best is only the residue of the category: neoplasm of skin.
  if (
    tables.icd10cm.find(best.candidate.code)?.title.endsWith('unspecified site') === true &&
    isBillable(context, first)
  )
    return first;
  if (next !== undefined && best.score - next.score < 0.1)
    return openOf(ranked, best) ?? mention.codes.find((code) => tables.icd10cm.find(code)?.billable);
  return best.candidate.code;
}

/** A residual code is meant where its own heading is named: `tear of medial meniscus` is S83.24, an other tear. */
function isNamedBelow(code: string, names: readonly string[]): boolean {
  return code === names[0] || names.some((name) => name.length > 4 && name !== code && code.startsWith(name));
}

/** Of codes that fit alike on the side that was said, the one that leaves the rest open: `fracture of right calcaneus`. */
function openOf(ranked: readonly Fit[], best: Fit): string | undefined {
  const open = ranked.filter(
    ({ candidate: { features }, score, missing, contradicted }) =>
      best.score - score < 0.11 &&
      missing.length === 0 &&
      !contradicted &&
      features.unspecified &&
      (features.side === 'left' || features.side === 'right'),
  );
  return open.length === 1 ? open[0]?.candidate.code : undefined;
}

/**
 * Where no title fits in all its words, the unspecified code that the words are a name of: `ankylosing spondylitis`.
 * Not where a word was said beside the name that another code of the category has and this one has not.
 */
function namedCode(ranked: readonly Fit[], mention: RecordMention): string | undefined {
  const own = ranked.find(({ candidate }) => candidate.code === mention.codes[0]);
  // What holds of the patient anyhow, such as the sex, was not said of the disease.
  const scope = scopeOf([mention]);
  if (own === undefined || own.contradicted || !own.candidate.features.unspecified) return undefined;
  const { code, features } = own.candidate;
  if (features.side === 'unspecified' && scope.sides.size > 0) return undefined;
  // The name's own words are those of its code, whatever other titles have them: depression is F32.9, not F32.89.
  const name = new Set(tokenize(mention.text).map(({ term }) => term));
  const says = (term: string): boolean =>
    scope.said.has(term) && !scope.implied.has(term) && !features.present.has(term) && !name.has(term);
  return ranked.some(({ candidate, matched }) => candidate !== own.candidate && matched.some(says)) ? undefined : code;
}

function isBillable({ tables }: RuleContext, code: string): boolean {
  return tables.icd10cm.find(code)?.billable === true;
}
