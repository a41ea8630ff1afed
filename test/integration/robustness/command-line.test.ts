import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { createPopulation } from '#sandbox/population/index.ts';
import { revrx } from '#test/support/revrx-command.ts';

let folder: string;
let settings: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'revrx-command-'));
  settings = { REVRX_HOME: join(folder, 'home') };
  await mkdir(join(folder, 'copy'));
  await write('good.json', visit('im-03'));
  await cp(join(folder, 'good.json'), join(folder, 'copy', 'good.json'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function write(name: string, content: unknown): Promise<void> {
  return writeFile(
    join(folder, name),
    typeof content === 'string' || content instanceof Buffer ? content : JSON.stringify(content),
  );
}

/** All that the sandbox holds of one visit and its patient, as a collection. */
function visit(id: string, without: readonly string[] = []) {
  const all = createPopulation();
  const encounter = all.find((resource) => resource.resourceType === 'Encounter' && resource.id === `enc-${id}`);
  const patient = encounter?.resourceType === 'Encounter' ? encounter.subject?.reference : undefined;
  const own = all.filter(
    (resource) =>
      resource.id === `enc-${id}` ||
      `${resource.resourceType}/${resource.id}` === patient ||
      new RegExp(`-${id}(-|$)`).test(resource.id ?? ''),
  );
  const kept = own.filter(({ resourceType }) => !without.includes(resourceType));
  return { resourceType: 'Bundle', type: 'collection', entry: kept.map((resource) => ({ resource })) };
}

const run = (...args: string[]) => revrx(args, settings, folder);

const evidence = z.strictObject({ document: z.string(), start: z.int(), end: z.int(), quote: z.string() });
const answer = z.strictObject({
  findings: z.array(
    z.strictObject({
      kind: z.string(),
      direction: z.enum(['over', 'under', 'neutral']),
      billed: z.array(z.string()),
      suggested: z.array(z.string()),
      evidence: z.array(evidence),
      confidence: z.number(),
      source: z.enum(['rules', 'model', 'both']),
      rule: z.strictObject({ id: z.string(), source: z.string() }),
      rationale: z.string(),
    }),
  ),
  notEvaluated: z.array(z.strictObject({ rule: z.string(), reason: z.string() })),
});

describe('revrx review', () => {
  it('says of each input what is wrong with it, and reviews the others', async () => {
    await write('text.json', 'no json');
    await write('empty.json', '');
    await write('patient.json', { resourceType: 'Patient' });
    await write('huge.json', Buffer.alloc(20 * 1024 * 1024, 7));
    const bad = ['text.json', 'empty.json', 'patient.json', 'huge.json', 'missing.json', 'copy'];
    const { code, stdout, stderr } = await run('review', ...bad, 'good.json', '--json');
    expect(code).toBe(1);
    const lines = stderr.trim().split('\n');
    expect(lines.map((line) => line.split(': ').slice(0, 2).join(': '))).toEqual(bad.map((name) => `revrx: ${name}`));
    for (const line of lines) expect(line).toMatch(/[A-Z].*\.$/);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+|node:internal/);
    expect(answer.parse(JSON.parse(stdout)).findings.length).toBeGreaterThan(0);
  });

  it('reviews what it can of a bundle without claim or with a PDF that is none, and says what it could not', async () => {
    await write('no-claim.json', visit('im-03', ['Claim']));
    const broken = Buffer.from('no PDF at all').toString('base64');
    const bundle = JSON.stringify(visit('im-03')).replace(/"url":"Binary\/[^"]*"/, `"data":"${broken}"`);
    await write('no-pdf.json', bundle.replaceAll('text/plain', 'application/pdf'));
    await write('nothing.json', { resourceType: 'Bundle', type: 'collection', entry: [] });
    const { code } = await run('review', 'no-claim.json', 'no-pdf.json', 'nothing.json', '--out', 'partly');
    expect(code).toBe(0);
    const reasons = async (name: string): Promise<string> =>
      answer
        .parse(JSON.parse(await readFile(join(folder, 'partly', name), 'utf8')))
        .notEvaluated.map(({ reason }) => reason)
        .join('\n');
    expect(await reasons('no-claim.json')).toMatch(/no claim/);
    expect(await reasons('no-pdf.json')).toMatch(/DocumentReference\/doc-im-03-1: .*none/);
    expect(await reasons('nothing.json')).toMatch(/nothing was reviewed/);
  });

  it('writes one file for each input, also when two have the same name', async () => {
    const { code, stdout, stderr } = await run('review', 'good.json', 'copy/good.json', '--out', 'out');
    expect([code, stdout]).toEqual([0, '']);
    expect((await readdir(join(folder, 'out'))).toSorted()).toEqual(['good-2.json', 'good.json']);
    expect(stderr).toContain('copy/good.json is written to out/good-2.json');
  });
});

describe('revrx', () => {
  it('explains itself and its commands', async () => {
    const { code, stdout } = await run('--help');
    expect(code).toBe(0);
    const commands = [...stdout.matchAll(/^ {2}([a-z]+) /gm)].flatMap(([, name]) =>
      name === undefined || name === 'help' ? [] : [name],
    );
    expect(commands).toEqual(
      expect.arrayContaining([
        'start',
        'serve',
        'work',
        'migrate',
        'site',
        'pull',
        'review',
        'deidentify',
        'jobs',
        'doctor',
      ]),
    );
    for (const name of ['review', 'jobs']) {
      expect(await run(name, '--help')).toMatchObject({
        code: 0,
        stdout: expect.stringContaining(`Usage: revrx ${name} `),
      });
    }
  });

  it.each([[['reviev']], [['review', '--jsn', 'x']], [['migrate', '--down', 'x']]])(
    'ends with 2 and a hint for %j',
    async (args) => {
      const { code, stderr } = await run(...args);
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^error: /)]);
    },
  );

  it('names every mistake in the configuration at once', async () => {
    const { code, stderr } = await revrx(
      ['start'],
      { ...settings, PORT: 'http', SANDBOX: 'yes', DATABASE_URL: 'mysql://db' },
      folder,
    );
    expect(code).toBe(1);
    for (const name of ['PORT', 'SANDBOX', 'DATABASE_URL', '3 mistakes']) expect(stderr).toContain(name);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });

  it('doctor says what is wrong with what RevRx needs', async () => {
    const { code, stdout } = await revrx(
      ['doctor', '--json'],
      { ...settings, DATABASE_URL: 'postgres://u:p@127.0.0.1:1/none' },
      folder,
    );
    expect(code).toBe(1);
    const { checks } = z
      .object({ checks: z.array(z.object({ name: z.string(), ok: z.boolean(), message: z.string() })) })
      .parse(JSON.parse(stdout));
    expect(checks.filter(({ ok }) => !ok)).toEqual([
      { name: 'database', ok: false, message: expect.stringMatching(/database cannot be reached/i) },
    ]);
  });
});
