import type { Query } from './query.ts';

export type QueryRule =
  | 'no-indicator'
  | 'only-prior-encounters'
  | 'leading-title'
  | 'forbidden-words'
  | 'codes-in-text'
  | 'no-other-option'
  | 'no-unable-option'
  | 'unsupported-option'
  | 'yes-no-for-new-diagnosis'
  | 'tails-not-last'
  | 'leading-question';

export interface QueryViolation {
  readonly rule: QueryRule;
  /** What is wrong, for the person who reads why a query was held back. */
  readonly message: string;
}

/** Words on what an answer would be worth: never in a text for a clinician. */
const IMPACT =
  /\b(?:pay(?:ment|er|s)?|reimburs\w*|revenue|DRGs?|MS-DRG|RAF|HCCs?|risk[- ]adjust\w*|risk score|quality (?:score|measure|metric|indicator)s?|severity(?: of illness)?|SOI|ROM|CC\/MCC|MCCs?|denials?|denied|audit\w*|bill(?:ed|ing|able)?|claim(?:s|ed)?|upcod\w*|case[- ]mix|profitab\w*|RVUs?|star rating|expected mortality|dollars?|\$\s?\d)/i;
const LEADING =
  /\b(?:would you agree|do you agree|don'?t you|isn'?t it|please (?:document|add|confirm) (?:the )?(?:diagnosis|that the patient has)|should be documented as|it appears that the patient has|we (?:need|recommend|suggest))\b/i;
const CODE = /\b(?:\d{5}|[A-TV-Z]\d[0-9A-Z]\.[0-9A-Z]{1,4}|[GJQ]\d{4})\b/;

/**
 * What a query breaks of the practice for compliant queries (AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice, 2022).
 * One standard for every query, whoever or whatever wrote it. Empty: it may be sent.
 */
export function lintQuery(query: Query): QueryViolation[] {
  return [...lintIndicators(query), ...lintWords(query), ...lintOptions(query), ...lintType(query)];
}

function violation(rule: QueryRule, message: string): QueryViolation {
  return { rule, message };
}

function lintIndicators({ indicators }: Query): QueryViolation[] {
  const quoted = indicators.filter((indicator) => indicator.quote.trim() !== '');
  if (quoted.length === 0) return [violation('no-indicator', 'A query cites at least one passage of the record.')];
  const current = quoted.filter((indicator) => indicator.day === undefined || indicator.day >= 0);
  return current.length > 0
    ? []
    : [violation('only-prior-encounters', 'Facts of earlier encounters cannot be the only support.')];
}

function lintWords({ title, question, options }: Query): QueryViolation[] {
  const found: QueryViolation[] = [];
  const own = [title, question, ...options.map((option) => option.text)];
  const words = own.map((text) => IMPACT.exec(text)?.[0]).find((match) => match !== undefined);
  if (words) found.push(violation('forbidden-words', `Speaks of the answer's worth: "${words}".`));
  if (own.some((text) => CODE.test(text)))
    found.push(violation('codes-in-text', 'Names a code; a query asks about the patient, not about codes.'));
  if (LEADING.test(question)) found.push(violation('leading-question', 'The question names the answer it wants.'));
  const named = options.find((option) => option.kind === 'clinical' && sharesWords(title, option.text));
  if (named) found.push(violation('leading-title', `The title names an option: "${named.text}".`));
  return found;
}

/** Whether the title holds the telling words of an option. */
function sharesWords(title: string, option: string): boolean {
  const telling = option.toLowerCase().match(/[a-z]{5,}/g) ?? [];
  const inTitle = new Set(title.toLowerCase().match(/[a-z]{5,}/g) ?? []);
  return telling.length > 0 && telling.filter((word) => inTitle.has(word)).length / telling.length > 0.5;
}

function lintOptions({ options, indicators, type }: Query): QueryViolation[] {
  if (type === 'yes-no') return [];
  const found: QueryViolation[] = [];
  if (!options.some((option) => option.kind === 'other'))
    found.push(violation('no-other-option', 'The options lack "Other (please specify)".'));
  if (!options.some((option) => option.kind === 'unable'))
    found.push(violation('no-unable-option', 'The options lack "Unable to determine".'));
  const firstTail = options.findIndex((option) => option.kind === 'other' || option.kind === 'unable');
  if (
    firstTail >= 0 &&
    options.slice(firstTail).some((option) => option.kind === 'clinical' || option.kind === 'record')
  )
    found.push(violation('tails-not-last', '"Other" and "Unable to determine" stand last.'));
  const unsupported = options.find(
    (option) => option.kind === 'clinical' && !option.supportedBy.some((index) => indicators[index] !== undefined),
  );
  if (unsupported) found.push(violation('unsupported-option', `No indicator supports "${unsupported.text}".`));
  return found;
}

function lintType({ type, aboutDocumentedDiagnosis }: Query): QueryViolation[] {
  return type === 'yes-no' && !aboutDocumentedDiagnosis
    ? [violation('yes-no-for-new-diagnosis', 'A yes/no question may only substantiate a diagnosis that is documented.')]
    : [];
}
