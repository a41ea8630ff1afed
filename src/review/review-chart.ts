import type { CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import { calibrate } from './calibration/calibrate.ts';
import type { Finding, NotEvaluated, ReviewResult } from './finding.ts';
import { analyseDocument } from './language/index.ts';
import { markStale } from './mark-stale.ts';
import { reconcile } from './reconcile.ts';
import type { Rule, RuleContext } from './rule.ts';
import { rules } from './rules/index.ts';

/**
 * Reviews a chart by the rules alone: reads its documents once, runs every rule, reports one cause once. Pure; the
 * same chart and tables give the same result in the same order.
 */
export function reviewChart(
  chart: DeidentifiedChart,
  tables: CodeTables,
  options: ConfidenceOptions = {},
): ReviewResult {
  const documents = chart.documents.map((document) => analyseDocument(document, tables.icd10cm));
  return reviewWith(rules, { chart, tables, documents }, options);
}

interface ConfidenceOptions {
  /** `stated`: as the rules say it, to measure them by. Default: as cases bear it out. */
  readonly confidence?: 'calibrated' | 'stated';
}

/** The same for chosen rules, so that one can be tried by itself. */
export function reviewWith(
  chosen: readonly Rule[],
  context: RuleContext,
  { confidence = 'calibrated' }: ConfidenceOptions = {},
): ReviewResult {
  const outcomes = chosen.map((rule) => rule.evaluate(context));
  const stated = outcomes.flatMap((outcome) => outcome.findings);
  const findings = reconcile(confidence === 'stated' ? stated : stated.map(calibrate));
  return {
    findings: findings.map((finding) => markStale(finding, context.tables)).toSorted(byConfidence),
    notEvaluated: distinct(outcomes.flatMap((outcome) => outcome.notEvaluated ?? [])),
    model: { used: false },
  };
}

/** The order of findings: by confidence, then by rule and code. Never by money. */
export function byConfidence(a: Finding, b: Finding): number {
  if (a.confidence !== b.confidence) return b.confidence - a.confidence;
  return compareText(sortKey(a), sortKey(b));
}

function sortKey({ rule, billed, suggested }: Finding): string {
  return [rule.id, billed.join('+'), suggested.join('+')].join(' ');
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function distinct(notEvaluated: readonly NotEvaluated[]): NotEvaluated[] {
  const byText = new Map(notEvaluated.map((one) => [`${one.rule} ${one.reason}`, one]));
  return [...byText.entries()].toSorted(([a], [b]) => compareText(a, b)).map(([, one]) => one);
}
