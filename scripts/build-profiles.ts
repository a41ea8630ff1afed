import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCorePackage } from './fhir-packages.ts';

const root = join(import.meta.dirname, '..');

/** Builds `fhir-profiles/` with SUSHI, offline; the result by file name, as it should stand in `generated/`. */
export async function buildProfiles(): Promise<Map<string, string>> {
  const home = join(root, 'node_modules', '.cache', 'revrx-fhir');
  await mkdir(join(home, '.fhir', 'packages'), { recursive: true });
  await writeCorePackage(join(home, '.fhir', 'packages'));
  const project = await mkdtemp(join(tmpdir(), 'revrx-profiles-'));
  await cp(join(root, 'fhir-profiles', 'input'), join(project, 'input'), { recursive: true });
  await cp(join(root, 'fhir-profiles', 'sushi-config.yaml'), join(project, 'sushi-config.yaml'));
  await runSushi(project, home);
  const folder = join(project, 'fsh-generated', 'resources');
  const built = new Map<string, string>();
  for (const file of (await readdir(folder)).toSorted()) {
    const resource: unknown = JSON.parse(await readFile(join(folder, file), 'utf8'));
    built.set(file, `${JSON.stringify(resource, null, 1)}\n`);
  }
  return built;
}

async function runSushi(project: string, home: string): Promise<void> {
  const sushi = join(root, 'node_modules', 'fsh-sushi', 'dist', 'app.js');
  const child = spawn(process.execPath, [sushi, 'build', project, '--snapshot'], {
    env: { ...process.env, HOME: home, FPL_REGISTRY: 'http://127.0.0.1:9' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const code = await new Promise((resolve) => child.on('exit', resolve));
  if (code !== 0 || !/\b0 Errors\b/.test(output)) throw new Error(`SUSHI failed:\n${output}`);
}
