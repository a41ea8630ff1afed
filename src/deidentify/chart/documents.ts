import type { Reference } from 'fhir/r4.js';
import type { Chart, ChartDocument } from '#chart/index.ts';
import type { DeidentifiedDocument } from '../deidentified-chart.ts';
import { epochDay } from '../tokens/date-meaning.ts';

/** Everything of a document but its texts. */
export function documentFrame(
  chart: Chart,
  document: ChartDocument,
  firstDay: number | undefined,
): Omit<DeidentifiedDocument, 'title' | 'text' | 'label'> {
  const { reference } = document;
  const day = epochDay(document.date);
  return {
    id: document.id,
    loinc: document.loinc,
    docStatus: reference.docStatus,
    day: day === undefined || firstDay === undefined ? undefined : day - firstDay,
    hasAuthenticator: reference.authenticator !== undefined,
    byBillingClinician: writtenByBiller(chart, reference.author ?? []),
  };
}

function writtenByBiller({ claims, practitionerRoles }: Chart, authors: readonly Reference[]): boolean | undefined {
  const people = (reference: string | undefined): string | undefined => {
    const id = localReference(reference);
    const role = practitionerRoles.find((one) => `PractitionerRole/${one.id ?? ''}` === id);
    return role === undefined ? id : (localReference(role.practitioner?.reference) ?? id);
  };
  const writers = new Set(authors.map(({ reference }) => people(reference)).filter((one) => one !== undefined));
  const billers = claims.flatMap(({ careTeam, provider }) => {
    const responsible = (careTeam ?? []).filter((member) => member.responsible === true || careTeam?.length === 1);
    return [...responsible.map((member) => member.provider.reference), provider.reference];
  });
  const clinicians = new Set(billers.map(people).filter((one) => one?.startsWith('Practitioner/') === true));
  if (writers.size === 0 || clinicians.size === 0) return undefined;
  return [...clinicians].some((one) => one !== undefined && writers.has(one));
}

/** `Practitioner/abc` of a relative or absolute reference, without version. */
function localReference(reference: string | undefined): string | undefined {
  return /([A-Z][A-Za-z]+\/[A-Za-z0-9.-]+)(?:\/_history\/.*)?$/.exec(reference ?? '')?.[1];
}
