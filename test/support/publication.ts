import type { PublicationInput, PublishableFinding } from '#writeback/index.ts';

/** A finding to publish; everything in it is invented. */
export function publishableFinding(values: Partial<PublishableFinding> = {}): PublishableFinding {
  return {
    key: 'a'.repeat(32),
    kind: 'diagnosis-specificity',
    direction: 'under',
    billed: ['E11.9'],
    suggested: ['E11.42'],
    confidence: 0.9,
    source: 'rules',
    rule: { id: 'diagnosis-specificity', source: 'ICD-10-CM Guidelines I.B.2' },
    rationale: 'The record is more specific than E11.9.',
    evidence: [{ documentId: 'doc-1', quote: 'type 2 diabetes with <painful> neuropathy' }],
    ...values,
  };
}

export function publicationInput(values: Partial<PublicationInput> = {}): PublicationInput {
  return {
    tenantId: '0193a000-0000-7000-8000-000000000001',
    siteId: '0193a000-0000-7000-8000-000000000002',
    encounterId: 'enc-1',
    patientId: 'pat-1',
    claimIds: ['claim-1'],
    documents: [{ id: 'doc-1', title: 'Progress note' }],
    findings: [publishableFinding()],
    queries: [],
    notEvaluated: [{ rule: 'mue', reason: 'NCCI medically unlikely edits: table not loaded' }],
    modelName: undefined,
    softwareVersion: '0.1.0',
    reviewedAt: new Date('2026-05-04T12:00:00Z'),
    ...values,
  };
}
