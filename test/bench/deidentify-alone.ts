/**
 * A process that does nothing but de-identify: its own file, because only a fresh process can tell what the start and the memory are.
 * Takes notes on stdin, one JSON string a line; prints one line of JSON.
 */
const began = process.cpuUsage();
const beganAt = performance.now();
const { createDeidentifier, NOTHING_KNOWN, textLines } = await import('#deidentify/index.ts');
createDeidentifier(NOTHING_KNOWN).deidentify('ready');
const { user, system } = process.cpuUsage(began);
const readyMs = performance.now() - beganAt;

for await (const line of textLines(process.stdin.setEncoding('utf8')))
  createDeidentifier(NOTHING_KNOWN).deidentify(String(JSON.parse(line)));
console.log(JSON.stringify({ readyMs, readyCpuMs: (user + system) / 1_000, residentBytes: process.memoryUsage.rss() }));
