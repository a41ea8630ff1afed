import type { RuleContext } from '../rule.ts';
import type { ModelAnswer } from './answer-schema.ts';
import type { ChartPart } from './chart-parts.ts';
import { proveAnswer } from './checked-answer.ts';
import { joinAnswers } from './join-parts.ts';
import { judgeMissed } from './missed-findings.ts';
import { Drops, type ModelOutcome } from './model-outcome.ts';
import { givesOrders } from './orders-in-note.ts';
import { judgeVerdicts } from './verdict-findings.ts';
import { judgeLevel } from './visit-level.ts';

/** An answer with the part of the chart that was asked about. */
export interface PartAnswer {
  readonly part: ChartPart;
  readonly answer: ModelAnswer;
}

type Checked = Pick<
  Extract<ModelOutcome, { kind: 'answered' }>,
  'findings' | 'supported' | 'level' | 'dropped' | 'ordersInNote'
>;

/**
 * From answers to findings, through every check: spans that exist, codes that are billed or in the table, levels out of the published
 * table. Pure; holds whatever the answers say, so that a hostile answer can at worst be useless.
 */
export function checkAnswers(context: RuleContext, answers: readonly PartAnswer[]): Checked {
  const { chart } = context;
  const drops = new Drops();
  const proven = answers.map(({ part, answer }) => {
    const spans = new Map(
      part.documents.flatMap((document) => document.spans.map((span) => [span.number, span] as const)),
    );
    return proveAnswer(answer, spans, drops);
  });
  const joined = joinAnswers(proven, drops);
  const { findings, supported } = judgeVerdicts(context, joined.verdicts, drops);
  const level = judgeLevel(context, joined, drops);
  const missed = judgeMissed(context, joined.missed, drops);
  return {
    findings: [...findings, ...level.findings, ...missed],
    supported,
    level: level.level,
    dropped: drops.counts(),
    ordersInNote: chart.documents.some(
      ({ title, text }) => givesOrders(title) || givesOrders(text.replaceAll(/\s+/g, ' ')),
    ),
  };
}
