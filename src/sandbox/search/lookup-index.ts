import type { SearchParam, SearchParams } from './params.ts';
import { referenceOf, tokensOf, valuesAt } from './values.ts';

/**
 * Exact lookups for one resource type: for every reference and token parameter, the ids that hold a value. A date or a
 * string parameter is not indexed: it is checked on the candidates that the indexed parameters leave.
 */
export class LookupIndex {
  readonly #params: readonly (readonly [string, SearchParam])[];
  readonly #ids = new Map<string, Set<string>>();
  readonly #keysOf = new Map<string, readonly string[]>();

  constructor(params: SearchParams) {
    this.#params = Object.entries(params).filter(([, { kind }]) => kind === 'reference' || kind === 'token');
  }

  set(id: string, resource: object): void {
    this.remove(id);
    const keys = this.#params.flatMap(([name, param]) =>
      indexValues(resource, param).map((value) => keyOf(name, value)),
    );
    this.#keysOf.set(id, keys);
    for (const key of keys) {
      const ids = this.#ids.get(key);
      if (ids === undefined) this.#ids.set(key, new Set([id]));
      else ids.add(id);
    }
  }

  remove(id: string): void {
    for (const key of this.#keysOf.get(id) ?? []) {
      const ids = this.#ids.get(key);
      ids?.delete(id);
      if (ids?.size === 0) this.#ids.delete(key);
    }
    this.#keysOf.delete(id);
  }

  /** @param value `Patient/1` for a reference; `system|code`, `|code` (no system) or `code` for a token. */
  find(param: string, value: string): ReadonlySet<string> {
    return this.#ids.get(keyOf(param, value)) ?? NONE;
  }
}

const NONE: ReadonlySet<string> = new Set();

const keyOf = (param: string, value: string): string => `${param}\u0000${value}`;

/** A token is found by `system|code` and by `code` alone, as the FHIR token syntax has it. */
function indexValues(resource: object, param: SearchParam): string[] {
  const values = param.paths.flatMap((path) => valuesAt(resource, path));
  if (param.kind === 'token') {
    return values.flatMap(tokensOf).flatMap(({ system, code }) => [code, `${system ?? ''}|${code}`]);
  }
  return values.flatMap((value) => {
    const reference = referenceOf(value);
    if (reference === undefined) return [];
    return param.kind === 'reference' &&
      param.targets !== undefined &&
      !param.targets.includes(reference.split('/')[0] ?? '')
      ? []
      : [reference];
  });
}
