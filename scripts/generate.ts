/**
 * Writes the files that are made from others: `.env.example` from the config schema, `fhir-profiles/generated/` from the
 * FSH sources. `--check` writes nothing and fails when one is not current.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderEnvExample } from '#config/index.ts';
import { buildProfiles } from './build-profiles.ts';

const root = join(import.meta.dirname, '..');
const profilesFolder = join('fhir-profiles', 'generated');

/** Every generated file by its path from the root. */
async function generate(): Promise<Map<string, string>> {
  const files = new Map([['.env.example', renderEnvExample()]]);
  for (const [name, text] of await buildProfiles()) files.set(join(profilesFolder, name), text);
  return files;
}

async function existingProfiles(): Promise<string[]> {
  const names = await readdir(join(root, profilesFolder)).catch(() => []);
  return names.map((name) => join(profilesFolder, name));
}

const files = await generate();
const strays = (await existingProfiles()).filter((path) => !files.has(path));

if (process.argv.includes('--check')) {
  const stale = [...strays];
  for (const [path, text] of files) {
    if ((await readFile(join(root, path), 'utf8').catch(() => undefined)) !== text) stale.push(path);
  }
  if (stale.length > 0) {
    console.error(`Not current: ${stale.join(', ')}. Run "npm run generate" and commit what it writes.`);
    process.exitCode = 1;
  }
} else {
  await mkdir(join(root, profilesFolder), { recursive: true });
  for (const path of strays) await rm(join(root, path));
  for (const [path, text] of files) await writeFile(join(root, path), text);
  console.log(`Wrote ${files.size} files.`);
}
