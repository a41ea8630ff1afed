import type { Attachment, FhirResource } from 'fhir/r4.js';
import { addressOf, elementOf, isRecord } from '#ehr/fhir/index.ts';
import type { ChartGap } from '../chart.ts';

/**
 * Reports whose text stands in their own attachment and in no document of the chart. RevRx reads documents; US Core 6.1 asks
 * systems to give the same text as a DocumentReference, and where one does not, the chart must say that something is not read.
 */
export function unreadReports(resources: readonly FhirResource[]): ChartGap[] {
  const known = new Set(
    resources.flatMap((resource) =>
      resource.resourceType === 'DocumentReference'
        ? resource.content.flatMap(({ attachment }) => namesOf(attachment))
        : [],
    ),
  );
  return resources
    .filter((resource) => resource.resourceType === 'DiagnosticReport')
    .filter((report) => {
      const names = attachmentsOf(report).flatMap(namesOf);
      return names.length > 0 && !names.some((name) => known.has(name));
    })
    .map((report) => ({
      reference: addressOf(report),
      reason: 'unsupported-type',
      message: 'The report has a text of its own that is in no document of the chart, and was not read.',
    }));
}

function attachmentsOf(report: FhirResource): Pick<Attachment, 'data' | 'url'>[] {
  const forms = elementOf(report, 'presentedForm');
  return (Array.isArray(forms) ? forms : []).flatMap((form: unknown) => {
    if (!isRecord(form)) return [];
    const { data, url } = form;
    return [{ ...(typeof data === 'string' ? { data } : {}), ...(typeof url === 'string' ? { url } : {}) }];
  });
}

/** What tells an attachment: its data, and its address without the server's. */
function namesOf({ data, url }: Pick<Attachment, 'data' | 'url'>): string[] {
  const address = url === undefined ? [] : [/Binary\/[A-Za-z0-9\-.]{1,64}$/.exec(url)?.[0] ?? url];
  return data === undefined ? address : [...address, data];
}
