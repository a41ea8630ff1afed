import type { CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import type { Finding, NotEvaluated } from './finding.ts';
import type { AnalysedDocument } from './language/analysed-document.ts';

/** What a rule looks at. All of it is pure data, so that a rule is a pure function. */
export interface RuleContext {
  readonly chart: DeidentifiedChart;
  readonly tables: CodeTables;
  /** The chart's documents, read once for all rules. */
  readonly documents: readonly AnalysedDocument[];
}

export interface RuleOutcome {
  readonly findings: readonly Finding[];
  readonly notEvaluated?: readonly NotEvaluated[];
}

/** One check. Its id is its file's name; its source says where the rule is published. */
export interface Rule {
  readonly id: string;
  readonly source: string;
  evaluate(context: RuleContext): RuleOutcome;
}
