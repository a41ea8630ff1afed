/**
 * Writes the files that are made from others: `.env.example` from the config schema, `fhir-profiles/generated/` from the
 * FSH sources, the lexicon of the de-identification from its word lists. `--check` writes nothing and fails when one is not current.
 */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { renderEnvExample } from '#config/index.ts';
import { buildLexicon } from '#deidentify/lexicon/build-lexicon.ts';
import { buildProfiles } from './build-profiles.ts';

const root = join(import.meta.dirname, '..');
const profilesFolder = join('fhir-profiles', 'generated');

/** Every generated file by its path from the root. */
async function generate(): Promise<Map<string, Buffer>> {
  const files = new Map([
    ['.env.example', Buffer.from(renderEnvExample())],
    [join('src', 'deidentify', 'lexicon', 'lexicon.bin'), Buffer.from(buildLexicon())],
  ]);
  for (const [name, text] of await buildProfiles()) files.set(join(profilesFolder, name), Buffer.from(text));
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
  for (const [path, bytes] of files) {
    const written = await readFile(join(root, path)).catch(() => undefined);
    if (written === undefined || !written.equals(bytes)) stale.push(path);
  }
  if (stale.length > 0) {
    console.error(`Not current: ${stale.join(', ')}. Run "npm run generate" and commit what it writes.`);
    process.exitCode = 1;
  }
} else {
  await mkdir(join(root, profilesFolder), { recursive: true });
  for (const path of strays) await rm(join(root, path));
  for (const [path, bytes] of files) await writeFile(join(root, path), bytes);
  console.log(`Wrote ${files.size} files.`);
}
