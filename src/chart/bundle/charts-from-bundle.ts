import type { Attachment, Binary, FhirResource } from 'fhir/r4.js';
import { assembleChart, ofType } from '../assemble/assemble-chart.ts';
import { decodeData } from '../assemble/attachment-bytes.ts';
import type { AttachmentBytes, FetchAttachment } from '../assemble/chart-material.ts';
import type { Chart } from '../chart.ts';
import { addressOfReference } from '#ehr/fhir/index.ts';
import { DEFAULT_TEXT_LIMITS, type TextLimits } from '../text/document-text.ts';
import { groupByEncounter } from './group-by-encounter.ts';
import { readBundle } from './read-bundle.ts';

/**
 * The charts in a FHIR R4 Bundle: one for each encounter with a document or a claim, in the Bundle's order; the only
 * encounter of a Bundle makes a chart anyway. Documents and claims without a link to an encounter go by patient and date.
 * Documents of an encounter that the Bundle lacks make a chart with a gap that says so: no note is lost without a word.
 * A Bundle without encounters, documents and claims has no charts.
 *
 * @param bundle parsed JSON
 * @throws AppError `input-invalid` with what is wrong with it, or when the patient of an encounter is not in the Bundle
 */
export async function chartsFromBundle(bundle: unknown, limits: TextLimits = DEFAULT_TEXT_LIMITS): Promise<Chart[]> {
  const content = readBundle(bundle);
  const fetchAttachment = attachmentsIn(content.resources);
  const charts: Chart[] = [];
  for (const material of groupByEncounter(content))
    charts.push(await assembleChart(material, fetchAttachment, { limits }));
  return charts;
}

/** Finds the Binary of an attachment among the resources. Nothing is fetched from anywhere. */
function attachmentsIn(resources: readonly FhirResource[]): FetchAttachment {
  const binaries = new Map<string, Binary>(
    ofType(resources, 'Binary').map((binary) => [`Binary/${binary.id ?? ''}`, binary]),
  );
  return async (attachment: Attachment): Promise<AttachmentBytes> => {
    const { url = '' } = attachment;
    const address = url.startsWith('urn:uuid:') ? `Binary/${url.slice(9)}` : addressOfReference(url);
    const binary = address === undefined ? undefined : binaries.get(address);
    if (binary?.data !== undefined) return decodeData(binary.data, binary.contentType);
    return { kind: 'gap', reason: 'missing', message: 'The Bundle holds no data for the document, only an address.' };
  };
}
