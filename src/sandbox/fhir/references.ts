import type { FhirResource } from 'fhir/r4.js';
import type { FhirStore } from '../store.ts';
import { isServedResource } from '../resource.ts';
import { isServedType } from '../search/params.ts';
import { isRecord } from '../search/values.ts';
import { FhirError } from './fhir-error.ts';
import { unprocessable } from './validation.ts';

interface ReferenceContext {
  readonly store: FhirStore;
  readonly base: string;
  /** `urn:uuid:…` and other full URLs of the same transaction, to `Type/id`. */
  readonly fullUrls: ReadonlyMap<string, string>;
  /** `Type/id` that the same transaction creates. */
  readonly created: ReadonlySet<string>;
}

/**
 * A copy of the resource with every literal reference resolved to `Type/id` on this server, and every url or uri that
 * names another entry of the transaction (an attachment's Binary) likewise.
 * @throws FhirError 422 when one leads nowhere
 */
export function resolveReferences(resource: FhirResource, context: ReferenceContext): FhirResource {
  const contained = new Set(
    (('contained' in resource ? resource.contained : undefined) ?? []).map(({ id }) => `#${id ?? ''}`),
  );
  const resolve = (name: string, text: string): string => {
    if (name === 'reference') return resolveOne(text, context, contained);
    return name === 'url' || name === 'uri' ? (context.fullUrls.get(text) ?? text) : text;
  };
  // Only elements of type Reference: at its top, DetectedIssue has a `reference` that is an uri.
  const resolved = Object.fromEntries(
    Object.entries(resource).map(([name, child]: [string, unknown]) => [name, rewrite(child, resolve)]),
  );
  if (!isServedResource(resolved)) throw new FhirError(500, 'exception', 'a resource lost its shape');
  return resolved;
}

function rewrite(value: unknown, resolve: (name: string, text: string) => string): unknown {
  if (Array.isArray(value)) return value.map((one) => rewrite(one, resolve));
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, child]) => [
      name,
      typeof child === 'string' ? resolve(name, child) : rewrite(child, resolve),
    ]),
  );
}

function resolveOne(reference: string, context: ReferenceContext, contained: ReadonlySet<string>): string {
  if (reference.startsWith('#')) {
    if (contained.has(reference)) return reference;
    throw unprocessable('not-found', `reference ${reference} has no contained resource`);
  }
  const mapped = context.fullUrls.get(reference);
  if (mapped !== undefined) return mapped;
  if (reference.startsWith('urn:'))
    throw unprocessable('not-found', `reference ${reference} is not in this transaction`);
  const local = reference.startsWith(`${context.base}/`) ? reference.slice(context.base.length + 1) : reference;
  const [type = '', id = '', history] = local.split('/');
  const known = isServedType(type) && context.store.current(type, id)?.resource !== undefined;
  if ((history !== undefined && history !== '_history') || !(known || context.created.has(`${type}/${id}`))) {
    throw unprocessable('not-found', `reference ${reference} leads to nothing on this server`);
  }
  return local;
}
