import nlp from 'compromise';
import { SyncRedactor } from 'redact-pii';
import { createDeidentifier, knownRecordOf, parseKnownRecord } from '#deidentify/index.ts';
import { percentiles, sampleCharts } from './sample-charts.ts';

/** Characters of a note, as the issue of speed is stated: p99 for 4 kB. */
const NOTE_CHARACTERS = 4_096;
const NOTES = 400;
const HOSTILE_CHARACTERS = 1_000_000;

interface Contender {
  readonly name: string;
  /** Notes fewer where one takes seconds. */
  readonly notes: number;
  run(text: string): unknown;
}

/** RevRx's local detectors beside redact-pii, compromise and a pass that reads every character and does nothing. */
export async function benchDeidentify(): Promise<void> {
  const started = performance.now();
  createDeidentifier(parseKnownRecord({})).deidentify('ready');
  const readyMs = performance.now() - started;
  const charts = await sampleCharts();
  const [chart] = charts;
  if (chart === undefined) throw new Error('no sample chart');
  const record = knownRecordOf(chart);
  const notes = toNotes(charts.flatMap(({ documents }) => documents.map(({ text }) => text)));
  const redactor = new SyncRedactor();
  const contenders: Contender[] = [
    { name: 'no-op pass', notes: NOTES, run: readAll },
    { name: 'RevRx', notes: NOTES, run: (text) => createDeidentifier(record).deidentify(text) },
    { name: 'redact-pii', notes: NOTES, run: (text) => redactor.redact(text) },
    { name: 'compromise', notes: 20, run: (text) => nlp(text).people().out('array') },
  ];
  console.log(
    `${NOTES} notes of ${NOTE_CHARACTERS} characters, one core, warm; detectors ready in ${readyMs.toFixed(0)} ms`,
  );
  for (const contender of contenders) measure(contender, notes);
  console.log(`memory ${Math.round(process.memoryUsage.rss() / 1024 ** 2)} MiB resident with all of them loaded`);
  for (const [name, text] of hostileTexts()) {
    const begun = performance.now();
    createDeidentifier(record).deidentify(text);
    const ms = performance.now() - begun;
    console.log(`1 MB of ${name.padEnd(24)} ${ms.toFixed(0)} ms (${(text.length / ms / 1_000).toFixed(1)} MB/s)`);
  }
}

function measure({ name, notes: count, run }: Contender, notes: readonly string[]): void {
  const some = notes.slice(0, count);
  for (const note of some.slice(0, 50)) run(note);
  const times = some.map((note) => {
    const begun = performance.now();
    run(note);
    return performance.now() - begun;
  });
  const total = times.reduce((sum, ms) => sum + ms, 0);
  const megabytes = some.reduce((sum, note) => sum + Buffer.byteLength(note), 0) / 1e6;
  const { p50, p99 } = percentiles(times);
  console.log(
    `${name.padEnd(12)} ${(megabytes / (total / 1_000)).toFixed(2).padStart(8)} MB/s   p50 ${p50.toFixed(2)} ms   p99 ${p99.toFixed(2)} ms`,
  );
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

/** Texts that make careless expressions backtrack. */
function hostileTexts(): [string, string][] {
  const repeated = (piece: string): string => piece.repeat(Math.ceil(HOSTILE_CHARACTERS / piece.length));
  return [
    ['digits', repeated('7')],
    ['digits and hyphens', repeated('12-')],
    ['spaces', repeated(' ')],
    ['capitals', repeated('A')],
    ['"Dr. " and names', repeated('Dr. Mary ')],
    ['at signs and dots', repeated('a.@')],
    ['slashes', repeated('1/2/')],
    ['line breaks', repeated('Street\n')],
  ];
}
