import type { Request, Response } from 'express';
import type { Binary } from 'fhir/r4.js';
import { FhirError } from './fhir-error.ts';
import { FHIR_JSON } from './negotiation.ts';
import type { LiveVersion } from './read.ts';

/**
 * A Binary in its own content type, or as a resource when `Accept` names application/fhir+json. Anything else, also
 * application/json, is refused: so do EHRs. Source: https://hl7.org/fhir/R4/binary.html#rest
 * @throws FhirError 406
 */
export function sendBinary(
  request: Request,
  response: Response,
  { versionId, lastUpdated }: LiveVersion,
  binary: Binary,
): void {
  const native = binary.contentType.split(';')[0]?.trim() ?? binary.contentType;
  const accepted = request.accepts([native, FHIR_JSON]);
  if (accepted === false) {
    throw new FhirError(406, 'not-supported', `this Binary can be had as ${native} or ${FHIR_JSON}`);
  }
  response.set({ ETag: `W/"${versionId}"`, 'Last-Modified': new Date(lastUpdated).toUTCString() });
  if (accepted === FHIR_JSON) {
    response.type(FHIR_JSON).send(JSON.stringify(binary));
    return;
  }
  // A note may be HTML: what is served here must not run with the sandbox's own origin.
  response.set({ 'Content-Type': binary.contentType, 'Content-Security-Policy': "sandbox; default-src 'none'" });
  response.end(Buffer.from(binary.data ?? '', 'base64'));
}
