import type { Provenance } from 'fhir/r4.js';
import { AI_ASSERTED, CODE_SYSTEM, PROFILE } from './canonical.ts';
import type { PublicationInput } from './publication-input.ts';

export const PROVENANCE_KEY = 'provenance';

/** What the written resources were made from, and by what. `targets` and `device` are references. */
export function toProvenance(input: PublicationInput, targets: readonly string[], device: string): Provenance {
  const sources = [
    ...input.documents.map(({ id }) => `DocumentReference/${id}`),
    ...input.claimIds.map((id) => `Claim/${id}`),
  ];
  return {
    resourceType: 'Provenance',
    meta: {
      profile: [PROFILE.provenance],
      ...(input.modelName === undefined ? {} : { security: [AI_ASSERTED] }),
    },
    target: targets.map((reference) => ({ reference })),
    recorded: input.reviewedAt.toISOString(),
    activity: { coding: [{ system: CODE_SYSTEM.codingReview, code: 'post-facto-review' }] },
    agent: [
      {
        type: {
          coding: [{ system: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type', code: 'assembler' }],
        },
        who: { reference: device },
      },
    ],
    entity: (sources.length === 0 ? [`Encounter/${input.encounterId}`] : sources).map((reference) => ({
      role: 'source' as const,
      what: { reference },
    })),
  };
}
