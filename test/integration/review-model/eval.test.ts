import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startResponsesServer, type ResponsesServer, type SentRequest } from '#test/support/responses-server.ts';

const root = join(import.meta.dirname, '..', '..', '..');
const CASES = ['dx-knee-oa-side', 'dx-dm-clean', 'claim-new-clean'];

interface Ran {
  readonly code: number;
  readonly output: string;
}

let folder: string;
let server: ResponsesServer;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'revrx-eval-'));
  for (const name of CASES)
    await copyFile(join(root, 'test/fixtures/review', `${name}.json`), join(folder, `${name}.json`));
  server = await startResponsesServer([{ kind: 'text', text: answer }]);
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** Finds the side of the knee; says that everything else stands. */
function answer({ input }: SentRequest): string {
  const billed = [...input.matchAll(/^(?:diagnosis|service) \d+: ([A-Z\d.]+)/gm)].map(([, code]) => code);
  const line = input.split('\n').find((one) => one.includes('Primary osteoarthritis of the right knee'));
  const span = Number(/^\[(\d+)\]/.exec(line ?? '')?.[1] ?? 1);
  const codes = billed.map((code) =>
    code === 'M17.9'
      ? { code, verdict: 'contradicted', reason: 'more-specific-in-record', spans: [span], better: ['M17.11'] }
      : { code, verdict: 'supported', reason: 'documented', spans: [1], better: [] },
  );
  return JSON.stringify({ codes, visit: null, missed: [] });
}

async function runEval(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ran> {
  const clean = { PATH: process.env['PATH'] ?? '', HOME: folder, REVRX_CODES_DIR: join(folder, 'no-codes') };
  const script = join(root, 'scripts/eval.ts');
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd: root, env: { ...clean, ...env } }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr }),
    );
  });
}

describe('npm run eval', () => {
  it('scores the rules: recall and precision, clean cases, tables by kind, direction and rule', async () => {
    const { code, output } = await runEval(['--reviewer', 'rules', '--cases', folder]);
    expect(code).toBe(0);
    expect(output).toMatch(/^overall +1 +\d+ +[01]\.\d{3} +1\.000 +[01]\.\d{3} +1\.000$/m);
    expect(output).toMatch(/^kind diagnosis-specificity +1 +\d/m);
    expect(output).toMatch(/^direction under +1 +\d/m);
    expect(output).toMatch(/^rule diagnosis-specificity +0 +\d/m);
    expect(output).toMatch(/^3 cases; of 2 clean ones \d without a finding/m);
    expect(output).toContain('not verbatim: 0');
  });

  it('scores a model by itself, keeps its answers, and gives the same from what it kept without asking anyone', async () => {
    const kept = join(folder, 'kept');
    const model = { OPENAI_MODEL: 'tester', OPENAI_BASE_URL: server.baseUrl };
    const asked = await runEval(['--reviewer', 'model', '--cases', folder, '--record', kept], model);
    expect(asked.code).toBe(0);
    expect(asked.output).toMatch(/^source model +0 +1 +1\.000/m);
    expect(asked.output).toContain('model answered 3 of 3 charts (tester-2026-01-01)');
    expect(await readdir(kept)).toHaveLength(3);
    const requests = server.requests.length;
    const replayed = await runEval(['--reviewer', 'model', '--cases', folder, '--replay', kept]);
    expect(replayed.output.replaceAll(/\d+ ms/g, '')).toBe(asked.output.replaceAll(/\d+ ms/g, ''));
    expect(server.requests).toHaveLength(requests);
  });

  it('scores rules and model together', async () => {
    const model = { OPENAI_MODEL: 'tester', OPENAI_BASE_URL: server.baseUrl };
    const { output } = await runEval(['--reviewer', 'both', '--cases', folder], model);
    expect(output).toMatch(/^source both +0 +1 +1\.000/m);
  });

  it('says what is missing when no model is configured', async () => {
    const { code, output } = await runEval(['--reviewer', 'model', '--cases', folder]);
    expect(code).toBe(2);
    expect(output).toContain('OPENAI_MODEL');
  });
});
