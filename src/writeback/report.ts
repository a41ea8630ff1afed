import { createHash } from 'node:crypto';
import type { DocumentReference } from 'fhir/r4.js';
import { AI_ASSERTED, CODE_SYSTEM, IDENTIFIER, PROFILE } from './canonical.ts';
import { identifierValue, type PublicationInput } from './publication-input.ts';
import { renderReport } from './report-html.ts';

export const REPORT_KEY = 'report';

/** The findings of an encounter as a document that people read in the EHR. */
export function toReport(input: PublicationInput, device: string): DocumentReference {
  const html = Buffer.from(renderReport(input), 'utf8');
  return {
    resourceType: 'DocumentReference',
    meta: {
      profile: [PROFILE.report],
      ...(input.modelName === undefined ? {} : { security: [AI_ASSERTED] }),
    },
    identifier: [{ system: IDENTIFIER.report, value: identifierValue(input, REPORT_KEY) }],
    status: 'current',
    docStatus: 'preliminary',
    type: { coding: [{ system: CODE_SYSTEM.codingReview, code: 'report' }], text: 'Coding review report' },
    subject: { reference: `Patient/${input.patientId}` },
    date: input.reviewedAt.toISOString(),
    author: [{ reference: device }],
    description: 'Findings about the coding of this encounter. Suggestions for people; the claim was not changed.',
    content: [
      {
        attachment: {
          contentType: 'text/html; charset=utf-8',
          data: html.toString('base64'),
          size: html.byteLength,
          hash: createHash('sha1').update(html).digest('base64'),
          title: 'Coding review report',
          creation: input.reviewedAt.toISOString(),
        },
      },
    ],
    context: { encounter: [{ reference: `Encounter/${input.encounterId}` }] },
  };
}
