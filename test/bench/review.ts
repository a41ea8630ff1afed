import { loadCodeTables } from '#codes/index.ts';
import { dateOfService } from '#chart/index.ts';
import { parseConfig } from '#config/index.ts';
import { deidentifyChart, type DeidentifiedChart } from '#deidentify/index.ts';
import { reviewChart } from '#review/index.ts';
import { percentiles, sampleCharts } from './sample-charts.ts';

const DEFAULT_CHARTS = 5_000;
const MEMORY_POINTS = 8;
/** Characters of a long chart. */
const LONG = 10_000;

/**
 * The rules on de-identified charts, beside a pass that only turns the chart into JSON and back. Uses the imported code
 * tables where there are some (REVRX_CODES_DIR).
 */
export async function benchReview([count]: readonly string[]): Promise<void> {
  const rounds = count === undefined ? DEFAULT_CHARTS : Number(count);
  const library = loadCodeTables({ directory: parseConfig(process.env).codesDirectory });
  const originals = await sampleCharts();
  const charts = await Promise.all(
    originals.map(async (original) => ({
      chart: (await deidentifyChart(original)).chart,
      tables: library.tablesFor(dateOfService(original)),
    })),
  );
  const characters = charts.reduce(
    (sum, { chart }) => sum + chart.documents.reduce((all, { text }) => all + text.length, 0),
    0,
  );
  for (const { chart, tables } of charts) reviewChart(chart, tables);
  const floor = time(rounds, (at) => JSON.parse(JSON.stringify(charts[at % charts.length]?.chart)));
  const memory = [process.memoryUsage.rss()];
  const rules = time(rounds, (at) => {
    const one = charts[at % charts.length];
    if ((at + 1) % Math.ceil(rounds / MEMORY_POINTS) === 0) memory.push(process.memoryUsage.rss());
    return one === undefined ? undefined : reviewChart(one.chart, one.tables);
  });
  const long = charts.map(({ chart, tables }, at) => ({ chart: lengthened(chart, charts, at), tables }));
  for (const { chart, tables } of long) reviewChart(chart, tables);
  const begun = process.cpuUsage();
  for (const { chart, tables } of long) reviewChart(chart, tables);
  const used = process.cpuUsage(begun);
  const release = charts[0]?.tables.icd10cm.release.label ?? 'no table';
  console.log(
    `${rounds} charts of ${Math.round(characters / charts.length)} characters on average, one core, warm; ${release}`,
  );
  console.log(`rules       ${describe(rules)}`);
  console.log(`JSON floor  ${describe(floor)}`);
  console.log(
    `memory      ${memory.map((bytes) => Math.round(bytes / 1024 ** 2)).join(', ')} MiB, from before to after`,
  );
  console.log(
    `10 kB chart ${((used.user + used.system) / 1_000 / long.length).toFixed(1)} ms of processor time, over ${long.length} charts`,
  );
}

/** A chart whose notes are written on with those of the charts behind it, up to 10 kB. */
function lengthened(
  chart: DeidentifiedChart,
  all: readonly { readonly chart: DeidentifiedChart }[],
  from: number,
): DeidentifiedChart {
  const [first] = chart.documents;
  if (first === undefined) return chart;
  let text = '';
  for (let at = from; text.length < LONG; at += 1)
    text += `${all[at % all.length]?.chart.documents.map((document) => document.text).join('\n\n') ?? ''}\n\n`;
  return { ...chart, documents: [{ ...first, text: text.slice(0, LONG) }] };
}

function time(rounds: number, run: (at: number) => unknown): number[] {
  return Array.from({ length: rounds }, (_, at) => {
    const begun = performance.now();
    run(at);
    return performance.now() - begun;
  });
}

function describe(times: readonly number[]): string {
  const { p50, p99 } = percentiles(times);
  const total = times.reduce((sum, ms) => sum + ms, 0);
  return `${((times.length / total) * 1_000).toFixed(0).padStart(6)} charts/s   p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms`;
}
