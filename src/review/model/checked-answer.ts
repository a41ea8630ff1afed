import type { Evidence } from '../finding.ts';
import type { CodeVerdict, DataKind, MissedCandidate, ModelAnswer, ProblemKind, RiskKind } from './answer-schema.ts';
import type { ProvenFact } from './mdm-rows.ts';
import type { Drops } from './model-outcome.ts';
import { givesOrders } from './orders-in-note.ts';
import { toEvidence, type NumberedSpan } from './spans.ts';

/** A verdict whose words stand in the text. */
export interface ProvenVerdict extends Pick<CodeVerdict, 'code' | 'verdict' | 'reason' | 'better'> {
  readonly evidence: readonly Evidence[];
}

export interface ProvenCandidate extends Pick<MissedCandidate, 'kind' | 'code' | 'managed'> {
  readonly evidence: readonly Evidence[];
}

/** The part of an answer whose span numbers lead to text. Codes are not looked up yet. */
export interface ProvenAnswer {
  readonly verdicts: readonly ProvenVerdict[];
  readonly problems: readonly ProvenFact<ProblemKind>[];
  readonly data: readonly ProvenFact<DataKind>[];
  readonly risk: readonly ProvenFact<RiskKind>[];
  readonly hasVisit: boolean;
  readonly missed: readonly ProvenCandidate[];
}

/** At most so many quotes a finding: more prove nothing more. */
const MOST_QUOTES = 3;

/** Replaces span numbers by the text they stand for. What points to no span of this part, or to words that give orders, is dropped. */
export function proveAnswer(answer: ModelAnswer, spans: ReadonlyMap<number, NumberedSpan>, drops: Drops): ProvenAnswer {
  const prove = (numbers: readonly number[]) => quotesOf(numbers, spans, drops);
  const facts = <Kind extends string>(
    claimed: readonly { readonly kind: Kind; readonly name: string; readonly spans: readonly number[] }[],
  ): ProvenFact<Kind>[] =>
    claimed.flatMap(({ kind, name, spans: numbers }) => {
      const evidence = prove(numbers);
      if (evidence.length === 0) drops.add('no-evidence');
      return evidence.length === 0 ? [] : [{ kind, name, evidence }];
    });
  return {
    verdicts: answer.codes.flatMap((verdict) => {
      const evidence = verdict.verdict === 'absent' ? [] : prove(verdict.spans);
      if (verdict.verdict !== 'absent' && evidence.length === 0) {
        drops.add('no-evidence');
        return [];
      }
      const { code, reason, better } = verdict;
      return [{ code: toCode(code), verdict: verdict.verdict, reason, better: better.map(toCode), evidence }];
    }),
    problems: facts(answer.visit?.problems ?? []),
    data: facts(answer.visit?.data ?? []),
    risk: facts(answer.visit?.risk ?? []),
    hasVisit: answer.visit !== null,
    missed: answer.missed.flatMap(({ kind, code, managed, spans: numbers }) => {
      const evidence = prove(numbers);
      if (evidence.length === 0) drops.add('no-evidence');
      return evidence.length === 0 ? [] : [{ kind, code: toCode(code), managed, evidence }];
    }),
  };
}

function quotesOf(numbers: readonly number[], spans: ReadonlyMap<number, NumberedSpan>, drops: Drops): Evidence[] {
  const found = [...new Set(numbers)].flatMap((number) => {
    const span = spans.get(number);
    if (span === undefined) drops.add('no-such-span');
    else if (givesOrders(span.text)) drops.add('span-gives-orders');
    else return [span];
    return [];
  });
  return found.slice(0, MOST_QUOTES).map(toEvidence);
}

function toCode(text: string): string {
  return text.trim().toUpperCase();
}
