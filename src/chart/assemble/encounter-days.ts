import type { Encounter, FhirResource } from 'fhir/r4.js';
import { dateOf, dayOf } from '#ehr/fhir/index.ts';

/** Notes are finished, and claims made, after the patient has left. */
const DAYS_AFTER = 30;

/** First and last day of an encounter, as people at the place wrote them; undefined where it has no period. */
export function daysOf({ period }: Encounter): { readonly first: string; readonly last: string } | undefined {
  const start = period?.start ?? period?.end;
  if (start === undefined) return undefined;
  return { first: dayOf(start), last: dayOf(period?.end ?? start) };
}

/** When the service was that a document or claim is about, as written: one day or several. */
export function serviceDaysOf(resource: FhirResource): { readonly first: string; readonly last: string } | undefined {
  const period = resource.resourceType === 'Claim' ? resource.billablePeriod : undefined;
  const context = resource.resourceType === 'DocumentReference' ? resource.context?.period : undefined;
  const serviced =
    resource.resourceType === 'Claim' ? resource.item?.find((item) => item.servicedDate)?.servicedDate : undefined;
  const start = period?.start ?? context?.start ?? serviced ?? dateOf(resource);
  if (start === undefined) return undefined;
  return { first: dayOf(start), last: dayOf(period?.end ?? context?.end ?? start) };
}

/**
 * The encounter that a document or claim without a link is about: one on the same days; else the last one that had ended
 * before, up to 30 days; else the only one there is. Undefined where that would be a guess.
 */
export function matchByDay(resource: FhirResource, encounters: readonly Encounter[]): Encounter | undefined {
  const service = serviceDaysOf(resource);
  if (service === undefined) return encounters.length === 1 ? encounters[0] : undefined;
  const dated = encounters.flatMap((encounter) => {
    const days = daysOf(encounter);
    return days === undefined ? [] : [{ encounter, ...days }];
  });
  if (dated.length === 0) return encounters.length === 1 ? encounters[0] : undefined;
  const same = dated.filter(({ first, last }) => first <= service.last && service.first <= last);
  if (same.length > 0)
    return closestTo(
      resource,
      same.map(({ encounter }) => encounter),
    );
  const earlier = dated.filter(({ last }) => last < service.first && daysBetween(last, service.first) <= DAYS_AFTER);
  return earlier.toSorted((a, b) => (a.last < b.last ? 1 : -1))[0]?.encounter;
}

/** Of several encounters on one day the last that had begun at the document's time. */
function closestTo(resource: FhirResource, encounters: readonly Encounter[]): Encounter | undefined {
  const time = Date.parse(dateOf(resource) ?? '');
  const begun = encounters.filter(({ period }) => Date.parse(period?.start ?? '') <= time);
  const start = ({ period }: Encounter): number => Date.parse(period?.start ?? '') || 0;
  return begun.toSorted((a, b) => start(b) - start(a))[0] ?? encounters[0];
}

function daysBetween(first: string, second: string): number {
  return (Date.parse(second) - Date.parse(first)) / 86_400_000;
}
