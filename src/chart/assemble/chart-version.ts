import { createHash } from 'node:crypto';
import type { FhirResource } from 'fhir/r4.js';
import { addressOf, isRecord } from '#ehr/fhir/index.ts';

/**
 * SHA-256 (hex) over the resources of a chart and the bytes of its documents. The order of resources and of elements does
 * not count, nor what a server notes about its storage (version id, time of update, source): the same content that was
 * stored anew is the same version.
 *
 * @param resources every resource of the chart, once each
 * @param attachments bytes of each document that was fetched, by the document's `Type/id`
 */
export function chartVersion(resources: readonly FhirResource[], attachments: ReadonlyMap<string, Uint8Array>): string {
  const hash = createHash('sha256');
  const lines = resources.map(
    (resource) => `${addressOf(resource)} ${JSON.stringify(canonical(withoutStorage(resource)))}`,
  );
  for (const line of lines.toSorted()) hash.update(`${line}\n`);
  for (const address of [...attachments.keys()].toSorted()) {
    const bytes = attachments.get(address) ?? new Uint8Array();
    hash.update(`${address} ${createHash('sha256').update(bytes).digest('hex')}\n`);
  }
  return hash.digest('hex');
}

function withoutStorage(resource: FhirResource): unknown {
  if (resource.meta === undefined) return resource;
  const { versionId: _versionId, lastUpdated: _lastUpdated, source: _source, ...meta } = resource.meta;
  return { ...resource, meta: Object.keys(meta).length > 0 ? meta : undefined };
}

/** The same value with the elements of every object in the order of their names (as in RFC 8785). */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (!isRecord(value)) return value;
  const names = Object.keys(value).toSorted();
  return Object.fromEntries(names.map((name) => [name, canonical(value[name])]));
}
