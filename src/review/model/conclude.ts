import type { CodeTables } from '#codes/index.ts';
import type { DeidentifiedChart } from '#deidentify/index.ts';
import type { Log } from '#kernel/index.ts';
import type { ModelUsage } from '../finding.ts';
import { analyseDocument } from '../language/index.ts';
import { checkAnswers, type PartAnswer } from './check-answer.ts';
import type { ModelOutcome } from './model-outcome.ts';

interface Conclusion {
  readonly chart: DeidentifiedChart;
  readonly tables: CodeTables;
  readonly answers: readonly PartAnswer[];
  readonly model: string;
  readonly usage: ModelUsage;
  readonly log: Log;
}

/** The outcome of a chart whose parts are all answered. Logs counts, never text. */
export function conclude({ chart, tables, answers, model, usage, log }: Conclusion): ModelOutcome {
  const documents = chart.documents.map((document) => analyseDocument(document, tables.icd10cm));
  const checked = checkAnswers({ chart, tables, documents }, answers);
  log.info('model read a chart', {
    model,
    parts: answers.length,
    findings: checked.findings.length,
    dropped: Object.values(checked.dropped).reduce((sum, count) => sum + count, 0),
    ...usage,
  });
  return { kind: 'answered', model, ...checked, usage };
}
