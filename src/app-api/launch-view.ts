import type { Encounter, HumanName, Patient, Practitioner } from 'fhir/r4.js';
import type { EhrClient } from '#ehr/index.ts';
import type { LaunchView } from '#http/contract.ts';
import type { Site } from '#sites/index.ts';
import type { Launch } from '#smart/index.ts';
import { isOfRevenueCycle, mayAnswerQueries } from './user-roles.ts';

export interface LaunchViewInput {
  readonly launch: Launch;
  readonly site: Site;
  readonly reviewId: string;
  /** The EHR as the user who launched. */
  readonly ehr: EhrClient;
}

/** Whose chart it is, read from the EHR as the user who launched: what they may not see, this does not show. */
export async function getLaunchView({ launch, site, reviewId, ehr }: LaunchViewInput): Promise<LaunchView> {
  const [patient, encounter, user] = await Promise.all([
    ehr.read('Patient', launch.patientId),
    ehr.read('Encounter', launch.encounterId),
    getUserName(launch, ehr),
  ]);
  return {
    launchId: launch.launchId,
    siteName: site.name,
    user: {
      name: user,
      mayAnswerQueries: mayAnswerQueries(launch, site),
      seesAmounts: isOfRevenueCycle(launch, site),
    },
    patient: toPatientView(patient),
    encounter: toEncounterView(encounter, launch.encounterId),
    needPatientBanner: launch.needPatientBanner,
    reviewId,
  };
}

/** The name that the EHR knows the user by; "EHR user" where it does not say. */
export async function getUserName({ user }: Launch, ehr: EhrClient): Promise<string> {
  const id = /(?:^|\/)Practitioner\/([A-Za-z0-9.-]{1,64})$/.exec(user.fhirUser ?? '')?.[1];
  if (id === undefined) return 'EHR user';
  const practitioner: Practitioner | undefined = await ehr.read('Practitioner', id).catch(() => undefined);
  return nameOf(practitioner?.name) ?? 'EHR user';
}

function toPatientView({ name, birthDate, gender, identifier }: Patient): LaunchView['patient'] {
  const mrn =
    identifier?.find(({ type }) => type?.coding?.some(({ code }) => code === 'MR'))?.value ?? identifier?.[0]?.value;
  return {
    name: nameOf(name) ?? 'Name not recorded',
    ...(birthDate === undefined ? {} : { birthDate }),
    ...(gender === undefined ? {} : { sex: gender }),
    ...(mrn === undefined ? {} : { mrn }),
  };
}

function toEncounterView({ period, class: actClass, type }: Encounter, id: string): LaunchView['encounter'] {
  const classDisplay = actClass?.display ?? actClass?.code;
  const typeText = type?.[0]?.text ?? type?.[0]?.coding?.[0]?.display;
  return {
    id,
    ...(period?.start === undefined ? {} : { start: period.start }),
    ...(period?.end === undefined ? {} : { end: period.end }),
    ...(classDisplay === undefined ? {} : { classDisplay }),
    ...(typeText === undefined ? {} : { type: typeText }),
  };
}

function nameOf(names: readonly HumanName[] | undefined): string | undefined {
  const name = names?.find(({ use }) => use === 'official') ?? names?.[0];
  if (name === undefined) return undefined;
  return name.text ?? [...(name.prefix ?? []), ...(name.given ?? []), name.family].filter(Boolean).join(' ');
}
