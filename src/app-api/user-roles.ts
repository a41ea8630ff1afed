import type { Site } from '#sites/index.ts';
import type { Launch } from '#smart/index.ts';

/** The user's FHIR resource as a relative reference, such as `Practitioner/abc`; undefined where the EHR does not say. */
export function userReference({ user }: Launch): string | undefined {
  return /(?:^|\/)((?:Practitioner|PractitionerRole|Person|RelatedPerson|Patient)\/[A-Za-z0-9.-]{1,64})$/.exec(
    user.fhirUser ?? '',
  )?.[1];
}

/**
 * Whether the user is of the revenue cycle: named so by the site's administrator, by FHIR user or by the subject of the id_token. No EHR
 * says it at launch in a way that could be relied on, so nobody is unless named.
 */
export function isOfRevenueCycle(launch: Launch, { revenueCycleUsers }: Pick<Site, 'revenueCycleUsers'>): boolean {
  const reference = userReference(launch);
  return revenueCycleUsers.some((user) => user === reference || user === launch.user.subject);
}

/** Whether the user may answer a query: a clinician by the EHR's word, and not one of those who ask. */
export function mayAnswerQueries(launch: Launch, site: Pick<Site, 'revenueCycleUsers'>): boolean {
  return /^Practitioner(?:Role)?\//.test(userReference(launch) ?? '') && !isOfRevenueCycle(launch, site);
}
