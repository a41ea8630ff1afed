import type { DetectedIssue, DetectedIssueMitigation, Extension } from 'fhir/r4.js';
import { AI_ASSERTED, CODE_SYSTEM, EXTENSION, IDENTIFIER, PROFILE } from './canonical.ts';
import { toCoding } from './coded.ts';
import {
  identifierValue,
  type PublicationInput,
  type PublishableFinding,
  type PublishedDecision,
} from './publication-input.ts';

/** A finding as a DetectedIssue. `device` is a reference to RevRx: an id, or the transaction's `urn:uuid:`. */
export function toDetectedIssue(finding: PublishableFinding, input: PublicationInput, device: string): DetectedIssue {
  const { decision } = finding;
  return {
    resourceType: 'DetectedIssue',
    meta: { profile: [PROFILE.finding], ...(finding.source === 'rules' ? {} : { security: [AI_ASSERTED] }) },
    extension: extensions(finding, input),
    identifier: [{ system: IDENTIFIER.finding, value: identifierValue(input, finding.key) }],
    status: statusOf(decision),
    code: { coding: [{ system: CODE_SYSTEM.kind, code: finding.kind }], text: finding.kind.replaceAll('-', ' ') },
    patient: { reference: `Patient/${input.patientId}` },
    identifiedDateTime: input.reviewedAt.toISOString(),
    author: { reference: device },
    implicated: implicated(finding, input),
    ...(finding.evidence.length === 0 ? {} : { evidence: finding.evidence.map(toEvidence) }),
    detail: finding.rationale,
    ...(decision === undefined ? {} : { mitigation: [toMitigation(decision)] }),
  };
}

function statusOf(decision: PublishedDecision | undefined): DetectedIssue['status'] {
  if (decision === undefined) return 'preliminary';
  return decision.decision === 'accepted' ? 'final' : 'cancelled';
}

function extensions(finding: PublishableFinding, input: PublicationInput): Extension[] {
  const { rule } = finding;
  return [
    { url: EXTENSION.direction, valueCode: finding.direction },
    { url: EXTENSION.confidence, valueDecimal: Math.round(finding.confidence * 100) / 100 },
    ...finding.billed.map((code) => ({ url: EXTENSION.billedCode, valueCoding: toCoding(code) })),
    ...finding.suggested.map((code) => ({ url: EXTENSION.suggestedCode, valueCoding: toCoding(code) })),
    {
      url: EXTENSION.rule,
      extension: [
        { url: 'id', valueCode: rule.id },
        { url: 'source', valueString: rule.source },
      ],
    },
    { url: EXTENSION.encounter, valueReference: { reference: `Encounter/${input.encounterId}` } },
  ];
}

function implicated({ evidence }: PublishableFinding, { claimIds, encounterId }: PublicationInput) {
  const documents = new Set(evidence.map(({ documentId }) => documentId));
  const references = [...claimIds.map((id) => `Claim/${id}`), ...[...documents].map((id) => `DocumentReference/${id}`)];
  return (references.length === 0 ? [`Encounter/${encounterId}`] : references).map((reference) => ({ reference }));
}

function toEvidence({ documentId, quote }: PublishableFinding['evidence'][number]) {
  return { code: [{ text: quote }], detail: [{ reference: `DocumentReference/${documentId}` }] };
}

function toMitigation({ decision, reason, note, by, at }: PublishedDecision): DetectedIssueMitigation {
  const words = [decision === 'accepted' ? 'Accepted' : 'Rejected', reason, note].filter((part) => part !== undefined);
  return {
    action: { coding: [{ system: CODE_SYSTEM.decision, code: decision }], text: words.join(': ') },
    date: at.toISOString(),
    author: { display: by },
  };
}
