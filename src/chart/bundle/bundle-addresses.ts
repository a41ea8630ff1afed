import { addressOfReference, isRecord } from '#ehr/fhir/index.ts';
import type { BundleEntry } from './bundle-entry.ts';

/** Every way in which a reference may name a resource of the Bundle, and its `Type/id`. */
export type Addresses = ReadonlyMap<string, string>;

/** Types and ids as in FHIR R4, 2.36.4 "Resolving references in Bundles"; also by identifier, as transactions may. */
export function addressesOf(entries: readonly BundleEntry[]): Addresses {
  const addresses = new Map<string, string>();
  for (const { fullUrl, resource } of entries) {
    const address = `${String(resource['resourceType'])}/${String(resource['id'])}`;
    const names = [address, fullUrl, `urn:uuid:${String(resource['id'])}`, ...conditionalNames(resource)];
    for (const name of names) if (name !== undefined && !addresses.has(name)) addresses.set(name, address);
  }
  return addresses;
}

/** `Patient?identifier=system|value`, by which a transaction may refer to a resource. */
function conditionalNames(resource: Record<string, unknown>): string[] {
  const { identifier, resourceType } = resource;
  if (!Array.isArray(identifier)) return [];
  return identifier.flatMap((one: unknown) => {
    if (!isRecord(one) || typeof one['value'] !== 'string') return [];
    const system = typeof one['system'] === 'string' ? `${one['system']}|` : '';
    return [`${String(resourceType)}?identifier=${system}${one['value']}`];
  });
}

/** The resource with references into the Bundle as `Type/id`, and without the nulls that FHIR JSON does not have. */
export function rewriteReferences(value: unknown, addresses: Addresses, fullUrl: string | undefined): unknown {
  if (Array.isArray(value)) {
    return value.filter((item) => item !== null).map((item: unknown) => rewriteReferences(item, addresses, fullUrl));
  }
  if (!isRecord(value)) return value;
  const elements = Object.entries(value).filter(([, element]) => element !== null);
  return Object.fromEntries(
    elements.map(([name, element]) => [
      name,
      name === 'reference' && typeof element === 'string'
        ? resolved(element, addresses, fullUrl)
        : rewriteReferences(element, addresses, fullUrl),
    ]),
  );
}

function resolved(reference: string, addresses: Addresses, fullUrl: string | undefined): string {
  // A relative reference means the server that its own resource comes from.
  const base = /^(https?:\/\/.*\/)[A-Z][A-Za-z]+\/[^/]+$/.exec(fullUrl ?? '')?.[1];
  const absolute = base === undefined ? undefined : addresses.get(base + reference);
  const found = absolute ?? addresses.get(reference) ?? addresses.get(decodeSafely(reference));
  if (found !== undefined) return found;
  const address = addressOfReference(reference);
  return (address === undefined ? undefined : addresses.get(address)) ?? reference;
}

function decodeSafely(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
