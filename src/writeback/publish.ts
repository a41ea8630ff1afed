import type { BundleEntry, Bundle, FhirResource } from 'fhir/r4.js';
import type { EhrCapabilities } from '#ehr/index.ts';
import { AppError } from '#kernel/index.ts';
import { planPublication, type PlannedEntry } from './plan.ts';
import type { PublicationInput } from './publication-input.ts';
import type { PublishedResource, PublishingEhr } from './published-resource.ts';
import { lookUpStanding } from './standing.ts';

const WRITTEN_TYPES = ['Device', 'DetectedIssue', 'DocumentReference', 'Task', 'Provenance'] as const;

/**
 * Makes the EHR say about an encounter what the review says: one transaction that creates what is new, updates what
 * changed and withdraws what no longer holds. Safe to repeat after any failure: what may have been written is looked up
 * by its identifier first, creates are conditional, updates name the version they replace.
 *
 * @returns what stands in the EHR now
 * @throws AppError `writeback-unsupported` when the EHR does not take these resources, and what the client throws
 */
export async function publish(
  ehr: PublishingEhr,
  capabilities: EhrCapabilities,
  { input, memory }: { input: PublicationInput; memory: readonly PublishedResource[] },
): Promise<PublishedResource[]> {
  refuseUnsupported(capabilities);
  const standing = await lookUpStanding(ehr, input, memory);
  const { entries, unchanged } = planPublication({ input, memory, standing });
  if (entries.length === 0) return [...unchanged];
  const results = await ehr.transaction(toTransaction(entries));
  return [...unchanged, ...entries.map((entry, at) => remember(entry, results[at]))];
}

function refuseUnsupported({ transaction, types }: EhrCapabilities): void {
  const refused = WRITTEN_TYPES.filter((type) => types[type]?.create !== true);
  if (transaction && refused.length === 0) return;
  throw new AppError('writeback-unsupported', {
    publicMessage:
      'This EHR does not take the findings back as FHIR resources; they can be read in RevRx. Ask its administrator to allow writing them.',
    detail: transaction ? `no create for ${refused.join(', ')}` : 'no transaction',
  });
}

function toTransaction(entries: readonly PlannedEntry[]): Bundle {
  return { resourceType: 'Bundle', type: 'transaction', entry: entries.map(toEntry) };
}

function toEntry({ write, resource }: PlannedEntry): BundleEntry<FhirResource> {
  if (write.kind === 'update') {
    const { id, versionId } = write;
    return {
      fullUrl: `urn:uuid:${write.urn}`,
      resource: { ...resource, id },
      request: {
        method: 'PUT',
        url: `${resource.resourceType}/${id}`,
        ...(versionId === undefined ? {} : { ifMatch: `W/"${versionId}"` }),
      },
    };
  }
  return {
    fullUrl: `urn:uuid:${write.urn}`,
    resource,
    request: {
      method: 'POST',
      url: resource.resourceType,
      ...(write.ifNoneExist === undefined ? {} : { ifNoneExist: write.ifNoneExist }),
    },
  };
}

function remember(
  { resource, key, contentHash, state, write }: PlannedEntry,
  result: { readonly id: string | undefined; readonly versionId: string | undefined } | undefined,
): PublishedResource {
  const resourceId = result?.id ?? (write.kind === 'update' ? write.id : undefined);
  if (resourceId === undefined) {
    throw new AppError('writeback-unknown-outcome', {
      publicMessage:
        'The EHR did not say under which ids it stored the findings. RevRx will look before it tries again.',
      detail: resource.resourceType,
    });
  }
  return { resourceType: resource.resourceType, key, resourceId, versionId: result?.versionId, contentHash, state };
}
