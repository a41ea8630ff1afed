import type { Finding } from '#review/index.ts';
import { assign } from './assignment.ts';
import type { ExpectedFinding, ReviewCase } from './review-case.ts';

/** A finding with what it is worth: 1, ½ for a kind that says nearly the same, 0. */
export interface Scored<Of> {
  readonly caseId: string;
  readonly finding: Of;
  readonly strict: number;
  readonly lenient: number;
}

export interface CaseScore {
  readonly id: string;
  readonly clean: boolean;
  readonly expected: readonly Scored<ExpectedFinding>[];
  readonly predicted: readonly Scored<Finding>[];
  readonly notVerbatim: readonly string[];
}

const NEARLY: readonly (readonly string[])[] = [
  ['diagnosis-specificity', 'wrong-diagnosis'],
  ['unsupported-diagnosis', 'wrong-diagnosis'],
];

/** Among matches of equal credit the likelier pair is taken. */
const AFFINITY = 1e-3;

/**
 * Strict: kind, a billed code in common (or none on both sides), and the suggested codes as a set, where the case names any. Lenient: the
 * last left out. One finding matches one.
 */
export function scoreCase(review: ReviewCase, findings: readonly Finding[]): CaseScore {
  const strict = match(review.expected, findings, strictCredit);
  const lenient = match(review.expected, findings, lenientCredit);
  const text = review.notes.map((note) => oneLine(note.text)).join('\n');
  const credit = (matches: readonly Match[], column: number) =>
    matches.find((one) => one.column === column)?.credit ?? 0;
  return {
    id: review.id,
    clean: review.clean,
    expected: review.expected.map((finding, row) => ({
      caseId: review.id,
      finding,
      strict: strict[row]?.credit ?? 0,
      lenient: lenient[row]?.credit ?? 0,
    })),
    predicted: findings.map((finding, column) => ({
      caseId: review.id,
      finding,
      strict: credit(strict, column),
      lenient: credit(lenient, column),
    })),
    notVerbatim: findings
      .flatMap(({ evidence }) => evidence.map(({ quote }) => quote))
      .filter((quote) => oneLine(quote) === '' || !text.includes(oneLine(quote))),
  };
}

interface Match {
  readonly column: number;
  readonly credit: number;
}

function match(
  expected: readonly ExpectedFinding[],
  findings: readonly Finding[],
  creditOf: (expected: ExpectedFinding, finding: Finding) => number,
): Match[] {
  const credits = expected.map((wanted) => findings.map((found) => creditOf(wanted, found)));
  const weights = expected.map((wanted, row) =>
    findings.map((found, column) => {
      const credit = credits[row]?.[column] ?? 0;
      return credit === 0 ? 0 : credit + AFFINITY * affinity(wanted, found);
    }),
  );
  return assign(weights).map((column, row) => ({ column, credit: column === -1 ? 0 : (credits[row]?.[column] ?? 0) }));
}

function lenientCredit(expected: ExpectedFinding, finding: Finding): number {
  const bothEmpty = expected.billed.length === 0 && finding.billed.length === 0;
  const found = new Set(finding.billed.map(lineOf));
  if (!bothEmpty && !expected.billed.some((code) => found.has(lineOf(code)))) return 0;
  if (expected.kind === finding.kind) return 1;
  return NEARLY.some((pair) => pair.includes(expected.kind) && pair.includes(finding.kind)) ? 0.5 : 0;
}

function strictCredit(expected: ExpectedFinding, finding: Finding): number {
  const right = [expected.suggested, ...expected.alternatives];
  const isRight = expected.suggested.length === 0 || right.some((codes) => sameSet(codes, finding.suggested));
  return isRight ? lenientCredit(expected, finding) : 0;
}

function affinity(expected: ExpectedFinding, finding: Finding): number {
  const suggested = [expected.suggested, ...expected.alternatives].some((codes) => sameSet(codes, finding.suggested));
  return (
    (Number(suggested) +
      Number(sameSet(expected.billed, finding.billed)) +
      Number(expected.direction === finding.direction)) /
    3
  );
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  const [one, other] = [new Set(a.map(normal)), new Set(b.map(normal))];
  return one.size === other.size && [...one].every((code) => other.has(code));
}

const normal = (code: string) => code.trim().toUpperCase();
const lineOf = (code: string) => normal(code).split('-')[0] ?? '';
const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
