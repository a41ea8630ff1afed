/**
 * Measures the reviewer on cases whose right findings are known:
 *   npm run eval -- --reviewer rules|model|both --cases DIR… [--codes DIR] [--record DIR | --replay DIR] [--reliability] [--measure SOURCE] [--verbose]
 * `--reliability` prints whether confidences mean what they say, by band and rule. `--cases` may be given several times.
 * `--measure SOURCE` reviews with the confidences that the rules state, and writes what the cases have shown of each into
 * src/review/calibration/measured-precision.ts, with the words that say which cases they were.
 * `model` and `both` ask the model of the environment (OPENAI_MODEL …) and can keep its answers; `--replay` asks nobody.
 */
import { parseArgs } from 'node:util';
import { loadCodeTables } from '#codes/index.ts';
import { parseConfig, type ModelConfig } from '#config/index.ts';
import { silentLog } from '#kernel/index.ts';
import { createOpenAiSource, createReviewerOn, type ModelReviewer } from '#review/index.ts';
import { recording, replaying } from './eval/kept-answers.ts';
import { describeModel } from './eval/model-summary.ts';
import { writeMeasured } from './eval/measure.ts';
import { describeReliability } from './eval/reliability.ts';
import { describeScores } from './eval/report.ts';
import { REVIEWERS, reviewAs, type EvaluatedReview, type ReviewerName } from './eval/review-as.ts';
import { readCases } from './eval/review-case.ts';
import { scoreCase, type CaseScore } from './eval/score.ts';

const USAGE =
  'usage: npm run eval -- --reviewer rules|model|both --cases DIR… [--codes DIR] [--record DIR | --replay DIR] [--reliability] [--measure SOURCE] [--verbose]';

interface Options {
  readonly reviewer: ReviewerName;
  readonly cases: readonly string[];
  readonly codes: string | undefined;
  readonly record: string | undefined;
  readonly replay: string | undefined;
  readonly reliability: boolean;
  /** What the cases are, for the table that is written from them. */
  readonly measure: string | undefined;
  readonly verbose: boolean;
}

function readOptions(): Options | undefined {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    options: {
      reviewer: text,
      cases: { ...text, multiple: true },
      codes: text,
      record: text,
      replay: text,
      reliability: { type: 'boolean' },
      measure: text,
      verbose: { type: 'boolean' },
    },
  });
  const reviewer = REVIEWERS.find((name) => name === (values.reviewer ?? 'rules'));
  if (reviewer === undefined || values.cases === undefined) return undefined;
  const { cases, codes, record, replay, reliability = false, measure, verbose = false } = values;
  return { reviewer, cases, codes, record, replay, reliability, measure, verbose };
}

function createReviewer(model: ModelConfig | undefined, { replay, record }: Options): ModelReviewer | undefined {
  if (replay !== undefined) return createReviewerOn(replaying(replay), { log: silentLog });
  if (model === undefined) return undefined;
  const source = createOpenAiSource({ ...model, model: model.name });
  const kept = record === undefined ? source : recording(source, record);
  return createReviewerOn(kept, { log: silentLog, prices: model.prices });
}

async function evaluate(options: Options): Promise<number> {
  const config = parseConfig(process.env);
  const reviewer = options.reviewer === 'rules' ? undefined : createReviewer(config.model, options);
  if (options.reviewer !== 'rules' && reviewer === undefined) {
    console.error(
      'No model is configured: set OPENAI_MODEL and OPENAI_API_KEY (see .env.example), or give --replay DIR.',
    );
    return 2;
  }
  const library = loadCodeTables({ directory: options.codes ?? config.codesDirectory });
  const scores: CaseScore[] = [];
  const reviews: EvaluatedReview[] = [];
  for (const review of (await Promise.all(options.cases.map(readCases))).flat()) {
    const result = await reviewAs(review, {
      as: options.reviewer,
      reviewer,
      library,
      stated: options.measure !== undefined,
    });
    reviews.push(result);
    scores.push(scoreCase(review, result.findings));
  }
  console.log(describeScores(scores, options));
  if (options.measure !== undefined) console.log(`\nwrote ${await writeMeasured(scores, options.measure)}`);
  if (options.reliability) console.log(`\n${describeReliability(scores)}`);
  if (reviewer !== undefined) console.log(`\n${describeModel(reviews)}`);
  return 0;
}

const options = readOptions();
if (options === undefined) console.error(USAGE);
process.exitCode = options === undefined ? 2 : await evaluate(options);
