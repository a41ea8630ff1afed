import { spawn } from 'node:child_process';
import { text as textOf } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import nlp from 'compromise';
import { SyncRedactor } from 'redact-pii';
import { z } from 'zod';
import type { Chart } from '#chart/index.ts';
import { checkForLeaks, createDeidentifier, deidentifyChart, knownRecordOf } from '#deidentify/index.ts';
import { benchHostileTexts } from './hostile-texts.ts';
import { percentiles, sampleCharts } from './sample-charts.ts';

/** Characters of a note, as the issue of speed is stated: p99 for 4 kB. */
const NOTE_CHARACTERS = 4_096;
const NOTES = 400;
/** Rounds over all notes before the clock counts: the compiler needs about a second to know what is hot. */
const WARM_ROUNDS = 6;
const CHART_ROUNDS = 40;

interface Contender {
  readonly name: string;
  /** Notes fewer where one takes seconds. */
  readonly notes: number;
  run(text: string): unknown;
}

/** RevRx's local detectors beside redact-pii, compromise and a pass that reads every character and does nothing. */
export async function benchDeidentify(): Promise<void> {
  const charts = await sampleCharts();
  const [chart] = charts;
  if (chart === undefined) throw new Error('no sample chart');
  const record = knownRecordOf(chart);
  const notes = toNotes(charts.flatMap(({ documents }) => documents.map(({ text }) => text)));
  await benchAlone(notes);
  const redactor = new SyncRedactor();
  const contenders: Contender[] = [
    { name: 'no-op pass', notes: NOTES, run: readAll },
    { name: 'RevRx', notes: NOTES, run: (text) => createDeidentifier(record).deidentify(text) },
    { name: 'RevRx gate', notes: NOTES, run: (text) => checkForLeaks(text, record) },
    { name: 'redact-pii', notes: NOTES, run: (text) => redactor.redact(text) },
    { name: 'compromise', notes: 10, run: (text) => nlp(text).people().out('array') },
  ];
  console.log(`${NOTES} notes of ${NOTE_CHARACTERS} characters, one core, warm`);
  for (const contender of contenders) measure(contender, notes);
  await benchCharts(charts);
  benchHostileTexts(record);
}

const aloneResult = z.object({ readyMs: z.number(), readyCpuMs: z.number(), residentBytes: z.number() });

/** Start and memory of a process of its own that has all notes de-identified. */
async function benchAlone(notes: readonly string[]): Promise<void> {
  const script = fileURLToPath(new URL('./deidentify-alone.ts', import.meta.url));
  const child = spawn(process.execPath, [...process.execArgv, script], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(notes.map((note) => `${JSON.stringify(note)}\n`).join(''));
  const { readyMs, readyCpuMs, residentBytes } = aloneResult.parse(JSON.parse(await textOf(child.stdout)));
  const memory = Math.round(residentBytes / 1024 ** 2);
  console.log(
    `alone in a process: ready in ${readyMs.toFixed(0)} ms (${readyCpuMs.toFixed(0)} ms of processor time), ${memory} MiB after ${notes.length} notes`,
  );
}

/** Whole charts, as the pipeline de-identifies them: every text, the claim, the facts, then the gate over all that was made. */
async function benchCharts(charts: readonly Chart[]): Promise<void> {
  const megabytes = charts.reduce((sum, { documents }) => sum + bytesOf(documents.map(({ text }) => text)), 0) / 1e6;
  for (let round = 0; round < WARM_ROUNDS; round++) for (const chart of charts) await deidentifyChart(chart);
  const began = process.threadCpuUsage();
  for (let round = 0; round < CHART_ROUNDS; round++) for (const chart of charts) await deidentifyChart(chart);
  const seconds = cpuSecondsSince(began) / CHART_ROUNDS;
  const eachMs = (seconds * 1_000) / charts.length;
  console.log(
    `whole charts ${(megabytes / seconds).toFixed(2).padStart(8)} MB/s of notes, ${eachMs.toFixed(2)} ms each, gate included`,
  );
}

function measure({ name, notes: count, run }: Contender, notes: readonly string[]): void {
  const some = notes.slice(0, count);
  for (let round = 0; round < (count === NOTES ? WARM_ROUNDS : 1); round++) for (const note of some) run(note);
  const began = process.threadCpuUsage();
  const times = some.map((note) => {
    const begun = performance.now();
    run(note);
    return performance.now() - begun;
  });
  const cpu = cpuSecondsSince(began);
  const wall = times.reduce((sum, ms) => sum + ms, 0) / 1_000;
  const megabytes = bytesOf(some) / 1e6;
  const { p50, p99 } = percentiles(times);
  console.log(
    `${name.padEnd(12)} ${(megabytes / cpu).toFixed(2).padStart(8)} MB/s of processor time, ${(megabytes / wall).toFixed(2)} by the clock   p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms`,
  );
}

function cpuSecondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.threadCpuUsage(began);
  return (user + system) / 1e6;
}

function bytesOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
}

function readAll(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
  return sum;
}

/** Notes of one size, cut from the run of all notes. */
function toNotes(texts: readonly string[]): string[] {
  const run = texts.join('\n\n');
  return Array.from({ length: NOTES }, (_, at) => {
    const start = (at * 997) % Math.max(1, run.length - NOTE_CHARACTERS);
    return run.slice(start, start + NOTE_CHARACTERS);
  });
}
