import { appendFileSync, existsSync, mkdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';

/** An append-only file of JSON values, one a line: what was written to the sandbox, to be replayed after a restart. */
export interface Journal {
  /** The lines written so far, oldest first. A torn last line (the process died in mid-write) is cut off and left out. */
  replay(): unknown[];
  append(entry: object): void;
}

/** @throws SyntaxError where a line other than the last is damaged: the file was edited, not torn. */
export function createFileJournal(path: string): Journal {
  mkdirSync(dirname(path), { recursive: true });
  return {
    replay: () => (existsSync(path) ? readLines(path) : []),
    append: (entry) => appendWhole(path, `${JSON.stringify(entry)}\n`),
  };
}

/** On a full disk, part of a line would spoil the next one. */
function appendWhole(path: string, line: string): void {
  const size = existsSync(path) ? statSync(path).size : undefined;
  try {
    appendFileSync(path, line);
  } catch (error) {
    if (size !== undefined) truncateSync(path, size);
    throw error;
  }
}

function readLines(path: string): unknown[] {
  const bytes = readFileSync(path);
  const whole = bytes.lastIndexOf(0x0a) + 1;
  if (whole < bytes.length) truncateSync(path, whole);
  const text = bytes.subarray(0, whole).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): unknown => JSON.parse(line));
}
