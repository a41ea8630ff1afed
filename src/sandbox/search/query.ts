import { FhirError } from '../fhir/fhir-error.ts';
import { matchesDate, periodSpan, spanOf, type DatePrefix, type Span } from './dates.ts';
import { searchParamsOf, type SearchParam, type ServedType } from './params.ts';
import { isRecord, referenceOf, tokensOf, valuesAt } from './values.ts';

/** One search parameter of a request: any of its values must match. */
export interface Criterion {
  readonly name: string;
  /** Values for the lookup index, when the parameter is indexed. */
  readonly keys: readonly string[] | undefined;
  readonly matches: (resource: object) => boolean;
}

export interface Query {
  readonly type: ServedType;
  readonly criteria: readonly Criterion[];
  readonly ids: readonly string[] | undefined;
  readonly count: number;
}

const DEFAULT_COUNT = 50;
const MAX_COUNT = 100;

/**
 * Reads the parameters of a search. Strict: a parameter, a modifier or a value that the server does not know is refused
 * with 400 (https://hl7.org/fhir/R4/search.html#errors lets a server ignore it; real EHRs differ, so the client must not rely on it).
 * @param base the FHIR base, to recognise absolute references to this server
 */
export function parseQuery(type: ServedType, params: URLSearchParams, base: string): Query {
  const criteria: Criterion[] = [];
  let ids: readonly string[] | undefined;
  let count = DEFAULT_COUNT;
  for (const [name, value] of params) {
    if (value === '') throw refused(`${name} has no value`);
    if (name === '_format') requireJson(value);
    else if (name === '_count') count = parseCount(value);
    else if (name === '_id') ids = intersect(ids, value.split(','));
    else if (name === '_lastUpdated') criteria.push(dateCriterion(name, ['meta.lastUpdated'], value));
    else criteria.push(toCriterion(type, name, value, base));
  }
  return { type, criteria, ids, count };
}

function intersect(earlier: readonly string[] | undefined, ids: readonly string[]): readonly string[] {
  return earlier === undefined ? ids : earlier.filter((id) => ids.includes(id));
}

const refused = (reason: string): FhirError => new FhirError(400, 'invalid', `search refused: ${reason}`);

export function requireJson(format: string): void {
  if (!['json', 'application/json', 'application/fhir+json'].includes(format.replace(' ', '+'))) {
    throw new FhirError(406, 'not-supported', 'this server speaks application/fhir+json only');
  }
}

function parseCount(value: string): number {
  if (!/^\d{1,6}$/.test(value)) throw refused('_count must be a number');
  return Math.min(Number(value), MAX_COUNT);
}

function toCriterion(type: ServedType, name: string, value: string, base: string): Criterion {
  const params = searchParamsOf(type);
  const param = Object.hasOwn(params, name) ? params[name] : undefined;
  if (param === undefined) {
    throw new FhirError(400, 'not-supported', `search refused: ${type} has no parameter "${name}" on this server`);
  }
  if (param.kind === 'date') return dateCriterion(name, param.paths, value);
  if (param.kind === 'string') return stringCriterion(name, param.paths, value);
  if (param.kind === 'token') return tokenCriterion(name, param.paths, value);
  return referenceCriterion(name, param, value, base);
}

/** Commas separate alternatives; `\,` is a comma. */
const alternatives = (value: string): string[] =>
  value.split(/(?<!\\),/).map((part) => part.replaceAll('\\,', ',').replaceAll('\\|', '|'));

function tokenCriterion(name: string, paths: readonly string[], value: string): Criterion {
  const wanted = alternatives(value);
  if (wanted.some((part) => part === '' || part === '|')) throw refused(`${name} has an empty value`);
  const keys = wanted.some((part) => part.endsWith('|')) ? undefined : wanted;
  const matches = (resource: object): boolean =>
    paths
      .flatMap((path) => valuesAt(resource, path))
      .flatMap(tokensOf)
      .some((token) => wanted.some((part) => isToken(part, token)));
  return { name, keys, matches };
}

function isToken(wanted: string, { system, code }: { system: string | undefined; code: string }): boolean {
  const bar = wanted.indexOf('|');
  if (bar < 0) return wanted === code;
  const wantedCode = wanted.slice(bar + 1);
  return (system ?? '') === wanted.slice(0, bar) && (wantedCode === '' || wantedCode === code);
}

const REFERENCE = /^[A-Z][A-Za-z]+\/[A-Za-z0-9.-]{1,64}$/;
const BARE_ID = /^[A-Za-z0-9.-]{1,64}$/;

function referenceCriterion(
  name: string,
  param: SearchParam & { kind: 'reference' },
  value: string,
  base: string,
): Criterion {
  const wanted = alternatives(value).flatMap((part) => {
    const local = part.startsWith(`${base}/`) ? part.slice(base.length + 1) : part;
    if (REFERENCE.test(local)) return [local];
    if (!BARE_ID.test(local)) throw refused(`${name} is not a reference`);
    const targets = param.targets ?? bareTargets(name);
    if (targets.length === 0) throw refused(`${name} needs a type, as in Patient/${local}`);
    return targets.map((target) => `${target}/${local}`);
  });
  const matches = (resource: object): boolean =>
    param.paths
      .flatMap((path) => valuesAt(resource, path))
      .flatMap((found) => referenceOf(found) ?? [])
      .some((found) => wanted.includes(found));
  return { name, keys: wanted, matches };
}

/** A bare id is understood where the parameter can point to one type only. */
function bareTargets(name: string): readonly string[] {
  if (name === 'encounter') return ['Encounter'];
  if (name === 'practitioner') return ['Practitioner'];
  if (name === 'organization' || name === 'service-provider') return ['Organization'];
  return name === 'beneficiary' ? ['Patient'] : [];
}

function stringCriterion(name: string, paths: readonly string[], value: string): Criterion {
  const wanted = alternatives(value).map((part) => part.toLowerCase());
  const matches = (resource: object): boolean =>
    paths
      .flatMap((path) => valuesAt(resource, path))
      .some((found) => typeof found === 'string' && wanted.some((part) => found.toLowerCase().startsWith(part)));
  return { name, keys: undefined, matches };
}

const PREFIX = /^(eq|ne|gt|lt|ge|le|sa|eb)?(.+)$/;

function dateCriterion(name: string, paths: readonly string[], value: string): Criterion {
  const wanted = alternatives(value).map((part) => {
    const [, prefix, text = ''] = PREFIX.exec(part) ?? [];
    const span = spanOf(text);
    if (span === undefined) throw refused(`${name} is not a date: ${part}`);
    return { prefix: isPrefix(prefix) ? prefix : 'eq', span } as const;
  });
  const matches = (resource: object): boolean =>
    paths
      .flatMap((path) => valuesAt(resource, path))
      .flatMap((found) => toSpan(found) ?? [])
      .some((span) => wanted.some((one) => matchesDate(one.prefix, one.span, span)));
  return { name, keys: undefined, matches };
}

const PREFIXES: readonly string[] = ['eq', 'ne', 'gt', 'lt', 'ge', 'le', 'sa', 'eb'] satisfies DatePrefix[];
const isPrefix = (value: string | undefined): value is DatePrefix => value !== undefined && PREFIXES.includes(value);

function toSpan(value: unknown): Span | undefined {
  if (typeof value === 'string') return spanOf(value);
  return isRecord(value) ? periodSpan(value['start'], value['end']) : undefined;
}
