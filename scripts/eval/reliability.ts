import type { Finding } from '#review/index.ts';
import { expectedPrecision } from '#review/calibration/expected-precision.ts';
import { wilson } from './wilson.ts';
import { toText } from './report.ts';
import type { CaseScore, Scored } from './score.ts';

const BANDS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01];

/**
 * Whether confidences mean what they say: of findings with 0.8, about four in five are right (strictly). By band of confidence and by
 * rule, with the measured precision, its 95 % interval (Wilson) and how far the stated confidence is from it. A finding that is half
 * right counts half.
 */
export function describeReliability(scores: readonly CaseScore[]): string {
  const predicted = scores.flatMap((score) => score.predicted);
  const bands = BANDS.slice(0, -1).flatMap((from, at) => {
    const below = BANDS[at + 1] ?? 1.01;
    const own = predicted.filter(({ finding }) => finding.confidence >= from && finding.confidence < below);
    return own.length === 0 ? [] : [toRow(`${from.toFixed(2)} to ${Math.min(1, below).toFixed(2)}`, own)];
  });
  const byRule = Map.groupBy(predicted, ({ finding }) => finding.rule.id);
  const rules = [...byRule].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([rule, own]) => toRow(rule, own));
  const heads = ['', 'findings', 'right', 'stated', 'measured', '95 % interval', 'expected', 'difference'];
  return [
    toText([['by confidence', ...heads.slice(1)], ...bands]),
    toText([['by rule', ...heads.slice(1)], ...rules]),
    `calibration error (mean difference by band, weighted): ${calibrationError(predicted).toFixed(3)}; Brier score: ${brier(predicted).toFixed(3)}`,
  ].join('\n\n');
}

function toRow(name: string, own: readonly Scored<Finding>[]): string[] {
  const right = sum(own.map(({ strict }) => strict));
  const stated = mean(own.map(({ finding }) => finding.confidence));
  const { from, to } = wilson(right, own.length);
  const expected = expectedPrecision({ right, found: own.length, stated });
  return [
    name,
    String(own.length),
    right.toFixed(1),
    stated.toFixed(3),
    (right / own.length).toFixed(3),
    `${from.toFixed(2)} to ${to.toFixed(2)}`,
    expected.toFixed(3),
    (stated - right / own.length).toFixed(3),
  ];
}

function calibrationError(predicted: readonly Scored<Finding>[]): number {
  const bands = Map.groupBy(predicted, ({ finding }) => BANDS.findLastIndex((from) => finding.confidence >= from));
  const errors = [...bands.values()].map((own) => {
    const gap = mean(own.map(({ finding }) => finding.confidence)) - mean(own.map(({ strict }) => strict));
    return Math.abs(gap) * own.length;
  });
  return predicted.length === 0 ? 0 : sum(errors) / predicted.length;
}

function brier(predicted: readonly Scored<Finding>[]): number {
  return mean(predicted.map(({ finding, strict }) => (finding.confidence - strict) ** 2));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : sum(values) / values.length;
}
